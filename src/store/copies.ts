import type { Database } from 'better-sqlite3';
import { readSetting, withoutRecord, writeSetting } from './settings.ts';

const KEY = 'copies';

/** The files elsewhere that netcoach was told to write: backups and exports, by absolute path. */
export function readCopies(db: Database): string[] {
  return readSetting<string[]>(db, KEY) ?? [];
}

/**
 * Notes that a copy of what is in the database was written to `path`, so that forgetting a person can
 * reach it or name it. No change that `undo` would take back.
 */
export function rememberCopy(db: Database, path: string): void {
  withoutRecord(db, () => {
    const known = readCopies(db);
    if (!known.includes(path)) writeSetting(db, KEY, [...known, path]);
  });
}

/** Sets the list of copies. */
export function writeCopies(db: Database, paths: readonly string[]): void {
  withoutRecord(db, () => writeSetting(db, KEY, paths));
}
