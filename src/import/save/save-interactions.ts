import type { Database } from 'better-sqlite3';
import { allSources, recordInteraction } from '../../store/interactions.ts';

import { type ImportRecords, type InteractionRecord, skip } from '../records.ts';
import type { SavedPeople } from './save-people.ts';

/** Saves what happened, each key once. What is known already adds nobody. */
export function saveInteractions(
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
