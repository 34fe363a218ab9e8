/** What is counted of the log for each person, by a trigger for each participant or, of very many, at once. */
import type { Database } from 'better-sqlite3';
import { statement } from './rows.ts';

/** Connections that count at the end. */
const late = new WeakSet<Database>();

const RECOUNT = `UPDATE person SET
    interactions = (SELECT count(*) FROM participant WHERE person_id = person.id),
    last_contact = (SELECT max(day) FROM participant WHERE person_id = person.id)`;

/**
 * Runs `work`, which logs very many interactions, and counts them for each person at its end: that takes a third
 * of the time off. Call it inside a change, which takes all of it back where `work` throws.
 */
export function countingAtEnd<T>(db: Database, work: () => T): T {
  const trigger = db
    .prepare(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'participant_counts'`)
    .pluck()
    .get() as string;
  const last = db.prepare('SELECT coalesce(max(id), 0) FROM participant').pluck().get() as number;
  db.exec('DROP TRIGGER participant_counts');
  late.add(db);
  try {
    const result = work();
    db.prepare(`${RECOUNT} WHERE id IN (SELECT person_id FROM participant WHERE id > ?)`).run(last);
    db.exec(trigger);
    return result;
  } finally {
    late.delete(db);
  }
}

/** Makes a person's counts true where they would wait for the end. */
export function countNow(db: Database, person: number): void {
  if (late.has(db)) statement(db, `${RECOUNT} WHERE id = ?`).run(person);
}
