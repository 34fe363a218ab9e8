import type { Database } from 'better-sqlite3';
import { insertRow } from '../database/rows.ts';
import type { Day, Position } from '../model.ts';
import { fold } from '../text/fold.ts';

const JOB_FIELDS = ['role', 'team', 'company'] as const;
type Job = Omit<Position, 'until'>;

/** Adds a past position. */
export function addPosition(db: Database, person: number, { until, ...job }: Position): void {
  insertRow(db, 'position', { person_id: person, ...job, until });
}

/**
 * Records the position that an edit ends. Filling in or respelling a field ends nothing; a second
 * edit on one day is a correction.
 */
export function recordPastPosition(
  db: Database,
  person: number,
  before: Job,
  now: { [K in keyof Job]?: Job[K] | undefined },
  today: Day,
): void {
  const isOver = JOB_FIELDS.some((field) => {
    const [old, next] = [before[field], now[field]];
    return old !== null && next !== undefined && fold(old) !== fold(next ?? '');
  });
  if (!isOver || positionsOf(db, person).some(({ until }) => until === today)) return;
  const { role, team, company } = before;
  addPosition(db, person, { role, team, company, until: today });
}

/** Past positions, newest first. */
export function positionsOf(db: Database, person: number): Position[] {
  return db
    .prepare(`SELECT role, team, company, until FROM position WHERE person_id = ?
      ORDER BY until DESC, id DESC`)
    .all(person) as Position[];
}

/** Everyone's past positions. */
export function allPositions(db: Database): Array<Position & { person: number }> {
  return db
    .prepare('SELECT person_id AS person, role, team, company, until FROM position ORDER BY id')
    .all() as Array<Position & { person: number }>;
}
