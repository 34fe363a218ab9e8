import type { Day, Person, PersonRef, Relationship, Status } from '../../rules/rule.ts';
import { fold } from '../words/fold.ts';
import { overtaken } from './failures.ts';
import type { Database } from './open.ts';
import { keepPosition } from './positions.ts';
import { insertRow, statement, updateRow, type Value } from './rows.ts';

/** What can be said of a person; a field left out stays as it is (or empty, for a new person). */
export interface PersonFields {
  name?: string;
  aliases?: string[];
  role?: string | null;
  team?: string | null;
  company?: string | null;
  relationship?: Relationship;
  strained?: boolean;
  status?: Status;
  since?: Day | null;
  skills?: string[];
  interests?: string[];
  linkedin?: string | null;
  email?: string | null;
  note?: string | null;
  everyDays?: number | null;
  snoozedUntil?: Day | null;
}

export interface PersonRow {
  id: number;
  name: string;
  aliases: string;
  role: string | null;
  team: string | null;
  company: string | null;
  relationship: Relationship;
  strained: number;
  status: Status;
  since: Day | null;
  skills: string;
  interests: string;
  linkedin: string | null;
  email: string | null;
  note: string | null;
  last_contact: Day | null;
  interactions: number;
}

/** The columns of a `PersonRow`, for a table or alias named `person`. */
export const PERSON = `person.id, person.name, person.aliases, person.role, person.team, person.company,
  person.relationship, person.strained, person.status, person.since, person.skills, person.interests,
  person.linkedin, person.email, person.note, person.last_contact, person.interactions`;

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    aliases: JSON.parse(row.aliases),
    role: row.role,
    team: row.team,
    company: row.company,
    relationship: row.relationship,
    strained: row.strained === 1,
    connection: { status: row.status, since: row.since },
    skills: JSON.parse(row.skills),
    interests: JSON.parse(row.interests),
    linkedin: row.linkedin,
    email: row.email,
    note: row.note,
    lastContact: row.last_contact,
    interactions: row.interactions,
  };
}

/** Every name of a person, folded, each between line ends: `\npriya shah\npri\n`. The full name comes first. */
function foldedNames(name: string, aliases: readonly string[]): string {
  return `\n${[name, ...aliases].map(fold).join('\n')}\n`;
}

function toRow(fields: PersonFields): Record<string, Value> {
  const row: Record<string, Value> = {};
  const set = (column: string, value: Value | undefined) => {
    if (value !== undefined) row[column] = value;
  };
  set('name', fields.name);
  set('aliases', fields.aliases && JSON.stringify(fields.aliases));
  set('role', fields.role);
  set('team', fields.team);
  set('company', fields.company);
  set('relationship', fields.relationship);
  set('strained', fields.strained === undefined ? undefined : Number(fields.strained));
  set('status', fields.status);
  set('since', fields.since);
  set('skills', fields.skills && JSON.stringify(fields.skills));
  set('interests', fields.interests && JSON.stringify(fields.interests));
  set('linkedin', fields.linkedin);
  set('email', fields.email);
  set('note', fields.note);
  set('every_days', fields.everyDays);
  set('snoozed_until', fields.snoozedUntil);
  return row;
}

/** Adds a person. Returns the new id, or the given one where a whole export is restored. */
export function addPerson(
  db: Database,
  fields: PersonFields & { name: string },
  id?: number,
): number {
  return insertRow(db, 'person', {
    aliases: '[]',
    skills: '[]',
    interests: '[]',
    relationship: 'colleague',
    strained: 0,
    status: 'none',
    ...toRow(fields),
    folded: foldedNames(fields.name, fields.aliases ?? []),
    ...(id === undefined ? {} : { id }),
  });
}

/**
 * Alters what is said of a person.
 * @param today where given, the role, team and company that this ends are kept as a past position
 */
export function editPerson(db: Database, id: number, fields: PersonFields, today?: Day): void {
  const row = toRow(fields);
  if (today !== undefined) keepPosition(db, id, personById(db, id), fields, today);
  if (fields.name !== undefined || fields.aliases !== undefined) {
    const person = personById(db, id);
    row.folded = foldedNames(fields.name ?? person.name, fields.aliases ?? person.aliases);
  }
  updateRow(db, 'person', id, row);
}

/** When a word to a person is wanted. */
export interface Clock {
  /** After how many days without contact; null where their relationship says. */
  everyDays: number | null;
  /** Not before this day; null where nothing was said, and of no meaning once it is there. */
  snoozedUntil: Day | null;
}

/** @param id of a person that exists. */
export function clockOf(db: Database, id: number): Clock {
  return db
    .prepare(
      'SELECT every_days AS everyDays, snoozed_until AS snoozedUntil FROM person WHERE id = ?',
    )
    .get(id) as Clock;
}

/** Whether anybody is on a team of this name, without case. */
export function hasTeam(db: Database, name: string): boolean {
  return (
    db.prepare('SELECT 1 FROM person WHERE team = ? COLLATE NOCASE LIMIT 1').get(name) !== undefined
  );
}

