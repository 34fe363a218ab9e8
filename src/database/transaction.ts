/** How a write begins: in one transaction, and never in a damaged file. */
import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { asFailure, damagedFile, isWriteRefused } from './failures.ts';
import { notify } from './notices.ts';
import { MIGRATIONS, TRIGGERS } from './schema.ts';
import { pathOf } from './standing.ts';

/**
 * Bytes up to which a file is checked before it's written to: 1 ms for a log of 200 interactions, 5 ms for the
 * largest. The daily backup checks larger ones, where 60,000 interactions take 0.3 s.
 */
const SMALL = 1 << 20;

/** Up to which size files have been checked, in bytes. */
const checked = new WeakMap<Database, number>();

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
 * Checks the structure and the triggers of a file once; for work that also changes other files, before it begins.
 * @param largest in bytes: a larger file isn't checked
 * @throws Failure `database` if it's damaged
 */
export function refuseDamage(db: Database, largest = SMALL): void {
  if ((checked.get(db) ?? -1) >= largest) return;
  if (MIGRATIONS.length === TRIGGERS.format && triggersSum(db) !== TRIGGERS.sum)
    throw damagedFile(pathOf(db));
  const [pages, size] = ['page_count', 'page_size'].map(
    (name) => db.pragma(name, { simple: true }) as number,
  ) as [number, number];
  if (pages * size <= largest && db.pragma('integrity_check(1)', { simple: true }) !== 'ok')
    throw damagedFile(pathOf(db));
  checked.set(db, largest);
}

/** Of the text of all triggers, which write what `undo` reads; SQLite takes any that it can parse. */
export function triggersSum(db: Database): number {
  const sql = `SELECT group_concat(sql, '') FROM (
    SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name)`;
  const bytes = Buffer.from(`${db.prepare(sql).pluck().get()}   `);
  let sum = 0;
  for (const word of new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2))
    sum = Math.imul(sum ^ word, 0x01000193);
  return sum;
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

/** Databases that were said to be damaged. */
const told = new WeakSet<Database>();

/**
 * Passes over the failure of a write that nothing depends on: nothing can be written now. Of damage it tells once.
 * @throws any other error
 */
export function passOver(db: Database, error: unknown): void {
  if (isWriteRefused(error)) return;
  const failure = asFailure(error, pathOf(db));
  if (!(failure instanceof Failure) || failure.code !== 'database') throw error;
  if (told.has(db)) return;
  told.add(db);
  notify(db, `${failure.message}. ${failure.hint}`);
}
