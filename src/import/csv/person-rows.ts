import { type Day, RELATIONSHIPS, STATUSES } from '../../model.ts';
import { isName, isVisible } from '../../text/clean.ts';
import { cleanLine, cleanLines } from '../decode.ts';
import { recogniseFile } from '../linkedin/files.ts';
import { mailAddress, profileAddress } from '../profile.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, skip, warn } from '../records.ts';
import { type Columns, column, eachRecord, type Table } from './table.ts';

/** Google joins several values of one kind so. */
const SEVERAL = ' ::: ';

/**
 * Text as a spreadsheet-safe CSV guards it: `'` before what a spreadsheet would take for a formula.
 * The mark goes; a name such as `'t Hooft` stays.
 */
export function withoutGuard(cell: string): string {
  return /^'+[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

/** Names in one cell, split at semicolons; blanks and twins left out. */
export function splitList(cell: string): string[] {
  const parts = withoutGuard(cell.trim()).split(';').map(cleanLine);
  return [...new Set(parts.filter(isVisible))];
}

type Cells = { [K in keyof typeof FIELDS]: (cells: string[]) => string };

/**
 * People from a CSV of one's own or an address book. A row without a name, or with a word in it that the
 * contract does not know, is skipped and named.
 * @param today rows of a state since a later day are skipped
 */
export function readPeople(table: Table<ContactTable>, records: ImportRecords, today?: Day): void {
  const cell = Object.fromEntries(
    Object.entries(FIELDS).map(([field, names]) => [field, column(table.columns, ...names)]),
  ) as Cells;
  const isOwn = table.kind.format === 'people';
  eachRecord(table, (cells, where) => {
    const name = nameOf(cell, cells);
    if (name === '') {
      const company = cleanLine(cell.company(cells));
      skip(
        records,
        where,
        company === '' ? 'it has no name' : `${company} is a company, not a person`,
      );
      return;
    }
    const person: PersonRecord = { where, name };
    line(person, 'company', cell.company(cells));
    line(person, 'role', cell.role(cells));
    line(person, 'team', cell.team(cells));
    list(person, 'aliases', cell.aliases(cells), name);
    list(person, 'skills', cell.skills(cells));
    list(person, 'interests', cell.interests(cells));
    const note = cleanLines(withoutGuard(cell.note(cells)));
    if (isVisible(note)) person.note = note;
    addAddresses(person, cell, cells, isOwn ? records : null);
    const why = isOwn ? addState(person, cell, cells, today) : null;
    if (why !== null) skip(records, where, why);
    else records.people.push(person);
  });
}

function nameOf(cell: Cells, cells: string[]): string {
  const whole = cleanLine(withoutGuard(cell.name(cells)));
  if (isName(whole)) return whole;
  const parts = [cell.first(cells), cell.middle(cells), cell.last(cells)];
  const name = cleanLine(parts.join(' '));
  return isName(name) ? name : '';
}

function line(person: PersonRecord, field: 'company' | 'role' | 'team', cell: string): void {
  const value = cleanLine(withoutGuard(cell.split(SEVERAL, 1)[0] ?? ''));
  if (isVisible(value)) person[field] = value;
}

function list(
  person: PersonRecord,
  field: 'aliases' | 'skills' | 'interests',
  cell: string,
  name?: string,
): void {
  if (cell === '') return;
  const values = splitList(cell).filter((value) => value !== name);
  if (values.length > 0) person[field] = values;
}

/** The first address of each kind that is one. In a file of one's own, a cell that is none is worth a word. */
function addAddresses(
  person: PersonRecord,
  cell: Cells,
  cells: string[],
  records: ImportRecords | null,
): void {
  const emails = [cell.email(cells), cell.otherEmail(cells)].flatMap((one) => one.split(SEVERAL));
  const email = emails
    .map((one) => mailAddress(withoutGuard(one)))
    .find((one) => one !== undefined);
  if (email !== undefined) person.email = email;
  const pages = [cell.linkedin(cells), cell.website(cells), cell.otherWebsite(cells)];
  const linkedin = pages
    .flatMap((one) => one.split(SEVERAL))
    .map((one) => profileAddress(withoutGuard(one)))
    .find((one) => one !== undefined);
  if (linkedin !== undefined) person.linkedin = linkedin;
  if (records === null) return;
  if (email === undefined && cell.email(cells).trim() !== '')
    warn(
      records,
      `${person.where}: "${cleanLine(cell.email(cells))}" is no e-mail address; it was left out`,
    );
  if (linkedin === undefined && cell.linkedin(cells).trim() !== '')
    warn(
      records,
      `${person.where}: "${cleanLine(cell.linkedin(cells))}" is no LinkedIn profile address; it was left out`,
    );
}

/** Relationship, status and since. @returns why the row cannot be taken, or null */
function addState(person: PersonRecord, cell: Cells, cells: string[], today?: Day): string | null {
  const relationship = cleanLine(cell.relationship(cells)).toLowerCase();
  const known = RELATIONSHIPS.find((one) => one === relationship);
  if (known !== undefined) person.relationship = known;
  else if (relationship !== '')
    return `the relationship "${relationship}" is none of ${RELATIONSHIPS.join(', ')}`;
  const status = cleanLine(cell.status(cells)).toLowerCase();
  const state = STATUSES.find((one) => one === status);
  if (state !== undefined) person.status = state;
  else if (status !== '') return `the status "${status}" is none of ${STATUSES.join(', ')}`;
  const since = cleanLine(cell.since(cells));
  if (since === '') return null;
  const day = readDay(since);
  if (day === undefined) return `"${since}" is no day; write it as 2026-11-20`;
  if (today !== undefined && day > today) return `${day} has not come yet`;
  person.since = day;
  return null;
}

/** A table of people or interactions that is not LinkedIn's archive, by its header. */
export interface ContactTable {
  format: 'people' | 'interactions' | 'contacts' | 'linkedin';
  /** As an error names it. */
  label: string;
}

/**
 * The names of each field's column, the first one found wins: netcoach's own, Google's old and new
 * (2024), Outlook's and Thunderbird's; Outlook's in German, French and Spanish too.
 */
const FIELDS = {
  name: ['name', 'full name', 'display name'],
  first: ['first name', 'given name', 'vorname', 'prénom', 'nombre'],
  middle: ['middle name', 'additional name', 'weitere vornamen'],
  last: ['last name', 'family name', 'surname', 'nachname', 'nom', 'apellidos', 'apellido'],
  company: [
    'company',
    'organization name',
    'organization 1 - name',
    'organization',
    'organisation',
    'firma',
    'société',
    'organización',
  ],
  role: [
    'role',
    'job title',
    'organization title',
    'organization 1 - title',
    'position',
    'titre',
    'puesto',
  ],
  team: [
    'team',
    'department',
    'organization department',
    'organization 1 - department',
    'abteilung',
    'service',
    'departamento',
  ],
  email: [
    'email',
    'e-mail',
    'email address',
    'e-mail address',
    'e-mail 1 - value',
    'primary email',
    'e-mail-adresse',
    'adresse de messagerie',
    'dirección de correo electrónico',
  ],
  otherEmail: ['e-mail 2 - value', 'e-mail 2 address', 'secondary email'],
  linkedin: ['linkedin', 'linkedin url', 'linkedin profile', 'profile url'],
  website: ['website 1 - value', 'web page', 'web page 1', 'webseite', 'website'],
  otherWebsite: ['website 2 - value', 'personal web page', 'web page 2'],
  aliases: ['aliases', 'nickname'],
  note: ['note', 'notes', 'notizen'],
  skills: ['skills'],
  interests: ['interests'],
  relationship: ['relationship'],
  status: ['status'],
  since: ['since'],
} as const;

/** What a header is of; undefined where no table of people or interactions has it. */
export function recogniseContacts(columns: Columns): ContactTable | undefined {
  const has = (names: readonly string[]) => names.some((name) => columns.has(name));
  if (columns.has('date') && columns.has('kind') && columns.has('people'))
    return { format: 'interactions', label: 'a CSV of interactions' };
  if (recogniseFile(columns, '') === 'connections')
    return { format: 'linkedin', label: "LinkedIn's list of connections" };
  const isGoogle = [...columns.keys()].some((name) =>
    /^(e-mail|organization|phone) 1 - |^organization (name|title)$/.test(name),
  );
  if (isGoogle) return { format: 'contacts', label: 'a Google Contacts file' };
  if (has(FIELDS.first) && has(FIELDS.last) && (has(FIELDS.email) || has(FIELDS.company)))
    return { format: 'contacts', label: 'an address book (Outlook or the like)' };
  if (columns.has('name') || columns.has('full name'))
    return { format: 'people', label: 'a CSV of people' };
  return undefined;
}
