import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import type { Person } from '../model.ts';
import { renderPerson } from '../render/person.ts';
import { peopleNamed } from '../store/find-people.ts';
import { acceptInvitation } from '../store/invitations.ts';
import { addPerson, clockOf, editPerson, personById } from '../store/people.ts';
import { positionsOf } from '../store/positions.ts';
import { cleanName } from '../text/clean.ts';
import { safe } from '../text/safe.ts';
import { slipOf } from './input/attend.ts';
import { type PersonInput, personFields, readFields } from './input/person-fields.ts';

/** Adds a person; if the exact name or alias is known, edits that person instead. */
export async function run(
  input: PersonInput & { name: string },
  context: Context,
): Promise<undefined> {
  const name = cleanName(input.name);
  if (/^#\d+$/.test(name))
    throw new Failure('usage', `"${name}" is a number, not a name`, 'Give a name.');
  const read = await readFields(input, context);
  const db = context.store();
  const doubts: string[] = [];
  const { id, isNew } = change(db, `add: ${name}`, () => {
    const known = findByExactName(db, name);
    const fields = personFields(input, read, known);
    if (known === null) doubts.push(...slipOf(db, name));
    if (known === null) return { id: addPerson(db, { name, ...fields }), isNew: true };
    acceptInvitation(db, known, fields);
    editPerson(db, known.id, fields, context.today);
    return { id: known.id, isNew: false };
  });
  const person = personById(db, id);
  const heading = isNew ? 'Added.' : 'Already in your log; updated.';
  context.print({ person }, () => {
    const details = { ...clockOf(db, id), positions: positionsOf(db, id) };
    return `${heading}\n${renderPerson(person, context, details)}`;
  });
  for (const doubt of doubts) context.note(safe(context.toType(doubt)));
}

/** @throws Failure `ambiguous-person` */
function findByExactName(db: Database, name: string): Person | null {
  const known = peopleNamed(db, name);
  const [first, second] = known;
  if (second === undefined) return first === undefined ? null : personById(db, first.id);
  throw new Failure(
    'ambiguous-person',
    `${known.length} people are already called "${name}"`,
    `To edit one: netcoach edit "#${first?.id}"`,
    { candidates: known },
  );
}
