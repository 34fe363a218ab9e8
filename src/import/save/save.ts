import type { Database } from 'better-sqlite3';
import { findDuplicates } from '../../store/duplicates.ts';
import { addPastInvitation } from '../../store/invitations.ts';
import { type ImportRecords, type InvitationRecord, type Skipped, warn } from '../records.ts';
import { identify } from './known-people.ts';
import { saveInteractions } from './save-interactions.ts';
import { fillMe } from './save-me.ts';
import { type SavedPeople, savePeople } from './save-people.ts';

/** So many records lie between two looks at the clock. */
const STEP = 500;

/** What an import did, as the contract says it. */
export interface ImportResult {
  source: string;
  people: { added: number; updated: number; unchanged: number };
  interactions: { added: number; unchanged: number };
  skipped: Skipped[];
  skippedTotal: number;
  warnings: string[];
  /** What was filled in of my own profile. */
  me?: string[];
  dryRun: boolean;
}

/** An import as it is shown on screen: rows left out for one reason are told of together. */
export type Imported = ImportResult & Pick<ImportRecords, 'leftOut'>;

/**
 * Saves what a reader found. Must run inside a change: all of it is saved, or nothing.
 * It fills gaps alone: what is there already is never overwritten, and a difference becomes a warning.
 * @param onStep is told now and then how many records are saved, and of how many
 */
export function saveRecords(
  db: Database,
  records: ImportRecords,
  onStep: (done: number, total: number) => void = () => undefined,
): Imported {
  const total = records.people.length + records.interactions.length;
  let done = 0;
  const step = () => {
    done++;
    if (done % STEP === 0) onStep(done, total);
  };
  const identity = identify(db);
  const people = savePeople(db, records, identity, step);
  const interactions = saveInteractions(db, records, people, step);
  const twins = people.counts().added === 0 ? 0 : findDuplicates(db).length;
  if (twins > 0) {
    const entries = twins === 1 ? '1 pair of entries' : `${twins} pairs of entries`;
    warn(records, `${entries} may be one person each: netcoach people --duplicates`);
  }
  saveInvitations(db, records.invitations, people);
  const me = fillMe(db, records.me);
  return {
    source: records.source,
    people: people.counts(),
    interactions,
    skipped: records.skipped,
    skippedTotal: records.skippedTotal,
    leftOut: records.leftOut,
    warnings: records.warnings,
    ...(me.length > 0 && { me }),
    dryRun: false,
  };
}

/** Saves the invitations that I sent: they count in the week's invitations and the month's notes. */
function saveInvitations(
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
