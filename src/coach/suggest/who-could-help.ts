import type { Day, Person } from '../../model.ts';
import { daysBetween } from '../../text/days.ts';
import { contentWords, isSameWord } from './goals.ts';

/** Someone who could help with a project. */
export interface Collaborator {
  person: Person;
  /** The matching skills, interests, role or titles: "the skill Rust", "Payments rewrite". */
  reasons: string[];
}

// These weights are our own: a named skill counts most, a title of shared work least. A close
// relationship (8 points at most) decides between similar matches, and rarely outweighs one twice
// as good.
const SKILL_POINTS = 10;
const INTEREST_POINTS = 7;
const ROLE_POINTS = 6;
const TITLE_POINTS = 5;
const MAX_COUNT_POINTS = 5;
const RECENT_POINTS = 3;
const RECENT_DAYS = 90;
/** Contact longer ago than this adds no points. */
const STALE_DAYS = 365;

/**
 * Ranks people by how well their skills, interests, role, team and shared work match a project, and
 * by how close we are. People who match nothing are left out.
 * @param goal the project, as typed
 * @param skill a skill they must match in full, or null
 * @param titles the titles of the interactions with each person, by person id
 */
export function rankCollaborators(
  people: readonly Person[],
  { goal, skill, today }: { goal: string; skill: string | null; today: Day },
  titles: ReadonlyMap<number, readonly string[]>,
): Collaborator[] {
  const needed = skill === null ? [] : contentWords(skill);
  const wanted = [...new Set([...needed, ...contentWords(goal)])];
  return people
    .map((person) => ({ person, ...matchWords(person, wanted, titles.get(person.id) ?? []) }))
    .filter(({ served }) => (skill === null ? served.size > 0 : needed.every((w) => served.has(w))))
    .map((one) => ({ ...one, rank: one.points + tiePoints(one.person, today) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ person, reasons }) => ({ person, reasons }));
}

/** The wanted words that a person matches, the points for them, and what matched. */
function matchWords(
  person: Person,
  wanted: readonly string[],
  titles: readonly string[],
): { served: Set<string>; points: number; reasons: string[] } {
  const evidence = [
    ...person.skills.map((text) => ({ text, shown: `the skill ${text}`, weight: SKILL_POINTS })),
    ...person.interests.map((text) => ({
      text,
      shown: `an interest in ${text}`,
      weight: INTEREST_POINTS,
    })),
    ...[person.role, person.team].flatMap((text) =>
      text === null ? [] : [{ text, shown: text, weight: ROLE_POINTS }],
    ),
    ...titles.map((text) => ({ text, shown: `"${text}"`, weight: TITLE_POINTS })),
  ].map((one) => ({ ...one, words: contentWords(one.text) }));
  const served = new Set<string>();
  const reasons = new Set<string>();
  let points = 0;
  for (const want of wanted) {
    const best = evidence.find(({ words }) => words.some((word) => isSameWord(want, word)));
    if (best === undefined) continue;
    served.add(want);
    reasons.add(best.shown);
    points += best.weight;
  }
  return { served, points, reasons: [...reasons] };
}

/** 0 to 8 points for the number and recency of interactions; none if strained. */
function tiePoints({ strained, interactions, lastContact }: Person, today: Day): number {
  if (strained || lastContact === null) return 0;
  const days = daysBetween(lastContact, today);
  const recent = days <= RECENT_DAYS ? RECENT_POINTS : days <= STALE_DAYS ? 1 : 0;
  return Math.min(MAX_COUNT_POINTS, interactions) + recent;
}
