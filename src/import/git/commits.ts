import type { Day } from '../../model.ts';
import { type Contributor, count, readIdentity } from './authors.ts';
import { eachGitLine, runGit } from './run-git.ts';

/** What a history tells, gathered in one pass. */
export interface History {
  people: Map<string, Contributor>;
  coauthors: Array<{ text: string; place: number }>;
  commits: number;
  tip: string;
  last: Day;
}

/** Reads the log of HEAD. The newest commit comes first; its day is the committer's own. */
export async function gather(
  where: readonly string[],
  options: { since?: Day | undefined; until?: Day | undefined },
): Promise<History> {
  const history: History = { people: new Map(), coauthors: [], commits: 0, tip: '', last: '' };
  const bounds = [
    ...(options.since === undefined ? [] : [`--since=${options.since}T00:00:00`]),
    ...(options.until === undefined ? [] : [`--until=${options.until}T23:59:59`]),
  ];
  await eachGitLine(
    where,
    [
      'log',
      '--use-mailmap',
      '--no-show-signature',
      '--no-ext-diff',
      '--no-textconv',
      '--no-notes',
      '--no-color',
      '--encoding=UTF-8',
      // A line of a message never begins with a record separator.
      '--format=%x1e%H %cs %aN <%aE>%n%w(0,1,1)%B%w(0,0,0)',
      ...bounds,
      '--end-of-options',
      'HEAD',
      '--',
    ],
    (line) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the format above begins a commit with it
      const head = /^\u001e([0-9a-f]+) (\d{4}-\d\d-\d\d) (.*)$/.exec(line);
      if (head === null) {
        const coauthor = /^\s*co-authored-by:\s*(.+)$/i.exec(line)?.[1];
        if (coauthor !== undefined)
          history.coauthors.push({ text: coauthor, place: history.commits - 1 });
        return;
      }
      const [, hash = '', day = '', author = ''] = head;
      if (history.commits === 0) history.tip = hash;
      if (day > history.last) history.last = day;
      const identity = readIdentity(author);
      if (identity !== null) count(history.people, identity.name, identity.email, history.commits);
      history.commits++;
    },
  );
  return history;
}

/** Co-authors are text in a message, so the mailmap is asked for them apart; a commit counts each once. */
export async function addCoauthors(where: readonly string[], history: History): Promise<void> {
  const distinct = new Set<string>();
  for (const { text } of history.coauthors) {
    const identity = readIdentity(text);
    if (identity !== null) distinct.add(`${identity.name} <${identity.email}>`);
  }
  if (distinct.size === 0) return;
  const asked = [...distinct];
  const answers = (
    await runGit(where, ['check-mailmap', '--stdin'], { input: `${asked.join('\n')}\n` })
  ).split('\n');
  const mapped = new Map(asked.map((text, place) => [text, answers[place] ?? text]));
  const seen = new Set<string>();
  for (const { text, place } of history.coauthors) {
    const written = readIdentity(text);
    if (written === null) continue;
    const identity = readIdentity(mapped.get(`${written.name} <${written.email}>`) ?? text);
    if (identity === null || seen.has(`${place} ${identity.email}`)) continue;
    seen.add(`${place} ${identity.email}`);
    count(history.people, identity.name, identity.email, place);
  }
}
