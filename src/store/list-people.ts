import type { Database } from 'better-sqlite3';
import { warmthBounds } from '../coach/review/warmth.ts';
import { eachRow, statement, type Value } from '../database/rows.ts';
import { FOREIGN_PERSON, FOREIGN_TITLE } from '../database/schema.ts';
import type { Day, PeopleOrder, Person, Relationship, Status } from '../model.ts';
import { fold } from '../text/fold.ts';
import { containing } from './mentions.ts';
import { PERSON_COLUMNS, type PersonRow, toPerson } from './people.ts';

export interface PeopleFilter {
  words: string[];
  status?: Status;
  team?: string;
  company?: string;
  skill?: string;
  relationship?: Relationship;
  limit?: number;
  /** Without contact since this day or longer; who was never in touch counts from the day of connecting. */
  quietSince?: Day;
  sort?: PeopleOrder;
  /** The day on which warmth is measured, for `sort`. */
  today?: Day;
  /** Private notes don't count: a match would tell what is in them. */
  withoutNotes?: boolean;
}

/**
 * A filter in SQL, which folds ASCII alone: who may match it, and who certainly does. Each takes the
 * values.
 */
interface Condition {
  may: string;
  certainly: string;
  values: Value[];
}

/** People who match every filter, by name; `total` ignores the limit. */
export function listPeople(
  db: Database,
  filter: PeopleFilter,
): { people: Person[]; total: number } {
  const { limit } = filter;
  const { ids, total } = matchingIds(db, filter);
  const select = db.prepare(`SELECT ${PERSON_COLUMNS} FROM json_each(?) AS wanted
    CROSS JOIN person ON person.id = wanted.value`);
  const rows = eachRow<PersonRow>(select, JSON.stringify(ids.slice(0, limit)));
  return { people: Array.from(rows, toPerson), total };
}

/** Ids of those who match every filter, by name; null where there's none. */
export function idsMatching(db: Database, filter: PeopleFilter): number[] | null {
  const isFiltered = conditions(filter, peopleByTitle(db, filter)).length > 0;
  return isFiltered ? matchingIds(db, filter).ids : null;
}

/** @returns all ids by name, or where that's cheaper as many as the limit */
function matchingIds(db: Database, filter: PeopleFilter): { ids: number[]; total: number } {
  const mentioned = peopleByTitle(db, filter);
  const all = conditions(filter, mentioned);
  if (all.length === 0) {
    const ids = db
      .prepare(`SELECT id FROM person ORDER BY ${orderOf(filter, '')} LIMIT ?`)
      .pluck()
      .all(filter.limit ?? -1) as number[];
    return { ids, total: db.prepare('SELECT count(*) FROM person').pluck().get() as number };
  }
  const and = (what: 'may' | 'certainly') => all.map((one) => `(${one[what]})`).join(' AND ');
  const values = all.flatMap((one) => one.values);
  // Found first, then sorted: the index by name would visit the whole table in its order.
  const found = db
    .prepare(`SELECT id, is_certain FROM (SELECT id, folded, status, last_contact, interactions,
      coalesce(${and('certainly')}, 0) AS is_certain
      FROM person WHERE ${and('may')}) ORDER BY ${orderOf(filter, '+')}`)
    .raw()
    .all(...values, ...values) as Array<[number, 0 | 1]>;
  const select = `SELECT ${PERSON_COLUMNS} FROM person WHERE id = ?`;
  const ids = found.flatMap(([id, isCertain]) =>
    isCertain === 1 || fits(toPerson(statement(db, select).get(id) as PersonRow), filter, mentioned)
      ? [id]
      : [],
  );
  return { ids, total: ids.length };
}

/** For each word of a filter, who took part in something with that word in its title. */
type Mentioned = ReadonlyMap<string, ReadonlySet<number>>;

/** What feedback was about is as private as a note. */
function peopleByTitle(db: Database, { words, withoutNotes }: PeopleFilter): Mentioned {
  const isPublic = withoutNotes === true ? ` AND interaction.kind <> 'feedback'` : '';
  const foreign = db
    .prepare(`SELECT id, title FROM interaction INDEXED BY interaction_foreign
      WHERE ${FOREIGN_TITLE}${isPublic}`)
    .raw();
  const people = db
    .prepare(`SELECT DISTINCT person_id FROM json_each(?) AS one
      CROSS JOIN participant ON interaction_id = one.value`)
    .pluck();
  return new Map(
    words.map((word) => {
      const part = fold(word);
      if (part === '') return [word, new Set()];
      const has = contains('title', part);
      const plain = db
        .prepare(`SELECT DISTINCT person_id FROM interaction NOT INDEXED
          CROSS JOIN participant ON interaction_id = interaction.id WHERE ${has.sql}${isPublic}`)
        .pluck()
        .all(has.value) as number[];
      const ids = (foreign.all() as Array<[number, string]>)
        .filter(([, title]) => fold(title).includes(part))
        .map(([id]) => id);
      return [word, new Set([...plain, ...(people.all(JSON.stringify(ids)) as number[])])];
    }),
  );
}

/** The most that goes into a pattern of `LIKE`, which is faster than `instr` and refuses long ones. */
const LONGEST_PATTERN = 1000;

/** That a text has a folded part, whatever the case of ASCII letters. */
function contains(text: string, part: string): { sql: string; value: string } {
  return part.length > LONGEST_PATTERN
    ? { sql: `instr(lower(${text}), ?) > 0`, value: part }
    : { sql: `${text} LIKE ? ESCAPE '\\'`, value: containing(part) };
}

/**
 * The newest thing that a person did with a word of a search in its title, for the words that nothing else about
 * them has; by person.
 */
