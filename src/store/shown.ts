/** Whom the list showed on a terminal: what a bare number means, and who was shown for days. */
import type { Database } from 'better-sqlite3';
import { isWriteRefused } from '../database/failures.ts';
import { statement } from '../database/rows.ts';
import { isStandIn } from '../database/standing.ts';
import type { Day } from '../model.ts';

/** What a history holds of it. */
type Shown = { moment: string; days: number };

/** The moment that each person was last shown with, and on how many days before today. */
export function shownBefore(
  db: Database,
  people: readonly number[],
  today: Day,
): Map<number, Shown> {
  const rows = statement(
    db,
    `SELECT person_id, moment, days - (shown_on >= ?) FROM json_each(?) AS wanted
      CROSS JOIN shown ON person_id = wanted.value`,
  )
    .raw()
    .all(today, JSON.stringify(people)) as Array<[number, string, number]>;
  return new Map(rows.map(([person, moment, days]) => [person, { moment, days }]));
}

/** Who has a place on the list last shown, and when that was; null for a place it doesn't have. */
export function personAtPlace(db: Database, place: number): { person: number; day: Day } | null {
  const row = db
    .prepare('SELECT person_id AS person, shown_on AS day FROM shown WHERE place = ?')
    .get(place) as { person: number; day: Day } | undefined;
  return row ?? null;
}

/** How many places the list last shown has, and when that was; null if none was shown. */
export function lastShownList(db: Database): { places: number; day: Day } | null {
  const row = db
    .prepare('SELECT count(*) AS places, max(shown_on) AS day FROM shown WHERE place IS NOT NULL')
    .get() as { places: number; day: Day | null };
  return row.day === null ? null : { places: row.places, day: row.day };
}

/**
 * Remembers the list that was just shown, best first. Waits for nobody, and where it can't be
 * written, nothing is remembered.
 */
export function recordShown(
  db: Database,
  today: Day,
  list: ReadonlyArray<{ person: number; moment: string }>,
): boolean {
  if (isStandIn(db)) return false;
  const timeout = db.pragma('busy_timeout', { simple: true });
  db.pragma('busy_timeout = 0');
  try {
    db.transaction(() => writeShown(db, today, list)).immediate();
    return true;
  } catch (error) {
    if (!isWriteRefused(error)) throw error;
    return false;
  } finally {
    db.pragma(`busy_timeout = ${timeout}`);
  }
}

function writeShown(
  db: Database,
  today: Day,
  list: ReadonlyArray<{ person: number; moment: string }>,
): void {
  db.prepare('UPDATE shown SET place = NULL WHERE place IS NOT NULL').run();
  const write = db.prepare(`INSERT INTO shown (person_id, moment, days, shown_on, place)
    VALUES (?, ?, 1, ?, ?)
    ON CONFLICT (person_id) DO UPDATE SET
      days = CASE WHEN moment <> excluded.moment THEN 1
        WHEN shown_on >= excluded.shown_on THEN days ELSE days + 1 END,
      moment = excluded.moment, shown_on = excluded.shown_on, place = excluded.place`);
  for (const [index, { person, moment }] of list.entries())
    write.run(person, moment, today, index + 1);
}

/** Begins the count of days anew: the person was put off, or what was put off comes back. */
export function forgetShown(db: Database, person: number): void {
  db.prepare('DELETE FROM shown WHERE person_id = ?').run(person);
}
