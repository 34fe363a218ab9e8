import type { Database } from 'better-sqlite3';
import { cautionOf } from '../coach/suggest/caution.ts';
import { readSetting, withoutUndo, writeSetting } from '../database/settings.ts';
import { passOver } from '../database/transaction.ts';
import type { Day, History, Moment, Person } from '../model.ts';

import { strainedPeople } from './find-people.ts';
import { isQuiet } from './me.ts';

const SHOWN_KEY = 'said';

/** Cautions already shown on this day. */
export function cautionsShownOn(db: Database, today: Day): string[] {
  const shown = readSetting<{ day: Day; lines: string[] }>(db, SHOWN_KEY);
  return shown?.day === today ? shown.lines : [];
}

/**
 * Records today's cautions; `undo` doesn't revert this. Doesn't wait for other commands or free
 * disk space: showing a caution twice is harmless.
 */
export function recordCautionsShown(db: Database, today: Day, lines: readonly string[]): void {
  const timeout = db.pragma('busy_timeout', { simple: true });
  db.pragma('busy_timeout = 0');
  try {
    withoutUndo(db, () =>
      writeSetting(db, SHOWN_KEY, { day: today, lines: [...cautionsShownOn(db, today), ...lines] }),
    );
  } catch (error) {
    passOver(db, error);
  } finally {
    db.pragma(`busy_timeout = ${timeout}`);
  }
}

/**
 * Makes a function that returns the caution for a first invitation, unless it was shown today.
 * Queries run at most once, on first use.
 */
export function cautionFinder(
  db: Database,
  today: Day,
): (history: History, lead: Moment | null) => string | null {
  let strained: Person[] | null = null;
  let isWanted: boolean | null = null;
  let shown: string[] | null = null;
  return (history, lead) => {
    if (history.person.connection.status !== 'none') return null;
    strained ??= strainedPeople(db);
    const caution = cautionOf(history, lead, strained);
    if (caution === null) return null;
    isWanted ??= !isQuiet(db);
    shown ??= cautionsShownOn(db, today);
    return isWanted && !shown.includes(caution) ? caution : null;
  };
}
