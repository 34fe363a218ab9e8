import { Failure } from '../failure.ts';
import type { Day } from '../model.ts';
import { addDays, makeDay } from '../text/days.ts';
import type { Leaning } from './day-nearest.ts';

const HINT = 'Write it as 2026-11-20, or in words: yesterday, last friday, 3 days ago, nov 5.';

/** Days outside these years are slips of the hand, not days that anybody logs or plans. */
const FIRST = '1900-01-01';
const LAST = '2200-12-31';

/** No day in words is longer than this, in UTF-16 units. */
const LONGEST = 60;

/**
 * A day as a person types it: `YYYY-MM-DD`, `today`, or plain words. What leaves the year or the week
 * open means the past unless told otherwise ("friday" is the last one, or today); "next monday" and
 * "in 3 weeks" are ahead either way. "5/11" follows the order of the locale where it can be read
 * both ways; "05.11.2025" is day first everywhere.
 * @throws Failure `bad-date` for nonsense, what is understood in part, a time, a range, or a day the calendar lacks
 */
export async function parseDay(words: string, today: Day, leaning: Leaning = 'past'): Promise<Day> {
  const text = words.trim().toLowerCase().replace(/\s+/g, ' ');
  const day = plainDay(text, today) ?? (await worded(text, today, leaning));
  if (day === null)
    throw new Failure('bad-date', `"${shown(words)}" is no day that I can read`, HINT);
  if (day < FIRST || day > LAST || day.length > LAST.length) {
    throw new Failure('bad-date', `"${shown(words)}" is too far away`, HINT);
  }
  return day;
}

/** A past day or today, as an interaction needs it. @throws Failure `bad-date` */
export async function parsePastDay(words: string, today: Day): Promise<Day> {
  const day = await parseDay(words, today);
  if (day > today) {
    throw new Failure(
      'bad-date',
      `${day} has not come yet (today is ${today})`,
      'Log it once it has happened.',
    );
  }
  return day;
}

/** The forms that scripts use, read without loading anything. */
function plainDay(text: string, today: Day): Day | null {
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return makeDay(Number(year), Number(month), Number(date));
  if (text === 'today' || text === 'now') return today;
  if (text === 'yesterday') return addDays(today, -1);
  const [, count] = /^(\d{1,5}) days? ago$/.exec(text) ?? [];
  return count === undefined ? null : addDays(today, -Number(count));
}

async function worded(text: string, today: Day, leaning: Leaning): Promise<Day | null> {
  if (text === '' || text.length > LONGEST) return null;
  const { dayInWords } = await import('./day-words.ts');
  return dayInWords(text, today, leaning);
}

function shown(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
