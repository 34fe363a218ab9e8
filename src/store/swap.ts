import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { automaticBackup, privateFile } from './backup.ts';
import { readCopies } from './copies.ts';
import { hasMarker, syncFolder } from './file.ts';
import { readHeader } from './header.ts';
import { type Database, openStore } from './open.ts';
import { APPLICATION_ID } from './schema.ts';
import { connect } from './sqlite.ts';
import { firstFlaw } from './verify.ts';

/**
 * Puts a checked file in the place of a database, and keeps what was there: under those who have it open where
 * it is sound, else by name.
 * @returns where that is kept, and the copies elsewhere that it knew of
 */
export async function swap(
  part: string,
  real: string,
  report: (notice: string) => void,
): Promise<{ aside: string | null; copies: string[] }> {
  const live = openHealthy(real, report);
  if (live === null) return { aside: replaceFile(part, real), copies: [] };
  try {
    const copies = readCopies(live);
    const aside = automaticBackup(live, 'before-restore');
    await overwrite(part, real);
    return { aside, copies };
  } finally {
    live.close();
  }
}

/** The database, opened, where it is whole; null where it is missing or damaged. @throws Failure where it is not ours */
function openHealthy(real: string, report: (notice: string) => void): Database | null {
  const stat = lstatSync(real, { throwIfNoEntry: false });
  if (stat === undefined || stat.size === 0) return null;
  if (!stat.isFile())
    throw new Failure('io', `${real} is not a plain file`, 'Name a file with --db.');
  let db: Database;
  try {
    db = openStore(real, report);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'database') throw error;
    // Not ours, and it never was: somebody else's file is not put aside.
    if (readHeader(real).application !== APPLICATION_ID && !hasMarker(real)) throw error;
    return null;
  }
  let isWhole = false;
  try {
    isWhole = firstFlaw(db) === null;
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('SQLITE_CORRUPT')) throw error;
  } finally {
    if (!isWhole) db.close();
  }
  return isWhole ? db : null;
}

/**
 * Writes a whole database over another in one transaction of SQLite's own.
 * @throws Failure `io` where another program holds it longer than ten seconds
 */
async function overwrite(part: string, real: string): Promise<void> {
  const source = connect(part, { readonly: true });
  try {
    for (const end = Date.now() + 10_000; Date.now() < end; ) {
      // A locked target is not an error there: it ends with no page copied.
      const { totalPages } = await source.backup(real, {
        progress: ({ remainingPages }) => Math.max(1, remainingPages),
      });
      if (totalPages > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    source.close();
  }
  throw new Failure(
    'io',
    'another program is holding the database',
    'Nothing was changed. Try again.',
  );
}

/** Gives a file the place of a damaged or missing database, which is kept with its log. */
function replaceFile(part: string, real: string): string | null {
  const aside = privateFile(real, 'damaged');
  let isKept = false;
  if (existsSync(real) && statSync(real).size > 0) {
    try {
      linkSync(real, aside);
    } catch (error) {
      if (
        !['EPERM', 'EXDEV', 'ENOTSUP', 'EOPNOTSUPP'].includes(
          String((error as { code?: string }).code),
        )
      )
        throw error;
      copyFileSync(real, aside);
    }
    isKept = true;
  }
  if ((lstatSync(`${real}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    renameSync(`${real}-wal`, `${aside}-wal`);
    isKept = true;
  }
  for (const end of ['-wal', '-shm']) rmSync(`${real}${end}`, { force: true });
  syncFolder(dirname(aside));
  renameSync(part, real);
  syncFolder(dirname(real));
  return isKept ? aside : null;
}
