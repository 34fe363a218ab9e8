import type { Day } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { column, eachRecord, type Table } from '../csv/table.ts';
import { cleanLine } from '../decode.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, skip } from '../records.ts';
import { addressIn, type Book, findOrAdd, fullName } from './book.ts';

const DROPPED = /reject|declin|delet|withdr|hidden|pending|request|draft|revis/i;
/** A title names so many skills. */
const NAMED = 3;

/**
 * Endorsements, given or received: one `engagement` a person and day, named after the skills. A skill
 * for which I endorsed somebody is noted as theirs.
 */
export function readEndorsements<T>(
  table: Table<T>,
  book: Book,
  records: ImportRecords,
  isReceived: boolean,
): void {
  const who = isReceived ? 'endorser' : 'endorsee';
  const cell = {
    date: column(table.columns, 'endorsement date'),
    skill: column(table.columns, 'skill name'),
    first: column(table.columns, `${who} first name`),
    last: column(table.columns, `${who} last name`),
    url: column(table.columns, `${who} public url`),
    status: column(table.columns, 'endorsement status'),
  };
  const ties = new Map<
    string,
    { where: string; date: Day; person: PersonRecord; skills: string[] }
  >();
  eachRecord(table, (cells, where) => {
    if (DROPPED.test(cell.status(cells))) return;
    const name = fullName(cell.first(cells), cell.last(cells));
    const date = readDay(cell.date(cells));
    const skill = cleanLine(cell.skill(cells));
    if (name === '' || date === undefined) {
      skip(records, where, name === '' ? 'it names nobody' : 'its date could not be read');
      return;
    }
    const person = findOrAdd(book, where, name, addressIn(cell.url(cells)));
    if (person === null) {
      skip(records, where, `several of your connections are called ${name}`);
      return;
    }
    if (!isReceived && skill !== '') {
      person.skills ??= [];
      if (!person.skills.includes(skill)) person.skills.push(skill);
    }
    const key = `${isReceived ? 'received' : 'given'}:${person.linkedin ?? fold(name)}:${date}`;
    const tie = ties.get(key);
    if (tie === undefined) ties.set(key, { where, date, person, skills: [skill] });
    else if (!tie.skills.includes(skill)) tie.skills.push(skill);
  });
  for (const [key, { where, date, person, skills }] of ties) {
    records.interactions.push({
      where,
      key: `linkedin:endorsement:${key}`,
      kind: 'engagement',
      date,
      title: `${isReceived ? 'Endorsed you' : 'You endorsed them'}${forSkills(skills)}`,
      people: [person],
    });
  }
}

function forSkills(skills: string[]): string {
  const named = skills.filter((skill) => skill !== '').sort();
  if (named.length === 0) return '';
  const more = named.length - NAMED;
  return ` for ${named.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Recommendations, given or received: one `engagement` on the day it was written. Its text is not kept. */
export function readRecommendations<T>(
  table: Table<T>,
  book: Book,
  records: ImportRecords,
  isReceived: boolean,
): void {
  const cell = {
    first: column(table.columns, 'first name'),
    last: column(table.columns, 'last name'),
    date: column(table.columns, 'creation date'),
    status: column(table.columns, 'status'),
  };
  eachRecord(table, (cells, where) => {
    if (DROPPED.test(cell.status(cells))) return;
    const name = fullName(cell.first(cells), cell.last(cells));
    const date = readDay(cell.date(cells));
    if (name === '' || date === undefined) {
      skip(records, where, name === '' ? 'it names nobody' : 'its date could not be read');
      return;
    }
    const person = findOrAdd(book, where, name);
    if (person === null) {
      skip(records, where, `several of your connections are called ${name}`);
      return;
    }
    const side = isReceived ? 'received' : 'given';
    records.interactions.push({
      where,
      key: `linkedin:recommendation:${side}:${person.linkedin ?? fold(name)}:${date}`,
      kind: 'engagement',
      date,
      title: isReceived ? 'Received a recommendation' : 'Wrote a recommendation',
      people: [person],
    });
  });
}
