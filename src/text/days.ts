/** The one file that hands days to date-fns: always through parseISO, since `new Date` reads a bare day as UTC. */
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import type { Day, Window } from '../model.ts';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return SHAPE.test(text) && isValid(parseISO(text));
}

/** A day as the local midnight that date-fns works on. */
export function toDate(day: Day): Date {
  return parseISO(day);
}

/** The local calendar day of a moment in time. */
export function toDay(date: Date): Day {
  const year = String(date.getFullYear()).padStart(4, '0');
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${year}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

/** The day `count` days after `day` (before it, when negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** The day `count` months after `day` (before it, when negative): the last of a month that is too short. */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const first = `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}-01`;
  const next = `${pad(Math.floor((months + 1) / 12), 4)}-${pad(((months + 1) % 12) + 1, 2)}-01`;
  return addDays(first, Math.min(Number(day.slice(8, 10)), daysBetween(first, next)) - 1);
}

/** Calendar days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

const MILLISECONDS = 86_400_000;

// The same few days are asked about again and again while people are ranked.
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();

/**
 * Days since 1970. A day has no time zone and every day of UTC has 24 hours, so this is exact; it is what
 * ranking spends its time on, and date-fns takes ten times as long to go through local midnights.
 */
export function dayNumber(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    const month = Number(day.slice(5, 7)) - 1;
    number = Date.UTC(Number(day.slice(0, 4)), month, Number(day.slice(8, 10))) / MILLISECONDS;
    numbers.set(day, number);
  }
  return number;
}

/** The day that is so many days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * MILLISECONDS).toISOString().slice(0, 10);
    days.set(number, day);
  }
  return day;
}

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return parseISO(day).getDay();
}

/** The window of a moment that opens on `opens`, from a rule's numbers of days. */
export function windowFrom(opens: Day, days: { best: number; closes: number }): Window {
  return {
    opens,
    best: addDays(opens, days.best),
    closes: addDays(opens, days.closes),
  };
}

/** How long ago a day was, as one says it: "today", "yesterday", "5 days ago", "3 weeks ago". */
export function ago(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.floor(days / 7)} weeks ago`;
  if (days < 365) return `${Math.min(11, Math.round(days / 30.44))} months ago`;
  return days < 730 ? 'over a year ago' : `over ${Math.floor(days / 365)} years ago`;
}

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

/** The day of a year, month (1 to 12) and date; null where the calendar has none, such as 30 February. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const day = [pad(year, 4), pad(month, 2), pad(date, 2)].join('-');
  return isDay(day) ? day : null;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
