import { constants, copyFileSync, linkSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { automaticBackup, privateFile } from './backup.ts';
import { readCopies } from './copies.ts';
import { asFailure } from './failures.ts';
import { hasMarker, sizeOf, syncFolder } from './file.ts';
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
  if (sizeOf(real) === 0) return null;
  let db: Database | null = null;
  let isWhole = false;
  try {
    db = openStore(real, report);
    isWhole = firstFlaw(db) === null;
  } catch (error) {
    const failure = asFailure(error, real);
    if (!(failure instanceof Failure) || failure.code !== 'database') throw failure;
    // Not ours, and it never was: somebody else's file is not put aside.
    if (readHeader(real).application !== APPLICATION_ID && !hasMarker(real)) throw failure;
  } finally {
    if (!isWhole) db?.close();
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
  if (sizeOf(real) > 0) {
    try {
      linkSync(real, aside);
    } catch {
      // Not every disk has links, and none reaches from one to another.
      copyFileSync(real, aside, constants.COPYFILE_EXCL);
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
