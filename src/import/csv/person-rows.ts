import { type Day, RELATIONSHIPS, STATUSES } from '../../model.ts';
import { isName, isVisible } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { cleanLine, cleanLines } from '../decode.ts';
import { whyNoPerson } from '../not-people.ts';
import { EAST_ASIAN, type OfficeName, readOfficeName } from '../office-name.ts';
import { mailAddress, profileAddress } from '../profile.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, skip, warn } from '../records.ts';
import { type ContactTable, emailHeaders, FIELDS, unreadColumns } from './headers.ts';
import { allColumns, anyColumn, eachFilledRow, hasColumn, type Table } from './table.ts';

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
    Object.entries(FIELDS).map(([field, names]) => [field, anyColumn(table.columns, ...names)]),
  ) as CellReaders;
  const addresses = allColumns(table.columns, ...emailHeaders(table.columns));
  const isNetcoachCsv = table.kind.format === 'people';
  // A personnel list's status is that of employment.
  const hasStatus =
    isNetcoachCsv &&
    OWN_COLUMNS.some((header) => header !== 'status' && hasColumn(table.columns, header));
  const isOwn = OWN_COLUMNS.every((header) => hasColumn(table.columns, header));
  const unread = new Set(unreadColumns(table.columns));
  const leftOut = new Set<number>();
  eachFilledRow(table, records, (cells, where) => {
    for (const column of unread)
      if ((cells[column] ?? '').trim() !== '') {
        unread.delete(column);
        leftOut.add(column);
      }
    const email = firstAddress(addresses(cells));
    const whole = rowName(cell, cells, isOwn, email);
    const { name } = whole;
    if (name === '') {
      const company = cleanLine(cell.company(cells));
      skip(records, where, company === '' ? 'no name' : `${company} is a company, not a person`);
      return;
    }
    const why = isOwn
      ? null
      : (whyNoPerson(name, cell.name(cells) || cell.displayName(cells), email) ??
        typeOf(cell, cells, hasStatus));
    if (why !== null) {
      skip(records, where, why);
      return;
    }
    const person: PersonRecord = { where, name };
    setLine(person, 'company', cell.company(cells));
    if (whole.company !== '') person.company ??= whole.company;
    setLine(person, 'role', roleOf(cell, cells));
    setLine(person, 'team', cell.team(cells));
    setList(person, 'aliases', cell.aliases(cells), name);
    setList(person, 'skills', cell.skills(cells));
    setList(person, 'interests', cell.interests(cells));
    const note = cleanLines(removeGuard(cell.note(cells)));
    if (isVisible(note)) person.note = note;
    setAddresses(person, cell, addresses, cells, isNetcoachCsv ? records : null);
    const problem = isNetcoachCsv ? setRelationship(person, cell, cells, hasStatus, today) : null;
    if (problem !== null) skip(records, where, problem);
    else records.people.push(person);
  });
  warnUnread(table, leftOut, records);
}

const MAX_COLUMNS_NAMED = 12;

/** Names the columns with text that netcoach doesn't read. */
function warnUnread(
  table: Table<ContactTable>,
  columns: ReadonlySet<number>,
  records: ImportRecords,
): void {
  const names = [...columns].sort((a, b) => a - b).map((at) => cleanLine(table.headers[at] ?? ''));
  if (names.length === 0) return;
  const more = names.length - MAX_COLUMNS_NAMED;
  const listed = names.slice(0, MAX_COLUMNS_NAMED).join(', ');
  warn(
    records,
    `${table.name} has ${names.length === 1 ? 'a column' : 'columns'} netcoach doesn't use: ${listed}${more > 0 ? ` and ${more} more` : ''}`,
  );
}

function firstAddress(cells: readonly string[]): string | undefined {
  const [first] = cells;
  return first === undefined ? undefined : mailAddress(removeGuard(first));
}

/** Our own export has every name as the user wrote it. */
const OWN_COLUMNS = ['relationship', 'aliases', 'status', 'since'];

/** The whole name as spoken, unless it's the company's; else first, middle and last name. */
function rowName(
  cell: CellReaders,
  cells: string[],
  isOwn: boolean,
  email: string | undefined,
): OfficeName {
  const text = cleanLine(removeGuard(cell.name(cells)));
  const none = { name: '', company: '', email: undefined };
  if (isOwn && isName(text)) return { ...none, name: text };
  const display = cleanLine(removeGuard(cell.displayName(cells)));
  const whole = readOfficeName(text || display, email);
  const parts = [cell.first(cells), cell.middle(cells), cell.last(cells)];
  // Names in Chinese, Japanese and Korean have the family name first.
  const spoken = [parts[0], parts[2]].every((part) => EAST_ASIAN.test(part?.trim() ?? ''))
    ? [...parts].reverse()
    : parts;
  const joined = cleanLine(spoken.map((part) => removeGuard(part.trim())).join(' '));
  if (!isName(joined)) return whole;
  if (text !== '' && !hasWords(whole.name, joined)) {
    // In "Name, Vorname" the name is the family's; in "Name, Surname" it's the given one.
    if (cell.last(cells).trim() === '') return { ...whole, name: `${joined} ${whole.name}`.trim() };
    if (cell.first(cells).trim() === '') return { ...whole, name: `${whole.name} ${joined}` };
  }
  const company = fold(removeGuard(cell.company(cells)));
  const isWhole =
    text !== '' && whole.name !== '' && fold(text) !== company && !hasSameWords(joined, whole.name);
  return isWhole ? whole : { ...whole, name: joined };
}

