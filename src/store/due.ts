import type { Database } from 'better-sqlite3';
import { LIST_LENGTH, rank } from '../coach/suggest/suggest.ts';
import type { Day } from '../model.ts';
import { openLog } from './candidates.ts';
import { readBudget } from './invitations.ts';
import { readMe } from './me.ts';

/** How many people today's list has, without what it says of them. */
export function countDue(db: Database, day: Day): number {
  const me = readMe(db);
  const budget = readBudget(db, me, day);
  return rank(openLog(db, me, day), { me, today: day, budget, limit: LIST_LENGTH }).picks.length;
}
