import { addInteraction, hasSource } from '../store/interactions.ts';
import type { Database } from '../store/open.ts';
import { identify } from './identity.ts';
import type { ImportRecords, Skipped } from './records.ts';
import { saveInvitations } from './save-invitations.ts';
import { fillMe } from './save-me.ts';
import { savePeople } from './save-people.ts';

/** What an import did, as the contract says it. */
export interface ImportResult {
  source: string;
  people: { added: number; updated: number; unchanged: number };
  interactions: { added: number; unchanged: number };
  skipped: Skipped[];
  skippedTotal: number;
  warnings: string[];
  dryRun: boolean;
}

/**
 * Saves what a reader found. Must run inside a change: all of it is saved, or nothing.
 * It fills gaps alone: what is there already is never overwritten, and a difference becomes a warning.
 */
export function saveRecords(db: Database, records: ImportRecords): ImportResult {
  const identity = identify(db);
  const people = savePeople(db, records, identity);
  const interactions = { added: 0, unchanged: 0 };
  for (const record of records.interactions) {
    const guests = new Set(record.people.map((person) => people.idOf(person)));
    if (hasSource(db, record.key)) {
      interactions.unchanged++;
      continue;
    }
    const { kind, date, title, note = null, key } = record;
    const attendance = [...guests].map((person) => ({ person, highlight: null }));
    addInteraction(db, { kind, date, title, note, source: key }, attendance);
    interactions.added++;
  }
  saveInvitations(db, records.invitations, people);
  fillMe(db, records.me);
  return {
    source: records.source,
    people: people.counts(),
    interactions,
    skipped: records.skipped,
    skippedTotal: records.skippedTotal,
    warnings: records.warnings,
    dryRun: false,
  };
}
