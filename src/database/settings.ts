import type { Database } from 'better-sqlite3';
import { insertRow, updateRow } from './rows.ts';
import { write } from './transaction.ts';

/** The value of a key, or null. */
export function readSetting<T>(db: Database, key: string): T | null {
  const value = db.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key);
  return value === undefined ? null : (JSON.parse(value as string) as T);
}

/** Stores a value, in the caller's transaction. */
export function writeSetting(db: Database, key: string, value: unknown): void {
  const id = db.prepare('SELECT id FROM setting WHERE key = ?').pluck().get(key) as
    | number
    | undefined;
  const row = { key, value: JSON.stringify(value) };
  if (id === undefined) insertRow(db, 'setting', row);
  else updateRow(db, 'setting', id, row);
}

/** Runs `work` in a transaction that `undo` ignores: its record is deleted at the end. */
export function withoutUndo<T>(db: Database, work: () => T): T {
  return write(db, () => {
    const id = db
      .prepare(`INSERT INTO change (at, label, marks) VALUES ('', '', '{}')`)
      .run().lastInsertRowid;
    const result = work();
    db.prepare('DELETE FROM change_row WHERE change_id = ?').run(id);
    db.prepare('DELETE FROM change WHERE id = ?').run(id);
    return result;
  });
}
