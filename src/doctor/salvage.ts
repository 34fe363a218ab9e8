import { existsSync, lstatSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { whyUnwritable } from '../database/failures.ts';
import { connectInMemory } from '../database/read.ts';
import { newestBackup } from '../database/restore.ts';
import { connect } from '../database/sqlite.ts';
import type { Finding } from './finding.ts';

interface ReadableRows {
  people: number;
  interactions: number;
}

/** Opens a file to inspect it; read-only if SQLite might copy its log into it, in memory if it can't. */
export function openForInspection(real: string): Database {
  if (whyUnwritable(real) !== null) return connectInMemory(real);
  return connect(real, { readonly: walSize(real) > 0 });
}

function walSize(real: string): number {
  return lstatSync(`${real}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/** Log files that SQLite would create. */
export function absentWalFiles(real: string): string[] {
  return [`${real}-wal`, `${real}-shm`].filter((file) => !existsSync(file));
}

/** Deletes log files that inspecting a file created; never a log with content. */
export function removeWalFiles(real: string, made: readonly string[]): void {
  if (made.includes(`${real}-wal`) && walSize(real) > 0) return;
  for (const file of made) rmSync(file, { force: true });
}

/**
 * What can be recovered, and how.
 * @param readable rows in the file itself; null if it's missing
 * @param hasFolder whether the private folder is readable
 */
export function recoveryFinding(
  real: string,
  readable: ReadableRows | null,
  hasFolder: boolean,
): Finding {
  const rowsLeft =
    readable === null
      ? ''
      : `${readable.people} people and ${readable.interactions} interactions can still be read in the file itself; `;
  if (!hasFolder)
    return { severity: 'error', what: `${rowsLeft}its backups can't be read`, command: null };
  const backup = newestBackup(real);
  if (backup === null) {
    const what = `${rowsLeft}there's no good backup`;
    return { severity: 'error', what, command: 'netcoach restore FILE' };
  }
  const at = backup.at.slice(0, 16).replace('T', ' ');
  return {
    severity: 'error',
    what: `${rowsLeft}the newest good backup is from ${at} UTC; a restore also keeps the damaged file`,
    command: 'netcoach restore',
  };
}

/** Counts the rows that can be read before the damage. */
export function countReadable(real: string): ReadableRows {
  const count = (table: string): number => {
    let rows = 0;
    const db = openForInspection(real);
    try {
      for (const _ of db.prepare(`SELECT * FROM ${table} NOT INDEXED`).iterate()) rows++;
    } catch {
      // The damage begins here.
    } finally {
      db.close();
    }
    return rows;
  };
  return { people: count('person'), interactions: count('interaction') };
}
