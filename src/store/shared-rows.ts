/** A database's rows as they travel to other machines: by uid, without ids, and back. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { addId, type Rebase, type RecordedRow } from '../database/journal.ts';
import { lineageOf } from '../database/lineage.ts';
import { eachRow, insertRow, newUid, statement, updateRow, type Value } from '../database/rows.ts';
import { TABLES, type Table } from '../database/schema.ts';
import { type ColumnKind, TRAVELS } from '../database/travels.ts';
import { fold } from '../text/fold.ts';
import { foldedNames } from './people.ts';

/** Tables whose rows travel as one value each, those that others refer to first. */
export const ROW_TABLES = [
  'interaction',
  'invitation',
  'skip',
  'position',
  'address',
  'clash',
] as const satisfies readonly Table[];
export type RowTable = (typeof ROW_TABLES)[number];

/** A row's columns by name; a reference is a uid, and empty columns are missing. */
export interface SharedRow {
  [column: string]: Value | SharedRow[];
}

/** Of a map what its users need. */
type Lookup<Key, Found> = Pick<Map<Key, Found>, 'get' | 'set' | 'has' | 'delete'>;

/** What the ids of this database are called on all machines, and the reverse. */
export interface Names {
  uids: { person: Map<number, string>; interaction: Lookup<number, string> };
  ids: { person: Map<string, number>; interaction: Lookup<string, number> };
}

const columnsOf = (table: Table) => Object.entries(TRAVELS[table]?.columns ?? {});
export const PERSON_COLUMNS_SHARED = columnsOf('person').map(([column]) => column);

/** Gives rows that are older than uids theirs, in recorded changes too; copies of a database give the same. */
export function nameRows(db: Database, rebase: Rebase): void {
  // What copies have in common; the oldest databases have no lineage.
  const first = db.prepare('SELECT at FROM change ORDER BY id LIMIT 1').pluck();
  const lineage = lineageOf(db) ?? (first.get() as string | undefined) ?? null;
  for (const table of ['person', ...ROW_TABLES] as const) {
    const rows = db.prepare(`SELECT * FROM ${table} WHERE uid IS NULL`).all() as RecordedRow[];
    for (const row of rows) {
      const id = row.id as number;
      const uid = lineage === null ? newUid(db) : derivedUid(lineage, table, row);
      updateRow(db, table, id, { uid });
      const edits = rebase.edits.get(table) ?? new Map();
      rebase.edits.set(
        table,
        edits.set(id, (before: RecordedRow) => ({ ...before, uid })),
      );
    }
  }
}

/** Nothing that an edit is likely to change goes into it. */
function derivedUid(lineage: string, table: Table, row: RecordedRow): string {
  const content =
    table === 'person'
      ? fold(String(row.name))
      : table === 'interaction'
        ? `${row.day} ${row.source ?? row.title}`
        : String(row.sum);
  const hash = createHash('sha256').update(JSON.stringify([lineage, table, row.id, content]));
  return hash.digest('hex').slice(0, 20);
}

/** Reads what ids are called. */
export function readNames(db: Database): Names {
  const names: Names = {
    uids: { person: new Map(), interaction: interactionUids(db) },
    ids: { person: new Map(), interaction: interactionIds(db) },
  };
  const people = db.prepare('SELECT id, uid FROM person').raw().iterate();
  for (const [id, uid] of people as IterableIterator<[number, string]>)
    name(names, 'person', id, uid);
  return names;
}

/** Looked up one by one: few rows refer to interactions, of which there may be very many. */
function interactionUids(db: Database): Lookup<number, string> {
  const get = (id: number) =>
    statement(db, 'SELECT uid FROM interaction WHERE id = ?').pluck().get(id) as string | undefined;
  return {
    get,
    has: (id) => get(id) !== undefined,
    // The database has it.
    set() {
      return new Map();
    },
    delete: () => true,
  };
}

/** Read when one is asked for. */
function interactionIds(db: Database): Lookup<string, number> {
  let read: Map<string, number> | null = null;
  const all = () => {
    read ??= new Map(
      db.prepare('SELECT uid, id FROM interaction').raw().all() as Array<[string, number]>,
    );
    return read;
  };
  return {
    get: (uid) => all().get(uid),
    has: (uid) => all().has(uid),
    set(uid, id) {
      return read?.set(uid, id) ?? new Map();
    },
    delete: (uid) => read?.delete(uid) ?? false,
  };
}

