import type { Database } from 'better-sqlite3';
import { cautionOf } from '../coach/suggest/caution.ts';
import { readSetting, withoutRecord, writeSetting } from '../database/settings.ts';
import type { Day, History, Moment, Person } from '../model.ts';

import { strainedPeople } from './find-people.ts';
import { isQuiet } from './me.ts';

const KEY = 'said';

/** The lines that were said today and are said once a day. They name nobody. */
export function saidOn(db: Database, today: Day): string[] {
  const said = readSetting<{ day: Day; lines: string[] }>(db, KEY);
  return said?.day === today ? said.lines : [];
}

/**
 * Notes that lines were said today; those of other days are dropped. No change that `undo` would take back.
 * Waits for nobody: while another command writes, or where the disk takes nothing more, nothing is noted, and
 * the lines may be said once more: whoever only reads the list need not hear of it.
 */
export function rememberSaid(db: Database, today: Day, lines: readonly string[]): void {
  const patience = db.pragma('busy_timeout', { simple: true });
  db.pragma('busy_timeout = 0');
  try {
    withoutRecord(db, () =>
      writeSetting(db, KEY, { day: today, lines: [...saidOn(db, today), ...lines] }),
    );
  } catch (error) {
    if (!isRefused(error)) throw error;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}

function isRefused(error: unknown): boolean {
  return /^SQLITE_(BUSY|FULL|IOERR|READONLY)/.test(String((error as { code?: unknown }).code));
}

/**
 * Tells which line on exposure is still to be said of a first invitation today, or null. What it asks the
 * database for, it asks once, and only where somebody calls for it.
 */
export function openCautions(
  db: Database,
  today: Day,
): (history: History, lead: Moment | null) => string | null {
  let strained: Person[] | null = null;
  let wanted: boolean | null = null;
  let said: string[] | null = null;
  return (history, lead) => {
    if (history.person.connection.status !== 'none') return null;
    strained ??= strainedPeople(db);
    const caution = cautionOf(history, lead, strained);
    if (caution === null) return null;
    wanted ??= !isQuiet(db);
    said ??= saidOn(db, today);
    return wanted && !said.includes(caution) ? caution : null;
  };
}
