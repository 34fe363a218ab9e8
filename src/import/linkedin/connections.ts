import type { Day } from '../../model.ts';
import { dayFromNumber, dayNumber } from '../../text/days.ts';
import { column, eachFilledRow, hasColumn, type Table } from '../csv/table.ts';
import { cleanLine } from '../decode.ts';
import { mailAddress } from '../profile.ts';
import { type DateOrder, orderOf, readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, skip, warn } from '../records.ts';
import { addToBook, type Book, fullName, profileAddressIn } from './book.ts';

/**
 * Reads Connections.csv. The same address is one person; the same name isn't. Skips closed
 * accounts.
 * @param today dates can be a day later, as LinkedIn uses UTC
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
  const hasDates = hasColumn(table.columns, 'connected on');
  if (!hasDates)
    warn(
      records,
      `${table.name} has no "Connected On" column, so netcoach can't tell who you're connected with`,
    );
  const dates = dateReader(today === undefined ? undefined : dayFromNumber(dayNumber(today) + 1));
  eachFilledRow(table, records, (cells, where) => {
    const name = fullName(cell.first(cells), cell.last(cells));
    const linkedin = profileAddressIn(cell.url(cells));
    if (name === '') {
      const isClosed = linkedin === undefined && cell.email(cells) === '';
      skip(records, where, isClosed ? 'a closed account: only the date is left' : 'no name');
      return;
    }
    const existing = linkedin === undefined ? undefined : book.bySlug.get(linkedin);
    const person: PersonRecord = existing ?? { where, name };
    if (linkedin !== undefined) person.linkedin = linkedin;
    setIfMissing(person, 'company', cleanLine(cell.company(cells)));
    setIfMissing(person, 'role', cleanLine(cell.position(cells)));
    const email = cell.email(cells);
    const address = email === '' ? undefined : mailAddress(email);
    if (address !== undefined) person.emails ??= [address];
    if (existing !== undefined) return;
    // Without that column, nothing says that the list is one of connections.
    if (hasDates) dates.read(person, cell.on(cells));
    addToBook(book, person);
  });
  const undated = dates.finish();
  if (undated > 0)
    warn(
      records,
      undated === 1
        ? `${table.name}: couldn't read 1 date; that person is connected without one`
        : `${table.name}: couldn't read ${undated} dates; those people are connected without one`,
    );
}

function setIfMissing(person: PersonRecord, field: 'company' | 'role', value: string): void {
  if (value !== '' && person[field] === undefined) person[field] = value;
}

/**
 * LinkedIn writes the month first; a spreadsheet may have put the day first, which shows in numbers
 * above 12. Days after `latest` count as unreadable.
 */
function dateReader(latest: Day = '9999-12-31') {
  const known = new Map<string, Day | undefined>();
  const pending: Array<{ person: PersonRecord; text: string }> = [];
  const orders = new Set<DateOrder>();
  const dayIn = (text: string, order?: DateOrder) => {
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
        if (order !== undefined) orders.add(order);
      }
      person.connected = day ?? true;
      if (day === undefined || text.includes('/')) pending.push({ person, text });
    },
    /** @returns the number of unreadable dates */
    finish(): number {
      const isDayFirst = orders.has('day-first') && !orders.has('month-first');
      let undated = 0;
      for (const { person, text } of pending) {
        const day = dayIn(text, isDayFirst ? 'day-first' : 'month-first');
        person.connected = day ?? true;
        if (day === undefined) undated++;
      }
      return undated;
    },
  };
}
