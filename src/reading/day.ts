import { Failure } from '../failure.ts';
import type { DateOrder, Day } from '../model.ts';
import { addDays, daysBetween, makeDay } from '../text/days.ts';
import { type DayHabits, type Leaning, numberOf, type Side, weekdayOn } from './calendar.ts';

const HINT = 'Write it as 2026-11-20, or in words: yesterday, last friday, 3 days ago, nov 5.';

/** Days outside these years are slips of the hand, not days that anyone logs or plans. */
const FIRST = '1900-01-01';
const LAST = '2200-12-31';

/** No day in words is longer than this, in UTF-16 units. */
const LONGEST = 60;

/**
 * A day as a person types it: `YYYY-MM-DD`, `today`, or plain words. What leaves the year or the week
 * open means the past by default ("friday" is the last one, or today); "next monday" and "in 3 weeks"
 * are ahead either way. "05.11.2025" is day first everywhere; a clock time after a day is dropped.
 * @throws Failure `bad-date` for nonsense, what is understood in part, a range, a day the calendar
 * lacks, and "3/11" where nothing says which comes first
 */
export async function parseDay(words: string, today: Day, habits: DayHabits = {}): Promise<Day> {
  const text = words.trim().toLowerCase().replace(/\s+/g, ' ');
  const day = plainDay(text, today, habits.leaning) ?? (await worded(text, today, habits));
  if (Array.isArray(day)) throw ambiguous(shown(words), day);
  if (day === null)
    throw new Failure('bad-date', `"${shown(words)}" isn't a date I understand`, HINT);
  if (day < FIRST || day > LAST || day.length > LAST.length)
    throw new Failure('bad-date', `"${shown(words)}" is too far away`, HINT);
  return day;
}

/** A past day or today, as an interaction needs it. @throws Failure `bad-date` */
export async function parsePastDay(
  words: string,
  today: Day,
  order?: DateOrder | null,
): Promise<Day> {
  const read = await parseDay(words, today, order === undefined ? {} : { order });
  const day = notAYearBack(read, words, today, THIS_WEEK);
  if (day > today)
    throw new Failure(
      'bad-date',
      `${day} is in the future (today is ${today})`,
      'Log it once it has happened.',
    );
  return day;
}

/** How many days ahead a date without a year is rather a slip than a date of last year. */
const THIS_WEEK = 7;

/**
 * "1 December" on 28 November is three days ahead, and no day of last year unless the year is said.
 * @param days how far ahead that holds
 */
export function notAYearBack(day: Day, words: string, today: Day, days: number): Day {
  const isOpen = /\d/.test(words) && /[a-z]{3}|[./]/i.test(words);
  const hasYear = /\d{4}|\d[./-]\d+[./-]\d|ago|last|back/i.test(words);
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  const ahead = daysBetween(today, next);
  return isOpen && !hasYear && ahead > 0 && ahead <= days ? next : day;
}

/** The refusal of "3/11" where both readings are days. */
export function ambiguous(words: string, readings: readonly Day[]): Failure {
  return new Failure(
    'bad-date',
    `"${words}" could be two dates`,
    /\d[/.-]\d/u.test(words)
      ? `Write it as ${readings.join(' or ')}, or set the order of day and month: netcoach me --date-order day-first`
      : `Write it as ${readings.join(' or ')}.`,
  );
}

/**
 * The order of day and month that the locale asks for, from LC_ALL, LC_TIME and LANG. Null where they
 * say nothing: unset (on Windows the system's own setting counts then), or "C".
 */
export function localeOrder(
  env: Record<string, string | undefined>,
  platform: string = process.platform,
): DateOrder | null {
  const set = env.LC_ALL || env.LC_TIME || env.LANG || '';
  const name = set.replace(/[.@].*$/, '').replace('_', '-');
  if (name === '' ? platform !== 'win32' : /^(C|POSIX)$/i.test(name)) return null;
  try {
    const parts = new Intl.DateTimeFormat(name === '' ? undefined : name)
      .formatToParts()
      .map(({ type }) => type);
    return parts.indexOf('day') < parts.indexOf('month') ? 'day-first' : 'month-first';
  } catch {
    return null;
  }
}

const WEEKDAY =
  /^(?:on )?(?:(last|this|next) )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)$/;

/** The forms that scripts use and people type most, read without loading anything; null for any other. */
export function plainDay(text: string, today: Day, leaning: Leaning = 'past'): Day | null {
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return makeDay(Number(year), Number(month), Number(date));
  if (text === 'today' || text === 'now') return today;
  if (text === 'yesterday') return addDays(today, -1);
  if (text === 'tomorrow') return addDays(today, 1);
  const [, word, weekday] = WEEKDAY.exec(text) ?? [];
  if (weekday !== undefined)
    return weekdayOn(numberOf(weekday), word as Side | undefined, today, leaning);
  const [, count] = /^(\d{1,5}) days? ago$/.exec(text) ?? [];
  return count === undefined ? null : addDays(today, -Number(count));
}

async function worded(text: string, today: Day, habits: DayHabits): Promise<Day | Day[] | null> {
  if (text === '' || text.length > LONGEST) return null;
  const { readDay } = await import('./day-grammar.ts');
  return readDay(text, today, withDefaults(habits));
}

/** The habits with their defaults filled in. */
export function withDefaults({ leaning, order }: DayHabits): Required<DayHabits> {
  return {
    leaning: leaning ?? 'past',
    order: order === undefined ? localeOrder(process.env) : order,
  };
}

function shown(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
