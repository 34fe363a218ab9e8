import type { Database } from 'better-sqlite3';
import { damagedChanges, damagedUndone } from './journal.ts';
import { checksumOf, type Value } from './rows.ts';
import { APPLICATION_ID, MIGRATIONS, TABLES, type Table } from './schema.ts';
import { connect } from './sqlite.ts';

/** For each kind of check. */
const MAX_FLAWS = 10;

interface BadRow {
  table: Table;
  id: number;
}

/** Results of SQLite's integrity and foreign key checks. */
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

function badRows(db: Database): BadRow[] {
  return (Object.keys(TABLES) as Table[]).flatMap((table) => {
    const bad: BadRow[] = [];
    const rows = db
      .prepare(`SELECT id, sum, ${TABLES[table].join(', ')} FROM ${table}`)
      .raw()
      .iterate() as IterableIterator<[number, number, ...Value[]]>;
    for (const [id, sum, ...values] of rows)
      if (checksumOf(table, values) !== sum) bad.push({ table, id });
    return bad;
  });
}

/** People whose count or last contact doesn't match the log. */
function miscountedPeople(db: Database, limit: number): number[] {
  return db
    .prepare(`SELECT id FROM person LEFT JOIN (
        SELECT person_id, count(*) AS number, max(day) AS last FROM participant
        GROUP BY person_id) ON person_id = person.id
      WHERE interactions <> coalesce(number, 0) OR last_contact IS NOT last LIMIT ${limit}`)
    .pluck()
    .all() as number[];
}

/** Interactions whose participants have another day or kind. */
function mismatchedInteractions(db: Database, limit: number): number[] {
  return db
    .prepare(`SELECT interaction_id FROM participant JOIN interaction ON interaction.id = interaction_id
      WHERE participant.day <> interaction.day OR participant.kind <> interaction.kind LIMIT ${limit}`)
    .pluck()
    .all() as number[];
}

/** Damaged rows of a database in the newest format, a line each, at most `limit` of each kind. */
export function contentFlaws(db: Database, limit: number): string[] {
  return [
    ...badRows(db)
      .slice(0, limit)
      .map(
        ({ table, id }) =>
          `${table} ${id} has changed since it was written: its checksum doesn't match`,
      ),
    ...mismatchedInteractions(db, limit).map(
      (id) => `the people in interaction ${id} don't match it`,
    ),
    ...miscountedPeople(db, limit).map((id) => `the counts for person ${id} don't match the log`),
    ...damagedChanges(db, limit).map((id) => `the record of change ${id} has been altered`),
    ...damagedUndone(db, limit).map(
      (label) => `the record of the undone "${label}" has been altered`,
    ),
  ];
}

/**
 * Differences between a database's schema and its migrations.
 * @param version its format, by default as its header says
 */
export function schemaFlaws(
  db: Database,
  migrations = MIGRATIONS,
  version = db.pragma('user_version', { simple: true }) as number,
): string[] {
  const fresh = connect(':memory:');
  try {
    for (const sql of migrations.slice(0, version)) fresh.exec(sql);
    const ours = schemaObjects(fresh);
    const theirs = schemaObjects(db);
    return [
      ...[...theirs]
        .filter(([name, sql]) => ours.get(name) !== sql)
        .map(([name]) => `the ${name} isn't netcoach's`),
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

/** The first flaw in a database, or null; an older format is only checked for structure. */
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
