import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { compareText } from '../text/fold.ts';
import { abandonedPartFiles } from './assemble.ts';
import { backupTime, isAhead } from './backup-date.ts';
import { checkBackupTarget, countEntries } from './backup-target.ts';
import { copyDatabase, dropDigests, rememberCopy } from './copy.ts';
import { attemptOf, beginAttempt, endAttempt, passAttempt, utcDay } from './daily-attempt.ts';
import { asFailure } from './failures.ts';
import { backupFolder, checkBackupFolder, isOpenToOthers, writeMarker } from './file.ts';
import { withCopiesLocked } from './lock.ts';
import { isForeign } from './owner.ts';
import { configure, connect } from './sqlite.ts';
import { isStandIn, pathOf, refuseWithoutFile } from './standing.ts';

/** Why a backup was made: the first word of its file name. */
export type BackupReason = 'daily' | 'manual' | 'before-upgrade' | 'before-restore';

const KEPT_PER_REASON = 7;

/** A finished backup and what it contains. */
export interface Backup {
  file: string;
  bytes: number;
  people: number;
  interactions: number;
}

/**
 * Makes a verified copy at `target` (absolute; null: in the private folder).
 * @throws Failure `usage` if `target` isn't a backup, `database`, `io`
 */
export function backup(db: Database, target: string | null): Backup {
  refuseWithoutFile(db);
  return withCopiesLocked(db.name, () => {
    const file = target ?? newBackupPath(pathOf(db), 'manual');
    try {
      if (target !== null) checkBackupTarget(db, target);
      // First, so that `forget` knows of every copy.
      if (target !== null && !isStandIn(db)) rememberCopy(db, target);
      // VACUUM INTO writes to the target alone, and yet needs this.
      if (isStandIn(db)) db.pragma('query_only = OFF');
      copyDatabase(db, file);
    } catch (error) {
      throw asFailure(error, file);
    }
    return { file, bytes: statSync(file).size, ...countEntries(db) };
  });
}

/**
 * Backs up to the private folder; deletes all but the last seven for that reason, and none that is
 * another user's or dated ahead: the clock can't be trusted then.
 */
export function automaticBackup(
  db: Database,
  reason: BackupReason,
  migrations?: readonly string[],
): string {
  const file = newBackupPath(db.name, reason);
  copyDatabase(db, file, migrations);
  const earlier = listBackups(db.name, reason).filter(
    (other) => other !== file && !isAhead(backupTime(other)) && !isForeign(other, db.name),
  );
  const surplus = earlier.slice(KEPT_PER_REASON - 1);
  dropDigests(surplus);
  for (const old of surplus) rmSync(old);
  return file;
}

/** Whether someone is in the database and today's backup is neither made nor being made. */
export function isDailyBackupDue(db: Database): boolean {
  return (
    !hasDailyBackup(db.name) &&
    db.prepare('SELECT 1 FROM person LIMIT 1').get() !== undefined &&
    attemptOf(db.name) !== 'running'
  );
}

function hasDailyBackup(path: string): boolean {
  return existsSync(join(backupFolder(path), backupName('daily')));
}

/**
 * Makes today's backup.
 * @returns a warning if it failed but writing can go on, otherwise null
 * @throws Failure `database` if the database is damaged
 */
export function dailyBackup(db: Database): string | null {
  try {
    withCopiesLocked(db.name, () => {
      if (!hasDailyBackup(db.name)) automaticBackup(db, 'daily');
    });
    endAttempt(db.name);
    return null;
  } catch (error) {
    const failure = asFailure(error, db.name);
    if (failure instanceof Failure && failure.code === 'database') throw failure;
    const { message } = asFailure(error, backupFolder(db.name)) as Error;
    return `today's backup couldn't be made: ${message}. Look into it: netcoach doctor`;
  }
}

/** Databases whose daily backup may follow the command; whether it's to follow. */
const postponable = new WeakMap<Database, boolean>();

/** Lets the daily backup follow the command, whose caller looks at `isBackupPostponed` and sees to it. */
export function allowPostponedBackup(db: Database): void {
  if (!postponable.has(db)) postponable.set(db, false);
}

/** Whether a change of this command has left the daily backup to a process of its own. */
export function isBackupPostponed(db: Database): boolean {
  return postponable.get(db) === true;
}

/**
 * Leaves today's backup to `continueDailyBackup`, where that's allowed and none was cut short today: its
 * reason would never be told.
 * @returns whether someone sees to the backup
 */
export function postponeBackup(db: Database): boolean {
  if (isBackupPostponed(db)) return true;
  if (!postponable.has(db)) return false;
  try {
    if (attemptOf(db.name) === 'cut short') return false;
    if (beginAttempt(db.name)) postponable.set(db, true);
    return true;
  } catch {
    // Making the backup at once fails for the same reason, and says so.
    return false;
  }
}

/**
 * Makes the backup that a command has postponed, in a process of its own. The next write makes it at once if
 * this fails. Creates no file where the database was deleted since.
 * @param path a database with links resolved
 */
export function continueDailyBackup(path: string): void {
  if (!existsSync(path) || attemptOf(path) === 'none') return;
  passAttempt(path, process.pid);
  withCopiesLocked(path, () => {
    const db = connect(path, { fileMustExist: true });
    try {
      configure(db);
      if (!hasDailyBackup(path)) automaticBackup(db, 'daily');
    } finally {
      db.close();
    }
  });
  endAttempt(path);
}

/** Backups in the private folder, newest first; those that are dated ahead come last. */
export function listBackups(path: string, reason?: BackupReason): string[] {
  const folder = backupFolder(path);
  checkBackupFolder(path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(
      (name) => name.endsWith('.db') && (reason === undefined || name.startsWith(`${reason}-2`)),
    )
    .flatMap((name) => {
      const file = join(folder, name);
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat?.isFile() ? [{ file, at: backupTime(file) }] : [];
    })
    .sort(
      (a, b) =>
        Number(isAhead(a.at)) - Number(isAhead(b.at)) || b.at - a.at || compareText(b.file, a.file),
    )
    .map(({ file }) => file);
}

/** A new path in the private folder, which is created, closed to others and tidied. */
export function newBackupPath(path: string, reason: BackupReason | 'damaged'): string {
  const folder = backupFolder(path);
  writeMarker({ path, hasMadeFolder: false });
  if (isOpenToOthers(folder)) chmodSync(folder, 0o700);
  for (const file of abandonedPartFiles(folder)) rmSync(file, { force: true });
  return join(folder, backupName(reason));
}

/** UTC, so that names sort by time. */
function backupName(reason: BackupReason | 'damaged'): string {
  const time = reason === 'daily' ? utcDay() : new Date().toISOString().replace(/[:.]/g, '-');
  return `${reason}-${time}.db`;
}
