/** Reads the highlights that came in, and stores how each can be said to its owner. */
import type { Database } from 'better-sqlite3';
import { unreadHighlights, writeDetails } from '../store/details.ts';
import { allNames } from '../store/find-people.ts';
import { DETAIL_VERSION, readDetail } from './say/detail.ts';

/** How many are read at once: an import of thousands gets the rest in later commands, the newest first. */
const MOST_AT_ONCE = 200;

/** Reads what hasn't been read yet. Loads the tagger only if there is something. */
export async function understand(db: Database): Promise<void> {
  const unread = unreadHighlights(db, MOST_AT_ONCE);
  if (unread.length === 0) return;
  const names = allNames(db).map(({ name }) => name);
  const details: Parameters<typeof writeDetails>[2][number][] = [];
  for (const { id, kind, name, highlight } of unread)
    details.push([id, await readDetail(highlight, { kind, name, names })]);
  writeDetails(db, DETAIL_VERSION, details);
}