export function titlesFound(
  db: Database,
  people: readonly Person[],
  words: readonly string[],
): Map<number, string[]> {
  // Titles are read one by one, until the word is found.
  const titles = db
    .prepare(`SELECT title FROM (SELECT interaction_id FROM participant WHERE person_id = ?
        ORDER BY day DESC, interaction_id DESC LIMIT -1)
      CROSS JOIN interaction ON interaction.id = interaction_id`)
    .pluck();
  const newest = (person: number, word: string) => {
    for (const title of titles.iterate(person) as IterableIterator<string>)
      if (fold(title).includes(word)) return [title];
    return [];
  };
  const folded = words.map(fold);
  return new Map(
    people.map((person) => {
      const text = fold(searchText(person));
      const others = folded.filter((word) => !text.includes(word));
      return [person.id, [...new Set(others.flatMap((word) => newest(person.id, word)))]];
    }),
  );
}

/** @param sign `+` keeps SQLite from walking the index by name */
function orderOf({ sort, today }: PeopleFilter, sign: '' | '+'): string {
  const byName = `${sign}folded, id`;
  if (sort === 'recent') return `last_contact DESC NULLS LAST, ${byName}`;
  if (sort !== 'warm' || today === undefined) return byName;
  const { warm, cooling } = warmthBounds(today);
  return `CASE WHEN status <> 'connected' OR last_contact IS NULL THEN 3
    WHEN last_contact >= '${warm}' THEN 0
    WHEN last_contact >= '${cooling}' THEN 1 ELSE 2 END,
    interactions DESC, last_contact DESC NULLS LAST, ${byName}`;
}

function conditions(filter: PeopleFilter, mentioned: Mentioned): Condition[] {
  const { status, relationship, team, company, skill, words, withoutNotes } = filter;
  const exactly = (sql: string, ...values: Value[]) => ({ may: sql, certainly: sql, values });
  const found: Condition[] = [];
  if (status === 'incoming') found.push(exactly("incoming = 1 AND status = 'none'"));
  else if (status !== undefined)
    found.push(exactly("status = ? AND (incoming IS NULL OR status <> 'none')", status));
  if (relationship !== undefined) found.push(exactly('relationship = ?', relationship));
  if (team !== undefined) found.push(fieldContains('team', fold(team)));
  if (company !== undefined) found.push(fieldContains('company', fold(company)));
  if (skill !== undefined) found.push(listContains('skills', fold(skill)));
  if (filter.quietSince !== undefined)
    found.push(exactly('coalesce(last_contact, since) <= ?', filter.quietSince));
  return [
    ...found,
    ...words.map((word) => anyContains(fold(word), withoutNotes === true, mentioned.get(word))),
  ];
}

/** Where a field has a letter that isn't ASCII, or spaces that are folded to one, only `fits` can tell. */
function fieldContains(field: string, part: string): Condition {
  const has = `instr(lower(${field}), ?) > 0`;
  return {
    may: `${has} OR ${field} GLOB '*[^ -~]*' OR instr(${field}, '  ') > 0`,
    certainly: has,
    values: [part],
  };
}

/** As JSON has it: quotation marks and the like have a backslash before them. */
function listContains(field: string, part: string): Condition {
  const condition = fieldContains(field, part);
  return {
    ...condition,
    may: `${condition.may} OR instr(${field}, '\\') > 0`,
    certainly: isPlain(part) ? condition.certainly : `${condition.certainly} AND 0`,
  };
}

/** Whether a part that's found in JSON is in one of its texts. */
function isPlain(part: string): boolean {
  return part !== '' && !/["[\],\\]/.test(part);
}

function anyContains(
  word: string,
  withoutNotes: boolean,
  mentioned: ReadonlySet<number> = new Set(),
): Condition {
  // Words of neighbouring fields would follow one another.
  if (word === '' || word.includes(' ')) return { may: '1', certainly: '0', values: [] };
  const fields = ['role', 'team', 'company', 'linkedin', 'email', 'skills', 'interests'];
  const text = `concat_ws(' ', ${[...fields, ...(withoutNotes ? [] : ['note'])].join(', ')})`;
  const inName = 'instr(folded, ?) > 0';
  const inText = contains(text, word);
  const inEmails = (or: string) =>
    `id IN (SELECT person_id FROM address WHERE kind = 'email' AND (instr(lower(value), ?) > 0${or}))`;
  const inTitles = 'id IN (SELECT value FROM json_each(?))';
  const isForeign = `id IN (SELECT id FROM person INDEXED BY person_foreign WHERE ${FOREIGN_PERSON})`;
  return {
    may: `${inName} OR ${inText.sql} OR ${inEmails(` OR value GLOB '*[^ -~]*'`)} OR ${inTitles} OR ${isForeign}`,
    certainly: `${inName} OR (${inText.sql} AND ${isPlain(word) ? 1 : 0}) OR ${inEmails('')} OR ${inTitles}`,
    values: [word, inText.value, word, JSON.stringify([...mentioned])],
  };
}

function fits(person: Person, filter: PeopleFilter, mentioned: Mentioned): boolean {
  const has = (part: string | undefined, text: string | null) =>
    part === undefined || (text !== null && fold(text).includes(fold(part)));
  return (
    has(filter.team, person.team) &&
    has(filter.company, person.company) &&
    (filter.skill === undefined || person.skills.some((skill) => has(filter.skill, skill))) &&
    filter.words.every(
      (word) =>
        mentioned.get(word)?.has(person.id) === true ||
        has(word, searchText(filter.withoutNotes === true ? { ...person, note: null } : person)),
    )
  );
}

function searchText(person: Person): string {
  const { name, role, team, company, linkedin, note, emails } = person;
  const lists = [...emails, ...person.aliases, ...person.skills, ...person.interests];
  return [name, role, team, company, linkedin, note, ...lists].join('\n');
}
