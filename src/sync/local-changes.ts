/** Puts what changed in the database into the document. */
import type { Database } from 'better-sqlite3';
import { marksAfter, rowsChangedSince } from '../database/journal.ts';
import { readJoined } from '../database/lineage.ts';
import { readSetting } from '../database/settings.ts';
import { SETTINGS } from '../database/travels.ts';
import {
  type Names,
  PERSON_COLUMNS_SHARED,
  ROW_TABLES,
  type RowTable,
  readSharedPeople,
  readSharedRows,
} from '../store/shared-rows.ts';
import {
  columnsOfEntry,
  columnsOfField,
  dropPerson,
  isWhole,
  joinedUids,
  parseRow,
  putPerson,
  readEntries,
  type Shared,
} from './document.ts';
import { makeResolver } from './resolve.ts';

/** The settings that travel, as the document holds them. */
function sharedSettings(db: Database): Map<string, string> {
  const settings = new Map<string, string>();
  for (const [key, how] of Object.entries(SETTINGS)) {
    if (how !== 'fields') continue;
    const fields =
      key === 'joined' ? readJoined(db) : (readSetting<Record<string, unknown>>(db, key) ?? {});
    for (const [field, value] of Object.entries(fields))
      settings.set(`${key}.${field}`, key === 'joined' ? String(value) : JSON.stringify(value));
  }
  return settings;
}

/**
 * Makes the document what the database is. The document must be what the database was when the two were last
 * the same: what is missing here was deleted here.
 * @returns how many rows and settings differed
 */
export function putLocalChanges(db: Database, shared: Shared, names: Names): number {
  let count = 0;
  shared.doc.transact(() => {
    count += putSettings(db, shared) + putPeople(db, shared);
    const joined = joinedUids(shared);
    const isThere = (kind: 'person' | 'interaction', uid: string) => names.ids[kind].has(uid);
    const resolve = makeResolver(isThere, joined);
    for (const table of ROW_TABLES) {
      const rows = shared.rows[table];
      const seen = new Set<string>();
      for (const { uid, text } of readSharedRows(db, table, names)) {
        seen.add(uid);
        const known = rows.get(uid);
        if (known === text || (known != null && resolve(table, known) === text)) continue;
        rows.set(uid, text);
        count++;
      }
      for (const [uid, text] of rows) {
        // What has nobody left isn't in any database.
        if (text === null || seen.has(uid) || resolve(table, text) === null) continue;
        rows.set(uid, null);
        count++;
      }
    }
  });
  return count;
}

function putSettings(db: Database, { settings }: Shared): number {
  const wanted = sharedSettings(db);
  let count = 0;
  for (const [key, value] of wanted) {
    if (settings.get(key) === value) continue;
    settings.set(key, value);
    count++;
  }
  for (const key of [...settings.keys()]) {
    // A setting that a newer netcoach has stays.
    if (wanted.has(key) || SETTINGS[key.split('.', 1)[0] as string] === undefined) continue;
    settings.delete(key);
    count++;
  }
  return count;
}

function putPeople(db: Database, shared: Shared): number {
  const people = readSharedPeople(db);
  const entries = readEntries(shared);
  let count = 0;
  for (const [uid, columns] of people)
    if (putPerson(shared, uid, columns, entries.get(uid)).length > 0) count++;
  for (const [uid, entry] of entries)
    if (!people.has(uid) && isWhole(entry) && dropPerson(shared, uid, entry)) count++;
  return count;
}

/** Something that this database holds otherwise than the document, which wins. */
export interface Overruled {
  table: 'person' | 'me' | RowTable;
  uid: string;
  /** Of a person or of me. */
  field: string;
  /** As the document would hold it. */
  lost: string;
  /** Of a row. */
  kept: string | null;
}

/**
 * Puts a database into the document of other machines that it doesn't share a past with, or no longer: it was
 * restored, copied or imported. What it lacks was never deleted here. What it holds otherwise counts where a
 * change after `since` says so, and else gives way.
 * @param since the last change that was synced; null if none ever was
 * @returns how much other machines don't know, and what gave way without anyone having seen both
 */
