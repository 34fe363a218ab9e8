/** Reads the titles and highlights that came in, and stores how a message can say them. */
import type { Database } from 'better-sqlite3';
import type { Day, Detail, Reading } from '../model.ts';
import {
  highlightsReadByOlder,
  type UnreadHighlight,
  unreadHighlights,
  unreadHighlightsOf,
} from '../store/details.ts';
import { namesIn } from '../store/find-people.ts';
import { isReadByOlder, markRead } from '../store/read-by.ts';
import {
  readTitlesLike,
  titlesReadByOlder,
  type UnreadTitle,
  unreadTitles,
  unreadTitlesOf,
  writeUnderstood,
} from '../store/readings.ts';
import { addDays } from '../text/days.ts';
import { isSiteRecord } from '../text/site-record.ts';
import { readDetail } from './say/detail.ts';
import { isReadAlike, readTitle } from './say/title.ts';

/** How many are read at once. */
const MOST_AT_ONCE = 200;
/** Titles older than this, in days, are hardly ever written about. */
const RECENT_DAYS = 1100;

/**
 * Reads what these interactions say and nobody has read yet. A title that was lately read for others is not read
 * again, so that the tagger is loaded for new words alone.
 */
export async function understand(db: Database, interactions: readonly number[]): Promise<void> {
  await readAndStore(db, unreadHighlightsOf(db, interactions), unreadTitlesOf(db, interactions));
}

/**
 * Reads the newest that nobody has read yet, or only an older reader: an import can bring in thousands.
 * @returns whether there may be more
 */
export async function understandNewest(db: Database, today: Day): Promise<boolean> {
  const since = addDays(today, -RECENT_DAYS);
  const isOld = isReadByOlder(db);
  const highlights = unreadHighlights(db, MOST_AT_ONCE);
  const titles = unreadTitles(db, since, MOST_AT_ONCE);
  if (isOld) {
    // What never was read comes first.
    highlights.push(...highlightsReadByOlder(db, since, MOST_AT_ONCE - highlights.length));
    titles.push(...titlesReadByOlder(db, since, MOST_AT_ONCE - titles.length));
  }
  await readAndStore(db, highlights, titles);
  const hasMore = Math.max(highlights.length, titles.length) === MOST_AT_ONCE;
  if (isOld && !hasMore) markRead(db);
  return hasMore;
}

async function readAndStore(
  db: Database,
  highlights: readonly UnreadHighlight[],
  titles: readonly UnreadTitle[],
): Promise<void> {
  if (highlights.length === 0 && titles.length === 0) return;
  const details: Array<[UnreadHighlight, Detail | null]> = [];
  for (const unread of highlights) {
    const { kind, name, highlight } = unread;
    const names = namesIn(db, highlight);
    details.push([unread, await readDetail(highlight, { kind, name, names })]);
  }
  const readings: Array<[UnreadTitle, Reading | null]> = [];
  for (const unread of titles) readings.push([unread, await readOne(db, unread)]);
  writeUnderstood(db, details, readings);
}

async function readOne(db: Database, unread: UnreadTitle): Promise<Reading | null> {
  const { title } = unread;
  if (isSiteRecord(title)) return null;
  const equal = readTitlesLike(db, unread).find((read) => isReadAlike(title, unread, read));
  return equal === undefined ? readTitle(title, unread) : equal.reading;
}
