/** Reads a database from outside, as a witness: with plain SQLite, not the program's own commands. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/database/open.ts';
import { firstFlaw } from '../../src/database/verify.ts';

export interface Seen {
  people: string[];
  titles: string[];
  /** What is wrong with the file or its rows, or null. */
  flaw: string | null;
  /** People without any interaction. */
  alone: number;
}

/** Opens a database as the next command would; null if there is none. */
export function look(path: string): Seen | null {
  if (!existsSync(path)) return null;
  const db = openStore(path, () => undefined);
  try {
    const column = (sql: string) => db.prepare(sql).pluck().all() as string[];
    return {
      people: column('SELECT name FROM person ORDER BY id'),
      titles: column('SELECT title FROM interaction ORDER BY id'),
      flaw: firstFlaw(db),
      alone: db
        .prepare('SELECT count(*) FROM person WHERE interactions = 0')
        .pluck()
        .get() as number,
    };
  } finally {
    db.close();
  }
}

/** Files below a folder that no finished command leaves there. */
export function leftovers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.part|-journal$/.test(name));
}
