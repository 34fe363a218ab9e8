/** Keeps what rows are called on all machines, where they come back from an export. */
import type { Database } from 'better-sqlite3';
import { updateRow } from '../database/rows.ts';

/** As `insertRow` makes them. */
const UID = /^[0-9a-f]{20}$/;

/**
 * Gives new rows of a database their uids from an export, each once. Whoever was forgotten here comes back under
 * another: the other machines would forget them again.
 */
export function uidKeeper(
  db: Database,
): (table: 'person' | 'interaction', id: number, uid: string | null | undefined) => void {
  const used = new Set(db.prepare('SELECT uid FROM forgotten').pluck().all() as string[]);
  return (table, id, uid) => {
    if (typeof uid !== 'string' || !UID.test(uid) || used.has(uid)) return;
    used.add(uid);
    updateRow(db, table, id, { uid });
  };
}
