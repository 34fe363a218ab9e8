import type { Interaction, Person } from '../model.ts';
import { withoutControls } from './write-lines.ts';

/*
 * CSV as the import reads it, and safe to open in a spreadsheet: RFC 4180, CRLF, no control characters, and
 * a `'` before whatever would be taken for a formula (OWASP ASVS 1.2.10). The JSON export is the one
 * without loss.
 */

/** The columns of a CSV of people, in the contract's order. */
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

/** The columns of a CSV of interactions. */
const INTERACTION_COLUMNS = ['date', 'kind', 'people', 'title', 'note'] as const;

/** A formula's first characters, in full width too, behind any quote marks that guard one already. */
const FORMULA = /^'*[=+\-@＝＋－＠]/;

/** All people, one a row. Lists are joined with semicolons. @returns a whole file */
export function peopleCsv(people: Iterable<Person>): string {
  return table(PEOPLE_COLUMNS, people, (one) => [
    one.name,
    one.role,
    one.team,
    one.company,
    one.relationship,
    list(one.skills),
    list(one.interests),
    one.linkedin,
    one.email,
    list(one.aliases),
    one.note,
    one.connection.status,
    one.connection.since,
  ]);
}

/** All interactions, one a row, with everybody's name. @returns a whole file */
export function interactionsCsv(interactions: Iterable<Interaction>): string {
  return table(INTERACTION_COLUMNS, interactions, (one) => [
    one.date,
    one.kind,
    list(one.people.map(({ name }) => name)),
    one.title,
    one.note,
  ]);
}

function table<T>(
  columns: readonly string[],
  rows: Iterable<T>,
  cells: (row: T) => Array<string | null>,
): string {
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(cells(row).map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** Names in one cell; a semicolon inside one would split it. */
function list(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(';', ',')).join('; ');
}

function cell(value: string | null): string {
  const line = withoutControls(value ?? '')
    .replace(/\n+/g, ' ')
    .trim();
  const guarded = FORMULA.test(line) ? `'${line}` : line;
  return /[",;]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
