import type { Database } from 'better-sqlite3';
import type { Budget } from '../coach/suggest.ts';
import type { Day, Me } from '../model.ts';
import { countInvitations } from '../store/invitations.ts';
import { addDays } from '../text/days.ts';

/** What is left of this week's invitations (a rolling seven days) and this calendar month's notes. */
export function readBudget(db: Database, me: Me, today: Day): Budget {
  return {
    invitesThisWeek: countInvitations(db, addDays(today, -6), today).invitations,
    invitesPerWeek: me.invitesPerWeek,
    notesThisMonth: countInvitations(db, `${today.slice(0, 7)}-01`, today).notes,
    notesPerMonth: me.notesPerMonth,
  };
}
