import type { Database } from 'better-sqlite3';
import type { InteractionFields } from './interactions.ts';
import { statement } from './rows.ts';

/** Whether something was imported under this key before. */
export function hasSource(db: Database, source: string): boolean {
  return statement(db, 'SELECT 1 FROM interaction WHERE source = ?').get(source) !== undefined;
}

/** The interaction that is the same in kind, day, title and people, or null. */
export function findInteraction(
  db: Database,
  { kind, date, title }: Pick<InteractionFields, 'kind' | 'date' | 'title'>,
  people: readonly number[],
): number | null {
  const same = statement(
    db,
    'SELECT id FROM interaction WHERE day = ? AND kind = ? AND title = ?',
  ).all(date, kind, title) as Array<{ id: number }>;
  const wanted = [...people].sort((a, b) => a - b).join();
  const guests = statement(
    db,
    'SELECT person_id AS id FROM participant WHERE interaction_id = ? ORDER BY person_id',
  );
  const found = same.find(
    ({ id }) => (guests.all(id) as Array<{ id: number }>).map((one) => one.id).join() === wanted,
  );
  return found?.id ?? null;
}

/** The keys of all that was ever imported. */
export function allSources(db: Database): string[] {
  return db
    .prepare('SELECT source FROM interaction WHERE source IS NOT NULL')
    .pluck()
    .all() as string[];
}
