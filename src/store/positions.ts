import type { Database } from 'better-sqlite3';
import { insertRow } from '../database/rows.ts';
import type { Day, Position } from '../model.ts';
import { fold } from '../text/fold.ts';

const JOB_FIELDS = ['role', 'team', 'company'] as const;
type Job = Omit<Position, 'until'>;

/** Adds what somebody was. */
export function addPosition(db: Database, person: number, { until, ...job }: Position): void {
  insertRow(db, 'position', { person_id: person, ...job, until });
}

/**
 * Keeps what somebody was until today where the new role, team or company ends it. Filling in what was
 * unknown ends nothing, nor does another spelling; and what was kept today already is being corrected.
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

/** What somebody was before, the newest first. */
export function positionsOf(db: Database, person: number): Position[] {
  return db
    .prepare(`SELECT role, team, company, until FROM position WHERE person_id = ?
      ORDER BY until DESC, id DESC`)
    .all(person) as Position[];
}

/** What everybody was, in the order in which it was written. */
export function allPositions(db: Database): Array<Position & { person: number }> {
  return db
    .prepare('SELECT person_id AS person, role, team, company, until FROM position ORDER BY id')
    .all() as Array<Position & { person: number }>;
}
