import type { Database } from 'better-sqlite3';
import type { Person } from '../../model.ts';
import { closeInvitation } from '../../store/invitations.ts';
import { addPerson, editPerson, type PersonFields, personById } from '../../store/people.ts';
import { profileAddress } from '../profile.ts';
import { type ImportRecords, type PersonRecord, skip, warn } from '../records.ts';
import type { Found, Identity } from './known-people.ts';

/** The people of an import, once they are saved. */
export interface SavedPeople {
  /** Whom a record means, as far as that is known already. */
  find: (record: PersonRecord) => Found;
  /** The person whom a record means, added where nobody knew them; null where nobody can say who it is. */
  idOf: (record: PersonRecord) => number | null;
  counts: () => { added: number; updated: number; unchanged: number };
}

/** Saves the people that a file lists, and those that its interactions name. */
export function savePeople(
  db: Database,
  records: ImportRecords,
  identity: Identity,
  step: () => void,
): SavedPeople {
  const known = new Map<PersonRecord, Found>();
  /** Who was added, and by which record. */
  const added = new Map<number, PersonRecord>();
  const updated = new Set<number>();
  const seen = new Set<number>();

  const find = (record: PersonRecord): Found => {
    const found = known.get(record) ?? identity.find(record);
    if (found !== null) known.set(record, found);
    if (found !== null && 'id' in found) seen.add(found.id);
    return found;
  };
  const idOf = (record: PersonRecord): number | null => {
    const found = find(record) ?? add(record);
    return 'id' in found ? found.id : null;
  };
  const add = (record: PersonRecord): { id: number } => {
    const id = addPerson(db, { name: record.name, ...newFields(record) });
    identity.learn(id, record);
    added.set(id, record);
    known.set(record, { id });
    return { id };
  };
  for (const record of records.people) {
    step();
    const found = find(record) ?? (record.isGuest === true ? null : add(record));
    if (found === null) continue;
    if ('why' in found) {
      skip(records, record.where, found.why);
      continue;
    }
    const { id } = found;
    if (added.get(id) === record) continue;
    const before = personById(db, id);
    const fields = gaps(before, record, records);
    if (Object.keys(fields).length === 0) continue;
    editPerson(db, id, fields);
    if (before.connection.status === 'invited' && fields.status === 'connected' && fields.since)
      closeInvitation(db, id, 'accepted', fields.since);
    if (!added.has(id)) updated.add(id);
  }
  return {
    find,
    idOf,
    counts: () => ({
      added: added.size,
      updated: updated.size,
      unchanged: [...seen].filter((id) => !added.has(id) && !updated.has(id)).length,
    }),
  };
}

const TEXTS = ['role', 'team', 'company', 'linkedin', 'email', 'note'] as const;
const LISTS = ['aliases', 'skills', 'interests'] as const;

function newFields(record: PersonRecord): PersonFields {
  const fields: PersonFields = { ...connection(record) };
  for (const field of TEXTS) if (record[field] !== undefined) fields[field] = record[field];
  for (const field of LISTS) if (record[field] !== undefined) fields[field] = record[field];
  if (record.relationship !== undefined) fields.relationship = record.relationship;
  return fields;
}

/** What the record adds to what is known. A text that differs stays as it is, and is told of. */
export function gaps(person: Person, record: PersonRecord, records: ImportRecords): PersonFields {
  const fields: PersonFields = {};
  for (const field of TEXTS) {
    const value = record[field];
    if (value === undefined || value === person[field]) continue;
    if (person[field] === null) fields[field] = value;
    else if (isConflict(field, person[field], value))
      warn(records, `${person.name}: ${field} stays "${person[field]}"; the file says "${value}"`);
  }
  for (const field of LISTS) {
    const news = (record[field] ?? []).filter((item) => !person[field].includes(item));
    if (news.length > 0) fields[field] = [...person[field], ...news];
  }
  if (record.relationship !== undefined && person.relationship === 'colleague')
    if (record.relationship !== 'colleague') fields.relationship = record.relationship;
  const { status, since } = person.connection;
  const now = connection(record);
  if (now.status === 'connected' && (status !== 'connected' || (since === null && now.since)))
    return { ...fields, ...now };
  if (now.status !== undefined && now.status !== 'none' && status === 'none')
    return { ...fields, ...now };
  return fields;
}

/** Notes are mine, and an address may be written in two ways: neither is a conflict worth a word. */
function isConflict(field: (typeof TEXTS)[number], before: string, now: string): boolean {
  if (field === 'note') return false;
  if (field === 'linkedin')
    return (profileAddress(before) ?? before) !== (profileAddress(now) ?? now);
  if (field === 'email') return before.toLowerCase() !== now.toLowerCase();
  return true;
}

function connection(record: PersonRecord): Pick<PersonFields, 'status' | 'since'> {
  if (record.connected !== undefined)
    return { status: 'connected', since: record.connected === true ? null : record.connected };
  if (record.invited !== undefined) return { status: 'invited', since: record.invited.on };
  if (record.status !== undefined) return { status: record.status, since: record.since ?? null };
  return {};
}
