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

/** What other machines call the entries that were merged into others, by their uids. */
const JOINED_KEY = 'joined';

/** Uids of entries that were merged into others, each with the other's uid. */
export function readJoined(db: Database): Record<string, string> {
  return readSetting<Record<string, string>>(db, JOINED_KEY) ?? {};
}

/** Replaces what `readJoined` returns, in the caller's transaction. */
function writeJoined(db: Database, joined: Readonly<Record<string, string>>): void {
  writeSetting(db, JOINED_KEY, joined);
}

/** Records a merge, in the caller's transaction, before the entry `from` is deleted. */
export function recordMerge(db: Database, from: number, into: number): void {
  const select = db.prepare('SELECT uid FROM person WHERE id = ?').pluck();
  const [fromUid, intoUid] = [from, into].map((id) => select.get(id) as string | null | undefined);
  if (fromUid && intoUid) writeJoined(db, { ...readJoined(db), [fromUid]: intoUid });
  recordMergedIds(db, from, into);
}

/** Records which ids a person had, for the copies of this database. */
export function recordMergedIds(db: Database, from: number, into: number): void {
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
