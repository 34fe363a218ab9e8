import type { Day } from '../../model.ts';
import { addDays, addMonths } from '../../text/days.ts';
import { column, eachFilledRow, type Table } from '../csv/table.ts';
import { cleanLine } from '../decode.ts';
import { mailAddress } from '../profile.ts';
import { readMonth } from '../read-day.ts';
import type { ImportRecords, MeRecord } from '../records.ts';
import { fullName } from './book.ts';

/** Reads name and headline from Profile.csv, nothing else. */
export function readProfile<T>(table: Table<T>, me: MeRecord, records: ImportRecords): void {
  const first = column(table.columns, 'first name');
  const last = column(table.columns, 'last name');
  const headline = column(table.columns, 'headline');
  eachFilledRow(table, records, (cells) => {
    const name = fullName(first(cells), last(cells));
    if (name !== '') me.name ??= name;
    const line = cleanLine(headline(cells));
    if (line !== '') me.headline ??= line;
  });
}

/** Reads all positions from Positions.csv; the latest without an end date is my job. */
export function readPositions<T>(table: Table<T>, me: MeRecord, records: ImportRecords): void {
  const company = column(table.columns, 'company name');
  const title = column(table.columns, 'title');
  const started = column(table.columns, 'started on');
  const finished = column(table.columns, 'finished on');
  let newest = '';
  eachFilledRow(table, records, (cells) => {
    const start = readMonth(started(cells)) ?? '0000';
    const role = cleanLine(title(cells));
    const employer = cleanLine(company(cells));
    const end = readMonth(finished(cells));
    const isOver = finished(cells).trim() !== '';
    // A job that ended on a day that can't be read is of no use.
    if (employer !== '' && (!isOver || end !== undefined)) {
      me.positions ??= [];
      me.positions.push({
        company: employer,
        role: role === '' ? null : role,
        from: start === '0000' ? null : firstDayOf(start),
        until: end === undefined ? null : lastDayOf(end),
      });
    }
    if (isOver || start <= newest) return;
    newest = start;
    delete me.role;
    delete me.company;
    if (role !== '') me.role = role;
    if (employer !== '') me.company = employer;
  });
}

/** Of a month or year as `readMonth` gives it: "2018-06", "2018-00". */
function firstDayOf(month: string): Day {
  return `${month.replace('-00', '-01')}-01`;
}

function lastDayOf(month: string): Day {
  return addDays(addMonths(firstDayOf(month.replace('-00', '-12')), 1), -1);
}

/** Reads Skills.csv, in LinkedIn's order. */
export function readSkills<T>(table: Table<T>, me: MeRecord, records: ImportRecords): void {
  const name = column(table.columns, 'name');
  const skills = new Set(me.skills);
  eachFilledRow(table, records, (cells) => {
    const skill = cleanLine(name(cells));
    if (skill !== '') skills.add(skill);
  });
  if (skills.size > 0) me.skills = [...skills];
}

/** Reads confirmed addresses from Email Addresses.csv, the primary one first. */
export function readAddresses<T>(table: Table<T>, me: MeRecord, records: ImportRecords): void {
  const address = column(table.columns, 'email address');
  const confirmed = column(table.columns, 'confirmed');
  const primary = column(table.columns, 'primary');
  const emails = new Set<string>();
  const others = new Set<string>();
  eachFilledRow(table, records, (cells) => {
    const email = mailAddress(address(cells));
    if (email === undefined || /^no$/i.test(confirmed(cells).trim())) return;
    (/^yes$/i.test(primary(cells).trim()) ? emails : others).add(email);
  });
  for (const email of others) emails.add(email);
  if (emails.size > 0) me.emails = [...emails];
}
