/** Whether today's backup is being made, by a process that outlives its command, or was cut short. */
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './assemble.ts';
import { backupFolder, checkBackupFolder, hasMarker, writeMarker } from './file.ts';
import { giveToOwnerOf } from './owner.ts';

/** After this time, in milliseconds, a process is taken to hang, or to be another with the same id. */
const PATIENCE = 600_000;

/** Of a day and the id of a process; a shorter one is padded, so that nothing is left of a longer one. */
const MAX_LENGTH = 24;

/** Holds the day (UTC) and the id of the process, from before the first write of a day until the backup is made. */
function attemptFile(path: string): string {
  return join(backupFolder(path), '.daily');
}

/** Today in UTC, as in the names of backups. */
export function utcDay(): string {
  return new Date().toISOString().slice(0, 10);
}

/** How today's attempt to back up goes; `none` also after it succeeded. */
export function attemptOf(path: string): 'none' | 'running' | 'cut short' {
  const file = attemptFile(path);
  try {
    const [day, id] = readFileSync(file, 'latin1').split(' ');
    const isNew = Date.now() - statSync(file).mtimeMs < PATIENCE;
    if (day !== utcDay() && day !== '') return 'none';
    return isNew && (id === undefined || isRunning(Number(id))) ? 'running' : 'cut short';
  } catch {
    // There is none; or it can't be read, and beginning one says why.
    return 'none';
  }
}

/**
 * Claims today's backup for this process, whose successor gets it with `passAttempt`.
 * @returns false if another process has it
 * @throws Failure or a file system error if the private folder can't be written
 */
export function beginAttempt(path: string): boolean {
  if (hasMarker(path)) checkBackupFolder(path);
  else writeMarker({ path, hasMadeFolder: false });
  const file = attemptFile(path);
  // Yesterday's, cut short.
  if (attemptOf(path) === 'none') rmSync(file, { force: true });
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  giveToOwnerOf(backupFolder(path), file);
  passAttempt(path, process.pid);
  return true;
}

/** Names the process that goes on with the attempt, unless it's over. */
export function passAttempt(path: string, pid: number): void {
  try {
    const file = openSync(attemptFile(path), 'r+');
    writeSync(file, `${utcDay()} ${pid}`.padEnd(MAX_LENGTH));
    closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Ends an attempt that succeeded. */
export function endAttempt(path: string): void {
  rmSync(attemptFile(path), { force: true });
}