function name(names: Names, table: 'person' | 'interaction', id: number, uid: string): void {
  names.uids[table].set(id, uid);
  names.ids[table].set(uid, id);
}

/** All people, by uid: the columns that travel. */
export function readSharedPeople(db: Database): Map<string, Record<string, Value>> {
  const people = new Map<string, Record<string, Value>>();
  const all = db.prepare(`SELECT uid, ${PERSON_COLUMNS_SHARED.join(', ')} FROM person`);
  for (const { uid, ...columns } of eachRow<Record<string, Value> & { uid: string }>(all))
    people.set(uid, columns);
  return people;
}

/** The rows of a table, as canonical JSON of a `SharedRow`. */
export function* readSharedRows(
  db: Database,
  table: RowTable,
  names: Names,
  only: readonly number[] | null = null,
): Generator<{ id: number; uid: string; text: string }> {
  const columns = columnsOf(table);
  const among = (column: string) =>
    only === null
      ? ''
      : `WHERE ${column} IN (SELECT value FROM json_each('${JSON.stringify(only)}'))`;
  const parts = table === 'interaction' ? partReader(db, names, among('interaction_id')) : null;
  const rows = db
    .prepare(
      `SELECT id, uid, ${columns.map(([column]) => column).join(', ')} FROM ${table} ${among('id')} ORDER BY id`,
    )
    .raw()
    .iterate() as IterableIterator<[number, string, ...Value[]]>;
  for (const [id, uid, ...values] of rows) {
    const row = shareColumns(columns, values, names);
    if (parts !== null) row.parts = parts(id);
    yield { id, uid, text: JSON.stringify(row) };
  }
}

/** Reads the parts of interactions, which must be asked for by ascending id. */
function partReader(db: Database, names: Names, where: string): (id: number) => SharedRow[] {
  const columns = columnsOf('participant');
  const rows = db
    .prepare(
      `SELECT interaction_id, ${columns.map(([column]) => column).join(', ')} FROM participant ${where}
        ORDER BY interaction_id, id`,
    )
    .raw()
    .iterate() as IterableIterator<[number, ...Value[]]>;
  let next = rows.next();
  return (id) => {
    const parts: SharedRow[] = [];
    while (next.done !== true && next.value[0] <= id) {
      const [interaction, ...values] = next.value;
      if (interaction === id) parts.push(shareColumns(columns, values, names));
      next = rows.next();
    }
    return parts;
  };
}

function shareColumns(
  columns: ReadonlyArray<[string, ColumnKind]>,
  values: readonly Value[],
  names: Names,
): SharedRow {
  const row: SharedRow = {};
  for (let at = 0; at < columns.length; at++) {
    const [column, kind] = columns[at] as [string, ColumnKind];
    const value = values[at] ?? null;
    if (value === null) continue;
    if (kind === 'person' || kind === 'interaction') {
      const uid = names.uids[kind].get(value as number);
      if (uid !== undefined) row[column] = uid;
    } else row[column] = kind === 'moment' ? shareMoment(String(value), names) : value;
  }
  return row;
}

/** "project:17" becomes "project:@uid"; a number that is nobody's must not mean another row elsewhere. */
function shareMoment(text: string, names: Names): string {
  return text.replace(
    /:(\d+)$/,
    (_, id: string) => `:@${names.uids.interaction.get(Number(id)) ?? `?${id}`}`,
  );
}

/** The reverse of `shareMoment`; what isn't known here stays as it is. */
function localMoment(text: string, names: Names): string {
  return text.replace(/:@(\w+)$/, (end, uid: string) => {
    const id = names.ids.interaction.get(uid);
    return id === undefined ? end : `:${id}`;
  });
}

function localColumns(table: Table, row: SharedRow, names: Names): Record<string, Value> {
  const columns: Record<string, Value> = {};
  for (const [column, kind] of columnsOf(table)) {
    const value = (row[column] ?? null) as Value;
    if (value === null) columns[column] = null;
    else if (kind === 'person' || kind === 'interaction')
      columns[column] = names.ids[kind].get(String(value)) ?? null;
    else columns[column] = kind === 'moment' ? localMoment(String(value), names) : value;
  }
  return columns;
}