export function putUnknownPast(
  db: Database,
  shared: Shared,
  names: Names,
  since: number | null,
): { count: number; overruled: Overruled[] } {
  const overruled: Overruled[] = [];
  let count = 0;
  const edited = since === null ? null : editsSince(db, since);
  shared.doc.transact(() => {
    const { settings } = shared;
    for (const [key, value] of sharedSettings(db)) {
      const known = settings.get(key);
      if (known === value) continue;
      if (known === undefined || edited?.settings === true) {
        settings.set(key, value);
        count++;
      } else if (edited === null && key.startsWith('me.'))
        overruled.push({ table: 'me', uid: '', field: key.slice(3), lost: value, kept: null });
    }
    const entries = readEntries(shared);
    for (const [uid, columns] of readSharedPeople(db)) {
      const entry = entries.get(uid);
      const edit = edited?.people.get(names.ids.person.get(uid) as number);
      const fields = edit?.fields;
      const isUnknown = entry === undefined;
      if (isUnknown || (fields !== undefined && columnsOfEntry(entry) === null))
        count += Math.sign(putPerson(shared, uid, columns, entry).length);
      else if (edit !== undefined) {
        overruled.push(...unseenFields(uid, entry, edit, columns));
        count += Math.sign(putPerson(shared, uid, columns, entry, edit.fields).length);
      } else if (edited === null && columnsOfEntry(entry) !== null)
        overruled.push(...overruledFields(shared, uid, columns, entry));
    }
    for (const table of ROW_TABLES) {
      const rows = shared.rows[table];
      for (const { id, uid, text } of readSharedRows(db, table, names)) {
        const known = rows.get(uid);
        if (known === text) continue;
        const before = edited?.rows.get(`${table} ${id}`);
        if (known === undefined || before !== undefined) {
          if (known != null && before != null && isUnseen(known, before))
            overruled.push({ table, uid, field: '', lost: known, kept: text });
          rows.set(uid, text);
          count++;
        } else if (edited === null && known !== null && table !== 'clash')
          overruled.push({ table, uid, field: '', lost: text, kept: known });
      }
    }
  });
  return { count, overruled };
}

/** Fields that hold something else in the database. Those that hold nothing in the document get it. */
function overruledFields(
  shared: Shared,
  uid: string,
  columns: Parameters<typeof putPerson>[2],
  entry: Parameters<typeof putPerson>[3],
): Overruled[] {
  const found: Overruled[] = [];
  const missing = new Set(PERSON_COLUMNS_SHARED.filter((column) => !entry?.fields.has(column)));
  const differing = differingFields(columns, entry);
  putPerson(shared, uid, columns, entry, missing);
  for (const [field, lost] of differing)
    if (!missing.has(field)) found.push({ table: 'person', uid, field, lost, kept: null });
  return found;
}

function differingFields(
  columns: Parameters<typeof putPerson>[2],
  entry: Parameters<typeof putPerson>[3],
): Array<[string, string]> {
  return [...(entry?.fields ?? [])].flatMap(([field, known]) => {
    const lost = JSON.stringify(columns[field] ?? null);
    return known === lost || Array.isArray(JSON.parse(known))
      ? []
      : [[field, lost] as [string, string]];
  });
}

/** Fields that were changed here, and on another machine since what was here before. */
function unseenFields(
  uid: string,
  entry: Parameters<typeof putPerson>[3],
  { fields, before }: PersonEdit,
  now: Parameters<typeof putPerson>[2],
): Overruled[] {
  return [...fields].flatMap((field): Overruled[] => {
    const json = entry?.fields.get(field);
    if (json === undefined) return [];
    const known = columnsOfField(field, json);
    const differsFrom = (columns: Readonly<Record<string, unknown>>) =>
      Object.entries(known).some(([column, value]) => columns[column] !== value);
    return differsFrom(before) && differsFrom(now)
      ? [{ table: 'person', uid, field, lost: json, kept: null }]
      : [];
  });
}

/** Whether a row of the document isn't what was here before, as far as its own columns go. */
function isUnseen(text: string, before: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(parseRow(text) ?? {}).some(
    ([column, value]) =>
      !(column === 'parts' || column.endsWith('_id') || column === 'moment') &&
      before[column] !== value,
  );
}

interface PersonEdit {
  fields: Set<string>;
  before: Readonly<Record<string, unknown>>;
}

/** What was changed after a change; of a row what it was before, or null if only who took part changed. */
function editsSince(db: Database, since: number) {
  const people = new Map<number, PersonEdit>();
  const rows = new Map<string, Readonly<Record<string, unknown>> | null>();
  let settings = false;
  const addRow = (key: string) => rows.set(key, rows.get(key) ?? null);
  for (const [key, before] of rowsChangedSince(db, since)) {
    const [table = '', id] = key.split(' ');
    if (table === 'setting') settings ||= before.key === 'me';
    else if (table === 'participant') addRow(`interaction ${before.interaction_id}`);
    else if (table === 'person') {
      const now = db.prepare('SELECT * FROM person WHERE id = ?').get(id) as
        | Record<string, unknown>
        | undefined;
      const fields = PERSON_COLUMNS_SHARED.filter((column) => now?.[column] !== before[column]);
      // A group goes by its first column.
      if (['since', 'incoming'].some((column) => fields.includes(column))) fields.push('status');
      people.set(Number(id), { fields: new Set(fields), before });
    } else rows.set(key, before);
  }
  const mark = marksAfter(db, since)?.participant;
  if (mark !== undefined) {
    const joined = db
      .prepare('SELECT DISTINCT interaction_id FROM participant WHERE id > ?')
      .pluck()
      .all(mark) as number[];
    for (const id of joined) addRow(`interaction ${id}`);
  }
  return { people, rows, settings };
}
