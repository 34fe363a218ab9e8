import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import { editPerson } from '../store/people.ts';
import { addDays, formatDay } from '../text/days.ts';
import { findPerson } from './input/person.ts';
import { readTypedDay } from './input/typed-day.ts';
import { printPerson } from './outcome.ts';

const DEFAULT_DAYS = 14;

/** Snoozes a person until a later day. @throws Failure `bad-date` for today or earlier */
export async function run(
  input: { name: string; until?: string },
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const { today } = context;
  const person = findPerson(db, input.name);
  const until =
    input.until === undefined
      ? addDays(today, DEFAULT_DAYS)
      : await readTypedDay(input.until, context, 'future');
  if (until <= today) {
    throw new Failure(
      'bad-date',
      `${until} is not ahead of today (${today})`,
      'Give a later day: --until 2027-01-15, or --until "in 3 weeks"',
    );
  }
  change(db, `snooze: ${person.name}`, () => editPerson(db, person.id, { snoozedUntil: until }));
  return printPerson(
    db,
    person.id,
    `${person.name}: not now; back on ${formatDay(until, today)}.`,
    context,
  );
}
