import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { asFailure } from './failures.ts';
import { type RecordedRow, readBefore, readMarks } from './journal.ts';
import type { Value } from './rows.ts';
import { TABLES, type Table } from './schema.ts';

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

/**
 * Undoes the last change.
 * @param id of the change that the user saw as the last
 * @throws Failure `usage` if there's a newer change, `database` if its record is damaged
 */
export function undoChange(db: Database, id: number): Change {
  const run = db.transaction(() => {
    const last = db.prepare('SELECT * FROM change ORDER BY id DESC LIMIT 1').get() as
      | (Change & { marks: string })
      | undefined;
    if (last?.id !== id) {
      throw new Failure(
        'usage',
        'another change was made meanwhile, and nothing was undone',
        'See the changes: netcoach undo --list',
      );
    }
    db.pragma('defer_foreign_keys = ON');
    revert(db, id, checkedMarks(last.marks));
    db.prepare('DELETE FROM change_row WHERE change_id = ?').run(id);
    db.prepare('DELETE FROM change WHERE id = ?').run(id);
    return { id: last.id, at: last.at, label: last.label };
  });
  try {
    return run.immediate();
  } catch (error) {
    throw asFailure(error, db.name);
  }
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
    `the record of ${what} is not as it was written, and nothing was undone`,
    'See what can be done: netcoach doctor',
  );
}

function revert(db: Database, change: number, marks: Readonly<Record<string, number>>): void {
  const rowsBefore = readRowsBefore(db, change, marks);
  const people = new Set<Value | undefined>();
  for (const table of ALL_TABLES) {
    const rows = rowsBefore[table];
    // Delete everything before inserting: two rows may have swapped unique values.
    const added = rowsAdded(db, table, marks[table] ?? 0);
    for (const row of [...added, ...rows.values()]) addTouchedPerson(people, table, row);
    const remove = db.prepare(`DELETE FROM ${table} WHERE id = ?`);
    for (const { id } of added) remove.run(id);
    for (const id of rows.keys()) remove.run(id);
  }
  for (const table of ALL_TABLES) {
    const columns = ['id', ...TABLES[table], 'sum'];
    const insert = db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    for (const row of rowsBefore[table].values()) {
      insert.run(...columns.map((column) => row[column] ?? null));
      addTouchedPerson(people, table, row);
    }
  }
  recount(db, people);
}

function readRowsBefore(
  db: Database,
  change: number,
  marks: Readonly<Record<string, number>>,
): Record<Table, Map<number, RecordedRow>> {
  const rowsBefore = Object.fromEntries(
    ALL_TABLES.map((table) => [table, new Map<number, RecordedRow>()]),
  ) as Record<Table, Map<number, RecordedRow>>;
  const records = db
    .prepare('SELECT tbl, before FROM change_row WHERE change_id = ? ORDER BY id')
    .raw()
    .iterate(change) as IterableIterator<[Table, string]>;
  for (const [table, before] of records) {
    const row = readBefore(table, before);
    if (row === null) throw damagedRecord(`a ${table}`);
    if (row.id > (marks[table] ?? 0) || rowsBefore[table].has(row.id)) continue;
    rowsBefore[table].set(row.id, row);
  }
  return rowsBefore;
}

/** The list of copies and the cautions shown today aren't undone. */
function rowsAdded(db: Database, table: Table, mark: number): Array<RecordedRow & { id: number }> {
  const unless = table === 'setting' ? "AND key NOT IN ('copies', 'said')" : '';
  return db.prepare(`SELECT * FROM ${table} WHERE id > ? ${unless}`).all(mark) as never;
}

/** People whose count or last contact depends on a row. */
function addTouchedPerson(people: Set<Value | undefined>, table: Table, row: RecordedRow): void {
  if (table === 'person') people.add(row.id);
  if (table === 'participant') people.add(row.person_id);
}

/** Recomputes what triggers maintain. */
function recount(db: Database, people: ReadonlySet<Value | undefined>): void {
  db.prepare(`UPDATE person SET
      interactions = (SELECT count(*) FROM participant WHERE person_id = person.id),
      last_contact = (SELECT max(day) FROM participant WHERE person_id = person.id)
    WHERE id IN (SELECT value FROM json_each(?))`).run(JSON.stringify([...people]));
}
