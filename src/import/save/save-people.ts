import type { Database } from 'better-sqlite3';
import { answerKey } from '../../../rules/lib/invitations.ts';
import type { Day, Person } from '../../model.ts';
import { type Card, cardName, joinEmails, recordCard } from '../../store/addresses.ts';
import { closeInvitation } from '../../store/invitations.ts';
import { addPerson, editPerson, type PersonFields, personById } from '../../store/people.ts';
import { skipsOf } from '../../store/skips.ts';
import { fold } from '../../text/fold.ts';
import { profileAddress } from '../profile.ts';
import { type ImportRecords, type PersonRecord, skip, warn } from '../records.ts';
import type { PersonMatch, PersonMatcher } from './known-people.ts';

/** Two ids of one name. */
export interface Namesakes {
  added: number;
  known: number;
}

/** Finds or adds the people of an import. */
export interface SavedPeople {
  find: (record: PersonRecord) => PersonMatch;
  /** Adds the person if they're new. Null if ambiguous. */
  idOf: (record: PersonRecord) => number | null;
  /** Those added whose name one other person had before. */
  namesakes: () => Namesakes[];
  counts: () => { added: number; updated: number; unchanged: number };
}

/** Saves the people listed in a file; `idOf` saves those only seen in interactions. */
export function savePeople(
  db: Database,
  records: ImportRecords,
  matcher: PersonMatcher,
  step: () => void,
): SavedPeople {
  const matches = new Map<PersonRecord, PersonMatch>();
  /** The record that added each id. */
  const added = new Map<number, PersonRecord>();
  const updated = new Set<number>();
  const seen = new Set<number>();
  const namesakes: Namesakes[] = [];

  const find = (record: PersonRecord): PersonMatch => {
    const found = matches.get(record) ?? matcher.find(record);
    if (found !== null) matches.set(record, found);
    if (found !== null && 'id' in found) seen.add(found.id);
    return found;
  };
  const idOf = (record: PersonRecord): number | null => {
    const found = find(record) ?? add(record);
    return 'id' in found ? found.id : null;
  };
  const add = (record: PersonRecord): { id: number } => {
    const [known, ...others] = matcher.knownBy(record.name);
    const id = addPerson(db, { name: record.name, ...toFields(record) });
    if (known !== undefined && others.length === 0) namesakes.push({ added: id, known });
    if (record.card !== undefined) recordCard(db, id, { uid: record.card, name: record.name });
    matcher.learn(id, record);
    added.set(id, record);
    matches.set(record, { id });
    return { id };
  };
  for (const record of records.people) {
    step();
    const found = find(record) ?? (record.isFromInteraction === true ? null : add(record));
    if (found === null) continue;
    if ('why' in found) {
      skip(records, record.where, found.why);
      continue;
    }
    const { id } = found;
    if (added.get(id) === record) continue;
    const before = personById(db, id);
    const fields = fieldsToFill(before, record, records);
    if (fields.status === 'incoming' && isIgnored(db, id, fields.since ?? null)) {
      delete fields.status;
      delete fields.since;
    }
    if (record.card !== undefined)
      takeCard(db, fields, before, { uid: record.card, name: record.name });
    if (Object.keys(fields).length === 0) continue;
    editPerson(db, id, fields);
    if (before.connection.status === 'invited' && fields.status === 'connected' && fields.since)
      closeInvitation(db, id, 'accepted', fields.since);
    if (!added.has(id)) updated.add(id);
  }
  return {
    find,
    idOf,
    namesakes: () => namesakes,
    counts: () => ({
      added: added.size,
      updated: updated.size,
      unchanged: [...seen].filter((id) => !added.has(id) && !updated.has(id)).length,
    }),
  };
}

/** Whether I ignored their invitation of that day. */
function isIgnored(db: Database, id: number, day: Day | null): boolean {
  return skipsOf(db, [id]).get(id)?.has(answerKey(day)) === true;
}

/**
 * Records a vCard. Where its name has changed since the last import, the person takes it, unless the
 * user calls them something else.
 */
function takeCard(db: Database, fields: PersonFields, person: Person, card: Card): void {
  const earlier = cardName(db, person.id, card.uid);
  recordCard(db, person.id, card);
  if (earlier === null || fold(earlier) === fold(card.name)) return;
  const isRenamed = fold(person.name) === fold(earlier);
  const names = [...person.aliases, ...(fields.aliases ?? []), isRenamed ? person.name : card.name];
  const name = isRenamed ? card.name : person.name;
  if (isRenamed) fields.name = name;
  fields.aliases = [...new Set(names)].filter((one) => fold(one) !== fold(name));
}

const TEXT_FIELDS = ['role', 'team', 'company', 'linkedin', 'note'] as const;
const LIST_FIELDS = ['aliases', 'skills', 'interests'] as const;

function toFields(record: PersonRecord): PersonFields {
  const { role, team, company, linkedin, note, aliases, skills, interests } = record;
  const fields: PersonFields = connectionFields(record);
  if (role !== undefined) fields.role = role;
  if (team !== undefined) fields.team = team;
  if (company !== undefined) fields.company = company;
  if (linkedin !== undefined) fields.linkedin = linkedin;
  if (note !== undefined) fields.note = note;
  if (aliases !== undefined) fields.aliases = aliases;
  if (skills !== undefined) fields.skills = skills;
  if (interests !== undefined) fields.interests = interests;
  if (record.relationship !== undefined) fields.relationship = record.relationship;
  if (record.emails !== undefined) fields.emails = record.emails;
  return fields;
}

/** Returns fields that a record adds to a person. A different text is kept, with a warning. */
export function fieldsToFill(
  person: Person,
  record: PersonRecord,
  records: ImportRecords,
): PersonFields {
  const fields: PersonFields = {};
  for (const field of TEXT_FIELDS) {
    const value = record[field];
    if (value === undefined || value === person[field]) continue;
    if (person[field] === null) fields[field] = value;
    else if (isConflict(field, person[field], value))
      warn(records, `${person.name}: ${field} stays "${person[field]}"; the file says "${value}"`);
  }
  for (const field of LIST_FIELDS) {
    const newItems = (record[field] ?? []).filter((item) => !person[field].includes(item));
    if (newItems.length > 0) fields[field] = [...person[field], ...newItems];
  }
  const emails = joinEmails(person.emails, record.emails ?? []);
  if (emails.length > person.emails.length) fields.emails = emails;
  if (record.relationship !== undefined && person.relationship === 'colleague')
    if (record.relationship !== 'colleague') fields.relationship = record.relationship;
  const { status, since } = person.connection;
  const now = connectionFields(record);
  if (now.status === 'connected' && (status !== 'connected' || (since === null && now.since)))
    return { ...fields, ...now };
  if (now.status !== undefined && now.status !== 'none' && status === 'none')
    return { ...fields, ...now };
  return fields;
}

/** Notes are the user's own, and addresses can be written in different ways. */
function isConflict(field: (typeof TEXT_FIELDS)[number], before: string, now: string): boolean {
  if (field === 'note') return false;
  if (field === 'linkedin')
    return (profileAddress(before) ?? before) !== (profileAddress(now) ?? now);
  return true;
}

function connectionFields(record: PersonRecord): Pick<PersonFields, 'status' | 'since'> {
  if (record.connected !== undefined)
    return { status: 'connected', since: record.connected === true ? null : record.connected };
  if (record.invited !== undefined) return { status: 'invited', since: record.invited.on };
  if (record.invitedMe !== undefined) return { status: 'incoming', since: record.invitedMe };
  if (record.status !== undefined) return { status: record.status, since: record.since ?? null };
  return {};
}
