import { lstatSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { reasonAfterColon } from './failures.ts';
import { checkNewFolder, followLink, sizeOf, wasHere } from './file.ts';
import { openStore, upgrade } from './open.ts';
import { configure, connect } from './sqlite.ts';
import { forbidChanges, markStandIn } from './standing.ts';
import { withLogApplied } from './wal.ts';

/**
 * Opens a database for a command that only reads: where there's none, nothing is created, and where
 * it can't be written, it's read into memory.
 * @param report as for `openStore`; also receives why it can't be written
 * @throws Failure as `openStore`
 */
export function openToRead(path: string, report: (notice: string) => void): Database {
  if (isAbsent(path)) return emptyDatabase(path);
  try {
    return openStore(path, report);
  } catch (error) {
    const code = String((Object(error).cause as NodeJS.ErrnoException | undefined)?.code);
    if (!(error instanceof Failure) || !UNWRITABLE.test(code)) throw error;
    const db = copyInMemory(path, error);
    report(
      `${path} can't be written${reasonAfterColon(path)}. netcoach will only read it, so forget won't reach any copy made now.`,
    );
    return db;
  }
}

/**
 * Opens a database for a command that only changes what's there: where there's none, nothing is created,
 * and a change is refused.
 * @throws Failure as `openStore`
 */
export function openToEdit(path: string, report: (notice: string) => void): Database {
  if (!isAbsent(path)) return openStore(path, report);
  const db = emptyDatabase(path);
  forbidChanges(db);
  return db;
}

const UNWRITABLE =
  /^(SQLITE_(READONLY|CANTOPEN|FULL|IOERR)|EROFS|EACCES|EPERM|ENOSPC|EDQUOT|EFBIG)/;

/** No if the path is wrong: opening it says why. */
function isAbsent(path: string): boolean {
  try {
    const real = followLink(path);
    checkNewFolder(dirname(real));
    const wal = lstatSync(`${real}-wal`, { throwIfNoEntry: false });
    return sizeOf(real) === 0 && !wasHere(real) && (wal?.size ?? 0) === 0;
  } catch {
    return false;
  }
}

/** In memory, in place of the missing file. */
function emptyDatabase(path: string): Database {
  const db = connect(':memory:');
  configure(db);
  upgrade(db);
  markStandIn(db, path, true);
  return db;
}

/**
 * Reads the file and its log, and refuses to write: SQLite itself can't read a log without writing.
 * @param error to throw if the file can't be read, either
 */
function copyInMemory(path: string, error: Failure): Database {
  let db: Database;
  try {
    const real = followLink(path);
    if (lstatSync(`${real}-journal`, { throwIfNoEntry: false }) !== undefined) throw error;
    db = connectInMemory(real);
  } catch {
    throw error;
  }
  try {
    configure(db);
    upgrade(db);
    db.pragma('query_only = ON');
    markStandIn(db, path, false);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** Connects to a copy in memory of a file and its log. */
export function connectInMemory(real: string): Database {
  const wal = `${real}-wal`;
  const hasLog = lstatSync(wal, { throwIfNoEntry: false }) !== undefined;
  return connect(withLogApplied(readFileSync(real), hasLog ? readFileSync(wal) : Buffer.alloc(0)));
}
