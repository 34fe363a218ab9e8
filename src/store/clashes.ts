/** Changes of mine that lost against another machine's change of the same thing. */
import type { Database } from 'better-sqlite3';
import { insertRow } from '../database/rows.ts';
import type { Day } from '../model.ts';

/** One of them, until it's dismissed. */
export interface Clash {
  id: number;
  /** What it's about: a person's name, the title of a log entry, or null for my profile. */
  subject: string | null;
  /** "role", "log entry" */
  field: string;
  /** What I had entered. */
  lost: string;
  noticedOn: Day;
}

/** All of them, oldest first. */
export function listClashes(db: Database): Clash[] {
  return db
    .prepare(`SELECT clash.id, coalesce(interaction.title, person.name) AS subject, field, lost,
        noticed_on AS noticedOn
      FROM clash LEFT JOIN person ON person.id = clash.person_id
      LEFT JOIN interaction ON interaction.id = clash.interaction_id ORDER BY clash.id`)
    .all() as Clash[];
}

/** Forgets what lost, in the caller's transaction. @returns whether there was such a one */
export function dismissClash(db: Database, id: number): boolean {
  return db.prepare('DELETE FROM clash WHERE id = ?').run(id).changes > 0;
}

/** Records what lost about a person, in the caller's transaction, unless it's recorded. */
export function addClash(
  db: Database,
  clash: { uid: string; person: number; field: string; lost: string; on: Day },
): void {
  const { uid, person, field, lost, on } = clash;
  if (db.prepare('SELECT 1 FROM clash WHERE uid = ?').get(uid) !== undefined) return;
  insertRow(db, 'clash', { uid, person_id: person, field, lost, noticed_on: on });
}
