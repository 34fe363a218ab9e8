/** Whom the list showed on a terminal: what a bare number means, and who was shown for days. */
import type { Database } from 'better-sqlite3';
import { statement } from '../database/rows.ts';
import { isStandIn } from '../database/standing.ts';
import { passOver, write } from '../database/transaction.ts';
import type { Day } from '../model.ts';

/** What a history holds of it. */
type Shown = { moment: string; days: number };

/** A person on a list, and the key of the moment that it showed. */
interface Listed {
  person: number;
  moment: string;
}

/** The list last shown: its day, and who has which place, from 1. */
interface ShownList {
  day: Day;
  places: Map<number, Listed>;
}

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

/** The list last shown; null if none was. Who was erased has left their place empty. */
export function lastShownList(db: Database): ShownList | null {
  const rows = db
    .prepare(`SELECT place, person_id AS person, moment, shown_on AS day FROM shown
      WHERE place IS NOT NULL`)
    .all() as Array<Listed & { place: number; day: Day }>;
  const [first] = rows;
  if (first === undefined) return null;
  const places = new Map(rows.map(({ place, person, moment }) => [place, { person, moment }]));
  return { day: first.day, places };
}

function isSame({ places }: ShownList, list: readonly Listed[]): boolean {
  if (places.size !== list.length) return false;
  return list.every(({ person, moment }, index) => {
    const before = places.get(index + 1);
    return before?.person === person && before.moment === moment;
  });
}

/**
 * Remembers the list that a terminal shows, best first, so that a number means somebody on it. Waits for
 * no other command and no disk: the list matters more than its memory.
 * @returns whether it's remembered
 */
export function recordShown(db: Database, today: Day, list: readonly Listed[]): boolean {
  if (isStandIn(db)) return false;
  const before = lastShownList(db);
  if (before?.day === today && isSame(before, list)) return true;
  const timeout = db.pragma('busy_timeout', { simple: true });
  db.pragma('busy_timeout = 0');
  db.pragma('synchronous = NORMAL');
  try {
    write(db, () => writeShown(db, today, list));
    return true;
  } catch (error) {
    passOver(db, error);
    return false;
  } finally {
    db.pragma(`busy_timeout = ${timeout}`);
    db.pragma('synchronous = FULL');
  }
}

function writeShown(db: Database, today: Day, list: readonly Listed[]): void {
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

/** Begins the count of days anew: the person was put off, or comes back. Their number stays. */
export function restartShown(db: Database, person: number): void {
  db.prepare("UPDATE shown SET moment = '' WHERE person_id = ?").run(person);
}
