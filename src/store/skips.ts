import type { Database } from 'better-sqlite3';
import { insertRow, statement } from '../database/rows.ts';
import type { Day } from '../model.ts';

/**
 * Skips a moment for good.
 * @param moment its `Moment.key`
 */
export function addSkip(db: Database, person: number, moment: string, on: Day): void {
  insertRow(db, 'skip', { person_id: person, moment, skipped_on: on });
}

/** Keys of skipped moments, by person. */
export function skipsOf(db: Database, people: readonly number[]): Map<number, Set<string>> {
  const skips = new Map<number, Set<string>>();
  const rows = statement(
    db,
    `SELECT person_id, moment FROM json_each(?) AS wanted
      CROSS JOIN skip ON person_id = wanted.value`,
  )
    .raw()
    .iterate(JSON.stringify(people)) as IterableIterator<[number, string]>;
  for (const [person, moment] of rows) {
    const keys = skips.get(person);
    if (keys === undefined) skips.set(person, new Set([moment]));
    else keys.add(moment);
  }
  return skips;
}
