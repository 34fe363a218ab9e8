import type { Database } from 'better-sqlite3';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import { type ContactSchedule, type Person, RELATIONSHIPS } from '../model.ts';
import { renderDifference } from '../render/difference.ts';
import { peopleNamed } from '../store/find-people.ts';
import { acceptInvitation } from '../store/invitations.ts';
import { clockOf, editPerson, personById } from '../store/people.ts';
import { cleanName, optionalText } from '../text/clean.ts';
import { formatSpan } from '../text/span.ts';
import { editForm, type Line, oneLine } from './input/form.ts';
import { findNamed, nameFor } from './input/person.ts';
import {
  type PersonInput,
  personFields,
  type ReadFields,
  readFields,
} from './input/person-fields.ts';

type Fields = PersonInput & { name?: string };

/** Edits a person, by flags or, on a terminal without any, by hand. */
export async function run(
  input: Fields & { person: string },
  context: Context,
): Promise<undefined> {
  const db = context.storeToEdit();
  const { person: typed, ...flags } = input;
  const before = findNamed(db, typed, context);
  const { id, name } = before;
  const clock = clockOf(db, id);
  const hasFlags = Object.values(flags).some((one) => one !== undefined);
  if (!hasFlags && (context.ask === null || context.isJson))
    throw new Failure(
      'usage',
      'nothing to change was given',
      `For example: netcoach edit ${nameFor(db, { id, name })} --team Billing`,
    );
  const isEdited = hasFlags
    ? await edit(before, flags, await readFields(input, context), context)
    : await editForm(
        { help: HELP, lines: linesOf(before, clock) },
        context,
        context.ask as NonNullable<Context['ask']>,
        async (lines) => {
          const fields = fieldsOf(lines, linesOf(before, clock));
          const note = optionalText(fields.note, 'the note', 'note');
          return edit(before, fields, { ...(await readFields({}, context)), note }, context);
        },
      );
  const person = personById(db, id);
  context.print({ person }, () =>
    isEdited === null
      ? 'Nothing changed.'
      : renderDifference(
          name,
          differences(
            [...linesOf(before, clock), connectionLine(before)],
            [...linesOf(person, clockOf(db, id)), connectionLine(person)],
          ),
          [],
          context,
        ),
  );
}

function edit({ id, name }: Person, input: Fields, read: ReadFields, context: Context): true {
  const db = context.storeToEdit();
  change(db, `edit: ${name}`, () => {
    const stored = personById(db, id);
    const fields = personFields(input, read, stored);
    if (input.name !== undefined) fields.name = checkNewName(db, input.name, id);
    acceptInvitation(db, stored, fields);
    editPerson(db, id, fields, context.today);
  });
  return true;
}

const HELP = [
  'Change what you like, then save and close. Empty it to change nothing.',
  'In a list, put ";" between two items. "call" is how a message greets them.',
];

function linesOf(person: Person, { everyDays }: ContactSchedule): Line[] {
  const lines: Line[] = [
    ['name', person.name],
    ['call', person.call ?? ''],
    ['role', person.role ?? ''],
    ['team', person.team ?? ''],
    ['company', person.company ?? ''],
    ['relationship', person.relationship],
    ['aliases', person.aliases.join('; ')],
    ['skills', person.skills.join('; ')],
    ['interests', person.interests.join('; ')],
    ['emails', person.emails.join('; ')],
    ['linkedin', person.linkedin ?? ''],
    ['strained', person.strained ? 'yes' : 'no'],
    ['every', everyDays === null ? '' : formatSpan(everyDays).replace(/^(?=[a-z])/, '1 ')],
  ];
  return [...lines.map(([key, value]): Line => [key, oneLine(value)]), ['note', person.note ?? '']];
}

/** Shown where it changed; not in the form, as commands record what became of an invitation. */
function connectionLine({ connection: { status, since } }: Person): Line {
  return ['status', since === null ? status : `${status} since ${since}`];
}

/** The lines that differ, as the flags that do the same. @throws Failure `usage` */
function fieldsOf(lines: readonly Line[], before: readonly Line[]): Fields {
  const old = new Map(before);
  const fields: Fields = {};
  for (const [key, value] of lines) {
    if (value === (old.get(key) ?? '').trim()) continue;
    // An empty item clears the list before it.
    const list = ['', ...value.split(';').filter((one) => one.trim() !== '')];
    if (key === 'skills') fields.skill = list;
    else if (key === 'interests') fields.interest = list;
    else if (key === 'aliases') fields.alias = list;
    else if (key === 'emails') fields.email = list;
    else if (key === 'strained') fields.strained = isYes(value);
    else if (key === 'relationship') fields.relationship = relationshipOf(value);
    else fields[key as 'name' | 'call' | 'role' | 'team' | 'company' | 'linkedin' | 'note'] = value;
  }
  return fields;
}

function isYes(text: string): boolean {
  if (/^(?:yes|no)$/i.test(text)) return /^yes$/i.test(text);
  throw new Failure('usage', `strained is neither yes nor no: "${text}"`, 'Write yes or no.');
}

function relationshipOf(text: string): Person['relationship'] {
  const found = RELATIONSHIPS.find((one) => one === text.toLowerCase());
  if (found !== undefined) return found;
  throw new Failure(
    'usage',
    `"${text}" isn't a relationship`,
    `One of: ${RELATIONSHIPS.join(', ')}`,
  );
}

function differences(before: readonly Line[], after: readonly Line[]) {
  const now = new Map(after);
  return before.map(([label, value]) => ({ label, before: value, after: now.get(label) ?? '' }));
}

/** @throws Failure `usage` if someone else has this name, which `merge` may solve */
function checkNewName(db: Database, text: string, id: number): string {
  const name = cleanName(text);
  const other = peopleNamed(db, name).find((one) => one.id !== id);
  if (other === undefined) return name;
  throw new Failure(
    'usage',
    `someone else is called ${other.name} (#${other.id})`,
    `If they're one person: netcoach merge "#${id}" "#${other.id}"`,
  );
}
