/** How a write begins: in one transaction, and never in a damaged file. */
import type { Database } from 'better-sqlite3';
import { damagedFile } from './failures.ts';
import { pathOf } from './standing.ts';

/**
 * Bytes up to which a file is checked before it's written to: 1 ms for a log of 200 interactions, 5 ms for the
 * largest. The daily backup checks larger ones, where 60,000 interactions take 0.3 s.
 */
const SMALL = 1 << 20;

const checked = new WeakSet<Database>();

/**
 * Runs `work` in a transaction of its own, or within that of the caller.
 * @throws Failure `database` if the file is damaged; what `work` throws; SQLite's errors
 */
export function write<T>(db: Database, work: () => T): T {
  return db
    .transaction(() => {
      refuseDamage(db);
      return work();
    })
    .immediate();
}

/**
 * Checks the structure of a file once; for work that also changes other files, before it begins.
 * @param largest in bytes: a larger file isn't checked
 * @throws Failure `database` if it's damaged
 */
export function refuseDamage(db: Database, largest = SMALL): void {
  if (checked.has(db)) return;
  const [pages, size] = ['page_count', 'page_size'].map(
    (name) => db.pragma(name, { simple: true }) as number,
  ) as [number, number];
  if (pages * size > largest) return;
  if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw damagedFile(pathOf(db));
  checked.add(db);
}

const saved = new WeakSet<Database>();

/** As `write`, for what the user asked for: `hasSaved` tells whether it's done. */
export function save<T>(db: Database, work: () => T): T {
  saved.delete(db);
  const result = write(db, work);
  saved.add(db);
  return result;
}

/** Whether the last change that the user asked for is in the file. */
export function hasSaved(db: Database): boolean {
  return saved.has(db);
}
