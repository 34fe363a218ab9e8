import type { Database } from 'better-sqlite3';
import { insertRow, statement, updateRow } from '../database/rows.ts';

/** A vCard's UID, and the name that the card had when it was last imported. */
export interface Card {
  uid: string;
  name: string;
}

/** Selects a person's further e-mail addresses as JSON, for a table or alias named `person`. */
export const OTHER_EMAILS = `(SELECT json_group_array(value ORDER BY id) FROM address
  WHERE person_id = person.id AND kind = 'email')`;

/** Joins lists of e-mail addresses; upper and lower case are one address. */
export function joinEmails(...lists: ReadonlyArray<readonly string[]>): string[] {
  const joined = new Map<string, string>();
  for (const email of lists.flat())
    if (!joined.has(email.toLowerCase())) joined.set(email.toLowerCase(), email);
  return [...joined.values()];
}

/** Replaces a person's further e-mail addresses. Rows that stay the same aren't touched. */
export function writeOtherEmails(db: Database, person: number, emails: readonly string[]): void {
  const before = statement(
    db,
    "SELECT id, value FROM address WHERE person_id = ? AND kind = 'email' ORDER BY id",
  ).all(person) as Array<{ id: number; value: string }>;
  emails.forEach((value, index) => {
    const row = before[index];
    if (row === undefined) insertRow(db, 'address', { person_id: person, kind: 'email', value });
    else if (row.value !== value) updateRow(db, 'address', row.id, { value });
  });
  for (const { id } of before.slice(emails.length))
    statement(db, 'DELETE FROM address WHERE id = ?').run(id);
}

/** Records a vCard of a person, or the name that it has now. */
export function recordCard(db: Database, person: number, { uid, name }: Card): void {
  const id = statement(
    db,
    "SELECT id FROM address WHERE person_id = ? AND kind = 'card' AND value = ?",
  )
    .pluck()
    .get(person, uid) as number | undefined;
  if (id === undefined)
    insertRow(db, 'address', { person_id: person, kind: 'card', value: uid, name });
  else updateRow(db, 'address', id, { name });
}

/** The name that a person's vCard had when it was last imported; null if it never was. */
export function cardName(db: Database, person: number, uid: string): string | null {
  const name = statement(
    db,
    "SELECT name FROM address WHERE person_id = ? AND kind = 'card' AND value = ?",
  )
    .pluck()
    .get(person, uid) as string | undefined;
  return name ?? null;
}

/** Everyone's vCards, oldest first. */
export function allCards(db: Database): Array<Card & { person: number }> {
  return db
    .prepare(
      "SELECT person_id AS person, value AS uid, name FROM address WHERE kind = 'card' ORDER BY id",
    )
    .all() as Array<Card & { person: number }>;
}

/** Everyone's further e-mail addresses. */
export function allOtherEmails(db: Database): Array<{ person: number; email: string }> {
  return db
    .prepare(
      "SELECT person_id AS person, value AS email FROM address WHERE kind = 'email' ORDER BY id",
    )
    .all() as Array<{ person: number; email: string }>;
}
