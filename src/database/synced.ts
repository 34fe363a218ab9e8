/** What a database says of its last `sync`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { backupFolder } from './file.ts';
import type { Table } from './schema.ts';
import { readSetting, withoutUndo, writeSetting } from './settings.ts';

const SYNC_KEY = 'sync';

export interface Synced {
  /** The id of the state last synced, which is in a file of its own. */
  state: string;
  /** The newest change that was synced then. */
  change: number;
  /** Ids of rows that were entered on another machine too, by table. */
  common?: Partial<Record<Table, number[]>>;
}

/** Where this machine keeps who it is, once it has synced. */
export function machineFile(path: string): string {
  return join(backupFolder(path), 'sync-machine.json');
}

/** What was last synced; null if nothing ever was. */
export function readSynced(db: Database): Synced | null {
  return readSetting<Synced>(db, SYNC_KEY);
}

/**
 * Records what is synced, in the caller's transaction.
 * @param more ids for `common`
 */
export function writeSynced(
  db: Database,
  { state, change }: Synced,
  more: ReadonlyMap<Table, ReadonlySet<number>> = new Map(),
): void {
  const common = { ...readSynced(db)?.common };
  for (const [table, ids] of more) common[table] = [...new Set([...(common[table] ?? []), ...ids])];
  writeSetting(db, SYNC_KEY, { state, change, common });
}

/** The id of the newest recorded change; 0 if there's none. */
export function newestChange(db: Database): number {
  return db.prepare('SELECT coalesce(max(id), 0) FROM change').pluck().get() as number;
}

/**
 * Tells the next sync that a backup was restored: where the machine has synced since it was made, everything in
 * it was synced too, and what other machines have is newer.
 */
export function recordRestored(db: Database): void {
  if (!existsSync(machineFile(db.name))) return;
  const state = readSynced(db)?.state ?? '';
  withoutUndo(db, () => writeSynced(db, { state, change: newestChange(db) }));
}
