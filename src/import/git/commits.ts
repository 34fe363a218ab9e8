import type { Day } from '../../model.ts';
import { addCommit, type Contributor, readIdentity } from './authors.ts';
import { eachGitLine, runGit } from './run-git.ts';

/** Summary of a log. */
export interface GitHistory {
  people: Map<string, Contributor>;
  coauthors: Array<{ text: string; index: number }>;
  commits: number;
  tip: string;
  lastDay: Day;
}

/** Reads the log of HEAD, newest first. Days are in the committer's time zone. */
export async function readLog(
  where: readonly string[],
  options: { since?: Day | undefined; until?: Day | undefined },
): Promise<GitHistory> {
  const history: GitHistory = {
    people: new Map(),
    coauthors: [],
    commits: 0,
    tip: '',
    lastDay: '',
  };
  const range = [
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
      // %w indents messages, so none of their lines starts with a record separator.
      '--format=%x1e%H %cs %aN <%aE>%n%w(0,1,1)%B%w(0,0,0)',
      ...range,
      '--end-of-options',
      'HEAD',
      '--',
    ],
    (line) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the format above begins a commit with it
      const header = /^\u001e([0-9a-f]+) (\d{4}-\d\d-\d\d) (.*)$/.exec(line);
      if (header === null) {
        const coauthor = /^\s*co-authored-by:\s*(.+)$/i.exec(line)?.[1];
        if (coauthor !== undefined)
          history.coauthors.push({ text: coauthor, index: history.commits - 1 });
        return;
      }
      const [, hash = '', day = '', author = ''] = header;
      if (history.commits === 0) history.tip = hash;
      if (day > history.lastDay) history.lastDay = day;
      const identity = readIdentity(author);
      if (identity !== null)
        addCommit(history.people, identity.name, identity.email, history.commits, true);
      history.commits++;
    },
  );
  return history;
}

/**
 * Counts co-authors once per commit. Git doesn't apply the mailmap to messages, so it's looked up.
 */
export async function addCoauthors(where: readonly string[], history: GitHistory): Promise<void> {
  const distinct = new Set<string>();
  for (const { text } of history.coauthors) {
    const identity = readIdentity(text);
    if (identity !== null) distinct.add(`${identity.name} <${identity.email}>`);
  }
  if (distinct.size === 0) return;
  const identities = [...distinct];
  const answers = (
    await runGit(where, ['check-mailmap', '--stdin'], { input: `${identities.join('\n')}\n` })
  ).split('\n');
  const mapped = new Map(identities.map((text, index) => [text, answers[index] ?? text]));
  const seen = new Set<string>();
  for (const { text, index } of history.coauthors) {
    const written = readIdentity(text);
    if (written === null) continue;
    const identity = readIdentity(mapped.get(`${written.name} <${written.email}>`) ?? text);
    if (identity === null || seen.has(`${index} ${identity.email}`)) continue;
    seen.add(`${index} ${identity.email}`);
    addCommit(history.people, identity.name, identity.email, index, false);
  }
}
