import type { Database } from 'better-sqlite3';
import { loggingMany } from '../../database/log-many.ts';
import { rowChecksum } from '../../database/rows.ts';
import type { Day } from '../../model.ts';
import { findDuplicates } from '../../store/duplicates.ts';
import {
  type Attendance,
  allSources,
  findSource,
  interactionFinder,
  newestInteraction,
  peopleWithNews,
  recordInteraction,
} from '../../store/interactions.ts';
import { addPastInvitation } from '../../store/invitations.ts';
import {
  allInteractions,
  type ImportRecords,
  type InteractionRecord,
  type InvitationRecord,
  type Skipped,
  skip,
  warn,
} from '../records.ts';
import { loadPersonMatcher } from './known-people.ts';
import { fillMe } from './save-me.ts';
import { type Namesakes, type SavedPeople, savePeople } from './save-people.ts';

/** Records between two calls of `onStep`. */
const PROGRESS_INTERVAL = 500;

/** From so many interactions on it's faster to count them at the end. */
const MANY = 1_000;

/** Indexes of more interactions are sorted in more memory than all else takes. */
const MANY_TO_SORT = 400_000;

/** JSON output of an import. */
export interface ImportResult {
  source: string;
  people: { added: number; updated: number; unchanged: number };
  interactions: { added: number; unchanged: number };
  skipped: Skipped[];
  skippedTotal: number;
  warnings: string[];
  /** Names of the profile fields that were filled. */
  me?: string[];
  dryRun: boolean;
}

/** Result for the screen, with skipped rows by reason. */
export type ImportReport = ImportResult &
  Pick<ImportRecords, 'leftOut'> & {
    /** Somebody who was added, and the only one of that name who was here before. */
    namesakes: Namesakes[];
  };

/**
 * Saves records; call it inside a change. Existing data is never overwritten: a difference becomes
 * a warning.
 * @param onStep gets the number of records saved, and the total
 * @param today good news that is still fresh ends a snooze
 */
export function saveRecords(
  db: Database,
  records: ImportRecords,
  onStep: (done: number, total: number) => void = () => undefined,
  today?: Day,
): ImportReport {
  const logged = records.interactions.length + (records.log?.length ?? 0);
  const total = records.people.length + logged;
  let done = 0;
  const step = () => {
    done++;
    if (done % PROGRESS_INTERVAL === 0) onStep(done, total);
  };
  const matcher = loadPersonMatcher(db, records.source === 'linkedin' ? [] : records.people);
  const people = savePeople(db, records, matcher, step);
  const saveAll = () => saveInteractions(db, records, people, step, today);
  const interactions =
    logged > MANY ? loggingMany(db, isMostly(db, records, logged), saveAll) : saveAll();
  const namesakes = people.namesakes();
  const found = people.counts().added === 0 ? 0 : findDuplicates(db).length;
  const duplicates = Math.max(0, found - namesakes.length);
  if (duplicates > 0) {
    const entries = duplicates === 1 ? '1 pair of entries' : `${duplicates} pairs of entries`;
    warn(records, `${entries} may be the same person: netcoach people --duplicates`);
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
    namesakes,
    warnings: records.warnings,
    ...(me.length > 0 && { me }),
    dryRun: false,
  };
}

/** Whether what is imported is most of the log afterwards, and no part of anyone's history is read for news. */
function isMostly(db: Database, records: ImportRecords, logged: number): boolean {
  if (logged > MANY_TO_SORT || logged < newestInteraction(db)) return false;
  if (records.log?.kinds.has('milestone')) return false;
  return (
    peopleWithNews(db).size === 0 && !records.interactions.some(({ kind }) => kind === 'milestone')
  );
}

/** Sent invitations count towards the weekly and monthly limits. */
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

