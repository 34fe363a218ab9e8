import type { Database } from 'better-sqlite3';
import { EXPIRES_AFTER_DAYS, WITHDRAW_AFTER_DAYS } from '../../rules/lib/invitations.ts';
import type { Budget } from '../coach/suggest/suggest.ts';
import { insertRow, statement, updateRow } from '../database/rows.ts';
import type { Day, Me, Person, Status } from '../model.ts';

import { addDays } from '../text/days.ts';

export const INVITATION_OUTCOMES = ['accepted', 'declined', 'withdrawn'] as const;
export type InvitationOutcome = (typeof INVITATION_OUTCOMES)[number];

/** Records an invitation of mine. */
export function addInvitation(db: Database, person: number, on: Day, withNote: boolean): void {
  insertRow(db, 'invitation', {
    person_id: person,
    sent_on: on,
    with_note: Number(withNote),
  });
}

/** Records the outcome of the open invitation; adds one if none is open. */
export function closeInvitation(
  db: Database,
  person: number,
  outcome: InvitationOutcome,
  on: Day,
): void {
  const open = db
    .prepare(
      'SELECT id FROM invitation WHERE person_id = ? AND outcome IS NULL ORDER BY id DESC LIMIT 1',
    )
    .pluck()
    .get(person) as number | undefined;
  if (open === undefined) {
    insertRow(db, 'invitation', {
      person_id: person,
      with_note: 0,
      outcome,
      outcome_on: on,
    });
  } else {
    updateRow(db, 'invitation', open, { outcome, outcome_on: on });
  }
}

/** Records that an open invitation was accepted, where an edit connects the person. */
export function acceptInvitation(
  db: Database,
  { id, connection }: Pick<Person, 'id' | 'connection'>,
  { status, since }: { status?: Status; since?: Day | null },
): void {
  if (connection.status !== 'invited' || status !== 'connected' || !since) return;
  closeInvitation(db, id, 'accepted', since);
}

/** People with an open invitation that they have had since this day or longer, oldest first. */
export function invitedUntil(db: Database, day: Day): number[] {
  return db
    .prepare("SELECT id FROM person WHERE status = 'invited' AND since <= ? ORDER BY since, id")
    .pluck()
    .all(day) as number[];
}

/** Invitations of mine that nobody will answer any more. */
export interface OldInvitations {
  count: number;
  /** How long each of them has waited, as `withdrawn --older-than` takes it. */
  olderThan: '3w' | '6m';
}

/** From so many on, they are one line and not a suggestion each. Ours. */
const PILE = 3;

/** A pile of invitations left unanswered; null if there are only a few. Those that can still be answered come first. */
export function oldInvitations(db: Database, today: Day): OldInvitations | null {
  const countUntil = (days: number) => {
    const counted = db
      .prepare("SELECT count(*) FROM person WHERE status = 'invited' AND since <= ?")
      .pluck();
    return counted.get(addDays(today, -days)) as number;
  };
  const count = countUntil(WITHDRAW_AFTER_DAYS);
  const expired = countUntil(EXPIRES_AFTER_DAYS + 1);
  if (count - expired >= PILE) return { count, olderThan: '3w' };
  return expired >= PILE ? { count: expired, olderThan: '6m' } : null;
}

/** Both days included. */
function countInvitations(
  db: Database,
  from: Day,
  to: Day,
): { invitations: number; notes: number } {
  return db
    .prepare(`SELECT count(*) AS invitations, coalesce(sum(with_note), 0) AS notes
      FROM invitation WHERE sent_on BETWEEN ? AND ?`)
    .get(from, to) as { invitations: number; notes: number };
}

/** The last day on which each person accepted an invitation. */
export function acceptances(db: Database, people: readonly number[]): Map<number, Day> {
  const rows = statement(
    db,
    `SELECT person_id, max(outcome_on) FROM json_each(?) AS wanted
      CROSS JOIN invitation ON person_id = wanted.value
      WHERE outcome = 'accepted' GROUP BY person_id`,
  )
    .raw()
    .all(JSON.stringify(people)) as Array<[number, Day]>;
  return new Map(rows);
}

/** An invitation in an export. */
export interface PastInvitation {
  person: number;
  sentOn: Day | null;
  withNote: boolean;
  outcome: InvitationOutcome | null;
  outcomeOn: Day | null;
}

/** Adds an invitation, unless the person has one from that day. */
export function addPastInvitation(db: Database, invitation: PastInvitation): void {
  const { person, sentOn, withNote, outcome, outcomeOn } = invitation;
  const known = statement(
    db,
    'SELECT 1 FROM invitation WHERE person_id = ? AND sent_on IS ? LIMIT 1',
  ).get(person, sentOn);
  if (known !== undefined) return;
  insertRow(db, 'invitation', {
    person_id: person,
    sent_on: sentOn,
    with_note: Number(withNote),
    outcome,
    outcome_on: outcomeOn,
  });
}

/** All invitations, by person. */
export function allInvitations(db: Database): PastInvitation[] {
  const rows = db
    .prepare(`SELECT person_id AS person, sent_on AS sentOn, with_note AS withNote, outcome,
      outcome_on AS outcomeOn FROM invitation ORDER BY person_id, id`)
    .all() as Array<Omit<PastInvitation, 'withNote'> & { withNote: number }>;
  return rows.map((row) => ({ ...row, withNote: row.withNote === 1 }));
}

/** What was sent in the last seven days and this calendar month, and the limits. */
export function readBudget(db: Database, me: Me, today: Day): Budget {
  return {
    invitesThisWeek: countInvitations(db, addDays(today, -6), today).invitations,
    invitesPerWeek: me.invitesPerWeek,
    notesThisMonth: countInvitations(db, `${today.slice(0, 7)}-01`, today).notes,
    notesPerMonth: me.notesPerMonth,
  };
}
