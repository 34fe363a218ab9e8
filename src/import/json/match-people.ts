import type { Database } from 'better-sqlite3';
import type { Exported } from '../../export/json.ts';
import { addPastInvitation, closeInvitation } from '../../store/invitations.ts';
import { addPerson, editPerson, personById } from '../../store/people.ts';
import { addPosition } from '../../store/positions.ts';
import { addSkip } from '../../store/skips.ts';
import { fold } from '../../text/fold.ts';
import { profileAddress } from '../profile.ts';
import { newRecords, type PersonRecord } from '../records.ts';
import type { Found, Identity } from '../save/known-people.ts';
import { gaps } from '../save/save-people.ts';

export type ExportedPerson = Exported['people'][number];

/**
 * Whom of those who are known already each person of an export is: whoever has the same number and name,
 * then by address, then by a name that is nobody else's. Two of one export are never one by name alone.
 */
export function matchPeople(
  people: readonly ExportedPerson[],
  stored: ReadonlyMap<number, ExportedPerson>,
  identity: Identity,
): Map<number, Found> {
  const found = new Map<number, Found>();
  const taken = new Set<number>();
  const take = ({ id }: ExportedPerson, who: Found) => {
    found.set(id, who);
    if (who !== null && 'id' in who) taken.add(who.id);
  };
  for (const one of people) {
    const same = stored.get(one.id);
    if (same !== undefined && fold(same.name) === fold(one.name)) take(one, { id: one.id });
  }
  const isPlain = ({ linkedin, email }: PersonRecord) =>
    linkedin === undefined && email === undefined;
  for (const plain of [false, true])
    for (const one of people) {
      const record = toIdentity(one);
      if (!found.has(one.id) && isPlain(record) === plain) take(one, identity.find(record, taken));
    }
  return found;
}

/** What tells who somebody is, as it is compared. */
function toIdentity({ name, linkedin, email }: ExportedPerson): PersonRecord {
  const address = linkedin === null ? undefined : profileAddress(linkedin);
  return {
    where: '',
    name,
    ...(address !== undefined && { linkedin: address }),
    ...(email !== null && { email: email.toLowerCase() }),
  };
}

/** Adds a person of an export with all that goes with them. @param number the id to have again, if any */
export function restorePerson(db: Database, one: ExportedPerson, number?: number): number {
  const { connection, invitations, skips, positions, id: _id, ...said } = one;
  const { lastContact: _last, interactions: _count, ...fields } = said;
  const { status, since } = connection;
  const id = addPerson(db, { ...fields, status, since }, number);
  addInvitations(db, id, invitations);
  for (const { moment, on } of skips) addSkip(db, id, moment, on);
  for (const { role, team, company, until } of positions ?? [])
    addPosition(db, id, { role, team, company, until });
  return id;
}

function addInvitations(db: Database, id: number, all: ExportedPerson['invitations']): void {
  for (const { sentOn, withNote, outcome, outcomeOn } of all)
    addPastInvitation(db, { person: id, sentOn, withNote, outcome, outcomeOn });
}

/**
 * Fills the gaps of somebody who is known already.
 * @returns whether anything came in, what was kept although the file says otherwise, and whether all of
 * the file is there now
 */
export function fillPerson(
  db: Database,
  stored: ExportedPerson,
  said: ExportedPerson,
): { isUpdated: boolean; kept: string[]; isWhole: boolean } {
  const { id } = stored;
  const told = newRecords('json');
  const fields = gaps(stored, toRecord(said), told);
  if (stored.everyDays === null && said.everyDays != null) fields.everyDays = said.everyDays;
  const isFilled = Object.keys(fields).length > 0;
  if (isFilled) editPerson(db, id, fields);
  const isFirst = stored.invitations.length === 0 && said.invitations.length > 0;
  if (isFirst) addInvitations(db, id, said.invitations);
  else if (stored.connection.status === 'invited' && fields.status === 'connected' && fields.since)
    closeInvitation(db, id, 'accepted', fields.since);
  const now = { ...stored, ...fields, ...personById(db, id) };
  const kept = [...told.warnings, ...differences(now, said)];
  const isWhole =
    kept.length === 0 &&
    (isFirst || holds(stored.invitations, said.invitations)) &&
    holds(stored.skips, said.skips) &&
    holds(stored.positions ?? [], said.positions ?? []) &&
    [null, stored.snoozedUntil].includes(said.snoozedUntil);
  return { isUpdated: isFilled || isFirst, kept, isWhole };
}

function toRecord(one: ExportedPerson): PersonRecord {
  const { name, role, team, company, linkedin, email, note, aliases, skills, interests } = one;
  const { relationship, connection } = one;
  const { status, since } = connection;
  return {
    where: '',
    name,
    ...(role !== null && { role }),
    ...(team !== null && { team }),
    ...(company !== null && { company }),
    ...(linkedin !== null && { linkedin }),
    ...(email !== null && { email }),
    ...(note !== null && { note }),
    aliases,
    skills,
    interests,
    relationship,
    status,
    ...(since !== null && { since }),
  };
}

/** What an export says otherwise, beside what every import tells of; a note is mine and is not quoted. */
function differences(now: ExportedPerson, said: ExportedPerson): string[] {
  const yesNo = (is: boolean) => (is ? 'yes' : 'no');
  const [status, other] = [now.connection, said.connection];
  const pairs: Array<[string, unknown, unknown]> = [
    ['the name', now.name, said.name],
    ['relationship', now.relationship, said.relationship],
    ['strained', yesNo(now.strained), yesNo(said.strained)],
    ['connection', status.status, other.status === 'none' ? null : other.status],
    ['since', status.since, other.status === status.status ? other.since : null],
    ['the rhythm in days', now.everyDays, said.everyDays ?? null],
  ];
  const told = pairs
    .filter(([, kept, file]) => file !== null && file !== kept)
    .map(([what, kept, file]) => `${now.name}: ${what} stays "${kept}"; the file says "${file}"`);
  const hasOtherNote = said.note !== null && said.note !== now.note;
  return hasOtherNote ? [...told, `${now.name}: the note stays; the file has another`] : told;
}

/** Whether all of these are among those. */
function holds(those: readonly object[], these: readonly object[]): boolean {
  const known = new Set(those.map((one) => JSON.stringify(one)));
  return these.every((one) => known.has(JSON.stringify(one)));
}
