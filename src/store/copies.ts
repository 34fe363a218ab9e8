import type { Database } from 'better-sqlite3';
import { insertRow, updateRow } from './rows.ts';

const KEY = 'copies';

/** The files elsewhere that netcoach was told to write: backups and exports, by absolute path. */
export function readCopies(db: Database): string[] {
  const value = db.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(KEY);
  return value === undefined ? [] : (JSON.parse(value as string) as string[]);
}

/**
 * Notes that a copy of what is in the database was written to `path`, so that forgetting a person can
 * reach it or name it. No change that `undo` would take back.
 */
export function rememberCopy(db: Database, path: string): void {
  const known = readCopies(db);
  if (!known.includes(path)) writeCopies(db, [...known, path]);
}

/** Sets the list of copies. */
export function writeCopies(db: Database, paths: readonly string[]): void {
  withoutRecord(db, () => {
    const id = db.prepare('SELECT id FROM setting WHERE key = ?').pluck().get(KEY);
    const row = { key: KEY, value: JSON.stringify(paths) };
    if (id === undefined) insertRow(db, 'setting', row);
    else updateRow(db, 'setting', id as number, row);
  });
}

/** Runs `work` in one immediate transaction that leaves nothing for `undo`: what the triggers keep goes again. */
export function withoutRecord<T>(db: Database, work: () => T): T {
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
