import { dayFromNumber } from '../../text/days.ts';

/*
 * RRULE (RFC 5545) at day precision, which keeps every rule bounded. ical.js, which the tests
 * compare this with, steps through INTERVAL day by day and never ends for some rules.
 */

/** Days that can still be looked at, over all events of a file. */
export interface WorkBudget {
  days: number;
}

/** Per event. */
const MAX_DAYS = 1_000;

/**
 * Returns a recurrence's days within a window, in days since 1970-01-01.
 * @param window.until last day of the rule, or Infinity
 */
export function recurrenceDays(
  rule: Recurrence,
  start: number,
  window: { from: number; to: number; until: number },
  budget: WorkBudget,
): number[] {
  const days: number[] = start >= window.from && start <= window.to ? [start] : [];
  const last = Math.min(window.to, window.until);
  let remaining = (rule.count ?? Number.POSITIVE_INFINITY) - 1;
  const periods = periodsFor(rule, start);
  // COUNT starts at the first instance. Other rules can skip to the window.
  let period = rule.count === null ? Math.max(0, periods.indexNear(window.from) - 1) : 0;
  for (; remaining > 0 && budget.days > 0 && days.length < MAX_DAYS; period++) {
    if (periods.start(period) > last) break;
    const found = selectPositions(periods.days(period), rule.bySetPos);
    budget.days -= found.length + 1;
    for (const day of found) {
      if (day <= start) continue;
      if (day > last || remaining <= 0) return days;
      remaining--;
      if (day >= window.from) days.push(day);
    }
  }
  return days.slice(0, MAX_DAYS);
}

interface Periods {
  /** First day of period n. */
  start: (period: number) => number;
  /** A period that starts near a day, but not after it. */
  indexNear: (day: number) => number;
  /** Sorted days of period n that match the rule. */
  days: (period: number) => number[];
}

function periodsFor(rule: Recurrence, start: number): Periods {
  const { interval } = rule;
  const [year, month, date] = dayFromNumber(start).split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const startParts = { weekday: weekdayOf(start), month, date };
  if (rule.freq === 'DAILY')
    return {
      start: (n) => start + n * interval,
      indexNear: (day) => Math.floor((day - start) / interval),
      days: (n) => [start + n * interval].filter((day) => matchesRule(rule, day)),
    };
  if (rule.freq === 'WEEKLY') {
    const monday = start - ((startParts.weekday - rule.weekStart + 7) % 7);
    const weekdays =
      rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [startParts.weekday];
    const offsets = weekdays.map((weekday) => (weekday - rule.weekStart + 7) % 7);
    return {
      start: (n) => monday + n * interval * 7,
      indexNear: (day) => Math.floor((day - monday) / (7 * interval)),
      days: (n) =>
        sortedUnique(offsets.map((offset) => monday + n * interval * 7 + offset)).filter((day) =>
          isInMonths(rule, day),
        ),
    };
  }
  if (rule.freq === 'MONTHLY')
    return {
      start: (n) => firstDayOf(year, month + n * interval),
      indexNear: (day) => Math.floor((day - start) / (31 * interval)),
      days: (n) =>
        monthDays(rule, year, month + n * interval, startParts.date).filter((day) =>
          isInMonths(rule, day),
        ),
    };
  return {
    start: (n) => firstDayOf(year + n * interval, 1),
    indexNear: (day) => Math.floor((day - start) / (366 * interval)),
    days: (n) => yearDays(rule, year + n * interval, startParts),
  };
}

function monthDays(rule: Recurrence, year: number, month: number, startDate: number): number[] {
  const first = firstDayOf(year, month);
  const length = firstDayOf(year, month + 1) - first;
  if (rule.byMonthDay.length === 0 && rule.byDay.length > 0)
    return nthWeekdays(rule, first, length);
  const dates = rule.byMonthDay.length > 0 ? rule.byMonthDay : [startDate];
  const days = dates.map((date) => (date < 0 ? length + date + 1 : date));
  return sortedUnique(
    days.filter((date) => date >= 1 && date <= length).map((date) => first + date - 1),
  ).filter((day) => isOnWeekdays(rule, day));
}

function yearDays(
  rule: Recurrence,
  year: number,
  startParts: { weekday: number; month: number; date: number },
): number[] {
  const first = firstDayOf(year, 1);
  const length = firstDayOf(year + 1, 1) - first;
  if (rule.byYearDay.length > 0) {
    const days = rule.byYearDay.map((day) => (day < 0 ? length + day + 1 : day));
    return sortedUnique(
      days.filter((day) => day >= 1 && day <= length).map((day) => first + day - 1),
    ).filter((day) => matchesRule(rule, day));
  }
  if (rule.byWeek.length > 0) return weekDays(rule, year, startParts.weekday);
  if (rule.byMonth.length === 0 && rule.byMonthDay.length === 0 && rule.byDay.length > 0)
    return nthWeekdays(rule, first, length);
  const isEveryMonth = rule.byMonth.length === 0 && rule.byMonthDay.length > 0;
  const months = isEveryMonth ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : rule.byMonth;
  return sortedUnique(
    (months.length > 0 ? months : [startParts.month]).flatMap((month) =>
      monthDays(rule, year, month, startParts.date),
    ),
  );
}

