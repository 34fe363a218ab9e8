import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';

const missingFiles = new WeakMap<Database, string>();

/** Records that an empty database stands for a file that doesn't exist. */
export function markWithoutFile(db: Database, path: string): void {
  missingFiles.set(db, path);
}

/** Whether a database was opened to read, and its file doesn't exist. */
export function hasNoFile(db: Database): boolean {
  return missingFiles.has(db);
}

/**
 * Keeps a mistyped --db from replacing a good file with an empty one.
 * @throws Failure `io`
 */
export function refuseWithoutFile(db: Database): void {
  if (!hasNoFile(db)) return;
  throw new Failure(
    'io',
    `there is no database ${missingFiles.get(db)}`,
    'Check its name, or log something first: netcoach log',
  );
}
