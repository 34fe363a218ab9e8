import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Day, Person } from '../model.ts';
import { wrap } from '../render/layout.ts';
import { peopleLike } from '../store/find-people.ts';
import { clockOf, editPerson, personById } from '../store/people.ts';
import { restartShown } from '../store/shown.ts';
import { judgePerson } from '../store/today.ts';
import { addDays, formatDay } from '../text/days.ts';
import { safeLines } from '../text/safe.ts';
import { daysOfSpan } from '../text/span.ts';
import { findNamed, nameFor } from './input/person.ts';
import { readTypedDay } from './input/typed-day.ts';
import { printPerson } from './outcome.ts';

const DEFAULT_DAYS = 14;
/** So many days before a moment is over, its snooze ends. */
const DAYS_LEFT = 2;

/** Snoozes a person until a later day. @throws Failure `bad-date` for today or earlier */
export async function run(
  input: { name: string; until?: string },
  context: Context,
): Promise<undefined> {
  const db = context.storeToEdit();
  const { today, toType } = context;
  const { name, words } =
    input.until === undefined
      ? await splitUntil(db, input.name, context)
      : { name: input.name, words: input.until };
  const person = findNamed(db, name, context);
  const until = words === undefined ? usualDay(db, person, today) : await readUntil(words, context);
  if (until <= today) {
    throw new Failure(
      'bad-date',
      `${until} isn't after today (${today})`,
      'Give a later day: --until 2w, --until monday or --until 2027-01-15',
    );
  }
  change(db, `snooze: ${person.name}`, () => {
    editPerson(db, person.id, { snoozedUntil: until });
    restartShown(db, person.id);
  });
  const sentence = [
    `${person.name}: snoozed until ${formatDay(until, today)}. Good news, or news that they're leaving, brings them back sooner.`,
    toType(`Undo: netcoach unsnooze ${nameFor(db, person)}`),
  ].join('\n');
  context.print({ person: personById(db, person.id), until }, () =>
    wrap(safeLines(sentence), context.width),
  );
}

/** Splits "Hugo 1 week" into a name and a time: the longest end that is one. */
async function splitUntil(
  db: Database,
  typed: string,
  context: Context,
): Promise<{ name: string; words?: string }> {
  const parts = typed.trim().split(/\s+/);
  if (parts.length === 1 || peopleLike(db, typed, 1).length > 0) return { name: typed };
  for (let at = 1; at < parts.length; at++) {
    const [name, words] = [parts.slice(0, at).join(' '), parts.slice(at).join(' ')];
    if (await isTime(words, context)) return { name, words };
  }
  const [first = '', ...others] = parts;
  const isKnown = peopleLike(db, first, 1).length > 0;
  return isKnown ? { name: first, words: others.join(' ') } : { name: typed };
}

async function isTime(words: string, context: Context): Promise<boolean> {
  try {
    await readUntil(words, context);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'bad-date') return false;
    throw error;
  }
}

/** Two weeks on, or sooner where what is suggested would be over by then. */
function usualDay(db: Database, person: Person, today: Day): Day {
  const usual = addDays(today, DEFAULT_DAYS);
  const closes = judgePerson(db, person, today).lead?.window?.closes;
  if (closes === undefined || closes > usual) return usual;
  const inTime = addDays(closes, -DAYS_LEFT);
  return inTime > today ? inTime : addDays(today, 1);
}

async function readUntil(words: string, context: Context): Promise<Day> {
  const days = daysOfSpan(words);
  return days === null ? readTypedDay(words, context, 'future') : addDays(context.today, days);
}

/** Ends a snooze. A second run changes nothing. */
export function unsnooze(input: { name: string }, context: Context): undefined {
  const db = context.storeToEdit();
  const { today } = context;
  const person = findNamed(db, input.name, context);
  const wasSnoozed = change(db, `unsnooze: ${person.name}`, () => {
    const { snoozedUntil } = clockOf(db, person.id);
    if (snoozedUntil === null || snoozedUntil <= today) return false;
    editPerson(db, person.id, { snoozedUntil: null });
    restartShown(db, person.id);
    return true;
  });
  const sentence = wasSnoozed
    ? `${person.name}: not snoozed any more.`
    : `${person.name}: not snoozed.`;
  return printPerson(db, person.id, sentence, context);
}
