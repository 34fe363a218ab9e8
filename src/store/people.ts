import type { Database } from 'better-sqlite3';
import { removedMeanwhile } from '../database/failures.ts';
import { insertRow, updateRow, type Value } from '../database/rows.ts';
import type { ContactSchedule, Day, Person, Relationship, SharedWork, Status } from '../model.ts';
import { fold } from '../text/fold.ts';
import { joinEmails, OTHER_EMAILS, writeOtherEmails } from './addresses.ts';
import { recordPastPosition } from './positions.ts';

/** Missing fields stay unchanged; in a new person, they're empty. */
export interface PersonFields {
  name?: string;
  aliases?: string[];
  role?: string | null;
  team?: string | null;
  company?: string | null;
  relationship?: Relationship;
  strained?: boolean;
  status?: Status;
  since?: Day | null;
  /** Whether they invited me, answered or not; status `incoming` sets it, too. */
  hasInvitedMe?: boolean;
  skills?: string[];
  interests?: string[];
  linkedin?: string | null;
  /** All of them, the one to use first. */
  emails?: string[];
  call?: string | null;
  shared?: SharedWork | null;
  note?: string | null;
  everyDays?: number | null;
  snoozedUntil?: Day | null;
}

export interface PersonRow {
  id: number;
  name: string;
  aliases: string;
  role: string | null;
  team: string | null;
  company: string | null;
  relationship: Relationship;
  strained: number;
  status: Status;
  since: Day | null;
  skills: string;
  interests: string;
  linkedin: string | null;
  email: string | null;
  other_emails: string;
  incoming: number | null;
  call: string | null;
  shared: string | null;
  note: string | null;
  last_contact: Day | null;
  interactions: number;
}

/** Columns of a `PersonRow`, for a table or alias named `person`. */
export const PERSON_COLUMNS = `person.id, person.name, person.aliases, person.role, person.team, person.company,
  person.relationship, person.strained, person.status, person.since, person.skills, person.interests,
  person.linkedin, person.email,
  CASE WHEN person.email IS NULL THEN '[]' ELSE ${OTHER_EMAILS} END AS other_emails, person.call, person.incoming, person.shared,
  person.note, person.last_contact, person.interactions`;

/** Parses a row; its lists are JSON. */
export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    aliases: JSON.parse(row.aliases),
    role: row.role,
    team: row.team,
    company: row.company,
    relationship: row.relationship,
    strained: row.strained === 1,
    connection: { status: isWaiting(row) ? 'incoming' : row.status, since: row.since },
    skills: JSON.parse(row.skills),
    interests: JSON.parse(row.interests),
    linkedin: row.linkedin,
    email: row.email,
    emails: emailsOf(row),
    call: row.call,
    shared: row.shared === null ? null : JSON.parse(row.shared),
    note: row.note,
    lastContact: row.last_contact,
    interactions: row.interactions,
  };
}

/** Whether an invitation of theirs waits for my answer. */
function isWaiting({ incoming, status }: PersonRow): boolean {
  return incoming === 1 && status === 'none';
}

function emailsOf({ email, other_emails: others }: PersonRow): string[] {
  if (email === null) return [];
  return others === '[]' ? [email] : [email, ...JSON.parse(others)];
}

/** The column `folded`, full name first: `\npriya shah\npri\n`. */
export function foldedNames(name: string, aliases: readonly string[]): string {
  return `\n${[name, ...aliases].map(fold).join('\n')}\n`;
}