/** ISO 8601 weeks, starting on the rule's first weekday. */
function weekDays(rule: Recurrence, year: number, startWeekday: number): number[] {
  const firstWeek = (ofYear: number) => {
    const fourth = firstDayOf(ofYear, 1) + 3;
    return fourth - ((weekdayOf(fourth) - rule.weekStart + 7) % 7);
  };
  const start = firstWeek(year);
  const weeks = (firstWeek(year + 1) - start) / 7;
  const weekdays =
    rule.byDay.length > 0 ? rule.byDay.map(({ weekday }) => weekday) : [startWeekday];
  return sortedUnique(
    rule.byWeek
      .map((week) => (week < 0 ? weeks + week + 1 : week))
      .filter((week) => week >= 1 && week <= weeks)
      .flatMap((week) =>
        weekdays.map((weekday) => start + (week - 1) * 7 + ((weekday - rule.weekStart + 7) % 7)),
      ),
  ).filter((day) => isInMonths(rule, day));
}

/** The second Monday, the last Friday, every Sunday. */
function nthWeekdays(rule: Recurrence, first: number, length: number): number[] {
  return sortedUnique(
    rule.byDay.flatMap(({ nth, weekday }) => {
      const offset = (weekday - weekdayOf(first) + 7) % 7;
      const all: number[] = [];
      for (let day = offset; day < length; day += 7) all.push(first + day);
      if (nth === 0) return all;
      const day = nth > 0 ? all[nth - 1] : all[all.length + nth];
      return day === undefined ? [] : [day];
    }),
  );
}

function matchesRule(rule: Recurrence, day: number): boolean {
  return isInMonths(rule, day) && isOnWeekdays(rule, day) && isOnDates(rule, day);
}

function isInMonths(rule: Recurrence, day: number): boolean {
  return rule.byMonth.length === 0 || rule.byMonth.includes(Number(dayFromNumber(day).slice(5, 7)));
}

function isOnWeekdays(rule: Recurrence, day: number): boolean {
  return rule.byDay.length === 0 || rule.byDay.some(({ weekday }) => weekday === weekdayOf(day));
}

function isOnDates(rule: Recurrence, day: number): boolean {
  if (rule.byMonthDay.length === 0) return true;
  const [year, month, date] = dayFromNumber(day).split('-').map(Number) as [number, number, number];
  const length = firstDayOf(year, month + 1) - firstDayOf(year, month);
  return rule.byMonthDay.some((wanted) => (wanted < 0 ? length + wanted + 1 : wanted) === date);
}

function selectPositions(days: number[], positions: number[]): number[] {
  if (positions.length === 0) return days;
  const found = positions.map((nth) => days[nth > 0 ? nth - 1 : days.length + nth]);
  return sortedUnique(found.filter((day) => day !== undefined));
}

function firstDayOf(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / 86_400_000;
}

function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

function sortedUnique(days: number[]): number[] {
  return [...new Set(days)].sort((a, b) => a - b);
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A parsed RRULE. */
export interface Recurrence {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count: number | null;
  /** As written: `20240311T225959Z` or `20240311`. */
  until: string | null;
  weekStart: number;
  /** `nth` in the month or year, negative from the end, 0 for all; Sunday is 0. */
  byDay: Array<{ nth: number; weekday: number }>;
  byMonthDay: number[];
  byYearDay: number[];
  byWeek: number[];
  byMonth: number[];
  bySetPos: number[];
}

/** Parses an RRULE; null if it's invalid or repeats within a day. */
export function parseRecurrence(rule: string): Recurrence | null {
  const parts = new Map(
    rule.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toUpperCase(), value.trim().toUpperCase()] as const;
    }),
  );
  const freq = parts.get('FREQ');
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY' && freq !== 'YEARLY') return null;
  const numbers = (name: string, limit: number) =>
    (parts.get(name) ?? '')
      .split(',')
      .map(Number)
      .filter((n) => Number.isInteger(n) && n !== 0 && Math.abs(n) <= limit);
  const [interval = 1] = numbers('INTERVAL', 1e12);
  const [count = null] = numbers('COUNT', 1e12);
  if (interval < 1 || (count !== null && count < 1)) return null;
  return {
    freq,
    // Longer than any window, small enough for date arithmetic.
    interval: Math.min(interval, 100_000),
    count,
    until: parts.get('UNTIL') || null,
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')),
    byDay: (parts.get('BYDAY') ?? '').split(',').flatMap((text) => {
      const found = /^([+-]?\d{0,2})(SU|MO|TU|WE|TH|FR|SA)$/.exec(text.trim());
      return found === null
        ? []
        : [{ nth: Number(found[1] || 0), weekday: WEEKDAYS.indexOf(found[2] ?? '') }];
    }),
    byMonthDay: numbers('BYMONTHDAY', 31),
    byYearDay: numbers('BYYEARDAY', 366),
    byWeek: numbers('BYWEEKNO', 53),
    byMonth: numbers('BYMONTH', 12).filter((month) => month > 0),
    bySetPos: numbers('BYSETPOS', 366),
  };
}