/** Writes a person, whose row may be new; records what that means for `undo`. */
export function writeSharedPerson(
  db: Database,
  uid: string,
  columns: Readonly<Record<string, Value>>,
  names: Names,
  rebase: Rebase,
): void {
  const aliases = JSON.parse(String(columns.aliases)) as string[];
  const row = { ...columns, uid, folded: foldedNames(String(columns.name), aliases) };
  const id = names.ids.person.get(uid);
  if (id !== undefined) {
    updateShared(db, 'person', id, row, rebase);
    return;
  }
  const added = insertRow(db, 'person', row);
  name(names, 'person', added, uid);
  rebase.came.set(uid, added);
}

/** Gives a row the uid of the entry that it has become one with. */
export function renameRow(
  db: Database,
  table: 'person' | RowTable,
  { id, uid, into }: { id: number; uid: string; into: string },
  names: Names,
  rebase: Rebase,
): void {
  updateShared(db, table, id, { uid: into }, rebase);
  if (table !== 'person' && table !== 'interaction') return;
  names.ids[table].delete(uid);
  name(names, table, id, into);
}

/** Deletes a person's row; what belongs to them must be gone or moved by the end of the transaction. */
export function removeSharedPerson(db: Database, uid: string, names: Names, rebase: Rebase): void {
  const id = names.ids.person.get(uid);
  if (id === undefined) return;
  for (const table of ['participant', 'invitation', 'skip', 'position', 'address', 'shown'])
    db.prepare(`DELETE FROM ${table} WHERE person_id = ?`).run(id);
  db.prepare('DELETE FROM person WHERE id = ?').run(id);
  names.ids.person.delete(uid);
  names.uids.person.delete(id);
  addId(rebase.gone, 'person', id);
}

/**
 * Writes a row, which may be new; records what that means for `undo`.
 * @returns its id; who took part in an interaction is yet to be written
 */
export function writeSharedRow(
  db: Database,
  table: RowTable,
  { id, uid, row }: { id: number | undefined; uid: string; row: SharedRow },
  names: Names,
  rebase: Rebase,
): number {
  const columns = { ...localColumns(table, row, names), uid };
  let at = id;
  if (at === undefined) {
    at = insertRow(db, table, columns);
    rebase.came.set(uid, at);
  } else updateShared(db, table, at, columns, rebase);
  if (table === 'interaction') name(names, 'interaction', at, uid);
  return at;
}

/** Writes who took part in an interaction, once everyone and everything it refers to is there. */
export function writeParts(
  db: Database,
  interaction: number,
  row: SharedRow,
  names: Names,
  rebase: Rebase,
): void {
  const wanted = (row.parts as SharedRow[]).map((part) => localColumns('participant', part, names));
  const before = statement(
    db,
    'SELECT id, person_id FROM participant WHERE interaction_id = ? ORDER BY id',
  ).all(interaction) as Array<{ id: number; person_id: number }>;
  const remove = (id: number) => {
    statement(db, 'DELETE FROM participant WHERE id = ?').run(id);
    addId(rebase.gone, 'participant', id);
  };
  const people = wanted.map(({ person_id }) => person_id);
  const staying = before.filter(({ person_id }) => people.includes(person_id));
  // New rows come last: where the order is another, all are written anew.
  const isInOrder = staying.every(({ person_id }, at) => person_id === people[at]);
  for (const part of before) if (!isInOrder || !staying.includes(part)) remove(part.id);
  wanted.forEach((columns, at) => {
    const part = { ...columns, kind: row.kind as Value, day: row.day as Value };
    const known = isInOrder ? staying[at] : undefined;
    if (known === undefined) insertRow(db, 'participant', { ...part, interaction_id: interaction });
    else updateShared(db, 'participant', known.id, part, rebase);
  });
}

/** Deletes a row. */
export function removeSharedRow(
  db: Database,
  table: RowTable,
  id: number,
  names: Names,
  rebase: Rebase,
): void {
  if (table === 'interaction') {
    db.prepare('DELETE FROM participant WHERE interaction_id = ?').run(id);
    const uid = names.uids.interaction.get(id);
    names.uids.interaction.delete(id);
    if (uid !== undefined) names.ids.interaction.delete(uid);
  }
  db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
  addId(rebase.gone, table, id);
}

/** Updates a row, and has recorded changes of it follow. */
function updateShared(
  db: Database,
  table: Table,
  id: number,
  columns: Readonly<Record<string, Value>>,
  rebase: Rebase,
): void {
  const before = rowById(db, table, id);
  updateRow(db, table, id, { ...columns });
  followRow(table, before, columns, rebase);
}

/** A row with all its columns. */
export function rowById(db: Database, table: Table, id: number): RecordedRow {
  return statement(db, `SELECT * FROM ${table} WHERE id = ?`).get(id) as RecordedRow;
}

