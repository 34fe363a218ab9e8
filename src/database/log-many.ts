/** Logs very many interactions at once: what a trigger and indexes do for each participant is done at the end. */
import type { Database } from 'better-sqlite3';
import { statement } from './rows.ts';

/** Connections that count at the end. */
const late = new WeakSet<Database>();

const RECOUNT = `UPDATE person SET
    interactions = (SELECT count(*) FROM participant WHERE person_id = person.id),
    last_contact = (SELECT max(day) FROM participant WHERE person_id = person.id)`;

/** For a person's history, and for all of a kind. */
const INDEXES = ['participant_of_person', 'participant_kind_day'];

/**
 * Runs `work`, which logs very many interactions. Call it inside a change, which takes all of it back where
 * `work` throws.
 * @param isMostly whether what it logs is most of the log, and it reads nobody's history: indexes are made anew
 */
export function loggingMany<T>(db: Database, isMostly: boolean, work: () => T): T {
  const sqlOf = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck();
  const again = isMostly ? INDEXES.map((name) => sqlOf.get(name) as string) : [];
  const count = sqlOf.get('participant_counts') as string;
  const last = db.prepare('SELECT coalesce(max(id), 0) FROM participant').pluck().get() as number;
  db.exec('DROP TRIGGER participant_counts');
  if (isMostly) for (const name of INDEXES) db.exec(`DROP INDEX ${name}`);
  late.add(db);
  try {
    const result = work();
    for (const sql of again) db.exec(sql);
    db.prepare(`${RECOUNT} WHERE id IN (SELECT person_id FROM participant WHERE id > ?)`).run(last);
    db.exec(count);
    return result;
  } finally {
    late.delete(db);
  }
}

/** Makes a person's counts true where they would wait for the end. */
export function countNow(db: Database, person: number): void {
  if (late.has(db)) statement(db, `${RECOUNT} WHERE id = ?`).run(person);
}
