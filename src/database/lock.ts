import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { asFailure } from './failures.ts';
import { backupFolder } from './file.ts';
import { connect } from './sqlite.ts';

/** How often this process holds the copies of a database already. */
const depths = new Map<string, number>();

/**
 * Makes sure that no other command makes, rewrites or brings back a copy of this database, until the function
 * that is returned is called; a process that ends lets go by itself.
 * @throws Failure `io` where another command does so for longer than ten seconds
 */
export function lockCopies(path: string): () => void {
  const depth = depths.get(path) ?? 0;
  depths.set(path, depth + 1);
  if (depth > 0) return () => void depths.set(path, depth);
  // Where there is no private folder there are no copies that two could work on.
  if (!existsSync(backupFolder(path))) return () => void depths.delete(path);
  try {
    const file = join(backupFolder(path), '.lock');
    closeSync(openSync(file, 'a', 0o600));
    const lock = connect(file);
    try {
      // Nothing is ever written to it: SQLite's lock on a file goes with the process that holds it.
      lock.exec('BEGIN EXCLUSIVE');
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
    throw asFailure(error, path);
  }
}

/** Runs `work` while no other command touches the copies of a database. */
export function withCopiesLocked<T>(path: string, work: () => T): T {
  const release = lockCopies(path);
  try {
    return work();
  } finally {
    release();
  }
}
