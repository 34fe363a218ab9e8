import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { asFailure } from './failures.ts';
import {
  boundLastChange,
  lastAdded,
  type RecordedRow,
  readAfter,
  readBefore,
  readMarks,
} from './journal.ts';
import type { Value } from './rows.ts';
import { TABLES, type Table } from './schema.ts';
import { readSynced } from './synced.ts';
import { save } from './transaction.ts';

/** A change that can be undone; `at` is ISO 8601 in UTC. */
export interface Change {
  id: number;
  at: string;
  label: string;
}

/** In any order: foreign keys are deferred. */
const ALL_TABLES = Object.keys(TABLES) as Table[];

/** The latest changes, newest first. */
export function listChanges(db: Database, limit: number): Change[] {
  return db
    .prepare('SELECT id, at, label FROM change ORDER BY id DESC LIMIT ?')
    .all(limit) as Change[];
}

/** The latest undone changes that `redo` can bring back, the next one first. */
export function listUndone(db: Database, limit: number): Change[] {
  return db
    .prepare('SELECT id, at, label FROM undone ORDER BY id DESC LIMIT ?')
    .all(limit) as Change[];
}

/**
 * Undoes the last change, and keeps it for `redoChange`.
 * @param id of the change that the user saw as the last
 * @throws Failure `usage` if there's a newer change, `database` if its record is damaged
 */
export function undoChange(db: Database, id: number): Change {
  return immediately(db, () => {
    const last = lastOf(db, 'change', id, 'undone');
    const marks = checkedMarks(last.marks);
    const after = setRows(db, rowsBefore(db, id, marks));
    db.prepare('DELETE FROM change_row WHERE change_id = ?').run(id);
    db.prepare('DELETE FROM change WHERE id = ?').run(id);
    // Where rows have come by `sync` since, the change before ends where this one began.
    if (lastAdded('person') in marks) boundLastChange(db, marks);
    keepUndone(db, last, after);
    return { id: last.id, at: last.at, label: last.label };
  });
}

/**
 * Brings back the change that was undone last; `undo` can take it back again.
 * @param id of the undone change that the user saw as the next
 * @throws Failure `usage` if there's a newer one, or none now; `database` if its record is damaged
 */
export function redoChange(db: Database, id: number): Change {
  return immediately(db, () => {
    const { at, label, marks } = lastOf(db, 'undone', id, 'redone');
    checkedMarks(marks);
    const rows = rowsAfter(db, id);
    // The triggers record what was there before for this change, as they did the first time.
    const change = db
      .prepare('INSERT INTO change (at, label, marks) VALUES (?, ?, ?)')
      .run(at, label, marks).lastInsertRowid;
    setRows(db, rows);
    db.prepare('DELETE FROM undone_row WHERE undone_id = ?').run(id);
    db.prepare('DELETE FROM undone WHERE id = ?').run(id);
    return { id: Number(change), at, label };
  });
}

function immediately<T>(db: Database, work: () => T): T {
  try {
    return save(db, () => {
      db.pragma('defer_foreign_keys = ON');
      return work();
    });
  } catch (error) {
    throw asFailure(error, db.name);
  }
}

/** @throws Failure `usage` if the last one is another than the user saw */
function lastOf(
  db: Database,
  table: 'change' | 'undone',
  id: number,
  done: string,
): Change & { marks: string } {
  const last = db.prepare(`SELECT * FROM ${table} ORDER BY id DESC LIMIT 1`).get() as
    | (Change & { marks: string })
    | undefined;
  if (last?.id === id) return last;
  throw new Failure(
    'usage',
    `another change was made in the meantime, so nothing was ${done}`,
    'See the changes: netcoach undo --list',
  );
}

/** @throws Failure `database` if the checksum is wrong */
function checkedMarks(sealed: string): Record<string, number> {
  const marks = readMarks(sealed);
  if (marks === null) throw damagedRecord('the change');
  return marks;
}

function damagedRecord(what: string): Failure {
  return new Failure(
    'database',
    `the record of ${what} has been altered, so nothing was changed`,
    'See what can be done: netcoach doctor',
  );
}

/** The rows that a change is about, by table and id; null where there was no such row. */
type Rows = Record<Table, Map<number, RecordedRow | null>>;

function noRows(): Rows {
  return Object.fromEntries(
    ALL_TABLES.map((table) => [table, new Map<number, RecordedRow | null>()]),
  ) as Rows;
}

/** What the rows that a change touched were before it. */
function rowsBefore(db: Database, change: number, marks: Readonly<Record<string, number>>): Rows {
  const rows = noRows();
  for (const table of ALL_TABLES)
    for (const id of rowsAdded(db, table, marks)) rows[table].set(id, null);
  if (lastAdded('person') in marks) considerOthers(db, rows);
  const records = db
    .prepare('SELECT tbl, before FROM change_row WHERE change_id = ? ORDER BY id')
    .raw()
    .iterate(change) as IterableIterator<[Table, string]>;
  for (const [table, before] of records) {
    const row = readBefore(table, before);
    if (row === null) throw damagedRecord(`a ${table}`);
    if (row.id > (marks[table] ?? 0) || rows[table].has(row.id)) continue;
    rows[table].set(row.id, row);
  }
  return rows;
}

