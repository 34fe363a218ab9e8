import type { DateOrder, Day } from '../model.ts';
import { addDays, daysBetween, makeDay, weekdayIndex } from '../text/days.ts';

/** Where words leave the year or the week open, the day is on this side of today. */
export type Leaning = 'past' | 'future';

/** Which one of the days, weeks or weekends that come again. */
export type Side = 'last' | 'this' | 'next';

/**
 * "friday", "last friday", "this friday", "next friday", by the number of the weekday; today counts for the bare one in
 * the past. "next friday" is in the week after this one, also on a Monday.
 */
export function weekdayOn(
  weekday: number,
  side: Side | undefined,
  today: Day,
  leaning: Leaning,
): Day {
  const back = (weekdayIndex(today) - weekday + 7) % 7;
  if (side === 'last') return addDays(today, -(back || 7));
  if (side === 'next' || side === 'this') return dayOfWeek(weekday, side, today);
  return leaning === 'future' ? addDays(today, 7 - back) : addDays(today, -back);
}

/** "monday last week" is in the calendar week before, which begins on a Monday. */
export function dayOfWeek(weekday: number, side: Side | undefined, today: Day): Day {
  const monday = addDays(today, -((weekdayIndex(today) + 6) % 7));
  const weeks = side === 'this' ? 0 : side === 'next' ? 1 : -1;
  return addDays(monday, 7 * weeks + ((weekday + 6) % 7));
}

/** A weekday of an ISO week, which begins on Monday; week 1 has the year's first Thursday. Null where the year lacks it. */
export function dayOfNumberedWeek(year: number, week: number, weekday: number): Day | null {
  const fourth = makeDay(year, 1, 4);
  if (fourth === null || week < 1) return null;
  const monday = addDays(fourth, -((weekdayIndex(fourth) + 6) % 7) + 7 * (week - 1));
  return yearOf(addDays(monday, 3)) === year ? addDays(monday, (weekday + 6) % 7) : null;
}

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

/** The same date in this year, or in the one beside it that is meant, whichever is nearer to today. */
export function nearestYear(day: Day, today: Day, leaning: Leaning): Day {
  const [, month = 0, date = 0] = day.split('-').map(Number);
  const beside = yearOf(today) + (leaning === 'past' ? -1 : 1);
  const away = (one: Day) => Math.abs(daysBetween(today, one));
  return [yearOf(today), beside]
    .flatMap((year) => makeDay(year, month, date) ?? [])
    .reduce((best, one) => (away(one) < away(best) ? one : best), day);
}

/** "the 5th": in this month, or the nearest on the right side of today that has it. */
export function dateOfMonth(date: number, today: Day, leaning: Leaning): Day | null {
  for (let away = 0; away <= 2; away++) {
    const day = inMonth(today, leaning === 'past' ? -away : away, date);
    if (day !== null && (leaning === 'past' ? day <= today : day > today)) return day;
  }
  return null;
}

/** "friday the 20th": the nearest month, back or ahead, whose 20th is a Friday. */
export function weekdayDate(weekday: number, date: number, today: Day): Day | null {
  for (let away = 0; away <= 12; away++)
    for (const step of [-away, away]) {
      const day = inMonth(today, step, date);
      if (day !== null && weekdayIndex(day) === weekday) return day;
    }
  return null;
}

/** A date in the month that is so many months from today's. */
function inMonth(today: Day, away: number, date: number): Day | null {
  const months = yearOf(today) * 12 + Number(today.slice(5, 7)) - 1 + away;
  return makeDay(Math.floor(months / 12), (months % 12) + 1, date);
}

/** So many months from today; from the 31st it is the last day of a shorter month. */
export function months(today: Day, away: number): Day | null {
  for (let date = Number(today.slice(8)); date >= 28; date--) {
    const day = inMonth(today, away, date);
    if (day !== null) return day;
  }
  return inMonth(today, away, Number(today.slice(8)));
}

export function numberOf(weekday = ''): number {
  return ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf(weekday.slice(0, 3));
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** How days are read where the words leave it open. */
export interface DayHabits {
  /** Default: past. */
  leaning?: Leaning;
  /** Default: what the locale says, see `localeOrder`. Null: nothing says it, and "3/11" is refused. */
  order?: DateOrder | null;
}
