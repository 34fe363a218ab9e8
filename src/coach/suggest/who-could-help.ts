import type { Day, Person } from '../../model.ts';
import { daysBetween } from '../../text/days.ts';
import { contentWords, isSameWord } from './goals.ts';

/** What somebody brings to a project. */
export interface Collaborator {
  person: Person;
  /** What shows it, the strongest first: "the skill Rust", "Payments rewrite". */
  shows: string[];
}

// The weights are ours: a skill that they name says most, the title of something we did together least of
// all. A tie can lift one above another who brings as much, and hardly above one who brings twice as much.
const SKILL = 10;
const INTEREST = 7;
const ROLE = 6;
const TITLE = 5;
const TIES = 5;
const RECENT = 3;
const RECENT_DAYS = 90;
/** Contact longer ago than this adds nothing. */
const LONG_DAYS = 365;

/**
 * Ranks those who could help with a project: by how many of its words their skills, interests, role and the
 * log with them serve, and by how strong the tie is. Who serves none of them is left out.
 * @param goal the project in my own words
 * @param skill what they must know, or null where anything that serves the goal will do
 * @param titles the titles of what is logged with each person, by id
 */
export function collaborators(
  people: readonly Person[],
  { goal, skill, today }: { goal: string; skill: string | null; today: Day },
  titles: ReadonlyMap<number, readonly string[]>,
): Collaborator[] {
  const needed = skill === null ? [] : contentWords(skill);
  const wanted = [...new Set([...needed, ...contentWords(goal)])];
  return people
    .map((person) => ({ person, ...matchOf(person, wanted, titles.get(person.id) ?? []) }))
    .filter(({ served }) => (skill === null ? served.size > 0 : needed.every((w) => served.has(w))))
    .map((one) => ({ ...one, rank: one.points + tieOf(one.person, today) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ person, shows }) => ({ person, shows }));
}

/** Which of the words somebody serves, by what, and how well. */
function matchOf(
  person: Person,
  wanted: readonly string[],
  titles: readonly string[],
): { served: Set<string>; points: number; shows: string[] } {
  const evidence = [
    ...person.skills.map((text) => ({ text, shown: `the skill ${text}`, weight: SKILL })),
    ...person.interests.map((text) => ({
      text,
      shown: `an interest in ${text}`,
      weight: INTEREST,
    })),
    ...[person.role, person.team].flatMap((text) =>
      text === null ? [] : [{ text, shown: text, weight: ROLE }],
    ),
    ...titles.map((text) => ({ text, shown: `"${text}"`, weight: TITLE })),
  ].map((one) => ({ ...one, words: contentWords(one.text) }));
  const served = new Set<string>();
  const shows = new Set<string>();
  let points = 0;
  for (const want of wanted) {
    const best = evidence.find(({ words }) => words.some((word) => isSameWord(want, word)));
    if (best === undefined) continue;
    served.add(want);
    shows.add(best.shown);
    points += best.weight;
  }
  return { served, points, shows: [...shows] };
}

/** Up to 8 points for how much is logged and how recent it is; none where the tie is strained. */
function tieOf({ strained, interactions, lastContact }: Person, today: Day): number {
  if (strained || lastContact === null) return 0;
  const days = daysBetween(lastContact, today);
  const recent = days <= RECENT_DAYS ? RECENT : days <= LONG_DAYS ? 1 : 0;
  return Math.min(TIES, interactions) + recent;
}
