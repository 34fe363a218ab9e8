/** What titles were understood as: read once, kept beside the title. */
import type { Database } from 'better-sqlite3';
import { isWriteRefused } from '../database/failures.ts';
import { updateIfSound } from '../database/rows.ts';
import { withoutUndo } from '../database/settings.ts';
import type { Day, Detail, Kind, Reading } from '../model.ts';
import { storedDetail } from './details.ts';

/** What a column holds: the reader's version, and null where the title can't be said well. */
interface StoredReading {
  version: number;
  reading: Reading | null;
}

/** A title that nobody has read yet. */
export interface UnreadTitle {
  /** Of the interaction. */
  id: number;
  kind: Kind;
  day: Day;
  title: string;
  /** What each of those who took part is called. */
  people: string[][];
}

/** A stored reading; null if there is none, or none that can be said. */
export function parseReading(stored: string | null): Reading | null {
  return stored === null ? null : (JSON.parse(stored) as StoredReading).reading;
}

/** What an interaction's title was understood as. */
export function readingOf(db: Database, interaction: number): Reading | null {
  const stored = db
    .prepare('SELECT reading FROM interaction WHERE id = ?')
    .pluck()
    .get(interaction) as string | null | undefined;
  return parseReading(stored ?? null);
}

/** The newest titles since a day that haven't been read. */
export function unreadTitles(db: Database, since: Day, limit: number): UnreadTitle[] {
  const rows = db
    .prepare(`SELECT i.id, i.kind, i.day, i.title, (
        SELECT json_group_array(json_insert(person.aliases, '$[#]', person.name))
        FROM participant p JOIN person ON person.id = p.person_id WHERE p.interaction_id = i.id
      ) AS people
      FROM interaction i WHERE i.reading IS NULL AND i.day >= ? ORDER BY i.day DESC LIMIT ?`)
    .all(since, limit) as Array<Omit<UnreadTitle, 'people'> & { people: string }>;
  return rows.map((row) => ({
    ...row,
    people: JSON.parse(row.people) as string[][],
  }));
}

/**
 * Stores what was read; `undo` doesn't know of it. Where nothing can be written now it stays unread, and the
 * next command reads it.
 */
export function writeUnderstood(
  db: Database,
  details: { version: number; read: ReadonlyArray<[id: number, detail: Detail | null]> },
  readings: { version: number; read: ReadonlyArray<[id: number, reading: Reading | null]> },
): void {
  try {
    withoutUndo(db, () => {
      // A damaged row stays as it is, for `doctor` to find.
      for (const [id, detail] of details.read)
        updateIfSound(db, 'participant', id, { detail: storedDetail(details.version, detail) });
      for (const [id, reading] of readings.read) {
        const stored: StoredReading = { version: readings.version, reading };
        updateIfSound(db, 'interaction', id, { reading: JSON.stringify(stored) });
      }
    });
  } catch (error) {
    if (!isWriteRefused(error)) throw error;
  }
}
