import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { whyUnwritable } from '../database/failures.ts';
import { readHeader } from '../database/header.ts';
import { connectInMemory } from '../database/read.ts';
import { statement } from '../database/rows.ts';
import { APPLICATION_ID, MIGRATIONS } from '../database/schema.ts';
import { connect } from '../database/sqlite.ts';
import type { Day, Person, PersonRef, Relationship } from '../model.ts';
import { fold } from '../text/fold.ts';
import { safe } from '../text/safe.ts';
import { allOtherEmails } from './addresses.ts';
import { PERSON_COLUMNS, type PersonRow, toPerson } from './people.ts';

/** Whether anyone is on this team, ignoring ASCII case. */
export function hasTeam(db: Database, name: string): boolean {
  return (
    db.prepare('SELECT 1 FROM person WHERE team = ? COLLATE NOCASE LIMIT 1').get(name) !== undefined
  );
}

/** People with exactly this full name or else this alias, ignoring case and accents. */
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

/** People whose full name begins with this whole word, at most `limit`: "Ben" finds "Ben Carter", not "Bens". */
export function peopleFirstNamed(db: Database, word: string, limit: number): Person[] {
  const folded = fold(word);
  const rows = statement(
    db,
    `SELECT ${PERSON_COLUMNS} FROM person WHERE folded >= ? AND folded < ? ORDER BY id LIMIT ?`,
  ).all(`\n${folded} `, `\n${folded}!`, limit) as PersonRow[];
  return rows.map(toPerson);
}

/**
 * People with `part` in a name or alias.
 * @param isWordStart whether it must begin a word: "Ana" finds "Ana Ruiz", not "Mariana"
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

/** People marked as strained. */
export function strainedPeople(db: Database): Person[] {
  const rows = db
    .prepare(`SELECT ${PERSON_COLUMNS} FROM person WHERE strained = 1 ORDER BY id`)
    .all();
  return (rows as PersonRow[]).map(toPerson);
}

/** Whether nothing is logged yet. */
export function isEmpty(db: Database): boolean {
  const sql = 'SELECT 1 FROM person UNION ALL SELECT 1 FROM interaction LIMIT 1';
  return db.prepare(sql).get() === undefined;
}

interface StoredIdentity extends PersonRef {
  linkedin: string | null;
  emails: string[];
  since: Day | null;
  company: string | null;
  team: string | null;
  role: string | null;
  lastContact: Day | null;
}

/**
 * For each folded word that is a first name in the log, the name of somebody who has it; only an
 * index is looked into.
 */
export function namesBeginning(db: Database, words: readonly string[]): string[] {
  const found = statement(
    db,
    `SELECT (SELECT name FROM person
        WHERE folded >= char(10) || word.value || ' ' AND folded < char(10) || word.value || '!')
      FROM json_each(?) AS word`,
  )
    .pluck()
    .all(JSON.stringify(words)) as Array<string | null>;
  return found.filter((name) => name !== null);
}

/** The full names that stand in a text, ignoring case and accents; only an index is looked into. */
export function namesIn(db: Database, text: string): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)];
  const parts = new Set<string>();
  for (const [at, first] of words.entries()) {
    for (const { index, 0: word } of words.slice(at, at + MOST_WORDS_IN_NAME)) {
      const end = index + word.length;
      parts.add(fold(text.slice(first.index, end)));
      // "Ana Ruiz Jr."
      const mark = /^[^\s\p{L}\p{N}]+/u.exec(text.slice(end))?.[0] ?? '';
      if (mark !== '') parts.add(fold(text.slice(first.index, end + mark.length)));
    }
  }
  return statement(
    db,
    `SELECT person.name FROM json_each(?) AS part CROSS JOIN person
      ON folded >= char(10) || part.value || char(10) AND folded < char(10) || part.value || char(11)`,
  )
    .pluck()
    .all(JSON.stringify([...parts])) as string[];
}

const MOST_WORDS_IN_NAME = 8;

/** For each folded word that any name or alias has, one name that has it; reads all names. */
export function namesHaving(db: Database, words: readonly string[]): string[] {
  const found = statement(
    db,
    `SELECT (SELECT replace(trim(folded, char(10)), char(10), ' ') FROM person
        WHERE instr(folded, ' ' || word.value) > 0 OR instr(folded, char(10) || word.value) > 0)
      FROM json_each(?) AS word`,
  )
    .pluck()
    .all(JSON.stringify(words)) as Array<string | null>;
  return found.filter((name) => name !== null);
}

