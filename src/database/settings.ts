import type { Database } from 'better-sqlite3';
import { insertRow, updateRow } from './rows.ts';

/** What is kept under a key, or null. */
export function readSetting<T>(db: Database, key: string): T | null {
  const value = db.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key);
  return value === undefined ? null : (JSON.parse(value as string) as T);
}

/** Keeps a value under a key in place of what was there. Runs in a transaction of its caller. */
export function writeSetting(db: Database, key: string, value: unknown): void {
  const id = db.prepare('SELECT id FROM setting WHERE key = ?').pluck().get(key) as
    | number
    | undefined;
  const row = { key, value: JSON.stringify(value) };
  if (id === undefined) insertRow(db, 'setting', row);
  else updateRow(db, 'setting', id, row);
}

/** Runs `work` in one immediate transaction that leaves nothing for `undo`: what the triggers keep goes again. */
export function withoutUndo<T>(db: Database, work: () => T): T {
  return db
    .transaction(() => {
      const id = db
        .prepare(`INSERT INTO change (at, label, marks) VALUES ('', '', '{}')`)
        .run().lastInsertRowid;
      const result = work();
      db.prepare('DELETE FROM change_row WHERE change_id = ?').run(id);
      db.prepare('DELETE FROM change WHERE id = ?').run(id);
      return result;
    })
    .immediate();
}
