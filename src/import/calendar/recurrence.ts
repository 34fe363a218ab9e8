import { dayFromNumber } from '../../text/days.ts';

/*
 * The days of an RRULE (RFC 5545), and days only: that is all a coach needs, and it keeps every rule
 * bounded. ical.js, which the tests compare this with, steps through INTERVAL day by day and never ends
 * for some rules of a few bytes.
 */

/** How much work is left for a file: days that may still be looked at. */
export interface Budget {
  days: number;
}

/** The most days that one event gives, of those that lie in the window. */
const MOST_DAYS = 1_000;

/**
 * The days of a recurrence within a window, as days since 1970-01-01. The start is always one of them.
 * @param until the last day, where the rule has one
 */
export function recurrenceDays(
  rule: Recurrence,
  start: number,
  window: { from: number; to: number; until: number },
  budget: Budget,
): number[] {
  const days: number[] = start >= window.from && start <= window.to ? [start] : [];
  const last = Math.min(window.to, window.until);
  let left = (rule.count ?? Number.POSITIVE_INFINITY) - 1;
  const periods = periodsOf(rule, start);
  // Counting must begin at the start; without a count, what lies before the window is passed over.
  let period = rule.count === null ? Math.max(0, periods.near(window.from) - 1) : 0;
  for (; left > 0 && budget.days > 0 && days.length < MOST_DAYS; period++) {
    if (periods.start(period) > last) break;
    const found = pick(periods.days(period), rule.bySetPos);
    budget.days -= found.length + 1;
    for (const day of found) {
      if (day <= start) continue;
      if (day > last || left <= 0) return days;
      left--;
      if (day >= window.from) days.push(day);
    }
  }
  return days.slice(0, MOST_DAYS);
}

interface Periods {
  /** The first day of the nth period. */
  start: (period: number) => number;
  /** A period near a day, not after it. */
  near: (day: number) => number;
  /** The days of the nth period that the rule names, in order. */
  days: (period: number) => number[];
}

function periodsOf(rule: Recurrence, start: number): Periods {
  const { interval } = rule;
  const [year, month, date] = dayFromNumber(start).split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const own = { weekday: weekdayOf(start), month, date };
  if (rule.freq === 'DAILY')
    return {
      start: (n) => start + n * interval,
      near: (day) => Math.floor((day - start) / interval),
      days: (n) => [start + n * interval].filter((day) => fits(rule, day)),
    };
  if (rule.freq === 'WEEKLY') {
    const monday = start - ((own.weekday - rule.weekStart + 7) % 7);
    const weekdays = rule.byDay.length > 0 ? rule.byDay.map((one) => one.weekday) : [own.weekday];
    const offsets = weekdays.map((weekday) => (weekday - rule.weekStart + 7) % 7);
    return {
      start: (n) => monday + n * interval * 7,
      near: (day) => Math.floor((day - monday) / (7 * interval)),
      days: (n) =>
        sorted(offsets.map((offset) => monday + n * interval * 7 + offset)).filter((day) =>
          isInMonths(rule, day),
        ),
    };
  }
  if (rule.freq === 'MONTHLY')
    return {
      start: (n) => firstOf(year, month + n * interval),
      near: (day) => Math.floor((day - start) / (31 * interval)),
      days: (n) =>
        monthDays(rule, year, month + n * interval, own.date).filter((day) =>
          isInMonths(rule, day),
        ),
    };
  return {
    start: (n) => firstOf(year + n * interval, 1),
    near: (day) => Math.floor((day - start) / (366 * interval)),
    days: (n) => yearDays(rule, year + n * interval, own),
  };
}

function monthDays(rule: Recurrence, year: number, month: number, own: number): number[] {
  const first = firstOf(year, month);
  const length = firstOf(year, month + 1) - first;
  if (rule.byMonthDay.length === 0 && rule.byDay.length > 0) return placed(rule, first, length);
  const dates = rule.byMonthDay.length > 0 ? rule.byMonthDay : [own];
  const days = dates.map((date) => (date < 0 ? length + date + 1 : date));
  return sorted(
    days.filter((date) => date >= 1 && date <= length).map((date) => first + date - 1),
  ).filter((day) => isOnWeekdays(rule, day));
}

function yearDays(
  rule: Recurrence,
  year: number,
  own: { weekday: number; month: number; date: number },
): number[] {
  const first = firstOf(year, 1);
  const length = firstOf(year + 1, 1) - first;
  if (rule.byYearDay.length > 0) {
    const days = rule.byYearDay.map((day) => (day < 0 ? length + day + 1 : day));
    return sorted(
      days.filter((day) => day >= 1 && day <= length).map((day) => first + day - 1),
    ).filter((day) => fits(rule, day));
  }
  if (rule.byWeek.length > 0) return weekDays(rule, year, own.weekday);
  if (rule.byMonth.length === 0 && rule.byMonthDay.length === 0 && rule.byDay.length > 0)
    return placed(rule, first, length);
  const isEveryMonth = rule.byMonth.length === 0 && rule.byMonthDay.length > 0;
  const months = isEveryMonth ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : rule.byMonth;
  return sorted(
    (months.length > 0 ? months : [own.month]).flatMap((month) =>
      monthDays(rule, year, month, own.date),
    ),
  );
}

