import { constants, copyFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { automaticBackup, newBackupPath } from './backup.ts';
import { asFailure } from './failures.ts';
import { prepareFile, writeMarker } from './file.ts';
import { checkVersion, foreignFile, hasDamagedLog } from './header.ts';
import { beginLineage } from './lineage.ts';
import { reportTo } from './notices.ts';
import { giveToOwnerOf } from './owner.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { configure, connect } from './sqlite.ts';

/**
 * Opens a database; creates it (folder 0700, file 0600) on first use.
 * @param report receives a sentence about a file mode that was fixed, or couldn't be
 * @throws Failure `database`, `newer-database` or `io`; the file is unchanged then
 */
export function openStore(
  path: string,
  report: (notice: string) => void,
  migrations: readonly string[] = MIGRATIONS,
): Database {
  try {
    const place = prepareFile(path, report, migrations.length);
    if (hasDamagedLog(place.path)) keepDamagedLog(place.path, report);
    const db = connect(place.path);
    try {
      const version = readVersion(db, migrations);
      configure(db);
      db.pragma('journal_mode = WAL');
      if (version < migrations.length) migrate(db, version, migrations);
      if (version === 0) writeMarker(place);
      reportTo(db, report);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw asFailure(error, path);
  }
}

/** SQLite drops the log from the damage on, without a word. */
function keepDamagedLog(path: string, report: (notice: string) => void): void {
  const kept = `${newBackupPath(path, 'damaged')}-wal`;
  copyFileSync(`${path}-wal`, kept, constants.COPYFILE_EXCL);
  giveToOwnerOf(dirname(kept), kept);
  report(
    `the log of ${path} was damaged, and the last changes are lost. It is kept as ${kept}. Compare with the newest backup: netcoach doctor`,
  );
}

/** One statement, and so one state: another process may be creating the database. */
function readVersion(db: Database, migrations: readonly string[]): number {
  const [version, applicationId, objects] = db
    .prepare(`SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
      FROM pragma_user_version, pragma_application_id`)
    .raw()
    .get() as [number, number, number];
  const isEmpty = version === 0 && applicationId === 0 && objects === 0;
  if (!isEmpty && applicationId !== APPLICATION_ID) throw foreignFile(db.name);
  checkVersion(db.name, version, migrations.length);
  return version;
}

function migrate(db: Database, from: number, migrations: readonly string[]): void {
  if (from > 0) automaticBackup(db, 'before-upgrade', migrations);
  upgrade(db, migrations);
}

/** Runs missing migrations in one transaction. */
export function upgrade(db: Database, migrations: readonly string[] = MIGRATIONS): void {
  db.transaction(() => {
    const now = readVersion(db, migrations);
    for (const sql of migrations.slice(now)) db.exec(sql);
    if (now === 0) beginLineage(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}
