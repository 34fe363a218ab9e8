import { compareText } from '../../text/fold.ts';
import { contentWords, isSameWord } from '../suggest/goals.ts';
import type { GoalCandidates, Network, PossibleHelper } from './material.ts';

const MAX_LISTED = 5;

/** Where a goal can be mentioned, strongest sign first. */
const GOAL_FIELDS = ['skill', 'role', 'interest', 'team', 'title'] as const;
type GoalField = (typeof GOAL_FIELDS)[number];

/** Someone who can help with a goal, and what shows it. */
export interface GoalHelper {
  person: PossibleHelper;
  by: GoalField;
  text: string;
}

/** Who can help with a goal. */
export interface GoalStanding {
  goal: string;
  /** Everyone who can help, strained ties included. */
  total: number;
  connected: number;
  /** The best five, without strained ties. */
  people: Array<{ id: number; name: string; connected: boolean; because: string }>;
}

/** Each goal, with the people who can help; strained ties are counted but not listed. */
export function goalStandings({ network }: { network: Network }): GoalStanding[] {
  return network.goalCandidates.map((candidates) => {
    const all = helpersFor(candidates);
    return {
      goal: candidates.goal,
      total: all.length,
      connected: all.filter(({ person }) => isConnected(person)).length,
      people: all
        .filter(({ person }) => !person.strained)
        .slice(0, MAX_LISTED)
        .map(({ person, text }) => ({
          id: person.id,
          name: person.name,
          connected: isConnected(person),
          because: text,
        })),
    };
  });
}

const helpersOf = new WeakMap<GoalCandidates, GoalHelper[]>();

/** People who can help with a goal, sorted by field, then by interactions and last contact. */
export function helpersFor(candidates: GoalCandidates): readonly GoalHelper[] {
  let helpers = helpersOf.get(candidates);
  if (helpers === undefined) {
    helpers = findHelpers(candidates);
    helpersOf.set(candidates, helpers);
  }
  return helpers;
}

function findHelpers({ goal, people, titles }: GoalCandidates): GoalHelper[] {
  const found = new Map<number, GoalHelper>();
  const namedBy = wordsNamed(goal);
  for (const person of people) {
    const match = matchingField(person, namedBy);
    if (match !== null) found.set(person.id, { person, ...match });
  }
  for (const { person, title } of titles) {
    if (!found.has(person.id) && isWhole(namedBy(title)))
      found.set(person.id, { person, by: 'title', text: title });
  }
  return [...found.values()].sort(
    (a, b) =>
      (a.by === b.by ? 0 : GOAL_FIELDS.indexOf(a.by) - GOAL_FIELDS.indexOf(b.by)) ||
      b.person.interactions - a.person.interactions ||
      compareText(b.person.lastContact ?? '', a.person.lastContact ?? '') ||
      a.person.id - b.person.id,
  );
}

function isConnected({ connection }: PossibleHelper): boolean {
  return connection.status === 'connected';
}

/** For each word of a goal, whether a text has it. */
type Named = readonly boolean[];

/** Tells which words of a goal a text has; texts are remembered, since many people have the same role. */
function wordsNamed(goal: string): (text: string) => Named {
  const wanted = contentWords(goal);
  const known = new Map<string, Named>();
  return (text) => {
    let named = known.get(text);
    if (named === undefined) {
      const words = contentWords(text);
      named = wanted.map((want) => words.some((word) => isSameWord(want, word)));
      known.set(text, named);
    }
    return named;
  };
}

/** Whether all words of a goal are there, and it has any. */
function isWhole(named: Named): boolean {
  return named.length > 0 && named.every(Boolean);
}

/** The text that names the whole goal, or else all texts that name it together; null if none do. */
function matchingField(
  { skills, role, interests, team }: PossibleHelper,
  namedBy: (text: string) => Named,
): { by: GoalField; text: string } | null {
  const texts: Array<{ by: GoalField; text: string }> = [
    ...skills.map((text) => ({ by: 'skill' as const, text })),
    ...(role === null ? [] : [{ by: 'role' as const, text: role }]),
    ...interests.map((text) => ({ by: 'interest' as const, text })),
    ...(team === null ? [] : [{ by: 'team' as const, text: team }]),
  ];
  const one = texts.find(({ text }) => isWhole(namedBy(text)));
  if (one !== undefined) return one;
  const partial = texts.filter(({ text }) => namedBy(text).includes(true));
  const [first] = partial;
  const together =
    first &&
    namedBy(first.text).map((_, at) => partial.some(({ text }) => namedBy(text)[at] === true));
  if (first === undefined || together === undefined || !isWhole(together)) return null;
  return { by: first.by, text: partial.map(({ text }) => text).join(', ') };
}
