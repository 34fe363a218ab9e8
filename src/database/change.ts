import type { Database } from 'better-sqlite3';
import { dailyBackup } from './backup.ts';
import { asFailure } from './failures.ts';
import { addChecksum } from './journal.ts';
import { notify } from './open.ts';
import { TABLES } from './schema.ts';

/**
 * Runs `work` as one change that `undo` can take back: one immediate transaction that holds the change
 * and the record of it, or nothing. A change that alters no row leaves no record. The first of a day is
 * preceded by the backup of that day.
 * @param label what the change was, in the words of the one who made it: "log: Apollo launch".
 * @throws Failure `io` or `database` where the disk or the file does not let it; then nothing was changed
 */
export function change<T>(db: Database, label: string, work: () => T): T {
  const warning = dailyBackup(db);
  const result = runRecorded(db, label, work);
  if (warning !== null) notify(db, warning);
  return result;
}

/** The highest number in each table: what lies above it after a change was added by it, even under a number of old. */
const SELECT_MARKS = `SELECT json_object(${Object.keys(TABLES)
  .map((table) => `'${table}', (SELECT coalesce(max(id), 0) FROM ${table})`)
  .join(', ')})`;

function runRecorded<T>(db: Database, label: string, work: () => T): T {
  const run = db.transaction(() => {
    const marks = db.prepare(SELECT_MARKS).pluck().get() as string;
    const id = db
      .prepare('INSERT INTO change (at, label, marks) VALUES (?, ?, ?)')
      .run(new Date().toISOString(), label, addChecksum(marks)).lastInsertRowid;
    const before = totalChanges(db);
    const result = work();
    if (totalChanges(db) === before) db.prepare('DELETE FROM change WHERE id = ?').run(id);
    return result;
  });
  try {
    return run.immediate();
  } catch (error) {
    throw asFailure(error, db.name);
  }
}

function totalChanges(db: Database): number {
  return db.prepare('SELECT total_changes()').pluck().get() as number;
}
