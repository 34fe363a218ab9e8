import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { attemptOf } from './daily-attempt.ts';
import { asFailure } from './failures.ts';
import { backupFolder, checkBackupFolder } from './file.ts';
import { giveToOwnerOf } from './owner.ts';
import { connect } from './sqlite.ts';

/** Nested locks of this process. */
const depths = new Map<string, number>();

/**
 * Locks a database's copies against commands that write or restore them; waits for the daily backup to be made.
 * @returns the function that unlocks; so does the end of the process
 * @throws Failure `io` after ten seconds in which another command had it
 */
export function lockCopies(path: string): () => void {
  checkBackupFolder(path);
  const depth = depths.get(path) ?? 0;
  depths.set(path, depth + 1);
  if (depth > 0) return () => void depths.set(path, depth);
  // No folder, no copies to lock.
  if (!existsSync(backupFolder(path))) return () => void depths.delete(path);
  const file = join(backupFolder(path), '.lock');
  try {
    const isNew = !existsSync(file);
    closeSync(openSync(file, 'a', 0o600));
    if (isNew) giveToOwnerOf(backupFolder(path), file);
    const lock = connect(file);
    try {
      begin(lock, path);
    } catch (error) {
      lock.close();
      throw error;
    }
    return () => {
      depths.delete(path);
      lock.close();
    };
  } catch (error) {
    depths.delete(path);
    throw asFailure(error, file);
  }
}

/** Runs `work` between `lockCopies` and its release. */
export function withCopiesLocked<T>(path: string, work: () => T): T {
  const release = lockCopies(path);
  try {
    return work();
  } finally {
    release();
  }
}

/** The file stays empty: SQLite's lock on it ends with the process. */
function begin(lock: Database, path: string): void {
  for (;;) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      const isBusy = (error as { code?: unknown }).code === 'SQLITE_BUSY';
      if (!isBusy || attemptOf(path) !== 'running') throw error;
    }
  }
}
