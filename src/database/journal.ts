import type { Database } from 'better-sqlite3';
import { checksumOf, rowChecksum, type Value } from './rows.ts';
import { TABLES, type Table } from './schema.ts';

/** A row's columns before a change, checksum included. */
export type RecordedRow = Record<string, Value>;

/** Adds a checksum: with a flipped bit in the marks, `undo` would delete the wrong rows. */
export function addChecksum(marks: string): string {
  return JSON.stringify({ ...JSON.parse(marks), sum: rowChecksum([marks]) });
}

/** The highest id in each table before a change; null if the checksum is wrong. */
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
