import type { Database } from 'better-sqlite3';
import { cautionOf } from '../coach/suggest/caution.ts';
import type { Context } from '../context.ts';
import type { History, Moment } from '../model.ts';
import { strainedPeople } from '../store/find-people.ts';
import { isQuiet } from '../store/me.ts';
import { rememberSaid, saidOn } from '../store/shown-today.ts';
import { safe } from '../text/safe.ts';

/** The line on exposure that is still to be said of a first invitation today, or null. */
export function openCaution(db: Database, history: History, lead: Moment | null): string | null {
  const { person, today } = history;
  // The cheap question first: hardly anybody whom one writes to is one to be careful with.
  if (person.connection.status !== 'none') return null;
  const caution = cautionOf(history, lead, strainedPeople(db));
  if (caution === null || isQuiet(db) || saidOn(db, today).includes(caution)) return null;
  return caution;
}

/** Says that line, once a day. A script (`--json`) is told nothing. */
export function sayCaution(history: History, lead: Moment | null, context: Context): void {
  if (context.isJson) return;
  const db = context.store();
  const caution = openCaution(db, history, lead);
  if (caution === null) return;
  rememberSaid(db, context.today, [caution]);
  context.note(safe(`${caution}. (netcoach me --quiet leaves such lines out)`));
}
