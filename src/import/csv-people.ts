import { type Day, RELATIONSHIPS, STATUSES } from '../model.ts';
import { isName, isVisible } from '../text/clean.ts';
import { type ContactTable, FIELDS } from './contact-columns.ts';
import { readDay } from './days.ts';
import { mailAddress, profileAddress } from './profile.ts';
import { type ImportRecords, type PersonRecord, skip, warn } from './records.ts';
import { column, eachRecord, type Table } from './table.ts';
import { cleanLine, cleanLines } from './text.ts';

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
