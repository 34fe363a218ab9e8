import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { readHeader } from '../database/header.ts';
import { statement, type Value } from '../database/rows.ts';
import { APPLICATION_ID, MIGRATIONS } from '../database/schema.ts';
import { connect } from '../database/sqlite.ts';
import type { Day, Person, Relationship, Status } from '../model.ts';
import { fold } from '../text/fold.ts';
import { PERSON_COLUMNS, type PersonRow, toPerson } from './people.ts';

/** Whether anybody is on a team of this name, without case. */
export function hasTeam(db: Database, name: string): boolean {
  return (
    db.prepare('SELECT 1 FROM person WHERE team = ? COLLATE NOCASE LIMIT 1').get(name) !== undefined
  );
}

/** Those whose full name or alias is exactly this, without case and accents. */
export function peopleNamed(db: Database, name: string): Person[] {
  const folded = fold(name);
  const full = statement(
    db,
    `SELECT ${PERSON_COLUMNS} FROM person WHERE folded >= ? AND folded < ? ORDER BY id`,
  ).all(`\n${folded}\n`, `\n${folded}\n\u{10ffff}`) as PersonRow[];
  if (full.length > 0) return full.map(toPerson);
  const named = db
    .prepare(`SELECT ${PERSON_COLUMNS} FROM person WHERE id IN
      (SELECT id FROM person WHERE instr(folded, ?) > 0) ORDER BY id`)
    .all(`\n${folded}\n`) as PersonRow[];
  return named.map(toPerson);
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
): Person[] {
  const folded = fold(part);
  const patterns = isWordStart ? ['\n', ' ', '-', "'"].map((before) => before + folded) : [folded];
  const matches = patterns.map(() => 'instr(folded, ?) > 0').join(' OR ');
  const rows = db
    .prepare(`SELECT ${PERSON_COLUMNS} FROM person WHERE id IN
      (SELECT id FROM person WHERE ${matches} LIMIT ${limit}) ORDER BY id`)
    .all(...patterns) as PersonRow[];
  return rows.map(toPerson);
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
    .prepare(`SELECT ${PERSON_COLUMNS} FROM person ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
      ORDER BY folded, id`)
    .iterate(...values) as IterableIterator<PersonRow>;
  const contains = (part: string | undefined, text: string | null) =>
    part === undefined || (text !== null && fold(text).includes(fold(part)));
  const people: Person[] = [];
  let total = 0;
  for (const row of rows) {
    const fits =
      contains(filter.team, row.team) &&
      contains(filter.company, row.company) &&
      (filter.skill === undefined ||
        (JSON.parse(row.skills) as string[]).some((skill) => contains(filter.skill, skill))) &&
      filter.words.every((word) => contains(word, searchText(row)));
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
  const rows = db
    .prepare(`SELECT ${PERSON_COLUMNS} FROM person WHERE strained = 1 ORDER BY id`)
    .all();
  return (rows as PersonRow[]).map(toPerson);
}

/** Whether nobody is known yet, and nothing is logged. */
export function isEmpty(db: Database): boolean {
  const sql = 'SELECT 1 FROM person UNION ALL SELECT 1 FROM interaction LIMIT 1';
  return db.prepare(sql).get() === undefined;
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

/**
 * Everybody's full name in a database that is there, by name; none where there is no database of ours that
 * this netcoach reads. Makes nothing, and writes nothing.
 */
export function readNames(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size < 100) return [];
  const { isSqlite, applicationId, version } = readHeader(path);
  if (!isSqlite || applicationId !== APPLICATION_ID || version !== MIGRATIONS.length) return [];
  // Not opened read-only: such a connection would leave its empty log and index files behind.
  const db = connect(path);
  try {
    db.pragma('query_only = ON');
    return db.prepare('SELECT name FROM person ORDER BY folded').pluck().all() as string[];
  } finally {
    db.close();
  }
}
