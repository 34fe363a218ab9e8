/** Days as typed into a command, read by the order of day and month that I set. */
import type { Context } from '../../context.ts';
import type { Day } from '../../model.ts';
import type { DayHabits, Leaning } from '../../reading/calendar.ts';
import { parseDay, parsePastDay } from '../../reading/day.ts';
import { readDateOrder } from '../../store/me.ts';

/** `3/11` and the like: only these depend on the order. */
const NUMERIC = /\d{1,2}\/\d{1,2}/;

/** How days are read where words leave it open. */
export function dayHabits(words: string, context: Context): DayHabits {
  const order = NUMERIC.test(words) ? readDateOrder(context.storeToRead()) : null;
  return order === null ? {} : { order };
}

/** Any day. @throws Failure `bad-date` */
export function readTypedDay(words: string, context: Context, leaning: Leaning): Promise<Day> {
  return parseDay(words, context.today, { leaning, ...dayHabits(words, context) });
}

/** A day up to today. @throws Failure `bad-date` */
export function readTypedPastDay(words: string, context: Context): Promise<Day> {
  return parsePastDay(words, context.today, dayHabits(words, context).order);
}
