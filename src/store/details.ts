/** How highlights can be said to their owners: understood once, kept beside the highlight. */
import type { Database } from 'better-sqlite3';
import { isWriteRefused } from '../database/failures.ts';
import { updateRow } from '../database/rows.ts';
import { withoutUndo } from '../database/settings.ts';
import type { Detail, Kind } from '../model.ts';

/** What a column holds: the reader's version, and null where the highlight can't be said well. */
interface StoredDetail {
  version: number;
  detail: Detail | null;
}

/** A highlight that nobody has read yet. */
export interface UnreadHighlight {
  /** Of the participant's row. */
  id: number;
  interaction: number;
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

/** The newest highlights that haven't been read. What a review said is private, and never read. */
export function unreadHighlights(db: Database, limit: number): UnreadHighlight[] {
  return db
    .prepare(`SELECT p.id, p.interaction_id AS interaction, p.kind, person.name, p.highlight
      FROM participant p JOIN person ON person.id = p.person_id
      WHERE p.highlight IS NOT NULL AND p.detail IS NULL AND p.kind <> 'feedback'
      ORDER BY p.id DESC LIMIT ?`)
    .all(limit) as UnreadHighlight[];
}

/**
 * Stores what highlights were read as; `undo` doesn't know of it. Where nothing can be written now they stay
 * unread, and the next command reads them.
 */
export function writeDetails(
  db: Database,
  version: number,
  details: ReadonlyArray<[id: number, detail: Detail | null]>,
): void {
  try {
    withoutUndo(db, () => {
      for (const [id, detail] of details)
        updateRow(db, 'participant', id, { detail: JSON.stringify({ version, detail }) });
    });
  } catch (error) {
    if (!isWriteRefused(error)) throw error;
  }
}
