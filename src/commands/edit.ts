import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import { renderPerson } from '../render/person.ts';
import { peopleNamed } from '../store/find-people.ts';
import { clockOf, editPerson, personById } from '../store/people.ts';
import { positionsOf } from '../store/positions.ts';
import { cleanName } from '../text/clean.ts';
import { readNote } from './input/note.ts';
import { findNamed, nameFor } from './input/person.ts';
import { type PersonInput, personFields } from './input/person-fields.ts';

/** Edits a person; fields that aren't given stay. */
export async function run(
  input: PersonInput & { whom: string; name?: string },
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const { id, name } = findNamed(db, input.whom, context);
  const note = await readNote(input.note, context);
  change(db, `edit: ${name}`, () => {
    const fields = personFields(input, note, personById(db, id));
    if (input.name !== undefined) fields.name = checkNewName(db, input.name, id);
    if (Object.keys(fields).length === 0) {
      throw new Failure(
        'usage',
        'nothing to alter was given',
        `For example: netcoach edit ${nameFor(db, { id, name })} --team Billing`,
      );
    }
    editPerson(db, id, fields, context.today);
  });
  const person = personById(db, id);
  context.print({ person }, () => {
    const details = { ...clockOf(db, id), positions: positionsOf(db, id) };
    return `Noted.\n${renderPerson(person, context, details)}`;
  });
}

/** @throws Failure `usage` if someone else has this name, which `merge` may solve */
function checkNewName(db: Database, text: string, id: number): string {
  const name = cleanName(text);
  const other = peopleNamed(db, name).find((one) => one.id !== id);
  if (other === undefined) return name;
  throw new Failure(
    'usage',
    `somebody else is called ${other.name} (#${other.id})`,
    `If they are one person: netcoach merge "#${id}" "#${other.id}"`,
  );
}
