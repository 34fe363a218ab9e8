import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { renderPerson } from '../render/person.ts';
import { change } from '../store/change.ts';
import { addPerson, editPerson, everyDaysOf, peopleNamed, personById } from '../store/people.ts';
import { positionsOf } from '../store/positions.ts';
import { cleanText } from '../words/text.ts';
import { type PersonInput, personFields } from './person-fields.ts';

/** Adds a person; an exact name that is known never makes a second one, but is told more of. */
export async function run(
  input: PersonInput & { name: string },
  context: Context,
): Promise<undefined> {
  const db = context.store();
  const name = cleanText(input.name, 'the name');
  if (/^#\d+$/.test(name))
    throw new Failure('usage', `"${name}" is a number, not a name`, 'Give a name.');
  const known = peopleNamed(db, name);
  const [first, second] = known;
  if (second !== undefined) {
    throw new Failure(
      'ambiguous-person',
      `${known.length} people are called "${name}" already`,
      'To alter one: netcoach edit "#ID" …',
      { candidates: known },
    );
  }
  const before = first === undefined ? null : personById(db, first.id);
  const fields = await personFields(input, before, context);
  const id = change(db, `add: ${name}`, () => {
    if (before === null) return addPerson(db, { name, ...fields });
    editPerson(db, before.id, fields, context.today);
    return before.id;
  });
  const person = personById(db, id);
  const heading = before === null ? 'Added.' : 'Known already; what you gave is noted.';
  context.print({ person }, () => {
    const more = { everyDays: everyDaysOf(db, id), positions: positionsOf(db, id) };
    return `${heading}\n${renderPerson(person, context, more)}`;
  });
}
