import type { Database } from 'better-sqlite3';
import { readSetting, writeSetting } from './settings.ts';

const LINEAGE_KEY = 'lineage';
const MERGED_KEY = 'merged';

/**
 * Gives a new database a name that no other has. Its copies keep it, so that the number of a person means the
 * same person in all of them; in any other database it means somebody else.
 */
export function beginLineage(db: Database): void {
  writeSetting(db, LINEAGE_KEY, db.prepare('SELECT lower(hex(randomblob(16)))').pluck().get());
}

/** What a database and its copies have in common; null for one that is older than this. */
export function lineageOf(db: Database): string | null {
  return readSetting<string>(db, LINEAGE_KEY);
}

/** The numbers under which a person was known who are part of them by now, and their own. */
export function allIdsOf(db: Database, person: number): number[] {
  return [person, ...(readMerged(db)[person] ?? [])];
}

/** Notes that one person is part of another from now on. Runs in a transaction of its caller. */
export function recordMerge(db: Database, from: number, into: number): void {
  const { [from]: earlierIds = [], ...others } = readMerged(db);
  writeSetting(db, MERGED_KEY, {
    ...others,
    [into]: [...(others[into] ?? []), from, ...earlierIds],
  });
}

/** Drops what is noted of a person who is no more. */
export function dropMergedIds(db: Database, person: number): void {
  const { [person]: mergedIds, ...others } = readMerged(db);
  if (mergedIds !== undefined) writeSetting(db, MERGED_KEY, others);
}

function readMerged(db: Database): Record<number, number[]> {
  return readSetting<Record<number, number[]>>(db, MERGED_KEY) ?? {};
}