/** The list of copies and the cautions shown today aren't undone, and what came by `sync` isn't the change's. */
function rowsAdded(db: Database, table: Table, marks: Readonly<Record<string, number>>): number[] {
  const unless = table === 'setting' ? "AND key NOT IN ('copies', 'said', 'sync', 'read-by')" : '';
  return db
    .prepare(`SELECT id FROM ${table} WHERE id > ? AND id <= ? ${unless}`)
    .pluck()
    .all(marks[table] ?? 0, marks[lastAdded(table)] ?? Number.MAX_SAFE_INTEGER) as number[];
}

/** Tables whose rows belong to a person. */
const PERSONAL = ['participant', 'invitation', 'skip', 'position', 'address'] as const;

/**
 * Other machines may have gone on with what a change added: whoever joined an added interaction leaves with
 * it, and an added person stays with whom something else was logged.
 */
function considerOthers(db: Database, rows: Rows): void {
  const common = readSynced(db)?.common ?? {};
  const isCommon = (table: Table, id: unknown) => common[table]?.includes(id as number) === true;
  for (const table of ALL_TABLES) for (const id of common[table] ?? []) rows[table].delete(id);
  const partsOf = db.prepare('SELECT id FROM participant WHERE interaction_id = ?').pluck();
  for (const id of rows.participant.keys()) {
    const of = db.prepare('SELECT interaction_id FROM participant WHERE id = ?').pluck().get(id);
    if (isCommon('interaction', of)) rows.participant.delete(id);
  }
  for (const id of rows.interaction.keys())
    for (const part of partsOf.all(id) as number[]) rows.participant.set(part, null);
  for (const id of rows.person.keys()) {
    const isNeeded = PERSONAL.some((table) =>
      (db.prepare(`SELECT id FROM ${table} WHERE person_id = ?`).pluck().all(id) as number[]).some(
        (row) => !rows[table].has(row),
      ),
    );
    if (isNeeded) rows.person.delete(id);
  }
}

/** What the rows that an undone change touched were after it. */
function rowsAfter(db: Database, undone: number): Rows {
  const rows = noRows();
  const records = db
    .prepare('SELECT tbl, row_id, after FROM undone_row WHERE undone_id = ? ORDER BY id')
    .raw()
    .iterate(undone) as IterableIterator<[Table, number, string | null]>;
  for (const [table, id, after] of records) {
    const row = readAfter(table, id, after);
    if (row === undefined) throw damagedRecord(`a ${table}`);
    rows[table].set(id, row);
  }
  return rows;
}

function keepUndone(db: Database, { at, label, marks }: Change & { marks: string }, after: Rows) {
  const undone = db
    .prepare('INSERT INTO undone (at, label, marks) VALUES (?, ?, ?)')
    .run(at, label, marks).lastInsertRowid;
  const insert = db.prepare(
    'INSERT INTO undone_row (undone_id, tbl, row_id, after) VALUES (?, ?, ?, ?)',
  );
  for (const table of ALL_TABLES)
    for (const [id, row] of after[table])
      insert.run(undone, table, id, row === null ? null : JSON.stringify(row));
}

/**
 * Makes rows what they are to be, and what triggers maintain.
 * @returns what they were
 */
function setRows(db: Database, wanted: Rows): Rows {
  const were = noRows();
  const people = new Set<Value | undefined>();
  for (const table of ALL_TABLES) {
    // Delete everything before inserting: two rows may have swapped unique values.
    const columns = ['id', ...TABLES[table], 'sum'].join(', ');
    const select = db.prepare(`SELECT ${columns} FROM ${table} WHERE id = ?`);
    const remove = db.prepare(`DELETE FROM ${table} WHERE id = ?`);
    for (const id of wanted[table].keys()) {
      const row = (select.get(id) ?? null) as RecordedRow | null;
      were[table].set(id, row);
      remove.run(id);
      addTouchedPerson(people, table, row);
    }
  }
  for (const table of ALL_TABLES) {
    const columns = ['id', ...TABLES[table], 'sum'];
    const insert = db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    for (const row of wanted[table].values()) {
      if (row === null) continue;
      insert.run(...columns.map((column) => row[column] ?? null));
      addTouchedPerson(people, table, row);
    }
  }
  recount(db, people);
  return were;
}

/** People whose count or last contact depends on a row. */
function addTouchedPerson(
  people: Set<Value | undefined>,
  table: Table,
  row: RecordedRow | null,
): void {
  if (table === 'person') people.add(row?.id);
  if (table === 'participant') people.add(row?.person_id);
}

/** Recomputes what triggers maintain. */
function recount(db: Database, people: ReadonlySet<Value | undefined>): void {
  db.prepare(`UPDATE person SET
      interactions = (SELECT count(*) FROM participant WHERE person_id = person.id),
      last_contact = (SELECT max(day) FROM participant WHERE person_id = person.id)
    WHERE id IN (SELECT value FROM json_each(?))`).run(JSON.stringify([...people]));
}
