import type { Kind } from '../model.ts';
import { type Clause, helperAt, predicateUse } from './clauses.ts';
import { kindOf } from './kind.ts';
import type { Token } from './tokens.ts';
import type { Mention } from './who.ts';

/** Mentoring is a feedback session, whatever it was about. */
const MENTORING = /^(?:coach|mentor)$/;

/**
 * The kind, put right where the words around a verb tell more than the model saw. Who shows me something or walks me
 * through it doesn't judge my work; who helps me do something did it with me; where a lunch was makes it no project.
 * @param kind what the model took it for
 */
export function favourKind(
  kind: Kind | undefined,
  main: Clause | undefined,
  tokens: readonly Token[],
): Kind | undefined {
  if (main === undefined) return kind;
  const clause = tokens.slice(main.from, main.to);
  const verbAt = clause.findIndex(({ pos, role }) => pos === 'VERB' && role === 'thing');
  const verb = clause[verbAt];
  if (verb === undefined) {
    const isOpen = kind === 'project' || kind === undefined;
    return isOpen && isTalk(clause) ? 'meeting' : kind;
  }
  const [whom, what] = [clause[verbAt + 1], clause[verbAt + 2]];
  // "worked with Tomasz on the docs this week": it went on, and nothing says that it ended.
  const isGoingOn = clause.some(
    ({ role, word }, at) =>
      word === 'since' ||
      (role === 'day' && /^(?:week|month)$/.test(word) && clause[at - 1]?.word === 'this'),
  );
  if (kind === 'project' && verb.lemma === 'work' && isGoingOn) return 'meeting';
  // "kicked off the audit with Bo": it has only begun.
  const isBegun =
    /^(?:start|begin|commence|embark)$/.test(verb.lemma) ||
    (/^(?:kick|set)$/.test(verb.lemma) && whom?.word === 'off');
  if (kind === 'project' && isBegun) return 'meeting';
  const isForMe =
    /^(?:me|us)$/.test(whom?.word ?? '') &&
    clause.slice(0, verbAt).some(({ role }) => role === 'person');
  if (!isForMe) return kind;
  // "helped me finish the rota" ends it; "helped me debug it" was help, and may go on.
  if (verb.lemma === 'help' && what?.pos === 'VERB' && (kind === undefined || kind === 'project'))
    return COMPLETING.test(what.lemma) ? 'project' : 'meeting';
  if (kind !== undefined && kind !== 'feedback') return kind;
  const isMine = clause.slice(verbAt + 2).some(({ word }) => /^(?:my|our)$/.test(word));
  const isShown = /^(?:through|how|where|what|which)$/.test(what?.word ?? '');
  return isShown && !isMine && !MENTORING.test(verb.lemma) ? 'meeting' : kind;
}

/** Verbs that say that something came to its end. */
const COMPLETING =
  /^(?:finish|complete|close|conclude|wrap|ship|launch|release|deliver|submit|land|publish)$/;

/** "Lunch with Lee on the roof": a talk by its name, and then a place. */
function isTalk(clause: readonly Token[]): boolean {
  const last = clause.findLastIndex(({ role }) => role === 'person');
  const rest = clause.slice(last + 1).filter(({ role }) => role === 'thing');
  if (last < 1 || !/^(?:on|in|at|by|near|outside)$/.test(rest[0]?.word ?? '')) return false;
  return kindOf(clause.slice(0, last + 1)) === 'meeting';
}

/** What they did for me, as their part in it: "walked me through the migration". Null where they did nothing for me. */
export function favourOf(
  { from, to }: Clause,
  tokens: readonly Token[],
  mentions: readonly Mention[],
): Clause | null {
  const helper = helperAt(tokens, from, to);
  const owner = mentions.find((one) => one.from <= helper && helper < one.to)?.person;
  const start = tokens.findIndex(
    ({ pos, role }, at) => at > helper && pos === 'VERB' && role === 'thing',
  );
  if (owner === undefined || !/^(?:me|us|my|our)$/.test(tokens[start + 1]?.word ?? '')) return null;
  let end = to;
  while (tokens[end - 1]?.role === 'day' || /^(?:and|but)$/.test(tokens[end - 1]?.word ?? ''))
    end--;
  const clause: Clause = { from, to: end, use: 'detail', owner, start };
  return predicateUse(tokens, clause) === 'detail' ? clause : null;
}
