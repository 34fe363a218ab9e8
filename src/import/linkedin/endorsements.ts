import type { Day } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import {
  ENDORSED_ME_TITLE,
  ENDORSED_TITLE,
  RECOMMENDED_ME_TITLE,
  RECOMMENDED_TITLE,
} from '../../text/site-record.ts';
import { column, eachFilledRow, type Table } from '../csv/table.ts';
import { cleanLine } from '../decode.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, skip } from '../records.ts';
import { type Book, findOrAdd, fullName, profileAddressIn } from './book.ts';

const INACTIVE_STATUS = /reject|declin|delet|withdr|hidden|pending|request|draft|revis/i;
const MAX_SKILLS_IN_TITLE = 3;

/**
 * Reads endorsements as one `engagement` per person and day. Skills that the user endorsed are
 * added to the person.
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
  const groups = new Map<
    string,
    { where: string; date: Day; person: PersonRecord; skills: string[] }
  >();
  eachFilledRow(table, records, (cells, where) => {
    if (INACTIVE_STATUS.test(cell.status(cells))) return;
    const name = fullName(cell.first(cells), cell.last(cells));
    const date = readDay(cell.date(cells));
    const skill = cleanLine(cell.skill(cells));
    if (name === '' || date === undefined) {
      skip(records, where, name === '' ? 'no name' : 'unreadable date');
      return;
    }
    const person = findOrAdd(book, where, name, profileAddressIn(cell.url(cells)));
    if (person === null) {
      skip(records, where, `several of your connections are called ${name}`);
      return;
    }
    if (!isReceived && skill !== '') {
      person.skills ??= [];
      if (!person.skills.includes(skill)) person.skills.push(skill);
    }
    const key = `${isReceived ? 'received' : 'given'}:${person.linkedin ?? fold(name)}:${date}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { where, date, person, skills: [skill] });
    else if (!group.skills.includes(skill)) group.skills.push(skill);
  });
  for (const [key, { where, date, person, skills }] of groups) {
    records.interactions.push({
      where,
      key: `linkedin:endorsement:${key}`,
      kind: 'engagement',
      date,
      title: `${isReceived ? ENDORSED_ME_TITLE : ENDORSED_TITLE}${forSkills(skills)}`,
      people: [person],
    });
  }
}

function forSkills(skills: string[]): string {
  const named = skills.filter((skill) => skill !== '').sort();
  if (named.length === 0) return '';
  const more = named.length - MAX_SKILLS_IN_TITLE;
  return ` for ${named.slice(0, MAX_SKILLS_IN_TITLE).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Reads recommendations as one `engagement` each, without the text. */
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
  eachFilledRow(table, records, (cells, where) => {
    if (INACTIVE_STATUS.test(cell.status(cells))) return;
    const name = fullName(cell.first(cells), cell.last(cells));
    const date = readDay(cell.date(cells));
    if (name === '' || date === undefined) {
      skip(records, where, name === '' ? 'no name' : 'unreadable date');
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
      title: isReceived ? RECOMMENDED_ME_TITLE : RECOMMENDED_TITLE,
      people: [person],
    });
  });
}
