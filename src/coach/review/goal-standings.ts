import type { Person } from '../../model.ts';
import { compareText } from '../../text/fold.ts';
import { contentWords, findServedGoal } from '../suggest/goals.ts';
import type { GoalCandidates, Network } from './material.ts';

const MAX_LISTED = 5;

/** Where a goal can be mentioned, strongest sign first. */
const GOAL_FIELDS = ['skill', 'role', 'interest', 'team', 'title'] as const;
type GoalField = (typeof GOAL_FIELDS)[number];

/** Someone who can help with a goal, and what shows it. */
export interface GoalHelper {
  person: Person;
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
  for (const person of people) {
    const match = matchingField(person, goal);
    if (match !== null) found.set(person.id, { person, ...match });
  }
  for (const { person, title } of titles) {
    if (!found.has(person.id) && namesGoal([title], goal))
      found.set(person.id, { person, by: 'title', text: title });
  }
  return [...found.values()].sort(
    (a, b) =>
      GOAL_FIELDS.indexOf(a.by) - GOAL_FIELDS.indexOf(b.by) ||
      b.person.interactions - a.person.interactions ||
      compareText(b.person.lastContact ?? '', a.person.lastContact ?? '') ||
      a.person.id - b.person.id,
  );
}

function isConnected({ connection }: Person): boolean {
  return connection.status === 'connected';
}

/** The text that names the whole goal, or else all texts that name it together; null if none do. */
function matchingField(person: Person, goal: string): { by: GoalField; text: string } | null {
  const { skills, role, interests, team } = person;
  const texts: Array<{ by: GoalField; text: string }> = [
    ...skills.map((text) => ({ by: 'skill' as const, text })),
    ...(role === null ? [] : [{ by: 'role' as const, text: role }]),
    ...interests.map((text) => ({ by: 'interest' as const, text })),
    ...(team === null ? [] : [{ by: 'team' as const, text: team }]),
  ];
  const all = texts.map(({ text }) => text);
  if (!namesGoal(all, goal)) return null;
  const one = texts.find(({ text }) => namesGoal([text], goal));
  if (one !== undefined) return one;
  const words = contentWords(goal);
  const partial = texts.filter(({ text }) => words.some((word) => namesGoal([text], word)));
  const { by } = partial[0] as (typeof partial)[number];
  return { by, text: partial.map(({ text }) => text).join(', ') };
}

const lists = new Map<string, readonly string[]>();

/** The same list for the same goal: its words are kept by list. */
function listOf(goal: string): readonly string[] {
  let list = lists.get(goal);
  if (list === undefined) {
    list = [goal];
    lists.set(goal, list);
  }
  return list;
}

/** Whether the texts together contain every word of a goal. */
function namesGoal(texts: readonly string[], goal: string): boolean {
  return findServedGoal(texts.join(' '), listOf(goal)) !== null;
}
