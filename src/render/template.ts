/** Lists in a form of the user's own: "{{name}}\\t{{company}}", one line each. */
import { Failure } from '../failure.ts';
import type { Interaction, Person } from '../model.ts';
import { safe } from '../text/safe.ts';

type Field<T> = (item: T) => string | number | null;

const PERSON_FIELDS: Readonly<Record<string, Field<Person>>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  role: ({ role }) => role,
  team: ({ team }) => team,
  company: ({ company }) => company,
  relationship: ({ relationship }) => relationship,
  status: ({ connection }) => connection.status,
  email: ({ email }) => email,
  linkedin: ({ linkedin }) => linkedin,
  lastContact: ({ lastContact }) => lastContact,
  interactions: ({ interactions }) => interactions,
};

const INTERACTION_FIELDS: Readonly<Record<string, Field<Interaction>>> = {
  id: ({ id }) => id,
  date: ({ date }) => date,
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  people: ({ people }) => people.map(({ name }) => name).join(', '),
};

/** @throws Failure `usage` for a field that there isn't */
export function formatPeople(template: string, people: readonly Person[]): string {
  return formatAll(template, people, PERSON_FIELDS);
}

/** @throws Failure `usage` for a field that there isn't */
export function formatInteractions(template: string, all: readonly Interaction[]): string {
  return formatAll(template, all, INTERACTION_FIELDS);
}

function formatAll<T>(
  template: string,
  items: readonly T[],
  fields: Readonly<Record<string, Field<T>>>,
): string {
  for (const [, name = ''] of template.matchAll(FIELD)) {
    if (Object.hasOwn(fields, name)) continue;
    throw new Failure(
      'usage',
      `--format has no field {{${name}}}`,
      `Choose from: ${Object.keys(fields).join(', ')}`,
    );
  }
  const text = template.replace(/\\([tn\\])/g, (_, letter: string) => ESCAPES[letter] ?? letter);
  return items
    .map((item) => `${text.replace(FIELD, (_, name: string) => shown(fields[name]?.(item)))}\n`)
    .join('');
}

const FIELD = /\{\{\s*(\w+)\s*\}\}/g;
const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', '\\': '\\' };

/** On one line and without a tab, so that a script can split it. */
function shown(value: string | number | null | undefined): string {
  return safe(String(value ?? '')).replace(/\s+/g, ' ');
}
