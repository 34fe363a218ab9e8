import type { Database } from 'better-sqlite3';
import { fold } from '../words/fold.ts';
import type { Identity } from './identity.ts';
import { readMe, writeMe } from './me.ts';
import { rowSum, updateRow, type Value } from './rows.ts';
import type { Table } from './schema.ts';
import { scrubber } from './scrub.ts';

/** Takes a person out of one open database, and every earlier change with them. Runs in a transaction of its caller. */
export function erase(db: Database, who: Identity): void {
  const all = <T>(sql: string) => db.prepare(sql).all(who.id) as T[];
  const run = (sql: string) => db.prepare(sql).run(who.id);
  const shared = new Set(
    all<{ id: number }>('SELECT interaction_id AS id FROM participant WHERE person_id = ?').map(
      ({ id }) => id,
    ),
  );
  const word = db.prepare('SELECT name FROM person WHERE id = ?').pluck().get(who.id);
  run('DELETE FROM participant WHERE person_id = ?');
  for (const id of shared) {
    if (db.prepare('SELECT 1 FROM participant WHERE interaction_id = ?').get(id) !== undefined)
      continue;
    db.prepare('DELETE FROM interaction WHERE id = ?').run(id);
  }
  for (const table of ['invitation', 'skip', 'position'])
    run(`DELETE FROM ${table} WHERE person_id = ?`);
  run('DELETE FROM person WHERE id = ?');
  scrubTexts(db, who, shared, callNames(db, word as string | undefined));
  db.exec('DELETE FROM change_row; DELETE FROM change WHERE id < (SELECT max(id) FROM change)');
}

/** The words of a name by which one may be called, where nobody else has them. */
function callNames(db: Database, name: string | undefined): string[] {
  const taken = db.prepare('SELECT 1 FROM person WHERE instr(folded, ?) > 0');
  return (name ?? '')
    .split(/\s+/)
    .filter((word) => fold(word).length > 2 && taken.get(fold(word)) === undefined);
}

/** Takes the names out of what others' rows say; single words of the name only where the person took part. */
function scrubTexts(
  db: Database,
  who: Identity,
  shared: ReadonlySet<number>,
  words: string[],
): void {
  const full = scrubber([...who.names, ...who.addresses]);
  const close = scrubber([...who.names, ...who.addresses], words);
  const each = (table: Table, columns: readonly string[], own: (row: Row) => boolean) => {
    const list = ['id', ...columns, ...(table === 'participant' ? ['interaction_id'] : [])];
    for (const row of db.prepare(`SELECT ${list.join(', ')} FROM ${table}`).all() as Row[]) {
      const scrub = own(row) ? close : full;
      const changes: Record<string, Value> = {};
      for (const column of columns) {
        const text = row[column];
        if (typeof text !== 'string') continue;
        const left = scrub(text);
        // What something was imported as stays its own, but says nothing.
        if (left !== text)
          changes[column] = column === 'source' ? `forgotten:${rowSum([text])}` : left;
      }
      if (Object.keys(changes).length > 0) updateRow(db, table, row.id, changes);
    }
  };
  each('interaction', ['title', 'note', 'source'], ({ id }) => shared.has(id));
  each('participant', ['highlight'], (row) => shared.has(row.interaction_id as number));
  each('person', ['note', 'role', 'team', 'company'], () => false);
  each('position', ['role', 'team', 'company'], () => false);
  scrubGoals(db, full);
}

/** What I work towards may name somebody; my own name and the list of copies stay. */
function scrubGoals(db: Database, scrub: (text: string) => string): void {
  const { goals } = readMe(db);
  const left = goals.map(scrub);
  if (left.join('\n') !== goals.join('\n')) writeMe(db, { goals: left });
}

type Row = Record<string, Value> & { id: number };
