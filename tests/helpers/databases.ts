/** Databases that tests of backups, restore and doctor begin with, and ways to spoil them. */
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { backup } from '../../src/database/backup.ts';
import { change } from '../../src/database/change.ts';
import { openStore } from '../../src/database/open.ts';
import { connect } from '../../src/database/sqlite.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { addPerson } from '../../src/store/people.ts';
import { tempDb, tempFolder } from './run.ts';

export const quiet = () => undefined;

export const add = (db: Database, name: string) =>
  change(db, `add: ${name}`, () => addPerson(db, { name }));

export const names = (db: Database) =>
  db.prepare('SELECT name FROM person ORDER BY id').pluck().all();

/** A database with a backup of Priya alone; Tom was added later. */
export function story(): { path: string; copy: string } {
  const path = tempDb();
  const copy = join(tempFolder(), 'copy.db');
  const db = openStore(path, quiet);
  add(db, 'Priya Shah');
  backup(db, copy);
  add(db, 'Tom Becker');
  db.close();
  return { path, copy };
}

/** The names in a database, opened as a command does it. */
export function peopleIn(path: string): unknown[] {
  const db = openStore(path, quiet);
  const found = names(db);
  db.close();
  return found;
}

/** Runs SQL on a file as it is. */
export const sql = (text: string) => (file: string) => {
  const db = connect(file);
  db.exec(text);
  db.close();
};

/** A database with Priya and one project. */
export function filled(work: (db: Database) => void = quiet, path = tempDb()): string {
  const db = openStore(path, quiet);
  const id = change(db, 'add', () =>
    addPerson(db, { name: 'Priya Shah', emails: ['priya@x.org'] }),
  );
  change(db, 'log', () =>
    addInteraction(db, { kind: 'project', date: '2026-11-20', title: 'Apollo' }, [
      { person: id, highlight: null },
    ]),
  );
  work(db);
  db.close();
  return path;
}

/** Changes rows as no command would. */
export function spoil(path: string, text: string): void {
  const db = connect(path);
  db.pragma('foreign_keys = OFF');
  db.unsafeMode();
  db.exec(text);
  db.close();
}
