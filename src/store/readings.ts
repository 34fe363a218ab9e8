/** What titles were understood as: read once, kept beside the title. */
import type { Database } from 'better-sqlite3';
import { isSound, statement, updateIfSound } from '../database/rows.ts';
import { withoutUndo } from '../database/settings.ts';
import { passOver } from '../database/transaction.ts';
import type { Day, Detail, Kind, Reading } from '../model.ts';
import { storedDetail, type UnreadHighlight } from './details.ts';
import { TITLE_VERSION } from './read-by.ts';

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

/** A title that has been read, and what it was understood as. */
interface ReadTitle extends UnreadTitle {
  reading: Reading | null;
}

const TITLE_COLUMNS = `i.id, i.kind, i.day, i.title, (
    SELECT json_group_array(json_insert(person.aliases, '$[#]', person.name))
    FROM participant p JOIN person ON person.id = p.person_id WHERE p.interaction_id = i.id
  ) AS people`;

type TitleRow = Omit<UnreadTitle, 'people'> & { people: string; reading: string | null };

function toTitle({ id, kind, day, title, people }: TitleRow): UnreadTitle {
  return { id, kind, day, title, people: JSON.parse(people) as string[][] };
}

/** The newest titles since a day that haven't been read. */
export function unreadTitles(db: Database, since: Day, limit: number): UnreadTitle[] {
  const sql = `SELECT ${TITLE_COLUMNS} FROM interaction i
    WHERE i.reading IS NULL AND i.day >= ? ORDER BY i.day DESC LIMIT ?`;
  return (db.prepare(sql).all(since, limit) as TitleRow[]).map(toTitle);
}

/** The newest titles since a day that an older reader has read; looks through all of them. */
export function titlesReadByOlder(db: Database, since: Day, limit: number): UnreadTitle[] {
  const sql = `SELECT ${TITLE_COLUMNS} FROM interaction i
    WHERE i.day >= ? AND json_extract(i.reading, '$.version') < ${TITLE_VERSION}
    ORDER BY i.day DESC LIMIT ?`;
  return (db.prepare(sql).all(since, limit) as TitleRow[]).map(toTitle);
}

/** The titles of these interactions that haven't been read by today's reader. */
export function unreadTitlesOf(db: Database, interactions: readonly number[]): UnreadTitle[] {
  const sql = `SELECT ${TITLE_COLUMNS} FROM json_each(?) AS wanted
    CROSS JOIN interaction i ON i.id = wanted.value
      AND coalesce(json_extract(i.reading, '$.version'), 0) < ${TITLE_VERSION}`;
  return (db.prepare(sql).all(JSON.stringify(interactions)) as TitleRow[]).map(toTitle);
}

/** How far back, in interactions, an equal title is looked for: no index has the titles. */
const REACH = 2000;
const MOST_EQUAL = 5;

/** The newest of the latest interactions with this kind and title that today's reader has read. */
export function readTitlesLike(
  db: Database,
  { kind, title }: Pick<UnreadTitle, 'kind' | 'title'>,
): ReadTitle[] {
  const rows = statement(
    db,
    `SELECT ${TITLE_COLUMNS}, i.reading FROM interaction i
      WHERE i.id > (SELECT max(id) FROM interaction) - ${REACH}
        AND i.kind = ? AND i.title = ? AND i.reading IS NOT NULL
      ORDER BY i.id DESC LIMIT ${MOST_EQUAL}`,
  ).all(kind, title) as TitleRow[];
  return rows
    .filter(({ id }) => isSound(db, 'interaction', id))
    .map((row) => ({ row, stored: JSON.parse(row.reading as string) as StoredReading }))
    .filter(({ stored }) => stored.version === TITLE_VERSION)
    .map(({ row, stored }) => ({ ...toTitle(row), reading: stored.reading }));
}

/**
 * Stores what was read; `undo` doesn't know of it. What another command has changed or deleted meanwhile is left
 * out. Where nothing can be written now it stays unread, and the next daily backup's process reads it.
 */
export function writeUnderstood(
  db: Database,
  details: ReadonlyArray<[UnreadHighlight, Detail | null]>,
  readings: ReadonlyArray<[UnreadTitle, Reading | null]>,
): void {
  try {
    withoutUndo(db, () => {
      // A damaged row stays as it is, for `doctor` to find.
      for (const [{ id, highlight }, detail] of details) {
        if (!isStillThere(db, 'participant', 'highlight', id, highlight)) continue;
        updateIfSound(db, 'participant', id, { detail: storedDetail(detail) });
      }
      for (const [{ id, title }, reading] of readings) {
        if (!isStillThere(db, 'interaction', 'title', id, title)) continue;
        const stored: StoredReading = { version: TITLE_VERSION, reading };
        updateIfSound(db, 'interaction', id, { reading: JSON.stringify(stored) });
      }
    });
  } catch (error) {
    passOver(db, error);
  }
}

/** Forgotten people must not come back with words that were read before. */
function isStillThere(
  db: Database,
  table: 'participant' | 'interaction',
  words: 'highlight' | 'title',
  id: number,
  text: string,
): boolean {
  const sql = `SELECT 1 FROM ${table} WHERE id = ? AND ${words} = ?`;
  return statement(db, sql).get(id, text) !== undefined;
}
