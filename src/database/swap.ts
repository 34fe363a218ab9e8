import { constants, copyFileSync, linkSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { automaticBackup, newBackupPath } from './backup.ts';
import { readCopies } from './copy.ts';
import { asFailure } from './failures.ts';
import { sizeOf, syncFolder, wasHere } from './file.ts';
import { readHeader } from './header.ts';
import { openStore } from './open.ts';
import { giveToOwnerOf } from './owner.ts';
import { APPLICATION_ID } from './schema.ts';
import { configure, connect } from './sqlite.ts';
import { firstFlaw } from './verify.ts';

/**
 * Replaces a database with a verified file: row by row if it's sound, so that open connections stay
 * valid; otherwise by renaming.
 * @returns where the old content is, and the copies that it listed
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

/**
 * Null if missing or damaged.
 * @throws Failure if the file isn't ours
 */
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
    // Another program's file isn't moved.
    if (readHeader(real).applicationId !== APPLICATION_ID && !wasHere(real)) throw failure;
  } finally {
    if (!isSound) db?.close();
  }
  return isSound ? db : null;
}

/**
 * Backs up within the transaction, so that no concurrent write is lost.
 * @param partFile in the newest format
 * @throws Failure `io` after waiting ten seconds for another program
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
      // Dropped meanwhile: the rows bring their counts, and `undo` ignores a restore.
      const triggers = live
        .prepare(`SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'`)
        .all() as Array<{ name: string; sql: string }>;
      for (const { name } of triggers) live.exec(`DROP TRIGGER ${name}`);
      // Who was forgotten stays forgotten.
      const replaced = tables.filter((table) => table !== 'forgotten');
      for (const table of replaced) live.exec(`DELETE FROM main.${table}`);
      for (const table of replaced)
        live.exec(`INSERT INTO main.${table} SELECT * FROM part.${table}`);
      live.exec('INSERT OR IGNORE INTO main.forgotten SELECT * FROM part.forgotten');
      // Ids are never reused, whichever backup is restored.
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

/** On a second connection, as VACUUM can't run in a transaction. */
function backUpReplaced(real: string): string {
  const reader = connect(real);
  try {
    configure(reader);
    return automaticBackup(reader, 'before-restore');
  } finally {
    reader.close();
  }
}

/** Frees disk space if possible. */
function shrink(db: Database): void {
  try {
    db.exec('VACUUM');
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED|FULL|IOERR)/.test(String((error as { code?: unknown }).code)))
      throw error;
  }
}

/** Moves a damaged database and its log aside. */
function replaceFile(partFile: string, real: string): string | null {
  const aside = newBackupPath(real, 'damaged');
  let isKept = false;
  if (sizeOf(real) > 0) {
    try {
      linkSync(real, aside);
    } catch {
      // Hard links don't work on every file system, nor across disks.
      copyFileSync(real, aside, constants.COPYFILE_EXCL);
      giveToOwnerOf(dirname(aside), aside);
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
