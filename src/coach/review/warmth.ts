import type { Day } from '../../model.ts';
import { addDays } from '../../text/days.ts';

/** Days since the last contact in which a tie is warm: the article's "at least once a month". */
export const WARM = 30;
/** Days in which it is cooling: three of those months, in which one word restores it; the number is ours. */
export const COOLING = 90;

export const WARMTHS = ['warm', 'cooling', 'quiet'] as const;
export type Warmth = (typeof WARMTHS)[number];

/** How many connections are in each state. */
export type Ties = Record<Warmth, number>;

/** The first day on which a contact still counts as warm, and as cooling, seen from a day. */
export function warmthBounds(day: Day): { warm: Day; cooling: Day } {
  return { warm: addDays(day, -WARM), cooling: addDays(day, -COOLING) };
}

/** How warm a tie is whose last contact was on `touch` (null: never). */
export function warmthOf(touch: Day | null, day: Day): Warmth {
  const { warm, cooling } = warmthBounds(day);
  if (touch === null || touch < cooling) return 'quiet';
  return touch < warm ? 'cooling' : 'warm';
}

/** The days on which a year is looked at: the last of each of the past eleven months, oldest first, then today. */
export function monthEnds(today: Day): Day[] {
  const days = [today];
  let first = `${today.slice(0, 8)}01`;
  for (let month = 0; month < 11; month++) {
    const end = addDays(first, -1);
    days.unshift(end);
    first = `${end.slice(0, 8)}01`;
  }
  return days;
}
