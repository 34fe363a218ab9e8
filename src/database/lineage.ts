import type { Database } from 'better-sqlite3';
import { readSetting, writeSetting } from './settings.ts';

const LINEAGE_KEY = 'lineage';
const MERGED_KEY = 'merged';

/** Gives a new database a random id. Its copies inherit it: person ids match only among them. */
export function beginLineage(db: Database): void {
  writeSetting(db, LINEAGE_KEY, db.prepare('SELECT lower(hex(randomblob(16)))').pluck().get());
}

/** The id that a database shares with its copies; null in older databases. */
export function lineageOf(db: Database): string | null {
  return readSetting<string>(db, LINEAGE_KEY);
}

/** A person's id, then the ids of people merged into them. */
export function allIdsOf(db: Database, person: number): number[] {
  return [person, ...(readMerged(db)[person] ?? [])];
}

/** Records a merge, in the caller's transaction. */
export function recordMerge(db: Database, from: number, into: number): void {
  const { [from]: earlierIds = [], ...others } = readMerged(db);
  writeSetting(db, MERGED_KEY, {
    ...others,
    [into]: [...(others[into] ?? []), from, ...earlierIds],
  });
}

/** Deletes a person's merge record, in the caller's transaction. */
export function dropMergedIds(db: Database, person: number): void {
  const { [person]: mergedIds, ...others } = readMerged(db);
  if (mergedIds !== undefined) writeSetting(db, MERGED_KEY, others);
}

function readMerged(db: Database): Record<number, number[]> {
  return readSetting<Record<number, number[]>>(db, MERGED_KEY) ?? {};
}
