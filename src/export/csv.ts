import type { Interaction, Person, PersonRef } from '../model.ts';
import { fold } from '../text/fold.ts';
import { withoutControls } from './write-lines.ts';

/*
 * CSV that the importer reads back and that's safe to open in a spreadsheet: RFC 4180, no control
 * characters, a `'` in front of formulas (OWASP ASVS 1.2.10). Lossy, unlike the JSON export.
 */

type NamedPerson = Pick<Person, 'id' | 'name' | 'email'>;

const PEOPLE_COLUMNS = [
  'name',
  'role',
  'team',
  'company',
  'relationship',
  'skills',
  'interests',
  'linkedin',
  'email',
  'aliases',
  'note',
  'status',
  'since',
] as const;

const INTERACTION_COLUMNS = ['date', 'kind', 'people', 'title', 'note'] as const;

/** Full-width characters and existing guards included. */
const FORMULA_START = /^'*[=+\-@＝＋－＠]/;

/** Formats people as a CSV file, row by row. */
export function peopleCsv(people: Iterable<Person>): Generator<string> {
  return formatTable(PEOPLE_COLUMNS, people, (person) => [
    person.name,
    person.role,
    person.team,
    person.company,
    person.relationship,
    joinList(person.skills),
    joinList(person.interests),
    person.linkedin,
    joinList(person.emails),
    joinList(person.aliases),
    person.note,
    person.connection.status,
    person.connection.since,
  ]);
}

/**
 * Formats interactions as a CSV file, row by row.
 * @param people everyone, to tell namesakes apart by address or number
 */
export function interactionsCsv(
  interactions: Iterable<Interaction>,
  people: Iterable<NamedPerson>,
): Generator<string> {
  const byName = new Map<string, NamedPerson[]>();
  for (const { id, name, email } of people) {
    const known = byName.get(fold(name));
    if (known === undefined) byName.set(fold(name), [{ id, name, email }]);
    else known.push({ id, name, email });
  }
  const callOf = ({ id, name }: PersonRef) => {
    const namesakes = byName.get(fold(name)) ?? [];
    if (namesakes.length < 2) return name;
    const email = namesakes.find((one) => one.id === id)?.email ?? null;
    return email === null ? `#${id}` : `${name} <${email}>`;
  };
  return formatTable(INTERACTION_COLUMNS, interactions, (interaction) => [
    interaction.date,
    interaction.kind,
    joinList(
      interaction.people.map(({ highlight, ...person }) =>
        highlight === null ? callOf(person) : `${callOf(person)}: ${highlight}`,
      ),
    ),
    interaction.title,
    interaction.note,
  ]);
}

function* formatTable<T>(
  columns: readonly string[],
  rows: Iterable<T>,
  cells: (row: T) => Array<string | null>,
): Generator<string> {
  yield `${columns.join(',')}\r\n`;
  for (const row of rows) yield `${cells(row).map(formatCell).join(',')}\r\n`;
}

/** The importer splits at semicolons, so those inside a value become commas. */
function joinList(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(';', ',')).join('; ');
}

function formatCell(value: string | null): string {
  const line = withoutControls(value ?? '')
    .replace(/\n+/g, ' ')
    .trim();
  const guarded = FORMULA_START.test(line) ? `'${line}` : line;
  return /[",;]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