/** Has recorded changes of a row follow a change that another machine made. */
export function followRow(
  table: Table,
  before: RecordedRow,
  columns: Readonly<Record<string, Value>>,
  rebase: Rebase,
): void {
  const id = before.id as number;
  const changed = Object.keys(columns).filter(
    (column) => TABLES[table].includes(column) && before[column] !== columns[column],
  );
  if (changed.length === 0) return;
  const edits = rebase.edits.get(table) ?? new Map();
  const earlier = edits.get(id);
  rebase.edits.set(
    table,
    edits.set(id, (record: RecordedRow) => {
      const edited = { ...(earlier === undefined ? record : earlier(record)) };
      for (const column of changed) {
        const value = columns[column] as Value;
        edited[column] =
          TRAVELS[table]?.columns[column] === 'list'
            ? rebaseList(edited[column] as Value, before[column] as Value, value)
            : value;
      }
      if (table === 'person')
        edited.folded = foldedNames(String(edited.name), JSON.parse(String(edited.aliases)));
      return edited;
    }),
  );
}

/** What a change of one list makes of another, both JSON. */
function rebaseList(list: Value, before: Value, after: Value): string {
  const [items, old, now] = [list, before, after].map(
    (json) => JSON.parse(String(json ?? '[]')) as string[],
  ) as [string[], string[], string[]];
  const kept = items.filter((item) => now.includes(item) || !old.includes(item));
  return JSON.stringify([...new Set([...kept, ...now.filter((item) => !old.includes(item))])]);
}

/** The id of the row of a table that has a uid; undefined if there's none. */
export function idsByUid(
  db: Database,
  table: RowTable,
  uids: readonly string[],
): Map<string, number> {
  const rows = db
    .prepare(`SELECT uid, id FROM ${table} WHERE uid IN (SELECT value FROM json_each(?))`)
    .raw()
    .all(JSON.stringify(uids)) as Array<[string, number]>;
  return new Map(rows);
}

/** The row that holds the same as a new one, by the columns that decide it; null if there's none. */
export function sameRow(
  db: Database,
  table: RowTable,
  row: SharedRow,
  names: Names,
): { id: number; uid: string } | null {
  const same = TRAVELS[table]?.same;
  if (same === undefined) return null;
  const columns = localColumns(table, row, names);
  const values = same.map((column) => columns[column] ?? null);
  if (values.some((value) => value === null)) return null;
  const where = same.map((column) => `${column} = ?`).join(' AND ');
  const found = statement(db, `SELECT id, uid FROM ${table} WHERE ${where} LIMIT 1`).get(...values);
  return (found as { id: number; uid: string } | undefined) ?? null;
}

/** The uids of everyone who was forgotten. */
export function readForgotten(db: Database): string[] {
  return db.prepare('SELECT uid FROM forgotten ORDER BY uid').pluck().all() as string[];
}

/** Records uids of the forgotten, in the caller's transaction. */
export function addForgotten(db: Database, uids: Iterable<string>): void {
  const insert = db.prepare('INSERT OR IGNORE INTO forgotten (uid) VALUES (?)');
  for (const uid of uids) insert.run(uid);
}

/** The id of the person with a uid, or null. */
export function personWithUid(db: Database, uid: string): number | null {
  const id = db.prepare('SELECT id FROM person WHERE uid = ?').pluck().get(uid);
  return (id as number | undefined) ?? null;
}

/** Has recorded changes of a setting follow a change that another machine made, field by field. */
export function followSetting(
  db: Database,
  change: { key: string; before: Record<string, unknown>; after: Record<string, unknown> },
  rebase: Rebase,
): void {
  const { key, before, after } = change;
  const id = db.prepare('SELECT id FROM setting WHERE key = ?').pluck().get(key) as number;
  const edits = rebase.edits.get('setting') ?? new Map();
  rebase.edits.set(
    'setting',
    edits.set(id, (record: RecordedRow) => {
      const value = JSON.parse(String(record.value)) as Record<string, unknown>;
      for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue;
        if (field in after) value[field] = after[field];
        else delete value[field];
      }
      return { ...record, value: JSON.stringify(value) };
    }),
  );
}

/** Empties the record of changes, which may name someone who was forgotten on another machine. */
export function dropRecordedChanges(db: Database): void {
  db.exec('DELETE FROM change_row; DELETE FROM change WHERE id < (SELECT max(id) FROM change)');
}
