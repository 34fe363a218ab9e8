/** Which readers have read the log: what an older one understood, or couldn't say, is read again. */
import type { Database } from 'better-sqlite3';
import { readSetting, withoutUndo, writeSetting } from '../database/settings.ts';
import { passOver } from '../database/transaction.ts';

/** Raised whenever a detail may be read differently. */
export const DETAIL_VERSION = 4;
/** Raised whenever a title may be read differently. */
export const TITLE_VERSION = 4;

const KEY = 'read-by';
const CURRENT = `${DETAIL_VERSION}.${TITLE_VERSION}`;

/** Whether an older reader may have left something in the log. */
export function isReadByOlder(db: Database): boolean {
  const isOld = known.get(db) ?? readSetting(db, KEY) !== CURRENT;
  known.set(db, isOld);
  return isOld;
}

/** What `isReadByOlder` found: a command asks more than once. */
const known = new WeakMap<Database, boolean>();

/** Remembers that today's readers have read all that they will. Where nothing can be written now, they look again. */
export function markRead(db: Database): void {
  try {
    withoutUndo(db, () => writeSetting(db, KEY, CURRENT));
    known.set(db, false);
  } catch (error) {
    passOver(db, error);
  }
}
