import type { Database } from 'better-sqlite3';
import { automaticBackup } from './backup.ts';
import { asFailure } from './failures.ts';
import { prepareFile, writeMarker } from './file.ts';
import { checkVersion, foreignFile } from './header.ts';
import { beginLineage } from './lineage.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { configure, connect } from './sqlite.ts';

/**
 * Opens the database of a person, and makes it (folder 0700, file 0600) where there never was one.
 * @param report is told in one sentence when a file mode had to be mended.
 * @throws Failure `database`, `newer-database` or `io`: the file is then as it was before.
 */
export function openStore(
  path: string,
  report: (notice: string) => void,
  migrations: readonly string[] = MIGRATIONS,
): Database {
  try {
    const place = prepareFile(path, report, migrations.length);
    const db = connect(place.path);
    try {
      const version = readVersion(db, migrations);
      configure(db);
      db.pragma('journal_mode = WAL');
      if (version < migrations.length) migrate(db, version, migrations);
      if (version === 0) writeMarker(place);
      reporters.set(db, report);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw asFailure(error, path);
  }
}

const reporters = new WeakMap<Database, (notice: string) => void>();

/** Says something to the one who opened this database. */
export function notify(db: Database, notice: string): void {
  reporters.get(db)?.(notice);
}

/** Reads the three marks in one transaction: another process may be making the database right now. */
function readVersion(db: Database, migrations: readonly string[]): number {
  return db
    .transaction(() => {
      const version = db.pragma('user_version', { simple: true }) as number;
      const applicationId = db.pragma('application_id', { simple: true });
      const objects = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
      const isEmpty = version === 0 && applicationId === 0 && objects === 0;
      if (!isEmpty && applicationId !== APPLICATION_ID) throw foreignFile(db.name);
      checkVersion(db.name, version, migrations.length);
      return version;
    })
    .deferred();
}

/** Brings a database to the newest format, after a checked copy of an older one, all or nothing. */
function migrate(db: Database, from: number, migrations: readonly string[]): void {
  if (from > 0) automaticBackup(db, 'before-upgrade', migrations);
  upgrade(db, migrations);
}

/** Brings a database to the newest format in one transaction; a new one gets the lineage that tells it from all others. */
export function upgrade(db: Database, migrations: readonly string[] = MIGRATIONS): void {
  db.transaction(() => {
    const now = readVersion(db, migrations);
    for (const sql of migrations.slice(now)) db.exec(sql);
    if (now === 0) beginLineage(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}