/** Saves each key once. A known interaction doesn't add people. */
function saveInteractions(
  db: Database,
  records: ImportRecords,
  people: SavedPeople,
  step: () => void,
  today: Day | undefined,
): { added: number; unchanged: number } {
  const known = knownKeys(db);
  const reported = new Set(records.skipped.map(({ where, why }) => `${where} ${why}`));
  const counts = { added: 0, unchanged: 0 };
  // Two of a day may be alike in all that is compared.
  const claimed = new Set<number>();
  const newest = newestInteraction(db);
  /** Whether an earlier row of this file is the one with this key: two rows may be alike and mean two things. */
  const isTaken = (key: string) => {
    const id = findSource(db, key);
    // One that was in the log without a key has been claimed.
    return id === undefined || id > newest || claimed.has(id);
  };
  const news = peopleWithNews(db);
  const hasTyped = records.log !== undefined || records.interactions.some(isByHand);
  const findSame = hasTyped ? interactionFinder(db) : () => [];
  for (const record of allInteractions(records)) {
    step();
    const isTyped = isByHand(record);
    let { key } = record;
    for (let times = 2; isTyped && known.has(key) && isTaken(key); times++)
      key = `${record.key}:${times}`;
    if (known.has(key)) {
      record.people.forEach(people.find);
      if (isTyped) claimed.add(findSource(db, key) ?? 0);
      counts.unchanged++;
      continue;
    }
    const why = findSkipReason(record, people);
    if (why !== null) {
      const { where } = record;
      if (!reported.has(`${where} ${why}`)) skip(records, where, why);
      reported.add(`${where} ${why}`);
      continue;
    }
    const attendance = attendanceOf(record, people);
    const { kind, date, title, note = null } = record;
    const guests = attendance.map(({ person }) => person);
    // A row of a log kept by hand may be in the log already, without a key.
    const same = isTyped
      ? findSame({ kind, date, title }, guests).find((id) => !claimed.has(id))
      : undefined;
    known.add(key, same !== undefined);
    if (same !== undefined) {
      claimed.add(same);
      counts.unchanged++;
      continue;
    }
    const fields = { kind, date, title, note, source: key };
    if (kind === 'milestone') for (const { person } of attendance) news.add(person);
    recordInteraction(db, fields, attendance, { news, ...(today !== undefined && { today }) });
    counts.added++;
  }
  return counts;
}

/** Keys in the log, by a checksum that the log then confirms: of a long file, the keys would fill the memory. */
function knownKeys(db: Database) {
  const sums = new Set<number>();
  // 30 bits: of a larger number, each set would hold an object.
  const sumOf = (key: string) => rowChecksum([key]) & 0x3fffffff;
  /** Of rows that are in the log without a key. */
  const unlogged = new Set<string>();
  for (const key of allSources(db)) sums.add(sumOf(key));
  return {
    has: (key: string) =>
      sums.has(sumOf(key)) && (unlogged.has(key) || findSource(db, key) !== undefined),
    /** @param isUnlogged whether its row won't be in the log with this key */
    add(key: string, isUnlogged: boolean) {
      sums.add(sumOf(key));
      if (isUnlogged) unlogged.add(key);
    },
  };
}

function isByHand({ people }: InteractionRecord): boolean {
  return people.some((person) => person.isByHand === true);
}

/** Everyone who took part, once, with what stood out. */
function attendanceOf({ people, highlights }: InteractionRecord, saved: SavedPeople): Attendance[] {
  const attendance = new Map<number, string | null>();
  for (const person of people) {
    const id = saved.idOf(person);
    if (id !== null) attendance.set(id, attendance.get(id) ?? highlights?.get(person) ?? null);
  }
  return [...attendance].map(([person, highlight]) => ({ person, highlight }));
}

/**
 * A row written by hand can be fixed, so it's skipped if anyone is ambiguous; elsewhere only the
 * ambiguous people are left out, unless no one remains.
 */
function findSkipReason(record: InteractionRecord, people: SavedPeople): string | null {
  const reasons = record.people.flatMap((person) => {
    const found = people.find(person);
    return found !== null && 'why' in found ? [found.why] : [];
  });
  const mustSkip = isByHand(record) ? reasons.length > 0 : reasons.length === record.people.length;
  return mustSkip ? (reasons[0] ?? null) : null;
}
