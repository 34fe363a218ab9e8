import type { Database } from 'better-sqlite3';
import { dropMergedIds } from '../database/lineage.ts';
import { rowChecksum, updateRow, type Value } from '../database/rows.ts';
import type { Table } from '../database/schema.ts';
import { readMe, writeMe } from '../store/me.ts';
import { fold } from '../text/fold.ts';
import type { Identity } from './identity.ts';
import { makeScrubber } from './scrub.ts';

/**
 * Erases a person and all recorded changes, in the caller's transaction.
 * @param ids of this database's rows that are the person
 */
export function erase(db: Database, who: Identity, ids: readonly number[]): void {
  const idsJson = JSON.stringify(ids);
  const inList = 'IN (SELECT value FROM json_each(?))';
  const shared = new Set(
    db
      .prepare(`SELECT interaction_id FROM participant WHERE person_id ${inList}`)
      .pluck()
      .all(idsJson) as number[],
  );
  db.prepare(`DELETE FROM participant WHERE person_id ${inList}`).run(idsJson);
  for (const id of shared) {
    if (db.prepare('SELECT 1 FROM participant WHERE interaction_id = ?').get(id) !== undefined)
      continue;
    db.prepare('DELETE FROM interaction WHERE id = ?').run(id);
  }
  for (const table of ['invitation', 'skip', 'position'])
    db.prepare(`DELETE FROM ${table} WHERE person_id ${inList}`).run(idsJson);
  db.prepare(`DELETE FROM person WHERE id ${inList}`).run(idsJson);
  for (const id of ids) dropMergedIds(db, id);
  scrubTexts(db, who, shared);
  db.exec('DELETE FROM change_row; DELETE FROM change WHERE id < (SELECT max(id) FROM change)');
}

const isPhrase = (name: string) => /\s/.test(name.trim());

/** Words that are part of no one else's name. */
function distinctiveWords(db: Database, names: readonly string[]): string[] {
  const folded = db.prepare('SELECT folded FROM person').pluck().all() as string[];
  const othersWords = new Set(folded.flatMap((one) => one.split(/[^\p{L}\p{M}\p{N}]+/u)));
  return [...new Set(names.flatMap((name) => name.split(/\s+/)))].filter(
    (word) => fold(word).length > 1 && !othersWords.has(fold(word)),
  );
}

/**
 * Scrubs other rows. Single words of a name go only where the person took part; one-word names also
 * where they're no one else's.
 */
function scrubTexts(db: Database, who: Identity, shared: ReadonlySet<number>): void {
  const { names, aliases, addresses } = who;
  const phrases = [...[...names, ...aliases].filter(isPhrase), ...addresses];
  const oneWordNames = [...names, ...aliases].filter((name) => !isPhrase(name));
  const scrubOthers = makeScrubber(phrases, [], distinctiveWords(db, oneWordNames));
  const scrubShared = makeScrubber(phrases, distinctiveWords(db, [...names, ...aliases]));
  const scrubTable = (
    table: Table,
    columns: readonly string[],
    isAboutPerson: (row: Row) => boolean,
  ) => {
    const selected = ['id', ...columns, ...(table === 'participant' ? ['interaction_id'] : [])];
    for (const row of db.prepare(`SELECT ${selected.join(', ')} FROM ${table}`).all() as Row[]) {
      const scrub = isAboutPerson(row) ? scrubShared : scrubOthers;
      const changes: Record<string, Value> = {};
      for (const column of columns) {
        const text = row[column];
        if (typeof text !== 'string') continue;
        const scrubbed = LIST_COLUMNS.has(column) ? scrubList(text, scrub) : scrub(text);
        // A hash keeps the key unique.
        if (scrubbed !== text)
          changes[column] = column === 'source' ? `forgotten:${rowChecksum([text])}` : scrubbed;
      }
      // It's read again, without the name.
      if (table === 'participant' && changes.highlight !== undefined) changes.detail = null;
      if (Object.keys(changes).length > 0) updateRow(db, table, row.id, changes);
    }
  };
  scrubTable('interaction', ['title', 'note', 'source'], ({ id }) => shared.has(id));
  scrubTable('participant', ['highlight'], (row) => shared.has(row.interaction_id as number));
  scrubTable('person', ['note', 'role', 'team', 'company', ...LIST_COLUMNS], () => false);
  scrubTable('position', ['role', 'team', 'company'], () => false);
  scrubMe(db, scrubOthers);
}

/** JSON columns. */
const LIST_COLUMNS: ReadonlySet<string> = new Set(['skills', 'interests']);

function scrubList(json: string, scrub: (text: string) => string): string {
  const items = JSON.parse(json) as string[];
  const scrubbed = items.map(scrub);
  return items.every((item, at) => item === scrubbed[at])
    ? json
    : JSON.stringify([...new Set(scrubbed)]);
}

/** Everything in my profile but my name. */
function scrubMe(db: Database, scrub: (text: string) => string): void {
  const me = readMe(db);
  const scrubField = (text: string | null) => (text === null ? undefined : scrub(text));
  const scrubbed = {
    role: scrubField(me.role),
    team: scrubField(me.team),
    company: scrubField(me.company),
    goals: me.goals.map(scrub),
    skills: me.skills.map((ownSkill) => ({ ...ownSkill, skill: scrub(ownSkill.skill) })),
  };
  const before = { goals: me.goals, skills: me.skills };
  const isSame =
    (['role', 'team', 'company'] as const).every(
      (key) => (me[key] ?? undefined) === scrubbed[key],
    ) &&
    JSON.stringify(before) === JSON.stringify({ goals: scrubbed.goals, skills: scrubbed.skills });
  if (!isSame) writeMe(db, scrubbed);
}

type Row = Record<string, Value> & { id: number };
