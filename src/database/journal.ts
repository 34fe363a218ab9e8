import type { Database } from 'better-sqlite3';
import { checksumOf, rowChecksum, type Value } from './rows.ts';
import { TABLES, type Table } from './schema.ts';

/** A row's columns before a change, checksum included. */
export type RecordedRow = Record<string, Value>;

/** Adds a checksum: with a flipped bit in the marks, `undo` would delete the wrong rows. */
export function addChecksum(marks: string): string {
  return JSON.stringify({ ...JSON.parse(marks), sum: rowChecksum([marks]) });
}

/** The key in marks for the highest id in a table that a change may have added: rows above came by `sync`. */
export const lastAdded = (table: Table) => `until ${table}`;

/**
 * The highest id in each table before a change, and perhaps the highest that it added (`lastAdded`); null if
 * the checksum is wrong.
 */
export function readMarks(sealed: string): Record<string, number> | null {
  const { sum: _, ...marks } = (parse(sealed) ?? {}) as Record<string, number>;
  return addChecksum(JSON.stringify(marks)) === sealed ? marks : null;
}

/** A row before a change; null if the checksum is wrong. */
export function readBefore(table: string, before: string): (RecordedRow & { id: number }) | null {
  const row = parse(before) as RecordedRow | null;
  if (row === null || !Object.hasOwn(TABLES, table) || typeof row.id !== 'number') return null;
  const values = TABLES[table as Table].map((column) => row[column] ?? null);
  return checksumOf(table as Table, values) === row.sum
    ? (row as RecordedRow & { id: number })
    : null;
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** Ids of changes with a damaged record. */
export function damagedChanges(db: Database, limit: number): number[] {
  const bad = new Set<number>();
  const changes = db.prepare('SELECT id, marks FROM change').raw().iterate();
  for (const [id, marks] of changes as IterableIterator<[number, string]>) {
    if (bad.size < limit && readMarks(marks) === null) bad.add(id);
  }
  const rows = db.prepare('SELECT change_id, tbl, before FROM change_row').raw().iterate();
  for (const [id, table, before] of rows as IterableIterator<[number, string, string]>) {
    if (bad.size < limit && readBefore(table, before) === null) bad.add(id);
  }
  return [...bad];
}

/** Labels of undone changes whose record is damaged, so that `redo` would refuse them. */
export function damagedUndone(db: Database, limit: number): string[] {
  const bad = new Map<number, string>();
  const labels = new Map<number, string>();
  const changes = db.prepare('SELECT id, label, marks FROM undone').raw().iterate();
  for (const [id, label, marks] of changes as IterableIterator<[number, string, string]>) {
    labels.set(id, label);
    if (readMarks(marks) === null) bad.set(id, label);
  }
  const rows = db.prepare('SELECT undone_id, tbl, row_id, after FROM undone_row').raw().iterate();
  for (const [id, ...row] of rows as IterableIterator<[number, ...UndoneRow]>)
    if (readAfter(...row) === undefined) bad.set(id, labels.get(id) ?? '');
  return [...bad.values()].slice(0, limit);
}

type UndoneRow = [table: string, row: number, after: string | null];

/** A row after a change that was undone: null if the change had removed it; undefined if the record is damaged. */
export function readAfter(
  table: string,
  id: number,
  after: string | null,
): (RecordedRow & { id: number }) | null | undefined {
  if (after === null) return Object.hasOwn(TABLES, table) ? null : undefined;
  const row = readBefore(table, after);
  return row?.id === id ? row : undefined;
}

/** What another machine's changes make of the rows that changes here recorded. */
export interface Rebase {
  /** By table and id: changes the row before a change as the row itself was changed. */
  edits: Map<Table, Map<number, (before: RecordedRow) => RecordedRow>>;
  /** Entries that became another entry: old id, new id. */
  moved: Map<number, number>;
  /** Ids of rows that are gone, by table. */
  gone: Map<Table, Set<number>>;
  /** Rows that came, by their uid. */
  came: Map<string, number>;
  /** Ids of rows that were entered on another machine too, by table: `undo` leaves them. */
  common: Map<Table, Set<number>>;
}

/** Nothing yet. */
export function newRebase(): Rebase {
  return {
    edits: new Map(),
    moved: new Map(),
    gone: new Map(),
    came: new Map(),
    common: new Map(),
  };
}

/** Adds an id to those of a table. */
export function addId(ids: Map<Table, Set<number>>, table: Table, id: number): void {
  ids.set(table, (ids.get(table) ?? new Set()).add(id));
}

/**
 * Makes recorded changes what they'd be if another machine's changes had come first, so that `undo` takes
 * back one's own part alone. Damaged records stay as they are.
 */
export function rebaseChanges(db: Database, { edits, moved, gone, came }: Rebase): void {
  if (edits.size + moved.size + gone.size + came.size === 0) return;
  const records = (
    db.prepare('SELECT id, tbl, before FROM change_row').raw().all() as Array<
      [number, Table, string]
    >
  ).flatMap(([id, table, text]) => {
    const before = readBefore(table, text);
    return before === null ? [] : [{ id, table, before }];
  });
  const isGone = (table: Table, id: unknown) => gone.get(table)?.has(id as number) === true;
  // A row that was deleted here and came back has another id now.
  for (const { table, before } of records) {
    const id = came.get(before.uid as string);
    if (id === undefined || id === before.id) continue;
    addId(gone, table, before.id);
  }
  const update = db.prepare('UPDATE change_row SET before = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM change_row WHERE id = ?');
  for (const { id, table, before } of records) {
    const person = moved.get(before.person_id as number);
    if (
      isGone(table, before.id) ||
      (person === undefined && isGone('person', before.person_id)) ||
      (table === 'participant' && isGone('interaction', before.interaction_id))
    ) {
      remove.run(id);
      continue;
    }
    const edit = edits.get(table)?.get(before.id);
    let after: RecordedRow = edit === undefined ? before : edit({ ...before });
    if (person !== undefined) after = { ...after, person_id: person };
    if (after !== before) update.run(sealRecord(table, after), id);
  }
}

/** A row as a record holds it, with its checksum. */
function sealRecord(table: Table, row: RecordedRow): string {
  const values = TABLES[table].map((column) => row[column] ?? null);
  return JSON.stringify({ ...row, sum: checksumOf(table, values) });
}

/** Rows that changes after one recorded as changed, as "table id", with the columns as they were before. */
export function rowsChangedSince(db: Database, change: number): Map<string, RecordedRow> {
  const changed = new Map<string, RecordedRow>();
  const records = db
    .prepare('SELECT tbl, before FROM change_row WHERE change_id > ? ORDER BY id')
    .raw()
    .all(change) as Array<[string, string]>;
  for (const [table, text] of records) {
    const before = readBefore(table, text);
    const key = before === null ? '' : `${table} ${before.id}`;
    if (before !== null && !changed.has(key)) changed.set(key, before);
  }
  return changed;
}

/** The highest ids before the first change after one; null if there is none. */
export function marksAfter(db: Database, change: number): Record<string, number> | null {
  const marks = db
    .prepare('SELECT marks FROM change WHERE id > ? ORDER BY id LIMIT 1')
    .pluck()
    .get(change) as string | undefined;
  return marks === undefined ? null : readMarks(marks);
}

/** The highest id in each table. */
export function highestIds(db: Database): Record<string, number> {
  return Object.fromEntries(
    Object.keys(TABLES).map((table) => [
      table,
      db.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() as number,
    ]),
  );
}

/** Tells `undo` that rows above these ids aren't the last change's. */
export function boundLastChange(db: Database, highest: Readonly<Record<string, number>>): void {
  // Without marks it's this very step, which `undo` doesn't know of.
  const last = db
    .prepare(`SELECT id, marks FROM change WHERE marks <> '{}' ORDER BY id DESC LIMIT 1`)
    .get() as { id: number; marks: string } | undefined;
  if (last !== undefined) boundChange(db, last, highest);
}

/** Records the highest ids that a change may have added, unless it has them. */
function boundChange(
  db: Database,
  change: { id: number; marks: string },
  highest: Readonly<Record<string, number>>,
): void {
  const marks = readMarks(change.marks);
  if (marks === null || Object.keys(TABLES).some((table) => lastAdded(table as Table) in marks))
    return;
  for (const table of Object.keys(TABLES) as Table[]) marks[lastAdded(table)] = highest[table] ?? 0;
  db.prepare('UPDATE change SET marks = ? WHERE id = ?').run(
    addChecksum(JSON.stringify(marks)),
    change.id,
  );
}
