import type { Database } from 'better-sqlite3';
import { dropMerged } from '../database/lineage.ts';
import { rowSum, updateRow, type Value } from '../database/rows.ts';
import type { Table } from '../database/schema.ts';
import { readMe, writeMe } from '../store/me.ts';
import { fold } from '../text/fold.ts';
import type { Identity } from './identity.ts';
import { scrubber } from './scrub.ts';

/**
 * Takes a person out of one open database, and every earlier change with them. Runs in a transaction of its caller.
 * @param ids of those rows of this database that are the person
 */
export function erase(db: Database, who: Identity, ids: readonly number[]): void {
  const list = JSON.stringify(ids);
  const among = 'IN (SELECT value FROM json_each(?))';
  const shared = new Set(
    db
      .prepare(`SELECT interaction_id FROM participant WHERE person_id ${among}`)
      .pluck()
      .all(list) as number[],
  );
  db.prepare(`DELETE FROM participant WHERE person_id ${among}`).run(list);
  for (const id of shared) {
    if (db.prepare('SELECT 1 FROM participant WHERE interaction_id = ?').get(id) !== undefined)
      continue;
    db.prepare('DELETE FROM interaction WHERE id = ?').run(id);
  }
  for (const table of ['invitation', 'skip', 'position'])
    db.prepare(`DELETE FROM ${table} WHERE person_id ${among}`).run(list);
  db.prepare(`DELETE FROM person WHERE id ${among}`).run(list);
  for (const id of ids) dropMerged(db, id);
  scrubTexts(db, who, shared);
  db.exec('DELETE FROM change_row; DELETE FROM change WHERE id < (SELECT max(id) FROM change)');
}

const isPhrase = (name: string) => /\s/.test(name.trim());

/** The words by which somebody may be called, without those that are part of anybody else's name. */
function callNames(db: Database, names: readonly string[]): string[] {
  const folded = db.prepare('SELECT folded FROM person').pluck().all() as string[];
  const taken = new Set(folded.flatMap((one) => one.split(/[^\p{L}\p{M}\p{N}]+/u)));
  return [...new Set(names.flatMap((name) => name.split(/\s+/)))].filter(
    (word) => fold(word).length > 1 && !taken.has(fold(word)),
  );
}

/**
 * Takes the names out of what others' rows say: whole names and addresses wherever they stand, and names and
 * aliases of one word where they can mean nobody else; the single words of a name only where the person took part.
 */
function scrubTexts(db: Database, who: Identity, shared: ReadonlySet<number>): void {
  const { names, aliases, addresses } = who;
  const phrases = [...[...names, ...aliases].filter(isPhrase), ...addresses];
  const alone = [...names, ...aliases].filter((name) => !isPhrase(name));
  const full = scrubber(phrases, [], callNames(db, alone));
  const close = scrubber(phrases, callNames(db, [...names, ...aliases]));
  const each = (table: Table, columns: readonly string[], own: (row: Row) => boolean) => {
    const list = ['id', ...columns, ...(table === 'participant' ? ['interaction_id'] : [])];
    for (const row of db.prepare(`SELECT ${list.join(', ')} FROM ${table}`).all() as Row[]) {
      const scrub = own(row) ? close : full;
      const changes: Record<string, Value> = {};
      for (const column of columns) {
        const text = row[column];
        if (typeof text !== 'string') continue;
        const left = LISTS.has(column) ? inList(text, scrub) : scrub(text);
        // What something was imported as stays its own, but says nothing.
        if (left !== text)
          changes[column] = column === 'source' ? `forgotten:${rowSum([text])}` : left;
      }
      if (Object.keys(changes).length > 0) updateRow(db, table, row.id, changes);
    }
  };
  each('interaction', ['title', 'note', 'source'], ({ id }) => shared.has(id));
  each('participant', ['highlight'], (row) => shared.has(row.interaction_id as number));
  each('person', ['note', 'role', 'team', 'company', ...LISTS], () => false);
  each('position', ['role', 'team', 'company'], () => false);
  scrubMe(db, full);
}

/** Columns that hold a list, as JSON. */
const LISTS: ReadonlySet<string> = new Set(['skills', 'interests']);

function inList(json: string, scrub: (text: string) => string): string {
  const items = JSON.parse(json) as string[];
  const left = items.map(scrub);
  return items.every((item, at) => item === left[at]) ? json : JSON.stringify([...new Set(left)]);
}

/** What I am and work towards may name somebody; my own name and the list of copies stay. */
function scrubMe(db: Database, scrub: (text: string) => string): void {
  const me = readMe(db);
  const text = (one: string | null) => (one === null ? undefined : scrub(one));
  const left = {
    role: text(me.role),
    team: text(me.team),
    company: text(me.company),
    goals: me.goals.map(scrub),
    skills: me.skills.map((own) => ({ ...own, skill: scrub(own.skill) })),
  };
  const said = { goals: me.goals, skills: me.skills };
  const isSame =
    (['role', 'team', 'company'] as const).every((key) => (me[key] ?? undefined) === left[key]) &&
    JSON.stringify(said) === JSON.stringify({ goals: left.goals, skills: left.skills });
  if (!isSame) writeMe(db, left);
}

type Row = Record<string, Value> & { id: number };
