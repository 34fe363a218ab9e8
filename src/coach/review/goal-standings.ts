import type { Person } from '../../model.ts';
import { order } from '../../text/fold.ts';
import { contentWords, goalServed } from '../suggest/goals.ts';
import type { NearGoal, Network } from './material.ts';

/** So many people are named for each goal. */
const NAMED = 5;

/** What a goal stands in, the most telling first. */
const WAYS = ['skill', 'role', 'interest', 'team', 'title'] as const;
type Way = (typeof WAYS)[number];

/** One who serves a goal, and what shows it. */
export interface Server {
  person: Person;
  by: Way;
  /** The skill, role, interest, team or title, as typed. */
  text: string;
}

/** How well a goal is served. */
export interface GoalStanding {
  goal: string;
  /** How many serve it, strained ties included. */
  total: number;
  /** How many of them I am connected with. */
  connected: number;
  /** The best of them: by what shows it, then by how much is logged. */
  people: Array<{ id: number; name: string; connected: boolean; because: string }>;
}

/** Each goal, with those who serve it; strained ties are counted and not named. */
export function goalStandings({ network }: { network: Network }): GoalStanding[] {
  return network.nearGoals.map((near) => {
    const all = serversOf(near);
    return {
      goal: near.goal,
      total: all.length,
      connected: all.filter(({ person }) => isConnected(person)).length,
      people: all
        .filter(({ person }) => !person.strained)
        .slice(0, NAMED)
        .map(({ person, text }) => ({
          id: person.id,
          name: person.name,
          connected: isConnected(person),
          because: text,
        })),
    };
  });
}

/** Those who serve a goal, the best first. */
export function serversOf({ goal, people, titles }: NearGoal): Server[] {
  const found = new Map<number, Server>();
  for (const person of people) {
    const way = wayOf(person, goal);
    if (way !== null) found.set(person.id, { person, ...way });
  }
  for (const { person, title } of titles) {
    if (!found.has(person.id) && serves([title], goal))
      found.set(person.id, { person, by: 'title', text: title });
  }
  return [...found.values()].sort(
    (a, b) =>
      WAYS.indexOf(a.by) - WAYS.indexOf(b.by) ||
      b.person.interactions - a.person.interactions ||
      order(b.person.lastContact ?? '', a.person.lastContact ?? '') ||
      a.person.id - b.person.id,
  );
}

function isConnected({ connection }: Person): boolean {
  return connection.status === 'connected';
}

/** What shows that a person serves a goal: one text that names all of it, else those that do together. */
function wayOf(person: Person, goal: string): { by: Way; text: string } | null {
  const { skills, role, interests, team } = person;
  const texts: Array<{ by: Way; text: string }> = [
    ...skills.map((text) => ({ by: 'skill' as const, text })),
    ...(role === null ? [] : [{ by: 'role' as const, text: role }]),
    ...interests.map((text) => ({ by: 'interest' as const, text })),
    ...(team === null ? [] : [{ by: 'team' as const, text: team }]),
  ];
  const all = texts.map(({ text }) => text);
  if (!serves(all, goal)) return null;
  const one = texts.find(({ text }) => serves([text], goal));
  if (one !== undefined) return one;
  const words = contentWords(goal);
  const parts = texts.filter(({ text }) => words.some((word) => serves([text], word)));
  const { by } = parts[0] as (typeof parts)[number];
  return { by, text: parts.map(({ text }) => text).join(', ') };
}

/** Whether texts name every word of a goal between them. */
function serves(texts: readonly string[], goal: string): boolean {
  return goalServed(texts.join(' '), [goal]) !== null;
}