function toRow(fields: PersonFields): Record<string, Value> {
  const row: Record<string, Value> = {};
  if (fields.name !== undefined) row.name = fields.name;
  if (fields.aliases !== undefined) row.aliases = JSON.stringify(fields.aliases);
  if (fields.role !== undefined) row.role = fields.role;
  if (fields.team !== undefined) row.team = fields.team;
  if (fields.company !== undefined) row.company = fields.company;
  if (fields.relationship !== undefined) row.relationship = fields.relationship;
  if (fields.strained !== undefined) row.strained = Number(fields.strained);
  if (fields.status !== undefined)
    row.status = fields.status === 'incoming' ? 'none' : fields.status;
  if (fields.status === 'incoming') row.incoming = 1;
  else if (fields.status !== undefined && fields.status !== 'connected') row.incoming = null;
  if (fields.hasInvitedMe !== undefined) row.incoming = fields.hasInvitedMe ? 1 : null;
  if (fields.since !== undefined) row.since = fields.since;
  if (fields.skills !== undefined) row.skills = JSON.stringify(fields.skills);
  if (fields.interests !== undefined) row.interests = JSON.stringify(fields.interests);
  if (fields.linkedin !== undefined) row.linkedin = fields.linkedin;
  if (fields.emails !== undefined) row.email = fields.emails[0] ?? null;
  if (fields.call !== undefined) row.call = fields.call;
  if (fields.shared !== undefined) row.shared = fields.shared && sharedAsText(fields.shared);
  if (fields.note !== undefined) row.note = fields.note;
  if (fields.everyDays !== undefined) row.every_days = fields.everyDays;
  if (fields.snoozedUntil !== undefined) row.snoozed_until = fields.snoozedUntil;
  return row;
}

/** The same text for the same work, whatever the order of its fields. */
function sharedAsText({ company, from, until }: SharedWork): string {
  return JSON.stringify({ company, from, until });
}

/** The columns that are never null, as a new row holds them. */
export const NEW_PERSON = {
  aliases: '[]',
  skills: '[]',
  interests: '[]',
  relationship: 'colleague',
  strained: 0,
  status: 'none',
} as const satisfies Readonly<Record<string, Value>>;

const NEW_COLUMNS = Object.entries(NEW_PERSON);

/**
 * Adds a person.
 * @param id from an export
 * @returns the id
 */
export function addPerson(
  db: Database,
  fields: PersonFields & { name: string },
  id?: number,
): number {
  const emails = fields.emails === undefined ? [] : joinEmails(fields.emails);
  const row = toRow(fields);
  for (const [column, value] of NEW_COLUMNS) row[column] ??= value;
  row.folded = foldedNames(fields.name, fields.aliases ?? []);
  if (id !== undefined) row.id = id;
  const added = insertRow(db, 'person', row);
  if (emails.length > 1) writeOtherEmails(db, added, emails.slice(1));
  return added;
}

/**
 * Edits a person.
 * @param today if given, the job that ends is recorded as a past position
 */
export function editPerson(db: Database, id: number, fields: PersonFields, today?: Day): void {
  const row = toRow(fields);
  if (today !== undefined) recordPastPosition(db, id, personById(db, id), fields, today);
  if (fields.name !== undefined || fields.aliases !== undefined) {
    const person = personById(db, id);
    row.folded = foldedNames(fields.name ?? person.name, fields.aliases ?? person.aliases);
  }
  updateRow(db, 'person', id, row);
  if (fields.emails !== undefined) writeOtherEmails(db, id, joinEmails(fields.emails).slice(1));
}

/** @param id of a person that exists. */
export function clockOf(db: Database, id: number): ContactSchedule {
  const row = db
    .prepare(
      'SELECT every_days AS everyDays, snoozed_until AS snoozedUntil, incoming FROM person WHERE id = ?',
    )
    .get(id) as Omit<ContactSchedule, 'hasInvitedMe'> & { incoming: number | null };
  const { everyDays, snoozedUntil, incoming } = row;
  return { everyDays, snoozedUntil, hasInvitedMe: incoming === 1 };
}

/**
 * A person by id.
 * @throws Failure `io` if they've been deleted
 */
export function personById(db: Database, id: number): Person {
  const person = personOrNull(db, id);
  if (person === null) throw removedMeanwhile();
  return person;
}

/** A person by id, or null. */
export function personOrNull(db: Database, id: number): Person | null {
  const row = db.prepare(`SELECT ${PERSON_COLUMNS} FROM person WHERE id = ?`).get(id) as
    | PersonRow
    | undefined;
  return row === undefined ? null : toPerson(row);
}
