/** Days as the coach says them. The arithmetic itself is in rules/days.ts, since rules import nothing from here. */

import { daysBetween, weekdayOf } from '../../rules/days.ts';
import type { Day } from '../../rules/rule.ts';

export {
  addDays,
  daysBetween,
  isDay,
  toDay,
  weekdayOf,
} from '../../rules/days.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The month's English name: "November". */
export function monthOf(day: Day): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] as string;
}

/** The weekday's English name: "Friday". */
export function weekday(day: Day): string {
  return WEEKDAYS[weekdayOf(day)] as string;
}

/** A day as one reads it aloud, with the year only where it is not today's: "Fri 20 Nov", "Fri 20 Nov 2024". */
export function sayDay(day: Day, today: Day): string {
  const short = `${weekday(day).slice(0, 3)} ${Number(day.slice(8))} ${monthOf(day).slice(0, 3)}`;
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${day.slice(0, 4)}`;
}

/** When a past day was, in words that stay true until the week is out: "this week", "last week", "in March", "in March 2024". */
export function looseDay(day: Day, today: Day): string {
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  const days = daysBetween(day, today);
  if (days <= sinceMonday) return 'this week';
  if (days <= sinceMonday + 7) return 'last week';
  return days < 300 ? `in ${monthOf(day)}` : `in ${monthOf(day)} ${day.slice(0, 4)}`;
}

const COUNTS = [
  '',
  'a',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
];

/** A length of time as one says it, from days: "four weeks", "a month", "two months", "more than a year". Null under four weeks. */
export function sayGap(days: number): string | null {
  if (days < 28) return null;
  if (days >= 730) return `more than ${COUNTS[Math.floor(days / 365)] ?? 'ten'} years`;
  if (days >= 365) return 'more than a year';
  if (days < 38) return 'a month';
  if (days < 53) return 'six weeks';
  const months = Math.min(11, Math.round(days / 30.44));
  return `${COUNTS[months]} months`;
}
