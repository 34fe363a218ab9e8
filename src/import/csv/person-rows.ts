import { type Day, RELATIONSHIPS, STATUSES } from '../../model.ts';
import { isName, isVisible } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { cleanLine, cleanLines } from '../decode.ts';
import { recogniseFile } from '../linkedin/files.ts';
import { type OfficeName, readOfficeName } from '../office-name.ts';
import { mailAddress, profileAddress } from '../profile.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, skip, warn } from '../records.ts';
import { type Columns, column, eachFilledRow, type Table } from './table.ts';

/** Google's separator for several values in a cell. */
const VALUE_SEPARATOR = ' ::: ';

/** Removes the `'` that guards against formulas, but not the one in `'t Hooft`. */
export function removeGuard(cell: string): string {
  return /^'+[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

/** Splits at semicolons; removes blanks and duplicates. */
export function splitList(cell: string): string[] {
  const parts = removeGuard(cell.trim()).split(';').map(cleanLine);
  return [...new Set(parts.filter(isVisible))];
}

type CellReaders = { [K in keyof typeof FIELDS]: (cells: string[]) => string };

/**
 * Reads people from a netcoach CSV or an address book. Skips rows without a name or with an unknown
 * relationship, status or date.
 * @param today rows with a later `since` are skipped
 */
export function readPeople(table: Table<ContactTable>, records: ImportRecords, today?: Day): void {
  const cell = Object.fromEntries(
    Object.entries(FIELDS).map(([field, names]) => [field, column(table.columns, ...names)]),
  ) as CellReaders;
  const isNetcoachCsv = table.kind.format === 'people';
  const isOwn = OWN_COLUMNS.every((header) => table.columns.has(header));
  eachFilledRow(table, (cells, where) => {
    const whole = rowName(cell, cells, isOwn);
    const { name } = whole;
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
    setLine(person, 'company', cell.company(cells));
    if (whole.company !== '') person.company ??= whole.company;
    setLine(person, 'role', cell.role(cells));
    setLine(person, 'team', cell.team(cells));
    setList(person, 'aliases', cell.aliases(cells), name);
    setList(person, 'skills', cell.skills(cells));
    setList(person, 'interests', cell.interests(cells));
    const note = cleanLines(removeGuard(cell.note(cells)));
    if (isVisible(note)) person.note = note;
    setAddresses(person, cell, cells, isNetcoachCsv ? records : null);
    const problem = isNetcoachCsv ? setRelationship(person, cell, cells, today) : null;
    if (problem !== null) skip(records, where, problem);
    else records.people.push(person);
  });
}

/** Our own export has every name as the user wrote it. */
const OWN_COLUMNS = ['relationship', 'aliases', 'status', 'since'];

/** The whole name as spoken, unless it's the company's; else its parts. */
function rowName(cell: CellReaders, cells: string[], isOwn: boolean): OfficeName {
  const text = cleanLine(removeGuard(cell.name(cells)));
  const none = { name: '', company: '', email: undefined };
  if (isOwn && isName(text)) return { ...none, name: text };
  const parts = [cell.first(cells), cell.middle(cells), cell.last(cells)].map((part) =>
    removeGuard(part.trim()),
  );
  const name = cleanLine(parts.join(' '));
  const company = cleanLine(removeGuard(cell.company(cells)));
  if (isName(name) && (!isName(text) || fold(text) === fold(company))) return { ...none, name };
  const whole = readOfficeName(text, mailAddress(removeGuard(cell.email(cells))));
  if (whole.name !== '') return whole;
  return { ...whole, name: isName(name) ? name : '' };
}

function setLine(person: PersonRecord, field: 'company' | 'role' | 'team', cell: string): void {
  const value = cleanLine(removeGuard(cell.split(VALUE_SEPARATOR, 1)[0] ?? ''));
  if (isVisible(value)) person[field] = value;
}

function setList(
  person: PersonRecord,
  field: 'aliases' | 'skills' | 'interests',
  cell: string,
  name?: string,
): void {
  if (cell === '') return;
  const values = splitList(cell).filter((value) => value !== name);
  if (values.length > 0) person[field] = values;
}

/** Sets the first valid addresses. @param records gets warnings about invalid ones, unless null */
function setAddresses(
  person: PersonRecord,
  cell: CellReaders,
  cells: string[],
  records: ImportRecords | null,
): void {
  const emails = [cell.email(cells), cell.otherEmail(cells)].flatMap((text) =>
    text.split(VALUE_SEPARATOR),
  );
  const email = emails
    .map((text) => mailAddress(removeGuard(text)))
    .find((address) => address !== undefined);
  if (email !== undefined) person.email = email;
  const pages = [cell.linkedin(cells), cell.website(cells), cell.otherWebsite(cells)];
  const linkedin = pages
    .flatMap((text) => text.split(VALUE_SEPARATOR))
    .map((text) => profileAddress(removeGuard(text)))
    .find((address) => address !== undefined);
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

/** @returns why the row is invalid, or null */
function setRelationship(
  person: PersonRecord,
  cell: CellReaders,
  cells: string[],
  today?: Day,
): string | null {
  const relationship = cleanLine(cell.relationship(cells)).toLowerCase();
  const known = RELATIONSHIPS.find((value) => value === relationship);
  if (known !== undefined) person.relationship = known;
  else if (relationship !== '')
    return `the relationship "${relationship}" is none of ${RELATIONSHIPS.join(', ')}`;
  const status = cleanLine(cell.status(cells)).toLowerCase();
  const state = STATUSES.find((value) => value === status);
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

/** Kind of a CSV, judged by its header. */
export interface ContactTable {
  format: 'people' | 'interactions' | 'contacts' | 'linkedin';
  /** Description for errors. */
  label: string;
}

/**
 * The first header found wins. Covers netcoach, Google (before and after 2024), Outlook (also
 * German, French, Spanish) and Thunderbird.
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

/** Detects the kind by the header; undefined if unknown. */
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
