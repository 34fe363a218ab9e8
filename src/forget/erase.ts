import type { Database } from 'better-sqlite3';
import { forgetUndone } from '../database/change.ts';
import { dropMergedIds } from '../database/lineage.ts';
import { rowChecksum, updateRow, type Value } from '../database/rows.ts';
import type { Table } from '../database/schema.ts';
import { OTHER_EMAILS } from '../store/addresses.ts';
import { readMe, writeMe } from '../store/me.ts';
import { foldedNames } from '../store/people.ts';
import { fold } from '../text/fold.ts';
import { addressesOf, fullNames, handlesOf, type Identity } from './identity.ts';
import { isCommonWord, makeScrubber } from './scrub.ts';

/**
 * Erases a person and all recorded changes, in the caller's transaction.
 * @param ids of this database's rows that are the person
 * @param isWord whether a lower-case word is in the dictionary
 */
export function erase(
  db: Database,
  who: Identity,
  ids: readonly number[],
  isWord: (word: string) => boolean,
): void {
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
  for (const table of ['invitation', 'skip', 'position', 'address', 'shown', 'clash'])
    db.prepare(`DELETE FROM ${table} WHERE person_id ${inList}`).run(idsJson);
  // What was entered of a meeting, and lost, may be about them.
  db.prepare(`DELETE FROM clash WHERE interaction_id ${inList}`).run(JSON.stringify([...shared]));
  rememberForgotten(db, who);
  db.prepare(`DELETE FROM person WHERE id ${inList}`).run(idsJson);
  for (const id of ids) dropMergedIds(db, id);
  dropAliases(db, who);
  scrubWords(db, who, shared, isWord);
  db.exec('DELETE FROM change_row; DELETE FROM change WHERE id < (SELECT max(id) FROM change)');
  forgetUndone(db);
}

/** Someone else goes by their full name where the two entries were one for a time. */
function dropAliases(db: Database, { names }: Identity): void {
  const full = new Set(names.filter((name) => /\s/.test(name.trim())).map(fold));
  const people = db.prepare(`SELECT id, name, aliases FROM person WHERE aliases <> '[]'`).all();
  for (const { id, name, aliases } of people as Array<Record<string, Value> & { id: number }>) {
    const known = JSON.parse(String(aliases)) as string[];
    const kept = known.filter((alias) => !full.has(fold(alias)));
    if (kept.length < known.length)
      updateRow(db, 'person', id, {
        aliases: JSON.stringify(kept),
        folded: foldedNames(String(name), kept),
      });
  }
}

/** So that no other machine brings them back. */
function rememberForgotten(db: Database, { uids }: Identity): void {
  const insert = db.prepare('INSERT OR IGNORE INTO forgotten (uid) VALUES (?)');
  for (const uid of uids) insert.run(uid);
}

/** The words of a text, folded. */
function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The single words of a person's names; of "Ruiz-Soto" also the parts. */
function nameWords({ names, aliases }: Identity): string[] {
  const words = [...names, ...aliases]
    .flatMap((name) => name.split(/\s+/))
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ''));
  return [...new Set(words.flatMap((word) => [word, ...word.split('-')]))].filter(
    (word) => fold(word).length > 1,
  );
}

/** One letter is an initial, and two are a word in some language. */
const isShort = (word: string) => /^(.|[a-z]{2})$/u.test(word);

/**
 * Makes the scrubbers for texts of others, and for what the person took part in. A word of the name
 * goes where it's nobody else's: an ordinary word only with a capital, and a common one ("May") only
 * where the person took part.
 * @param isWord whether a lower-case word is in the dictionary
 */
