import type { Day } from '../../model.ts';
import { addDays } from '../../text/days.ts';

/** A tie is warm for this many days after a contact: the article's "at least once a month". */
export const WARM_DAYS = 30;
/** After that it is cooling, up to this many days after the contact. Our own limit. */
export const COOLING_DAYS = 90;

export const WARMTHS = ['warm', 'cooling', 'quiet'] as const;
export type Warmth = (typeof WARMTHS)[number];

/** How many connections are warm, cooling and quiet. */
export type Ties = Record<Warmth, number>;

/** The earliest last contact that is still warm, and still cooling, on `day`. */
export function warmthBounds(day: Day): { warm: Day; cooling: Day } {
  return { warm: addDays(day, -WARM_DAYS), cooling: addDays(day, -COOLING_DAYS) };
}

/** How warm a tie is on `day`, by the day of the last contact (null: never). */
export function warmthOf(lastContact: Day | null, day: Day): Warmth {
  const { warm, cooling } = warmthBounds(day);
  if (lastContact === null || lastContact < cooling) return 'quiet';
  return lastContact < warm ? 'cooling' : 'warm';
}

/** The last day of each of the past eleven months, oldest first, then today. */
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
