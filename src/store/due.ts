import type { Database } from 'better-sqlite3';
import { LIST_LENGTH, rank } from '../coach/suggest/suggest.ts';
import type { Day } from '../model.ts';
import { openLog } from './candidates.ts';
import { oldInvitations, readBudget } from './invitations.ts';
import { readMe } from './me.ts';

/**
 * How many people today's list has, without what it says of them.
 * @param limit the most that it has; null for all
 */
export function countDue(db: Database, day: Day, limit: number | null = LIST_LENGTH): number {
  const me = readMe(db);
  const budget = readBudget(db, me, day);
  const isPile = oldInvitations(db, day)?.olderThan === '3w';
  const options = { me, today: day, budget, limit, isPile };
  return rank(openLog(db, me, day), options).picks.length;
}
