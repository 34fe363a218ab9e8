import { constants, copyFileSync, linkSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { automaticBackup, newBackupPath } from './backup.ts';
import { readCopies } from './copy.ts';
import { asFailure } from './failures.ts';
import { hasMarker, sizeOf, syncFolder } from './file.ts';
import { readHeader } from './header.ts';
import { openStore } from './open.ts';
import { APPLICATION_ID } from './schema.ts';
import { configure, connect } from './sqlite.ts';
import { firstFlaw } from './verify.ts';

/**
 * Puts a checked file in the place of a database, and keeps what was there: under those who have it open where
 * it is sound, else by name.
 * @returns where that is kept, and the copies elsewhere that it knew of
 */
export function replaceDatabase(
  partFile: string,
  real: string,
  report: (notice: string) => void,
): { aside: string | null; copies: string[] } {
  const live = openIfSound(real, report);
  if (live === null) return { aside: replaceFile(partFile, real), copies: [] };
  try {
    return overwrite(live, partFile);
  } finally {
    live.close();
  }
}

/** The database, opened, where it is whole; null where it is missing or damaged. @throws Failure where it is not ours */
function openIfSound(real: string, report: (notice: string) => void): Database | null {
  if (sizeOf(real) === 0) return null;
  let db: Database | null = null;
  let isSound = false;
  try {
    db = openStore(real, report);
    isSound = firstFlaw(db) === null;
  } catch (error) {
    const failure = asFailure(error, real);
    if (!(failure instanceof Failure) || failure.code !== 'database') throw failure;
    // Not ours, and it never was: somebody else's file is not put aside.
    if (readHeader(real).applicationId !== APPLICATION_ID && !hasMarker(real)) throw failure;
  } finally {
    if (!isSound) db?.close();
  }
  return isSound ? db : null;
}

/**
 * Puts the rows of a file in the place of all that a database holds, in one transaction. What was there is copied
 * aside inside of it, so that nothing which others write meanwhile is in neither.
 * @param partFile of the newest format
 * @throws Failure `io` where another program holds the database longer than ten seconds
 */
function overwrite(live: Database, partFile: string): { aside: string; copies: string[] } {
  live.prepare('ATTACH ? AS part').run(partFile);
  const done = live
    .transaction(() => {
      const copies = readCopies(live);
      const aside = backUpReplaced(live.name);
      live.pragma('defer_foreign_keys = ON');
      const tables = live
        .prepare(
          `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
        )
        .pluck()
        .all() as string[];
      // What comes in was counted, and is no change of its own: the triggers are to see none of it.
      const triggers = live
        .prepare(`SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'`)
        .all() as Array<{ name: string; sql: string }>;
      for (const { name } of triggers) live.exec(`DROP TRIGGER ${name}`);
      for (const table of tables) live.exec(`DELETE FROM main.${table}`);
      for (const table of tables)
        live.exec(`INSERT INTO main.${table} SELECT * FROM part.${table}`);
      // A number is never given twice, in whatever order backups come and go.
      live.exec(`UPDATE main.sqlite_sequence SET seq = max(seq, coalesce(
        (SELECT theirs.seq FROM part.sqlite_sequence theirs WHERE theirs.name = sqlite_sequence.name), 0))`);
      for (const { sql } of triggers) live.exec(sql);
      return { aside, copies };
    })
    .immediate();
  live.exec('DETACH part');
  shrink(live);
  return done;
}

/** The copy of what a restore replaces, taken while nobody else can write. */
function backUpReplaced(real: string): string {
  const reader = connect(real);
  try {
    configure(reader);
    return automaticBackup(reader, 'before-restore');
  } finally {
    reader.close();
  }
}

/** Gives back the room of what was there before, where others and the disk let it: the rows are in by now. */
function shrink(db: Database): void {
  try {
    db.exec('VACUUM');
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED|FULL|IOERR)/.test(String((error as { code?: unknown }).code)))
      throw error;
  }
}

/** Gives a file the place of a damaged or missing database, which is kept with its log. */
function replaceFile(partFile: string, real: string): string | null {
  const aside = newBackupPath(real, 'damaged');
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
  let kept = isKept ? aside : null;
  if ((lstatSync(`${real}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    renameSync(`${real}-wal`, `${aside}-wal`);
    kept ??= `${aside}-wal`;
  }
  for (const end of ['-wal', '-shm']) rmSync(`${real}${end}`, { force: true });
  syncFolder(dirname(aside));
  renameSync(partFile, real);
  syncFolder(dirname(real));
  return kept;
}
