import type { Day } from '../model.ts';
import { makeDay } from '../text/days.ts';

/** Where words leave the year or the week open, the day lies on this side of today. */
export type Leaning = 'past' | 'future';

/** What a reader of one shape gives: undefined is another shape, null a day that the calendar lacks. */
export type Read = Day | null | undefined;

/** The day in the year given, else in the nearest year on the right side of today that has it. */
export function inYear(
  month: number,
  date: number,
  year: number | undefined,
  today: Day,
  leaning: Leaning,
): Day | null {
  if (year !== undefined) return makeDay(year, month, date);
  const step = leaning === 'past' ? -1 : 1;
  // Leap days can be eight years apart (1896 and 1904).
  for (let away = 0; away <= 8; away++) {
    const day = makeDay(yearOf(today) + step * away, month, date);
    if (day !== null && (leaning === 'past' ? day <= today : day > today)) return day;
  }
  return null;
}

/** "the 5th": in this month, or the nearest on the right side of today that has it. */
export function dateOfMonth(date: number, today: Day, leaning: Leaning): Day | null {
  const now = yearOf(today) * 12 + Number(today.slice(5, 7)) - 1;
  const step = leaning === 'past' ? -1 : 1;
  for (let away = 0; away <= 2; away++) {
    const months = now + step * away;
    const day = makeDay(Math.floor(months / 12), (months % 12) + 1, date);
    if (day !== null && (leaning === 'past' ? day <= today : day > today)) return day;
  }
  return null;
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
