import type { Database } from 'better-sqlite3';
import type { ExportData } from '../../export/json.ts';
import { recordCard } from '../../store/addresses.ts';
import { addPastInvitation, closeInvitation } from '../../store/invitations.ts';
import { addPerson, editPerson, personById } from '../../store/people.ts';
import { addPosition } from '../../store/positions.ts';
import { addSkip } from '../../store/skips.ts';
import { fold } from '../../text/fold.ts';
import { profileAddress } from '../profile.ts';
import { newRecords, type PersonRecord } from '../records.ts';
import type { PersonMatch, PersonMatcher } from '../save/known-people.ts';
import { fieldsToFill } from '../save/save-people.ts';

export type ExportedPerson = ExportData['people'][number];

/**
 * Matches people of an export with stored ones: by id and name, then address, then unique name. Two
 * people of an export never match one by name alone.
 */
export function matchPeople(
  people: readonly ExportedPerson[],
  stored: ReadonlyMap<number, ExportedPerson>,
  matcher: PersonMatcher,
): Map<number, PersonMatch> {
  const found = new Map<number, PersonMatch>();
  const taken = new Set<number>();
  const take = ({ id }: ExportedPerson, match: PersonMatch) => {
    found.set(id, match);
    if (match !== null && 'id' in match) taken.add(match.id);
  };
  for (const person of people) {
    const sameId = stored.get(person.id);
    if (sameId !== undefined && fold(sameId.name) === fold(person.name))
      take(person, { id: person.id });
  }
  const hasNoAddress = ({ linkedin, card, emails }: PersonRecord) =>
    linkedin === undefined && card === undefined && emails === undefined;
  for (const withoutAddress of [false, true])
    for (const person of people) {
      const record = toMatchRecord(person);
      if (!found.has(person.id) && hasNoAddress(record) === withoutAddress)
        take(person, matcher.find(record, taken));
    }
  return found;
}

function toMatchRecord(person: ExportedPerson): PersonRecord {
  const { name, linkedin, cards = [] } = person;
  const emails = emailsOf(person).map((email) => email.toLowerCase());
  const [card] = cards;
  const address = linkedin === null ? undefined : profileAddress(linkedin);
  return {
    where: '',
    name,
    ...(address !== undefined && { linkedin: address }),
    ...(card !== undefined && { card: card.uid }),
    ...(emails.length > 0 && { emails }),
  };
}

/** The earliest exports have one address. */
function emailsOf({ email, emails }: ExportedPerson): string[] {
  return emails ?? (email === null ? [] : [email]);
}

/** Adds a person with invitations, skips and positions. @param number id to use, if any */
export function restorePerson(db: Database, person: ExportedPerson, number?: number): number {
  const { connection, invitations, skips, positions, cards, id: _id, ...rest } = person;
  const { lastContact: _last, interactions: _count, email: _first, ...fields } = rest;
  const { status, since } = connection;
  const id = addPerson(db, { ...fields, emails: emailsOf(person), status, since }, number);
  for (const card of cards ?? []) recordCard(db, id, card);
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
 * Fills empty fields of a stored person.
 * @returns whether anything changed, which differences were kept, and whether nothing is missing
 * now
 */
export function fillPerson(
  db: Database,
  stored: ExportedPerson,
  incoming: ExportedPerson,
): { isUpdated: boolean; kept: string[]; isComplete: boolean } {
  const { id } = stored;
  const gapRecords = newRecords('json');
  const fields = fieldsToFill(stored, toRecord(incoming), gapRecords);
  if (stored.everyDays === null && incoming.everyDays != null)
    fields.everyDays = incoming.everyDays;
  if (incoming.hasInvitedMe === true && stored.hasInvitedMe !== true && fields.status !== undefined)
    fields.hasInvitedMe = true;
  if (stored.call === null && incoming.call !== null) fields.call = incoming.call;
  if (stored.shared === null && incoming.shared != null) fields.shared = incoming.shared;
  const isFilled = Object.keys(fields).length > 0;
  if (isFilled) editPerson(db, id, fields);
  const knownCards = new Set((stored.cards ?? []).map(({ uid }) => uid));
  for (const card of incoming.cards ?? []) if (!knownCards.has(card.uid)) recordCard(db, id, card);
  const isFirst = stored.invitations.length === 0 && incoming.invitations.length > 0;
  if (isFirst) addInvitations(db, id, incoming.invitations);
  else if (stored.connection.status === 'invited' && fields.status === 'connected' && fields.since)
    closeInvitation(db, id, 'accepted', fields.since);
  const now = { ...stored, ...fields, ...personById(db, id) };
  const kept = [...gapRecords.warnings, ...differences(now, incoming)];
  const isComplete =
    kept.length === 0 &&
    (isFirst || includesAll(stored.invitations, incoming.invitations)) &&
    includesAll(stored.skips, incoming.skips) &&
    includesAll(stored.positions ?? [], incoming.positions ?? []) &&
    [null, stored.snoozedUntil].includes(incoming.snoozedUntil);
  return { isUpdated: isFilled || isFirst, kept, isComplete };
}

function toRecord(person: ExportedPerson): PersonRecord {
  const { name, role, team, company, linkedin, note, aliases, skills, interests } = person;
  const { relationship, connection } = person;
  const { status, since } = connection;
  return {
    where: '',
    name,
    ...(role !== null && { role }),
    ...(team !== null && { team }),
    ...(company !== null && { company }),
    ...(linkedin !== null && { linkedin }),
    emails: emailsOf(person),
    ...(note !== null && { note }),
    aliases,
    skills,
    interests,
    relationship,
    status,
    ...(since !== null && { since }),
  };
}

/** Differences that other imports don't report. A note is private and never quoted. */
function differences(now: ExportedPerson, incoming: ExportedPerson): string[] {
  const yesNo = (is: boolean) => (is ? 'yes' : 'no');
  const [connection, other] = [now.connection, incoming.connection];
  const pairs: Array<[string, unknown, unknown]> = [
    ['the name', now.name, incoming.name],
    ['relationship', now.relationship, incoming.relationship],
    ['strained', yesNo(now.strained), yesNo(incoming.strained)],
    ['connection', connection.status, other.status === 'none' ? null : other.status],
    ['since', connection.since, other.status === connection.status ? other.since : null],
    ['the greeting', now.call, incoming.call],
    ['shared work', sharedText(now), sharedText(incoming)],
    ['days between contacts', now.everyDays, incoming.everyDays ?? null],
  ];
  const messages = pairs
    .filter(([, kept, file]) => file !== null && file !== kept)
    .map(([what, kept, file]) => `${now.name}: ${what} stays "${kept}"; the file says "${file}"`);
  const hasOtherNote = incoming.note !== null && incoming.note !== now.note;
  return hasOtherNote
    ? [...messages, `${now.name}: your note stays; the file has a different one`]
    : messages;
}

function sharedText({ shared }: Pick<ExportedPerson, 'shared'>): string | null {
  if (shared == null) return null;
  return `${shared.company}, ${shared.from ?? '?'} to ${shared.until ?? 'now'}`;
}

function includesAll(all: readonly object[], wanted: readonly object[]): boolean {
  const known = new Set(all.map((item) => JSON.stringify(item)));
  return wanted.every((item) => known.has(JSON.stringify(item)));
}
