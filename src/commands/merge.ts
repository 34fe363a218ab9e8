import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import { renderPerson } from '../render/person.ts';
import { mergePeople } from '../store/merge.ts';
import { personById } from '../store/people.ts';
import { fold } from '../text/fold.ts';
import { safe } from '../text/safe.ts';
import { findPerson } from './input/person.ts';

/** Merges the entry `name` into the entry `into`. */
export function run(input: { name: string; into: string }, context: Context): undefined {
  const db = context.storeToEdit();
  const from = findPerson(db, input.name);
  const into = findPerson(db, input.into);
  if (from.id === into.id) {
    throw new Failure(
      'usage',
      `both names mean ${into.name} (#${into.id})`,
      'Give a full name, or a number. See: netcoach people',
    );
  }
  change(db, `merge: ${from.name} into ${into.name}`, () => mergePeople(db, from.id, into.id));
  const person = personById(db, into.id);
  const said =
    fold(from.name) === fold(into.name)
      ? `${safe(into.name)} is one entry now: #${from.id} is part of #${into.id}.`
      : `${safe(from.name)} has been merged into ${safe(into.name)}.`;
  context.print({ person }, () => `${said}\n${renderPerson(person, context)}`);
}