/** @throws Failure `io` where there is nobody of that id any more */
export function personById(db: Database, id: number): Person {
  const row = db.prepare(`SELECT ${PERSON} FROM person WHERE id = ?`).get(id) as
    | PersonRow
    | undefined;
  if (row === undefined) throw overtaken();
  return toPerson(row);
}

export function hasPerson(db: Database, id: number): boolean {
  return db.prepare('SELECT 1 FROM person WHERE id = ?').get(id) !== undefined;
}

/** Those whose full name or alias is exactly this, without case and accents. */
export function peopleNamed(db: Database, name: string): PersonRef[] {
  const folded = fold(name);
  const full = statement(
    db,
    'SELECT id, name FROM person WHERE folded >= ? AND folded < ? ORDER BY id',
  ).all(`\n${folded}\n`, `\n${folded}\n\u{10ffff}`) as PersonRef[];
  if (full.length > 0) return full;
  return db
    .prepare(`SELECT id, name FROM person WHERE id IN
      (SELECT id FROM person WHERE instr(folded, ?) > 0) ORDER BY id`)
    .all(`\n${folded}\n`) as PersonRef[];
}

/**
 * Those of whom this is a part of a name or an alias; at most `limit`.
 * @param isWordStart whether the part must begin a word: "Ana" then means "Ana Ruiz", never "Mariana"
 */
export function peopleLike(
  db: Database,
  part: string,
  limit: number,
  isWordStart = false,
): PersonRef[] {
  const folded = fold(part);
  const ways = isWordStart ? ['\n', ' ', '-', "'"].map((before) => before + folded) : [folded];
  const hit = ways.map(() => 'instr(folded, ?) > 0').join(' OR ');
  return db
    .prepare(`SELECT id, name FROM person WHERE id IN
      (SELECT id FROM person WHERE ${hit} LIMIT ${limit}) ORDER BY id`)
    .all(...ways) as PersonRef[];
}

export interface PeopleFilter {
  words: string[];
  status?: Status;
  team?: string;
  company?: string;
  skill?: string;
  relationship?: Relationship;
  limit?: number;
}

/** The people who match every filter, by name. `total` counts them without the limit. */
export function listPeople(
  db: Database,
  filter: PeopleFilter,
): { people: Person[]; total: number } {
  const where: string[] = [];
  const values: Value[] = [];
  if (filter.status !== undefined) {
    where.push('status = ?');
    values.push(filter.status);
  }
  if (filter.relationship !== undefined) {
    where.push('relationship = ?');
    values.push(filter.relationship);
  }
  const rows = db
    .prepare(`SELECT ${PERSON} FROM person ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
      ORDER BY folded, id`)
    .iterate(...values) as IterableIterator<PersonRow>;
  const isIn = (part: string | undefined, text: string | null) =>
    part === undefined || (text !== null && fold(text).includes(fold(part)));
  const people: Person[] = [];
  let total = 0;
  for (const row of rows) {
    const fits =
      isIn(filter.team, row.team) &&
      isIn(filter.company, row.company) &&
      (filter.skill === undefined ||
        (JSON.parse(row.skills) as string[]).some((skill) => isIn(filter.skill, skill))) &&
      filter.words.every((word) => isIn(word, searchText(row)));
    if (!fits) continue;
    total++;
    if (filter.limit === undefined || people.length < filter.limit) people.push(toPerson(row));
  }
  return { people, total };
}

function searchText(row: PersonRow): string {
  const { name, role, team, company, linkedin, email, note } = row;
  const lists = [row.aliases, row.skills, row.interests].flatMap(
    (list) => JSON.parse(list) as string[],
  );
  return [name, role, team, company, linkedin, email, note, ...lists].join('\n');
}

/** Everybody whose tie to me is strained. */
export function strainedPeople(db: Database): Person[] {
  const rows = db.prepare(`SELECT ${PERSON} FROM person WHERE strained = 1 ORDER BY id`).all();
  return (rows as PersonRow[]).map(toPerson);
}

/** Whether nobody is known yet, and nothing is logged. */
export function isEmpty(db: Database): boolean {
  const any = 'SELECT 1 FROM person UNION ALL SELECT 1 FROM interaction LIMIT 1';
  return db.prepare(any).get() === undefined;
}

/** What tells people apart, of everybody: an import looks through it for each of its records. */
export function allIdentities(db: Database): Array<{
  id: number;
  name: string;
  linkedin: string | null;
  email: string | null;
  since: Day | null;
  company: string | null;
}> {
  return db
    .prepare('SELECT id, name, linkedin, email, since, company FROM person ORDER BY id')
    .all() as ReturnType<typeof allIdentities>;
}

/** What those who have aliases go by besides their names. */
export function allAliases(db: Database): Array<{ id: number; aliases: string[] }> {
  const rows = db
    .prepare("SELECT id, aliases FROM person WHERE aliases <> '[]' ORDER BY id")
    .all() as Array<{ id: number; aliases: string }>;
  return rows.map(({ id, aliases }) => ({ id, aliases: JSON.parse(aliases) }));
}
