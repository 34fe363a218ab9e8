import type { History } from '../../model.ts';
import { fold } from '../../text/fold.ts';

/** Words that say nothing of a field: articles and the like, and what one does with a goal. */
const SMALL = new Set(
  (
    'a an and as at be by for from in into me more my of on or the to with better new become build find ' +
    'get grow improve join know learn master meet move understand want work working'
  ).split(' '),
);

/** The words of a text that carry meaning, folded. */
export function contentWords(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}+#.]+/gu) ?? []).filter((word) => !SMALL.has(word));
}

/** "engineering" serves "engineer": words count as the same when the shorter, of five letters or more, begins the longer. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && long.startsWith(short.slice(0, Math.max(5, short.length - 2)));
}

const wantedBy = new WeakMap<readonly string[], string[][]>();

/** The words of each goal; worked out once for a list, which is asked about for everybody. */
function wordsOfGoals(goals: readonly string[]): string[][] {
  let words = wantedBy.get(goals);
  if (words === undefined) {
    words = goals.map(contentWords);
    wantedBy.set(goals, words);
  }
  return words;
}

/** The first of the goals that a text serves: every word of the goal stands in it. */
export function goalServed(text: string, goals: readonly string[]): string | null {
  if (goals.length === 0) return null;
  const words = contentWords(text);
  if (words.length === 0) return null;
  const served = wordsOfGoals(goals).findIndex(
    (wanted) =>
      wanted.length > 0 && wanted.every((want) => words.some((word) => isSameWord(want, word))),
  );
  return goals[served] ?? null;
}

/**
 * Whether a person serves one of my goals by their role, team, skills or interests.
 * @returns one sentence that names the goal, or null
 */
export function servesGoal({ person, me }: History): string | null {
  const { role, team, skills, interests } = person;
  const goal = goalServed([role, team, ...skills, ...interests].join(' '), me.goals);
  return goal === null ? null : `Serves your goal "${goal}"`;
}
