import type { Database } from 'better-sqlite3';
import { damagedChanges } from './journal.ts';
import { rowChecksum, type Value } from './rows.ts';
import { APPLICATION_ID, MIGRATIONS, TABLES, type Table } from './schema.ts';
import { connect } from './sqlite.ts';

/** So many flaws of one kind are told of. */
const MAX_FLAWS = 10;

/** A row whose values are not those that were written. */
interface BadRow {
  table: Table;
  id: number;
}

/** What SQLite's own check finds wrong with the file, and references that lead nowhere; empty where all is well. */
export function structureFlaws(db: Database): string[] {
  const found = (db.pragma(`integrity_check(${MAX_FLAWS})`) as Array<{ integrity_check: string }>)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
  const broken = db.pragma('foreign_key_check') as Array<{ table: string; parent: string }>;
  return [
    ...found,
    ...broken.slice(0, MAX_FLAWS).map(({ table, parent }) => `a ${table} names no ${parent}`),
  ];
}

/** The rows whose checksum does not hold. */
function badRows(db: Database): BadRow[] {
  return (Object.keys(TABLES) as Table[]).flatMap((table) => {
    const bad: BadRow[] = [];
    const rows = db
      .prepare(`SELECT id, sum, ${TABLES[table].join(', ')} FROM ${table}`)
      .raw()
      .iterate() as IterableIterator<[number, number, ...Value[]]>;
    for (const [id, sum, ...values] of rows)
      if (rowChecksum(values) !== sum) bad.push({ table, id });
    return bad;
  });
}

/** The people whose count or last contact, kept true by triggers, does not fit the log; at most `limit`. */
function miscountedPeople(db: Database, limit: number): number[] {
  return db
    .prepare(`SELECT id FROM person LEFT JOIN (
        SELECT person_id, count(*) AS number, max(day) AS last FROM participant
        GROUP BY person_id) ON person_id = person.id
      WHERE interactions <> coalesce(number, 0) OR last_contact IS NOT last LIMIT ${limit}`)
    .pluck()
    .all() as number[];
}

/** The interactions of which a participant repeats another day or kind; at most `limit`. */
function mismatchedInteractions(db: Database, limit: number): number[] {
  return db
    .prepare(`SELECT interaction_id FROM participant JOIN interaction ON interaction.id = interaction_id
      WHERE participant.day <> interaction.day OR participant.kind <> interaction.kind LIMIT ${limit}`)
    .pluck()
    .all() as number[];
}

/** What does not hold in the rows of a database of the newest format, one line each; at most `limit` of a kind. */
export function contentFlaws(db: Database, limit: number): string[] {
  return [
    ...badRows(db)
      .slice(0, limit)
      .map(
        ({ table, id }) => `${table} ${id} is not as it was written: its checksum does not hold`,
      ),
    ...mismatchedInteractions(db, limit).map(
      (id) => `who took part in interaction ${id} does not fit it`,
    ),
    ...miscountedPeople(db, limit).map(
      (id) => `what is counted for person ${id} does not fit the log`,
    ),
    ...damagedChanges(db, limit).map((id) => `the record of change ${id} is not as it was written`),
  ];
}

/** How a database's tables, indexes and triggers differ from those of its format; empty where they do not. */
export function schemaFlaws(db: Database, migrations = MIGRATIONS): string[] {
  const version = db.pragma('user_version', { simple: true }) as number;
  const fresh = connect(':memory:');
  try {
    for (const sql of migrations.slice(0, version)) fresh.exec(sql);
    const ours = schemaObjects(fresh);
    const theirs = schemaObjects(db);
    return [
      ...[...theirs]
        .filter(([name, sql]) => ours.get(name) !== sql)
        .map(([name]) => `the ${name} is not ours`),
      ...[...ours.keys()]
        .filter((name) => !theirs.has(name))
        .map((name) => `the ${name} is missing`),
    ].slice(0, MAX_FLAWS);
  } finally {
    fresh.close();
  }
}

function schemaObjects(db: Database): Map<string, string | null> {
  const rows = db.prepare("SELECT type || ' ' || name, sql FROM sqlite_schema").raw().all();
  return new Map(rows as Array<[string, string | null]>);
}

/**
 * The first thing wrong with a database, or null. The content is that of the newest format: an older
 * file is checked for its structure alone.
 */
export function firstFlaw(db: Database, migrations = MIGRATIONS): string | null {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    return 'it belongs to another program';
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) return 'it was written by a newer netcoach';
  const [flaw] = [...structureFlaws(db), ...schemaFlaws(db, migrations)];
  if (flaw !== undefined) return flaw;
  const [bad] = version === migrations.length ? contentFlaws(db, 1) : [];
  return bad ?? null;
}
