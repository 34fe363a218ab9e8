import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import { addSkip } from '../store/skips.ts';
import { judgePerson } from '../store/today.ts';
import { findNamed, nameFor } from './input/person.ts';
import { printPerson } from './outcome.ts';

/** Skips a person's leading moment; their next one can still be suggested. */
export function run({ name }: { name: string }, context: Context): undefined {
  const db = context.storeToEdit();
  const person = findNamed(db, name, context);
  const { lead } = judgePerson(db, person, context.today);
  if (lead === null) {
    throw new Failure(
      'usage',
      `nothing is suggested for ${person.name} today, so there's nothing to skip`,
      `See why: netcoach why ${nameFor(db, person)}`,
    );
  }
  change(db, `skip: ${person.name}`, () => addSkip(db, person.id, lead.key, context.today));
  const sentence = [
    `${person.name}: skipped for good. (${lead.reason}.)`,
    context.toType('Undo: netcoach undo'),
  ].join('\n');
  return printPerson(db, person.id, sentence, context);
}
