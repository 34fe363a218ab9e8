import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { checkNewFolder, followLink, hasMarker, sizeOf } from './file.ts';
import { openStore, upgrade } from './open.ts';
import { configure, connect } from './sqlite.ts';
import { markWithoutFile } from './standing.ts';

/**
 * Opens a database for a command that only reads: where there's none, nothing is created.
 * @param report as for `openStore`
 * @throws Failure as `openStore`
 */
export function openToRead(path: string, report: (notice: string) => void): Database {
  return isAbsent(path) ? emptyDatabase(path) : openStore(path, report);
}

/** No if the path is wrong: opening it says why. */
function isAbsent(path: string): boolean {
  try {
    const real = followLink(path);
    checkNewFolder(dirname(real));
    const wal = lstatSync(`${real}-wal`, { throwIfNoEntry: false });
    return sizeOf(real) === 0 && !hasMarker(real) && (wal?.size ?? 0) === 0;
  } catch {
    return false;
  }
}

/** In memory, in place of the missing file. */
function emptyDatabase(path: string): Database {
  const db = connect(':memory:');
  configure(db);
  upgrade(db);
  markWithoutFile(db, path);
  return db;
}