/** Weeks of a year as ISO 8601 counts them, from the rule's first weekday. */
function weekDays(rule: Recurrence, year: number, own: number): number[] {
  const firstWeek = (of: number) => {
    const fourth = firstOf(of, 1) + 3;
    return fourth - ((weekdayOf(fourth) - rule.weekStart + 7) % 7);
  };
  const start = firstWeek(year);
  const weeks = (firstWeek(year + 1) - start) / 7;
  const weekdays = rule.byDay.length > 0 ? rule.byDay.map((one) => one.weekday) : [own];
  return sorted(
    rule.byWeek
      .map((week) => (week < 0 ? weeks + week + 1 : week))
      .filter((week) => week >= 1 && week <= weeks)
      .flatMap((week) =>
        weekdays.map((weekday) => start + (week - 1) * 7 + ((weekday - rule.weekStart + 7) % 7)),
      ),
  ).filter((day) => isInMonths(rule, day));
}

/** The weekdays of a month or year by their place in it: the second Monday, the last Friday, every Sunday. */
function placed(rule: Recurrence, first: number, length: number): number[] {
  return sorted(
    rule.byDay.flatMap(({ place, weekday }) => {
      const offset = (weekday - weekdayOf(first) + 7) % 7;
      const all: number[] = [];
      for (let day = offset; day < length; day += 7) all.push(first + day);
      if (place === 0) return all;
      const one = place > 0 ? all[place - 1] : all[all.length + place];
      return one === undefined ? [] : [one];
    }),
  );
}

function fits(rule: Recurrence, day: number): boolean {
  return isInMonths(rule, day) && isOnWeekdays(rule, day) && isOnDates(rule, day);
}

function isInMonths(rule: Recurrence, day: number): boolean {
  return rule.byMonth.length === 0 || rule.byMonth.includes(Number(dayFromNumber(day).slice(5, 7)));
}

function isOnWeekdays(rule: Recurrence, day: number): boolean {
  return rule.byDay.length === 0 || rule.byDay.some((one) => one.weekday === weekdayOf(day));
}

function isOnDates(rule: Recurrence, day: number): boolean {
  if (rule.byMonthDay.length === 0) return true;
  const [year, month, date] = dayFromNumber(day).split('-').map(Number) as [number, number, number];
  const length = firstOf(year, month + 1) - firstOf(year, month);
  return rule.byMonthDay.some((one) => (one < 0 ? length + one + 1 : one) === date);
}

function pick(days: number[], places: number[]): number[] {
  if (places.length === 0) return days;
  const found = places.map((place) => days[place > 0 ? place - 1 : days.length + place]);
  return sorted(found.filter((day) => day !== undefined));
}

function firstOf(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / 86_400_000;
}

function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

function sorted(days: number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b);
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

export interface Recurrence {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count: number | null;
  /** As written: `20240311T225959Z` or `20240311`. */
  until: string | null;
  weekStart: number;
  /** Weekdays, with the place in the month or year, 0 for every one. */
  byDay: Array<{ place: number; weekday: number }>;
  byMonthDay: number[];
  byYearDay: number[];
  byWeek: number[];
  byMonth: number[];
  bySetPos: number[];
}

/** Reads an RRULE; null for one that makes no sense or repeats within a day. */
export function parseRecurrence(rule: string): Recurrence | null {
  const parts = new Map(
    rule.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toUpperCase(), value.trim().toUpperCase()] as const;
    }),
  );
  const freq = parts.get('FREQ');
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY' && freq !== 'YEARLY') return null;
  const numbers = (name: string, most: number) =>
    (parts.get(name) ?? '')
      .split(',')
      .map(Number)
      .filter((n) => Number.isInteger(n) && n !== 0 && Math.abs(n) <= most);
  const [interval = 1] = numbers('INTERVAL', 1e12);
  const [count = null] = numbers('COUNT', 1e12);
  if (interval < 1 || (count !== null && count < 1)) return null;
  return {
    freq,
    // Beyond any window, and still a number that dates can be counted with.
    interval: Math.min(interval, 100_000),
    count,
    until: parts.get('UNTIL') || null,
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')),
    byDay: (parts.get('BYDAY') ?? '').split(',').flatMap((text) => {
      const found = /^([+-]?\d{0,2})(SU|MO|TU|WE|TH|FR|SA)$/.exec(text.trim());
      return found === null
        ? []
        : [{ place: Number(found[1] || 0), weekday: WEEKDAYS.indexOf(found[2] ?? '') }];
    }),
    byMonthDay: numbers('BYMONTHDAY', 31),
    byYearDay: numbers('BYYEARDAY', 366),
    byWeek: numbers('BYWEEKNO', 53),
    byMonth: numbers('BYMONTH', 12).filter((month) => month > 0),
    bySetPos: numbers('BYSETPOS', 366),
  };
}
