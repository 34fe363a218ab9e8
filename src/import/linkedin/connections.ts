import type { Day } from '../../model.ts';
import { dayFromNumber, dayNumber } from '../../text/days.ts';
import { column, eachRecord, type Table } from '../csv/table.ts';
import { cleanLine } from '../decode.ts';
import { mailAddress } from '../profile.ts';
import { type Order, orderOf, readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, skip, warn } from '../records.ts';
import { addressIn, addToBook, type Book, fullName } from './book.ts';

/**
 * Connections.csv of any year. The same address twice is one person; the same name never is.
 * Closed accounts, which have but a date, are skipped one by one.
 * @param today connections are made no later: LinkedIn counts in UTC, where it may be tomorrow already
 */
export function readConnections<T>(
  table: Table<T>,
  book: Book,
  records: ImportRecords,
  today?: Day,
): void {
  const cell = {
    first: column(table.columns, 'first name'),
    last: column(table.columns, 'last name'),
    url: column(table.columns, 'url', 'profile url'),
    email: column(table.columns, 'email address'),
    company: column(table.columns, 'company'),
    position: column(table.columns, 'position'),
    on: column(table.columns, 'connected on'),
  };
  const dates = dateReader(today === undefined ? undefined : dayFromNumber(dayNumber(today) + 1));
  eachRecord(table, (cells, where) => {
    const name = fullName(cell.first(cells), cell.last(cells));
    const linkedin = addressIn(cell.url(cells));
    if (name === '') {
      const isClosed = linkedin === undefined && cell.email(cells) === '';
      skip(records, where, isClosed ? 'a closed account, only the date is left' : 'it has no name');
      return;
    }
    const twin = linkedin === undefined ? undefined : book.bySlug.get(linkedin);
    const person: PersonRecord = twin ?? { where, name };
    if (linkedin !== undefined) person.linkedin = linkedin;
    fill(person, 'company', cleanLine(cell.company(cells)));
    fill(person, 'role', cleanLine(cell.position(cells)));
    const email = cell.email(cells);
    if (email !== '') fill(person, 'email', mailAddress(email) ?? '');
    if (twin !== undefined) return;
    dates.read(person, cell.on(cells));
    addToBook(book, person);
  });
  const undated = dates.finish();
  if (undated > 0)
    warn(
      records,
      undated === 1
        ? `${table.name}: 1 date could not be read; that person has no day`
        : `${table.name}: ${undated} dates could not be read; those people have no day`,
    );
}

function fill(person: PersonRecord, field: 'company' | 'role' | 'email', value: string): void {
  if (value !== '' && person[field] === undefined) person[field] = value;
}

/**
 * Reads the days of a whole column: LinkedIn writes the month first, a spreadsheet elsewhere perhaps
 * the day, which one row with a figure above 12 gives away.
 * @param latest a later day is no reading
 */
function dateReader(latest: Day = '9999-12-31') {
  const known = new Map<string, Day | undefined>();
  const open: Array<{ person: PersonRecord; text: string }> = [];
  const seen = new Set<Order>();
  const dayIn = (text: string, order?: Order) => {
    const day = readDay(text, order);
    return day === undefined || day > latest ? undefined : day;
  };
  return {
    read(person: PersonRecord, text: string): void {
      let day = known.get(text);
      if (day === undefined && !known.has(text)) {
        day = dayIn(text);
        known.set(text, day);
        const order = orderOf(text);
        if (order !== undefined) seen.add(order);
      }
      person.connected = day ?? true;
      if (day === undefined || text.includes('/')) open.push({ person, text });
    },
    /** @returns how many dates fit no reading */
    finish(): number {
      const isDayFirst = seen.has('day-first') && !seen.has('month-first');
      let undated = 0;
      for (const { person, text } of open) {
        const day = dayIn(text, isDayFirst ? 'day-first' : 'month-first');
        person.connected = day ?? true;
        if (day === undefined) undated++;
      }
      return undated;
    },
  };
}
