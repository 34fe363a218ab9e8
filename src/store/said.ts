import type { Day } from '../../rules/rule.ts';
import { withoutRecord } from './copies.ts';
import type { Database } from './open.ts';
import { insertRow, updateRow } from './rows.ts';

const KEY = 'said';

/** The lines that were said today and are said once a day. They name nobody. */
export function saidOn(db: Database, today: Day): string[] {
  const value = db.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(KEY);
  if (value === undefined) return [];
  const { day, lines } = JSON.parse(value as string) as { day: Day; lines: string[] };
  return day === today ? lines : [];
}

/**
 * Notes that lines were said today; those of other days are dropped. No change that `undo` would take back.
 * Waits for nobody: while another command writes nothing is noted, and the lines may be said once more.
 */
export function rememberSaid(db: Database, today: Day, lines: readonly string[]): void {
  const patience = db.pragma('busy_timeout', { simple: true });
  db.pragma('busy_timeout = 0');
  try {
    withoutRecord(db, () => {
      const value = JSON.stringify({ day: today, lines: [...saidOn(db, today), ...lines] });
      const id = db.prepare('SELECT id FROM setting WHERE key = ?').pluck().get(KEY);
      if (id === undefined) insertRow(db, 'setting', { key: KEY, value });
      else updateRow(db, 'setting', id as number, { key: KEY, value });
    });
  } catch (error) {
    if (!isBusy(error)) throw error;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}

function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY');
}
