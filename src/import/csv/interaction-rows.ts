import { type Day, KINDS, type Kind } from '../../model.ts';
import { isName, isVisible } from '../../text/clean.ts';
import { cleanLine, cleanLines } from '../decode.ts';
import { mailAddress } from '../profile.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, type InteractionRecord, type PersonRecord, skip } from '../records.ts';
import type { ContactTable } from './headers.ts';
import { removeGuard, splitList } from './person-rows.ts';
import { column, filledRows, type Table } from './table.ts';

const DEFAULT_TITLES: Readonly<Record<Kind, string>> = {
  'new-job': 'New job',
  project: 'Project',
  event: 'Event',
  interest: 'Common interest',
  feedback: 'Feedback',
  milestone: 'Milestone',
  reorg: 'Reorganisation',
  departure: 'Departure',
  meeting: 'Meeting',
  engagement: 'Kept in touch',
};

/** Cells of people that are remembered: most rows are of the same few. */
const MAX_REMEMBERED = 10_000;

/**
 * Reads interactions: looks through the rows once, and reads them anew when they're asked for. The key is the
 * row's content, so that a row is the same interaction in every file. People can be
 * `Priya Shah <priya@example.com>`, an alias or `#ID`, with `: what stood out` behind.
 * @param today rows dated later are skipped
 */
export function readInteractions(
  table: Table<ContactTable>,
  records: ImportRecords,
  today?: Day,
): void {
  const read = rowReader(table, today);
  let length = 0;
  const kinds = new Set<Kind>();
  for (const { cells, where } of filledRows(table, records)) {
    const row = read(cells, where);
    if (typeof row === 'string') skip(records, where, row);
    else {
      length++;
      kinds.add(row.kind);
    }
  }
  records.log = {
    length,
    kinds,
    *[Symbol.iterator]() {
      for (const { cells, where } of filledRows(table, null)) {
        const row = read(cells, where);
        if (typeof row !== 'string') yield row.record();
      }
    },
  };
}

/** @returns a function that gives the kind of a row and what makes its record, or why it's skipped */
function rowReader(
  table: Table<ContactTable>,
  today: Day | undefined,
): (cells: string[], where: string) => string | { kind: Kind; record: () => InteractionRecord } {
  const cell = {
    date: column(table.columns, 'date'),
    kind: column(table.columns, 'kind'),
    people: column(table.columns, 'people'),
    title: column(table.columns, 'title'),
    note: column(table.columns, 'note', 'notes'),
  };
  const days = new Map<string, Day | undefined>();
  const partOf = new Map<string, ReturnType<typeof readPeople>>();
  const known = new Map<string, PersonRecord>();
  const kinds = new Map<string, Kind>(KINDS.map((kind) => [kind, kind]));
  return (cells, where) => {
    const dateText = cell.date(cells);
    let date = days.get(dateText);
    if (date === undefined) {
      date = readDay(dateText);
      days.set(dateText, date);
    }
    if (date === undefined)
      return `"${cleanLine(dateText)}" isn't a date; write it like 2026-11-20`;
    if (today !== undefined && date > today) return `${date} is in the future`;
    const kindText = cell.kind(cells);
    const kind = kinds.get(kindText) ?? kinds.get(kindText.trim().toLowerCase());
    if (kind === undefined) return `"${cleanLine(kindText)}" isn't a kind: use ${KINDS.join(', ')}`;
    const names = cell.people(cells);
    let part = partOf.get(names);
    if (part === undefined) {
      part = readPeople(known, where, names);
      if (partOf.size === MAX_REMEMBERED) partOf.clear();
      partOf.set(names, part);
    }
    const { people, highlights } = part;
    if (people.length === 0) return 'no name';
    const record = () => {
      const title = cleanLine(removeGuard(cell.title(cells)));
      const interaction: InteractionRecord = {
        where,
        key: `csv:${date}:${kind}:${title}:${names}`,
        kind,
        date,
        title: isVisible(title) ? title : DEFAULT_TITLES[kind],
        people,
      };
      if (highlights !== null) interaction.highlights = highlights;
      const note = cell.note(cells);
      if (note !== '') {
        const text = cleanLines(removeGuard(note));
        if (isVisible(text)) interaction.note = text;
      }
      return interaction;
    };
    return { kind, record };
  };
}

/** The people of a cell, each with what stood out: "Priya Shah: your rollback plan; Tom Becker". */
function readPeople(known: Map<string, PersonRecord>, where: string, cell: string) {
  const people: PersonRecord[] = [];
  // Most rows have none, and a map for each would cost more than the rest.
  let highlights: Map<PersonRecord, string> | null = null;
  for (const part of splitList(cell).filter(isName)) {
    const [, name, highlight] = /^([^:]+): +(\S.*)$/.exec(part) ?? [];
    const person = toPerson(known, where, name !== undefined && isName(name) ? name : part);
    people.push(person);
    if (name === undefined || highlight === undefined || !isName(name)) continue;
    highlights ??= new Map();
    highlights.set(person, highlight);
  }
  return { people, highlights };
}

function toPerson(known: Map<string, PersonRecord>, where: string, text: string): PersonRecord {
  let person = known.get(text);
  if (person !== undefined) return person;
  const [, name = '', address = ''] = /^(.*?)\s*<([^<>]+)>$/.exec(text) ?? [];
  const email = mailAddress(address === '' ? text : address);
  person = {
    where,
    name: email === undefined ? text : isName(name) ? name : email,
    isByHand: true,
  };
  if (email !== undefined) person.emails = [email];
  known.set(text, person);
  return person;
}
