import type { Database } from 'better-sqlite3';
import { rowSum, type Value } from './rows.ts';
import { APPLICATION_ID, MIGRATIONS, TABLES, type Table } from './schema.ts';
import { connect } from './sqlite.ts';

/** So many flaws of one kind are told of. */
const MOST = 10;

/** A row whose values are not those that were written. */
export interface BadRow {
  table: Table;
  id: number;
}

/** What SQLite's own check finds wrong with the file, and references that lead nowhere; empty where all is well. */
export function structureFlaws(db: Database): string[] {
  const found = (db.pragma(`integrity_check(${MOST})`) as Array<{ integrity_check: string }>)
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
  const lost = db.pragma('foreign_key_check') as Array<{ table: string; parent: string }>;
  return [
    ...found,
    ...lost.slice(0, MOST).map(({ table, parent }) => `a ${table} names no ${parent}`),
  ];
}

/** The rows whose checksum does not hold. */
export function badRows(db: Database): BadRow[] {
  return (Object.keys(TABLES) as Table[]).flatMap((table) => {
    const bad: BadRow[] = [];
    const rows = db
      .prepare(`SELECT id, sum, ${TABLES[table].join(', ')} FROM ${table}`)
      .raw()
      .iterate() as IterableIterator<[number, number, ...Value[]]>;
    for (const [id, sum, ...values] of rows) if (rowSum(values) !== sum) bad.push({ table, id });
    return bad;
  });
}

/** How a database's tables, indexes and triggers differ from those of its format; empty where they do not. */
export function schemaFlaws(db: Database, migrations = MIGRATIONS): string[] {
  const version = db.pragma('user_version', { simple: true }) as number;
  const fresh = connect(':memory:');
  try {
    for (const sql of migrations.slice(0, version)) fresh.exec(sql);
    const ours = objects(fresh);
    const theirs = objects(db);
    return [
      ...[...theirs]
        .filter(([name, sql]) => ours.get(name) !== sql)
        .map(([name]) => `the ${name} is not ours`),
      ...[...ours.keys()]
        .filter((name) => !theirs.has(name))
        .map((name) => `the ${name} is missing`),
    ].slice(0, MOST);
  } finally {
    fresh.close();
  }
}

function objects(db: Database): Map<string, string | null> {
  const rows = db.prepare("SELECT type || ' ' || name, sql FROM sqlite_schema").raw().all();
  return new Map(rows as Array<[string, string | null]>);
}

/**
 * The first thing wrong with a database, or null. The checksums are those of the newest format: an older
 * file is checked for its structure alone.
 */
export function firstFlaw(db: Database, migrations = MIGRATIONS): string | null {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    return 'it belongs to another program';
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > migrations.length) return 'it was written by a newer netcoach';
  const [flaw] = [...structureFlaws(db), ...schemaFlaws(db, migrations)];
  if (flaw !== undefined) return flaw;
  const [bad] = version === migrations.length ? badRows(db) : [];
  return bad === undefined ? null : `${bad.table} ${bad.id} is not as it was written`;
}