function hasWords(text: string, part: string): boolean {
  const words = fold(text).split(/[\s-]+/);
  return fold(part)
    .split(/[\s-]+/)
    .some((word) => words.includes(word));
}

function hasSameWords(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => fold(text).split(' ').sort().join(' '));
  return one === other;
}

/** A closed account, as programs say it in a column of their own; also as a status "active: no". */
const CLOSED =
  /^(?:deactivated|disabled|suspended|inactive|terminated|deleted|archived|closed|blocked|left|resigned|former|alumni|inaktiv|ausgeschieden|deaktiviert|gesperrt|gekündigt|inactif|inactive|désactivé|parti|inactivo|inactiva|baja|inattivo|cessato|inativo|desligado|inactief|uit dienst|nieaktywny|slutat|fratrådt|sluttet|bot|app|false|no|nein|non|0)$/i;

/** Why a program's own columns say that a row is nobody to reach: a room's mailbox, a closed account. */
function typeOf(cell: CellReaders, cells: string[], hasStatus: boolean): string | null {
  const type = cleanLine(cell.mailbox(cells));
  if (/^(?!.*user).*mailbox$|group$/i.test(type)) return `a ${type}, not a person`;
  const states = [cell.account(cells), hasStatus ? '' : cell.status(cells)];
  const closed = states.map(cleanLine).find((state) => CLOSED.test(state));
  return closed === undefined ? null : `closed account: ${closed}`;
}

/** "Title" is the role or "Mrs": it's the role where no other column is. */
function roleOf(cell: CellReaders, cells: string[]): string {
  const role = cell.role(cells);
  if (role !== '') return role;
  const title = cell.title(cells);
  return COURTESY_TITLE.test(title.trim()) ? '' : title;
}

const COURTESY_TITLE =
  /^(?:m|mr|mrs|ms|mx|miss|mme|mlle|herr|frau|hr|fr|sr|sra|srta|sig|sigra|dhr|mevr|dr|prof|sir|dame|pan|pani|г-н|г-жа)\.?(?: dr\.?)?$/i;

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

/** Sets all e-mail addresses, and the first profile address. @param records gets warnings about invalid ones, unless null */
function setAddresses(
  person: PersonRecord,
  cell: CellReaders,
  addresses: (cells: string[]) => string[],
  cells: string[],
  records: ImportRecords | null,
): void {
  const found = [...addresses(cells), cell.displayName(cells)]
    .flatMap((text) => text.split(VALUE_SEPARATOR))
    .map((text) => [text, ...(text.includes('@') ? text.split(/[;,\s]+/) : [])])
    .flatMap((texts) =>
      texts.flatMap((text) => mailAddress(removeGuard(text)) ?? readOfficeName(text).email ?? []),
    );
  const emails = [...new Set(found)];
  if (emails.length > 0) person.emails = emails;
  const pages = [cell.linkedin(cells), cell.website(cells), cell.otherWebsite(cells)];
  const linkedin = pages
    .flatMap((text) => text.split(VALUE_SEPARATOR))
    .map((text) => profileAddress(removeGuard(text)))
    .find((address) => address !== undefined);
  if (linkedin !== undefined) person.linkedin = linkedin;
  if (records === null) return;
  const [written] = addresses(cells);
  if (emails.length === 0 && written !== undefined)
    warn(records, `${person.where}: "${cleanLine(written)}" isn't an e-mail address; skipped it`);
  if (linkedin === undefined && cell.linkedin(cells).trim() !== '')
    warn(
      records,
      `${person.where}: "${cleanLine(cell.linkedin(cells))}" isn't a LinkedIn profile; skipped it`,
    );
}

/** @returns why the row is invalid, or null */
function setRelationship(
  person: PersonRecord,
  cell: CellReaders,
  cells: string[],
  hasStatus: boolean,
  today?: Day,
): string | null {
  const relationship = cleanLine(cell.relationship(cells)).toLowerCase();
  const known = RELATIONSHIPS.find((value) => value === relationship);
  if (known !== undefined) person.relationship = known;
  else if (relationship !== '')
    return `"${relationship}" isn't a relationship: use ${RELATIONSHIPS.join(', ')}`;
  const status = cleanLine(cell.status(cells)).toLowerCase();
  const state = STATUSES.find((value) => value === status);
  if (state !== undefined) person.status = state;
  else if (status !== '' && hasStatus)
    return `"${status}" isn't a status: use ${STATUSES.join(', ')}`;
  const since = cleanLine(cell.since(cells));
  if (since === '') return null;
  const day = readDay(since);
  if (day === undefined) return `"${since}" isn't a date; write it like 2026-11-20`;
  if (today !== undefined && day > today) return `${day} is in the future`;
  person.since = day;
  return null;
}
