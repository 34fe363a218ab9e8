import type { Database } from 'better-sqlite3';
import { dailyBackup, isDailyBackupDue, postponeBackup } from './backup.ts';
import { asFailure } from './failures.ts';
import { addChecksum } from './journal.ts';
import { notify } from './notices.ts';
import { TABLES } from './schema.ts';
import { pathOf, refuseForbiddenChange } from './standing.ts';
import { save } from './transaction.ts';

/**
 * Runs `work` as one change, in a transaction that `undo` can revert. Today's backup is made before it, or is
 * left to a process of its own.
 * @param label what `undo --list` shows: "log: Apollo launch"
 * @throws Failure `io` or `database`; nothing has changed then
 */
export function change<T>(db: Database, label: string, work: () => T): T {
  refuseForbiddenChange(db);
  const warning = isDailyBackupDue(db) && !postponeBackup(db) ? dailyBackup(db) : null;
  const result = runRecorded(db, label, work);
  if (warning !== null) notify(db, warning);
  return result;
}

/** The highest id in each table: rows above it were added by the change. */
const SELECT_MARKS = `SELECT json_object(${Object.keys(TABLES)
  .map((table) => `'${table}', (SELECT coalesce(max(id), 0) FROM ${table})`)
  .join(', ')})`;

function runRecorded<T>(db: Database, label: string, work: () => T): T {
  let change: number | null = null;
  const run = () => {
    const marks = db.prepare(SELECT_MARKS).pluck().get() as string;
    const id = db
      .prepare('INSERT INTO change (at, label, marks) VALUES (?, ?, ?)')
      .run(new Date().toISOString(), label, addChecksum(marks)).lastInsertRowid;
    const before = totalChanges(db);
    const result = work();
    const isEmpty = totalChanges(db) === before;
    if (isEmpty) db.prepare('DELETE FROM change WHERE id = ?').run(id);
    else forgetUndone(db);
    change = isEmpty ? null : Number(id);
    return result;
  };
  try {
    const result = save(db, run);
    latest.set(db, change);
    return result;
  } catch (error) {
    throw asFailure(error, pathOf(db));
  }
}

const latest = new WeakMap<Database, number | null>();

/** The id of the last change through this connection; null if it changed nothing, or there was none. */
export function lastChangeId(db: Database): number | null {
  return latest.get(db) ?? null;
}

/** Drops what `redo` could bring back. Looks first, since nearly always there is nothing. */
export function forgetUndone(db: Database): void {
  if (db.prepare('SELECT 1 FROM undone LIMIT 1').get() === undefined) return;
  db.exec('DELETE FROM undone_row; DELETE FROM undone');
}

function totalChanges(db: Database): number {
  return db.prepare('SELECT total_changes()').pluck().get() as number;
}
