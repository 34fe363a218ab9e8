import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import { addSkip } from '../store/skips.ts';
import { judgePerson } from '../store/today.ts';
import { findPerson, nameFor } from './input/person.ts';
import { printPerson } from './outcome.ts';

/** Skips a person's leading moment; their next one can still be suggested. */
export function run({ name }: { name: string }, context: Context): undefined {
  const db = context.store();
  const person = findPerson(db, name);
  const { lead } = judgePerson(db, person, context.today);
  if (lead === null) {
    throw new Failure(
      'usage',
      `nothing is due with ${person.name} today, so there is nothing to skip`,
      `See: netcoach why ${nameFor(db, person)}`,
    );
  }
  change(db, `skip: ${person.name}`, () => addSkip(db, person.id, lead.key, context.today));
  return printPerson(db, person.id, `${person.name}: let pass. (${lead.reason}.)`, context);
}