/** What imports match people by. */
export function allIdentities(db: Database): StoredIdentity[] {
  type Text = string | null;
  // As lists, which are read twice as fast as objects.
  const rows = db
    .prepare(`SELECT id, name, linkedin, email, since, company, team, role, last_contact
      FROM person ORDER BY id`)
    .raw()
    .all() as Array<[number, string, Text, Text, Day | null, Text, Text, Text, Day | null]>;
  const identities = rows.map(
    ([id, name, linkedin, email, since, company, team, role, lastContact]) => ({
      id,
      name,
      linkedin,
      emails: email === null ? [] : [email],
      since,
      company,
      team,
      role,
      lastContact,
    }),
  );
  const others = allOtherEmails(db);
  if (others.length === 0) return identities;
  const people = new Map(identities.map((one) => [one.id, one]));
  for (const { person, email } of others) people.get(person)?.emails.push(email);
  return identities;
}

/** Aliases of those who have any. */
export function allAliases(db: Database): Array<{ id: number; aliases: string[] }> {
  const rows = db
    .prepare("SELECT id, aliases FROM person WHERE aliases <> '[]' ORDER BY id")
    .all() as Array<{ id: number; aliases: string }>;
  return rows.map(({ id, aliases }) => ({ id, aliases: JSON.parse(aliases) }));
}

/**
 * Full names that begin with a part, else those with a later name that does. Leaves out what a terminal
 * can't show as it is. Empty if there's no database in the current format. Never writes.
 */
export function readNames(path: string, part: string): string[] {
  return reading(path, (db) => {
    const read = (where: string, ...values: string[]) =>
      (
        db
          .prepare(`SELECT name FROM person WHERE ${where} ORDER BY folded`)
          .pluck()
          .all(...values) as string[]
      ).filter((name) => name === safe(name));
    const folded = fold(part);
    const starting = read('folded >= ? AND folded < ?', `\n${folded}`, `\n${folded}\u{10ffff}`);
    const found =
      starting.length > 0
        ? starting
        : read('instr(folded, ?) > 0', ` ${folded}`).filter((name) =>
            fold(name).includes(` ${folded}`),
          );
    return [...new Set(found)];
  });
}

/** Who has which place on today's list as a terminal last showed it, for completion as well. */
export function readNumbers(path: string, today: Day): Array<[place: number, name: string]> {
  return reading(path, (db) => {
    const list = db
      .prepare(`SELECT place, name FROM shown CROSS JOIN person ON person.id = person_id
        WHERE place IS NOT NULL AND shown_on = ? ORDER BY place`)
      .raw()
      .all(today) as Array<[number, string]>;
    return list;
  });
}

/** What `read` finds in a database, which is left as it is; nothing where it isn't one of this format. */
function reading<T>(path: string, read: (db: Database) => T[]): T[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size < 100) return [];
  const { isSqlite, applicationId, version } = readHeader(path);
  if (!isSqlite || applicationId !== APPLICATION_ID || version !== MIGRATIONS.length) return [];
  // Read-only, it would leave an empty log behind.
  const db = whyUnwritable(path) === null ? connect(path) : connectInMemory(path);
  try {
    db.pragma('query_only = ON');
    return read(db);
  } finally {
    db.close();
  }
}

/** Somebody's names, and where they work. */
export interface NameByContact extends PersonRef {
  folded: string;
  place: string | null;
}

/** Everyone's names, those met most recently first. */
export function namesByContact(db: Database): NameByContact[] {
  return db
    .prepare(`SELECT id, name, folded, coalesce(team, company) AS place FROM person
      ORDER BY last_contact IS NULL, last_contact DESC, id DESC`)
    .all() as NameByContact[];
}

/** Everyone's name and what else they're called: `folded` has the full name and aliases, one a line. */
export function allNames(db: Database): Array<PersonRef & { folded: string }> {
  return db.prepare('SELECT id, name, folded FROM person ORDER BY id').all() as ReturnType<
    typeof allNames
  >;
}

/** People in a relationship to me, at most two: "my manager" means someone only if there is one. */
export function peopleRelated(db: Database, relationship: Relationship): PersonRef[] {
  return db
    .prepare('SELECT id, name FROM person WHERE relationship = ? ORDER BY id LIMIT 2')
    .all(relationship) as PersonRef[];
}