function makeScrubbers(db: Database, who: Identity, isWord: (word: string) => boolean) {
  const rows = db
    .prepare(
      `SELECT folded, team, company, email, ${OTHER_EMAILS} AS other_emails, linkedin FROM person`,
    )
    .all() as Array<{
    folded: string;
    team: string | null;
    company: string | null;
    email: string | null;
    other_emails: string;
    linkedin: string | null;
  }>;
  const me = readMe(db);
  const othersWords = new Set(
    [...rows.map(({ folded }) => folded), me.name ?? ''].flatMap(wordsOf),
  );
  const othersHandles = new Set(
    handlesOf([...rows.flatMap((row) => addressesOf(row)), ...me.emails]),
  );
  const organisations = [...rows, me].flatMap(({ team, company }) => [team ?? '', company ?? '']);
  const own = nameWords(who).filter((word) => !wordsOf(word).every((one) => othersWords.has(one)));
  const isOrdinary = (word: string) => isShort(fold(word)) || isWord(fold(word));
  const rare = own.filter((word) => !isCommonWord(word));
  const words = rare.filter((word) => !isOrdinary(word));
  const capitalised = rare.filter(isOrdinary);
  const handles = handlesOf(who.addresses).filter(
    (handle) =>
      !isShort(handle) &&
      !isWord(handle) &&
      !isCommonWord(handle) &&
      !othersWords.has(handle) &&
      !othersHandles.has(handle),
  );
  const phrases = [...fullNames(who), ...who.addresses, ...handles];
  return {
    scrubOthers: makeScrubber({ phrases, words, capitalised, organisations }),
    scrubShared: makeScrubber({
      phrases,
      words,
      capitalised: [...capitalised, ...own.filter(isCommonWord)],
      organisations,
    }),
  };
}

/**
 * Takes a person's names and addresses out of all texts, in the caller's transaction.
 * @param shared ids of interactions in which they took part
 */
export function scrubWords(
  db: Database,
  who: Identity,
  shared: ReadonlySet<number>,
  isWord: (word: string) => boolean,
): void {
  const { scrubOthers, scrubShared } = makeScrubbers(db, who, isWord);
  for (const [table, columns] of TEXTS) {
    const reference = table === 'participant' ? ', interaction_id' : '';
    const rows = db.prepare(`SELECT id, ${columns.join(', ')}${reference} FROM ${table}`);
    for (const row of rows.all() as Row[]) {
      const interaction = table === 'interaction' ? row.id : row.interaction_id;
      const scrub = shared.has(interaction as number) ? scrubShared : scrubOthers;
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
      if (table === 'interaction' && changes.title !== undefined) changes.reading = null;
      if (Object.keys(changes).length > 0) updateRow(db, table, row.id, changes);
    }
  }
  scrubMe(db, scrubOthers);
}

/** Words of the person's name that texts still have, each with the number of texts. */
export function wordsLeft(db: Database, who: Identity): Array<{ word: string; texts: number }> {
  const words = new Map(nameWords(who).map((word) => [fold(word), { word, texts: 0 }]));
  const look = (text: Value | undefined) => {
    if (typeof text !== 'string') return;
    for (const word of new Set(wordsOf(text))) {
      const known = words.get(word);
      if (known !== undefined) known.texts++;
    }
  };
  for (const [table, columns] of TEXTS) {
    const rows = db.prepare(`SELECT ${columns.join(', ')} FROM ${table}`).iterate();
    for (const row of rows as IterableIterator<Row>)
      for (const column of columns) if (column !== 'source') look(row[column]);
  }
  const { role, team, company, goals, skills } = readMe(db);
  for (const text of [role, team, company, ...goals, ...skills.map(({ skill }) => skill)])
    look(text);
  return [...words.values()].filter(({ texts }) => texts > 0);
}

/** Columns with text that may name somebody. */
const TEXTS: ReadonlyArray<readonly [Table, readonly string[]]> = [
  ['interaction', ['title', 'note', 'source']],
  ['participant', ['highlight', 'say']],
  ['person', ['note', 'role', 'team', 'company', 'skills', 'interests']],
  ['position', ['role', 'team', 'company']],
  ['clash', ['lost']],
];

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
