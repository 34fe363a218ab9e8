import type { History } from '../../model.ts';
import { fold } from '../../text/fold.ts';

/** Words that don't name a field: function words, and verbs that introduce a goal. */
const STOP_WORDS = new Set(
  (
    'a an and as at be by for from in into me more my of on or the to with better new become build find ' +
    'get grow improve join know learn master meet move understand want work working'
  ).split(' '),
);

/** The words of a text without stop words, folded. */
export function contentWords(text: string): string[] {
  const folded = fold(text);
  // A shortcut for most text: the Unicode pattern is slow to compile.
  const words = /^[\x20-\x7e]*$/.test(folded)
    ? folded.match(/[a-z0-9+#.]+/g)
    : folded.match(/[\p{L}\p{N}+#.]+/gu);
  return (words ?? []).filter((word) => !STOP_WORDS.has(word));
}

/**
 * Whether two folded words look like forms of one word, such as "engineer" and "engineering".
 * Ignores up to two letters at the end of the shorter word, which needs at least five.
 */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && long.startsWith(short.slice(0, Math.max(5, short.length - 2)));
}

const wordsByGoals = new WeakMap<readonly string[], string[][]>();

/** The words of each goal, cached because every candidate is matched against the same list. */
function wordsOfGoals(goals: readonly string[]): string[][] {
  let words = wordsByGoals.get(goals);
  if (words === undefined) {
    words = goals.map(contentWords);
    wordsByGoals.set(goals, words);
  }
  return words;
}

/** The first goal whose every word is in the text, or null. */
export function findServedGoal(text: string, goals: readonly string[]): string | null {
  if (goals.length === 0) return null;
  const words = contentWords(text);
  if (words.length === 0) return null;
  const index = wordsOfGoals(goals).findIndex(
    (wanted) =>
      wanted.length > 0 && wanted.every((want) => words.some((word) => isSameWord(want, word))),
  );
  return goals[index] ?? null;
}

/**
 * The goal of mine that a person's role, team, skills or interests match.
 * @returns one sentence that names the goal, or null
 */
export function goalReason({ person, me }: History): string | null {
  const { role, team, skills, interests } = person;
  const goal = findServedGoal([role, team, ...skills, ...interests].join(' '), me.goals);
  return goal === null ? null : `Serves your goal "${goal}"`;
}
