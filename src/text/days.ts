/** Days go to date-fns through parseISO, since `new Date` reads `YYYY-MM-DD` as UTC. */
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import type { Day, Window } from '../model.ts';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a `YYYY-MM-DD` day that exists. */
export function isDay(text: string): boolean {
  return SHAPE.test(text) && isValid(parseISO(text));
}

/** The day's local midnight. */
export function toDate(day: Day): Date {
  return parseISO(day);
}

/** The local calendar day of a time. */
export function toDay(date: Date): Day {
  const year = String(date.getFullYear()).padStart(4, '0');
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${year}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

/** The day `count` days later, or earlier if negative. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** The same day `count` months later, or earlier if negative; the last day of a shorter month. */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const first = `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}-01`;
  const next = `${pad(Math.floor((months + 1) / 12), 4)}-${pad(((months + 1) % 12) + 1, 2)}-01`;
  return addDays(first, Math.min(Number(day.slice(8, 10)), daysBetween(first, next)) - 1);
}

/** Calendar days from one day to another; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

const MS_PER_DAY = 86_400_000;

// Caches: ranking asks about the same few days over and over.
const numberByDay = new Map<Day, number>();
const dayByNumber = new Map<number, Day>();

/**
 * Days since 1970-01-01. Exact, because a UTC day always has 24 hours. Ranking spends most of its
 * time here, and date-fns takes ten times as long.
 */
export function dayNumber(day: Day): number {
  let number = numberByDay.get(day);
  if (number === undefined) {
    const month = Number(day.slice(5, 7)) - 1;
    number = Date.UTC(Number(day.slice(0, 4)), month, Number(day.slice(8, 10))) / MS_PER_DAY;
    numberByDay.set(day, number);
  }
  return number;
}

/** The inverse of `dayNumber`. */
export function dayFromNumber(number: number): Day {
  let day = dayByNumber.get(number);
  if (day === undefined) {
    day = new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
    dayByNumber.set(number, day);
  }
  return day;
}

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayIndex(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** The window that opens on a day, from a rule's numbers of days. */
export function windowFrom(opens: Day, days: { best: number; closes: number }): Window {
  return {
    opens,
    best: addDays(opens, days.best),
    closes: addDays(opens, days.closes),
  };
}

/** "today" (or later), "yesterday", "5 days ago", "3 weeks ago", "over a year ago". */
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
export function monthName(day: Day): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] as string;
}

/** The weekday's English name: "Friday". */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekdayIndex(day)] as string;
}

/** "Fri 20 Nov", or "Fri 20 Nov 2024" if it isn't in the current year. */
export function formatDay(day: Day, today: Day): string {
  const short = `${weekdayName(day).slice(0, 3)} ${Number(day.slice(8))} ${monthName(day).slice(0, 3)}`;
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${day.slice(0, 4)}`;
}

/**
 * The month of a past day, as one says it: "earlier this month", "last month", "in March", "in March last year",
 * "in March 2024".
 */
export function monthLoosely(day: Day, today: Day): string {
  const months = monthNumber(today) - monthNumber(day);
  if (months <= 0) return 'earlier this month';
  if (months === 1) return 'last month';
  const month = monthName(day);
  if (daysBetween(day, today) < 300) return `in ${month}`;
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  return years === 1 ? `in ${month} last year` : `in ${month} ${day.slice(0, 4)}`;
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

const COUNT_WORDS = [
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

/** A number of days in words: "a month", "six weeks", "two months". Null under 28 days. */
export function formatGap(days: number): string | null {
  if (days < 28) return null;
  if (days >= 730) return `more than ${COUNT_WORDS[Math.floor(days / 365)] ?? 'ten'} years`;
  if (days >= 365) return 'more than a year';
  if (days < 38) return 'a month';
  if (days < 53) return 'six weeks';
  const months = Math.min(11, Math.round(days / 30.44));
  return `${COUNT_WORDS[months]} months`;
}

/** The day for a year, month (1 to 12) and date; null if it doesn't exist, as 30 February. */
export function makeDay(year: number, month: number, date: number): Day | null {
  const day = [pad(year, 4), pad(month, 2), pad(date, 2)].join('-');
  return isDay(day) ? day : null;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
