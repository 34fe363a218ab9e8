import type { Database } from 'better-sqlite3';
import { addPastInvitation } from '../store/invitations.ts';
import type { InvitationRecord } from './records.ts';
import type { SavedPeople } from './save-people.ts';

/** Saves the invitations that I sent: they count in the week's invitations and the month's notes. */
export function saveInvitations(
  db: Database,
  invitations: readonly InvitationRecord[],
  people: SavedPeople,
): void {
  for (const { person, sent, withNote, accepted, isAccepted } of invitations) {
    const id = people.idOf(person);
    if (id === null) continue;
    addPastInvitation(db, {
      person: id,
      sentOn: sent,
      withNote,
      outcome: isAccepted === true ? 'accepted' : null,
      outcomeOn: accepted ?? null,
    });
  }
}
