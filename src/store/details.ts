/** How highlights can be said to their owners: understood once, kept beside the highlight. */
import type { Database } from 'better-sqlite3';
import type { Day, Detail, Kind } from '../model.ts';
import { DETAIL_VERSION } from './read-by.ts';

/** What a column holds: the reader's version, and null where the highlight can't be said well. */
interface StoredDetail {
  version: number;
  detail: Detail | null;
}

/** A highlight that nobody has read yet. */
export interface UnreadHighlight {
  /** Of the participant's row. */
  id: number;
  kind: Kind;
  name: string;
  highlight: string;
}

/**
 * How a highlight can be said: my own words, else what was understood; null if there is neither.
 * @param stored the column `detail`
 * @param say the column `say`
 */
export function parseDetail(stored: string | null, say: string | null): Detail | null {
  if (say !== null) return { is: 'own', text: say };
  return stored === null ? null : (JSON.parse(stored) as StoredDetail).detail;
}

/** How the parts in an interaction can be said, by person. */
export function detailsOf(db: Database, interaction: number): Map<number, Detail> {
  const rows = db
    .prepare('SELECT person_id, detail, say FROM participant WHERE interaction_id = ?')
    .raw()
    .all(interaction) as Array<[number, string | null, string | null]>;
  const details = new Map<number, Detail>();
  for (const [person, stored, say] of rows) {
    const detail = parseDetail(stored, say);
    if (detail !== null) details.set(person, detail);
  }
  return details;
}

/** My own words for the parts in an interaction, by person. */
export function ownWordsOf(db: Database, interaction: number): Map<number, string> {
  const rows = db
    .prepare('SELECT person_id, say FROM participant WHERE interaction_id = ? AND say IS NOT NULL')
    .raw()
    .all(interaction);
  return new Map(rows as Array<[number, string]>);
}

const SELECT_HIGHLIGHTS = `SELECT p.id, p.kind, person.name, p.highlight
  FROM participant p JOIN person ON person.id = p.person_id
  WHERE p.highlight IS NOT NULL`;

/** The newest highlights that haven't been read. */
export function unreadHighlights(db: Database, limit: number): UnreadHighlight[] {
  return db
    .prepare(`${SELECT_HIGHLIGHTS} AND p.detail IS NULL ORDER BY p.id DESC LIMIT ?`)
    .all(limit) as UnreadHighlight[];
}

/** The newest highlights since a day that an older reader has read; looks through all of them. */
export function highlightsReadByOlder(db: Database, since: Day, limit: number): UnreadHighlight[] {
  const sql = `${SELECT_HIGHLIGHTS} AND json_extract(p.detail, '$.version') < ${DETAIL_VERSION}
    AND (SELECT day FROM interaction WHERE id = p.interaction_id) >= ?
    ORDER BY p.id DESC LIMIT ?`;
  return db.prepare(sql).all(since, limit) as UnreadHighlight[];
}

/** The highlights in these interactions that haven't been read by today's reader. */
export function unreadHighlightsOf(
  db: Database,
  interactions: readonly number[],
): UnreadHighlight[] {
  // By these interactions alone: the index of what nobody has read doesn't know what an older reader has.
  return db
    .prepare(`SELECT p.id, p.kind, person.name, p.highlight
      FROM json_each(?) AS one CROSS JOIN participant p ON p.interaction_id = one.value
      JOIN person ON person.id = p.person_id
      WHERE p.highlight IS NOT NULL
        AND coalesce(json_extract(p.detail, '$.version'), 0) < ${DETAIL_VERSION} ORDER BY p.id`)
    .all(JSON.stringify(interactions)) as UnreadHighlight[];
}

/** What the column holds for a detail, or for none that can be said. */
export function storedDetail(detail: Detail | null): string {
  return JSON.stringify({ version: DETAIL_VERSION, detail } satisfies StoredDetail);
}
