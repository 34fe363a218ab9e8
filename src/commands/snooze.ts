import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Day } from '../model.ts';
import { wrap } from '../render/layout.ts';
import { clockOf, editPerson, personById } from '../store/people.ts';
import { restartShown } from '../store/shown.ts';
import { addDays, formatDay } from '../text/days.ts';
import { safeLines } from '../text/safe.ts';
import { daysOfSpan } from '../text/span.ts';
import { findNamed, nameFor } from './input/person.ts';
import { readTypedDay } from './input/typed-day.ts';
import { printPerson } from './outcome.ts';

const DEFAULT_DAYS = 14;

/** Snoozes a person until a later day. @throws Failure `bad-date` for today or earlier */
export async function run(
  input: { name: string; until?: string },
  context: Context,
): Promise<undefined> {
  const db = context.storeToEdit();
  const { today, toType } = context;
  const person = findNamed(db, input.name, context);
  const until = await readUntil(input.until, context);
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
    `${person.name}: snoozed until ${formatDay(until, today)}. Good news brings them back sooner.`,
    toType(`Take it back: netcoach unsnooze ${nameFor(db, person)}`),
  ].join('\n');
  context.print({ person: personById(db, person.id), until }, () =>
    wrap(safeLines(sentence), context.width),
  );
}

async function readUntil(words: string | undefined, context: Context): Promise<Day> {
  if (words === undefined) return addDays(context.today, DEFAULT_DAYS);
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
    : `${person.name}: isn't snoozed.`;
  return printPerson(db, person.id, sentence, context);
}
