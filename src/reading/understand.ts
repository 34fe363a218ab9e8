/** Reads the titles and highlights that came in, and stores how a message can say them. */
import type { Database } from 'better-sqlite3';
import type { Day, Detail, Reading } from '../model.ts';
import { unreadHighlights } from '../store/details.ts';
import { allNames } from '../store/find-people.ts';
import { unreadTitles, writeUnderstood } from '../store/readings.ts';
import { addDays } from '../text/days.ts';
import { isSiteRecord } from '../text/site-record.ts';
import { DETAIL_VERSION, readDetail } from './say/detail.ts';
import { readTitle, TITLE_VERSION } from './say/title.ts';

/** How many are read at once: an import of thousands gets the rest in later commands, the newest first. */
const MOST_AT_ONCE = 200;
/** Titles older than this, in days, are hardly ever written about. */
const RECENT_DAYS = 1100;

/**
 * Reads what hasn't been read yet. Loads the tagger only if there is something.
 * @param since reads titles from this day on, where the user has just typed one about a day long past
 */
export async function understand(
  db: Database,
  today: Day,
  since: Day = addDays(today, -RECENT_DAYS),
): Promise<void> {
  const highlights = unreadHighlights(db, MOST_AT_ONCE);
  const titles = unreadTitles(db, since, MOST_AT_ONCE);
  if (highlights.length === 0 && titles.length === 0) return;
  const names = highlights.length === 0 ? [] : allNames(db).map(({ name }) => name);
  const details: Array<[number, Detail | null]> = [];
  for (const { id, kind, name, highlight } of highlights)
    details.push([id, await readDetail(highlight, { kind, name, names })]);
  const readings: Array<[number, Reading | null]> = [];
  for (const { id, title, ...circumstances } of titles)
    readings.push([id, isSiteRecord(title) ? null : await readTitle(title, circumstances)]);
  writeUnderstood(
    db,
    { version: DETAIL_VERSION, read: details },
    { version: TITLE_VERSION, read: readings },
  );
}
