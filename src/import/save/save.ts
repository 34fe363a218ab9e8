import type { Database } from 'better-sqlite3';
import { findDuplicates } from '../../store/duplicates.ts';
import { allSources, recordInteraction } from '../../store/interactions.ts';
import { addPastInvitation } from '../../store/invitations.ts';
import {
  type ImportRecords,
  type InteractionRecord,
  type InvitationRecord,
  type Skipped,
  skip,
  warn,
} from '../records.ts';
import { identify } from './known-people.ts';
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

/** Saves what happened, each key once. What is known already adds nobody. */
function saveInteractions(
  db: Database,
  records: ImportRecords,
  people: SavedPeople,
  step: () => void,
): { added: number; unchanged: number } {
  const known = new Set(allSources(db));
  const told = new Set(records.skipped.map(({ where, why }) => `${where} ${why}`));
  const counts = { added: 0, unchanged: 0 };
  for (const record of records.interactions) {
    step();
    if (known.has(record.key)) {
      record.people.forEach(people.find);
      counts.unchanged++;
      continue;
    }
    const why = doubtOf(record, people);
    if (why !== null) {
      const { where } = record;
      if (!told.has(`${where} ${why}`)) skip(records, where, why);
      told.add(`${where} ${why}`);
      continue;
    }
    known.add(record.key);
    const guests = new Set(record.people.flatMap((person) => people.idOf(person) ?? []));
    const { kind, date, title, note = null, key } = record;
    const attendance = [...guests].map((person) => ({ person, highlight: null }));
    recordInteraction(db, { kind, date, title, note, source: key }, attendance);
    counts.added++;
  }
  return counts;
}

/**
 * Why an interaction cannot be taken, or null. A row written by hand can be mended, so it waits until
 * everybody in it is clear; elsewhere those who are not are left out, unless nobody remains.
 */
function doubtOf(record: InteractionRecord, people: SavedPeople): string | null {
  const doubts = record.people.flatMap((person) => {
    const found = people.find(person);
    return found !== null && 'why' in found ? [found.why] : [];
  });
  const isByHand = record.people.some((person) => person.isByHand === true);
  const isLost = isByHand ? doubts.length > 0 : doubts.length === record.people.length;
  return isLost ? (doubts[0] ?? null) : null;
}
