import { closeSync, existsSync, lstatSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { partFileOf } from './assemble.ts';
import { listBackups } from './backup.ts';
import { backupTime } from './backup-date.ts';
import { countEntries } from './backup-target.ts';
import { copyBytes, flawIn, readCopies, writeCopies } from './copy.ts';
import { asFailure } from './failures.ts';
import { backupFolder, followLink, makeFolder } from './file.ts';
import { checkVersion, readHeader } from './header.ts';
import { lockCopies } from './lock.ts';
import { openStore, upgrade } from './open.ts';
import { giveToOwnerOf, isForeign } from './owner.ts';
import { APPLICATION_ID } from './schema.ts';
import { configure, connect } from './sqlite.ts';
import { replaceDatabase } from './swap.ts';
import { recordRestored } from './synced.ts';
import { firstFlaw } from './verify.ts';

/** A backup and when it was made (ISO 8601, UTC). */
export interface BackupFile {
  file: string;
  at: string;
}

/** The backup that was restored and what it contains. */
export interface Restored {
  file: string;
  people: number;
  interactions: number;
  /** Where the replaced database is; null if there was none. */
  aside: string | null;
}

/** The newest backup in the private folder that passes verification, or null. */
export function newestBackup(path: string): BackupFile | null {
  const real = existsSync(path) ? followLink(path) : path;
  for (const file of listBackups(real).filter(isRestoreCandidate)) {
    if (isForeign(file, real)) continue;
    if (readHeader(file).isSqlite && flawIn(file) === null) return statBackup(file);
  }
  return null;
}

/** Backups in the private folder that `newestBackup` passes over, as another user made them. */
export function backupsOfOthers(path: string): string[] {
  const real = existsSync(path) ? followLink(path) : path;
  return listBackups(real).filter((file) => isForeign(file, real));
}

/** Whether `restore` may pick this backup itself: not one made before another restore. */
export function isRestoreCandidate(file: string): boolean {
  return /(daily|manual|before-upgrade)-[^/\\]*$/.test(file);
}

/** @throws Failure `bad-file` if it's missing or not a plain file */
export function statBackup(file: string): BackupFile {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) {
    throw new Failure(
      'bad-file',
      stat === undefined ? `there's no file ${file}` : `${file} isn't a plain file`,
      'Nothing was changed. Give a backup, or leave it out to use the newest: netcoach restore',
    );
  }
  return { file, at: new Date(backupTime(file)).toISOString() };
}

/**
 * Replaces the database with a verified backup; other processes then read the restored rows.
 * @throws Failure `bad-file` if the backup doesn't pass, `database` if another program's file is
 *   there, `newer-database`, `io`; the database is unchanged then
 */
export async function restore(
  path: string,
  file: string,
  report: (notice: string) => void,
): Promise<Restored> {
  if (!existsSync(dirname(path))) makeFolder(dirname(path));
  const real = followLink(path);
  const partFile = partFileOf(real);
  const release = lockCopies(real);
  try {
    const restored = checkBackup(file, partFile);
    const { aside, copies } = replaceDatabase(partFile, real, report);
    const db = openStore(real, report);
    try {
      const known = readCopies(db);
      const isElsewhere = dirname(file) !== backupFolder(real);
      const all = [...new Set([...known, ...copies, ...(isElsewhere ? [file] : [])])];
      if (all.length > known.length) writeCopies(db, all);
      recordRestored(db);
      // Syncs the new content.
      db.pragma('wal_checkpoint(TRUNCATE)');
      return { file: restored, ...countEntries(db), aside };
    } finally {
      db.close();
    }
  } catch (error) {
    throw asFailure(error, real);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal'])
      rmSync(`${partFile}${end}`, { force: true });
    release();
  }
}

/** Verifies and upgrades a copy of the backup, which is only read. */
function checkBackup(file: string, partFile: string): string {
  statBackup(file);
  const bad = (why: string, cause?: unknown) =>
    new Failure('bad-file', `${file} can't be restored: ${why}`, 'Nothing was changed.', {
      cause,
    });
  try {
    const header = readHeader(file);
    if (!header.isSqlite) throw bad("it's damaged, or isn't a netcoach backup");
    const hasLog = (lstatSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    if (!hasLog && header.applicationId !== APPLICATION_ID)
      throw bad('it belongs to another program');
    checkVersion(file, header.version);
    for (const end of hasLog ? ['', '-wal'] : ['']) {
      rmSync(`${partFile}${end}`, { force: true });
      closeSync(openSync(`${partFile}${end}`, 'wx', 0o600));
      giveToOwnerOf(dirname(partFile), `${partFile}${end}`);
      copyBytes(`${file}${end}`, `${partFile}${end}`);
    }
    const db = connect(partFile);
    try {
      configure(db);
      db.pragma('journal_mode = DELETE');
      const flaw = firstFlaw(db);
      if (flaw !== null) throw bad(flaw);
      upgrade(db);
    } finally {
      db.close();
    }
    return file;
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (/^SQLITE_(CORRUPT|NOTADB)|^(EACCES|EPERM|EISDIR)$/.test(code))
      throw bad((error as Error).message, error);
    throw error;
  }
}
