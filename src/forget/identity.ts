import type { Database } from 'better-sqlite3';
import { allIdsOf, lineageOf, readJoined } from '../database/lineage.ts';
import { OTHER_EMAILS } from '../store/addresses.ts';
import { personById } from '../store/people.ts';
import { fold } from '../text/fold.ts';

/** Everything that identifies a person. */
export interface Identity {
  /** Their id, then the ids of people merged into them. */
  ids: number[];
  /** What the rows are called on all machines: theirs, and those of entries merged into them. */
  uids: string[];
  /** Current and earlier full names. */
  names: string[];
  aliases: string[];
  /** E-mail and profile addresses. */
  addresses: string[];
}

/** Identifying columns; `aliases` is JSON. */
export interface IdentityRow {
  id: number;
  name: string;
  aliases: string;
  /** Missing, as `call`, from changes that an earlier netcoach recorded. */
  uid?: string | null;
  call?: string | null;
  email: string | null;
  /** JSON; missing from recorded changes, where each has its own row. */
  other_emails?: string;
  linkedin: string | null;
}

/** Columns of an `IdentityRow`. */
export const IDENTITY_COLUMNS = `id, uid, name, aliases, call, email, ${OTHER_EMAILS} AS other_emails, linkedin`;

/** Reads a person's identity; earlier names come from recorded changes. */
export function readIdentity(db: Database, id: number): Identity {
  const { name, aliases, call, emails, linkedin } = personById(db, id);
  const who: Identity = {
    ids: allIdsOf(db, id),
    uids: uidsOf(db, id),
    names: [name],
    aliases: [...aliases, ...(call === null ? [] : [call])],
    addresses: [...emails, ...(linkedin === null ? [] : [linkedin])],
  };
  return withCards(db, pastRows(db, 'id', who.ids).reduce(withRow, who));
}

/** How the people of some ids or uids were recorded before changes, and before what was undone. */
function pastRows(
  db: Database,
  column: 'id' | 'uid',
  values: ReadonlyArray<number | string>,
): IdentityRow[] {
  // `json_valid` skips damaged records.
  const rows = db
    .prepare(`SELECT before FROM change_row WHERE tbl = 'person' AND json_valid(before)
      AND before ->> '${column}' IN (SELECT value FROM json_each(:values))
      UNION ALL SELECT after FROM undone_row WHERE tbl = 'person' AND json_valid(after)
      AND after ->> '${column}' IN (SELECT value FROM json_each(:values))`)
    .pluck()
    .all({ values: JSON.stringify(values) }) as string[];
  return rows.map((row) => JSON.parse(row) as IdentityRow);
}

/** The uids of a person, and of entries that were merged into theirs. */
function uidsOf(db: Database, id: number): string[] {
  const uid = db.prepare('SELECT uid FROM person WHERE id = ?').pluck().get(id) as string | null;
  return uid === null ? [] : withJoined(db, uid);
}

/** A uid, and those that were merged into it, in any number of steps. */
function withJoined(db: Database, uid: string): string[] {
  const uids = new Set([uid]);
  const joined = Object.entries(readJoined(db));
  for (let size = 0; size !== uids.size; ) {
    size = uids.size;
    for (const [one, into] of joined) if (uids.has(into)) uids.add(one);
  }
  return [...uids];
}

/** What is known of someone who isn't in the database now, from its recorded changes. */
export function readAbsentIdentity(db: Database, uid: string): Identity {
  const who: Identity = {
    ids: [],
    uids: withJoined(db, uid),
    names: [],
    aliases: [],
    addresses: [],
  };
  return pastRows(db, 'uid', who.uids).reduce(withRow, who);
}

/** Adds the names on the person's vCards, and addresses that a change removed. */
function withCards(db: Database, who: Identity): Identity {
  const ids = JSON.stringify(who.ids);
  const rows = db
    .prepare(`SELECT kind, value, name FROM address
        WHERE person_id IN (SELECT value FROM json_each(:ids))
      UNION SELECT before ->> 'kind', before ->> 'value', before ->> 'name' FROM change_row
        WHERE tbl = 'address' AND json_valid(before)
          AND before ->> 'person_id' IN (SELECT value FROM json_each(:ids))
      UNION SELECT after ->> 'kind', after ->> 'value', after ->> 'name' FROM undone_row
        WHERE tbl = 'address' AND json_valid(after)
          AND after ->> 'person_id' IN (SELECT value FROM json_each(:ids))`)
    .all({ ids }) as Array<{ kind: string; value: string; name: string | null }>;
  const names = rows.flatMap(({ name }) => name ?? []);
  const emails = rows.flatMap(({ kind, value }) => (kind === 'email' ? [value] : []));
  return {
    ...who,
    names: [...new Set([...who.names, ...names])],
    addresses: [...new Set([...who.addresses, ...emails])],
  };
}

/** All e-mail addresses of a row, and its profile address. */
export function addressesOf(
  row: Pick<IdentityRow, 'email' | 'other_emails' | 'linkedin'>,
): string[] {
  const others = JSON.parse(row.other_emails ?? '[]') as string[];
  return [row.email, ...others, row.linkedin].flatMap((one) => one ?? []);
}

/** Adds names and addresses from another row of the person. */
export function withRow(who: Identity, row: IdentityRow): Identity {
  const add = (known: string[], more: Array<string | null>) => [
    ...new Set([...known, ...more.flatMap((one) => one ?? [])]),
  ];
  return {
    ids: who.ids,
    uids: who.uids,
    names: add(who.names, [row.name]),
    aliases: add(who.aliases, [...(JSON.parse(row.aliases) as string[]), row.call ?? null]),
    addresses: add(who.addresses, addressesOf(row)),
  };
}

/** Full names and aliases of several words, also written as one, or the last word first. */
export function fullNames({ names, aliases }: Identity): string[] {
  return [...names, ...aliases].flatMap((name) => {
    const words = name.trim().split(/\s+/);
    const [first = '', last = ''] = [words.slice(0, -1).join(' '), words.at(-1)];
    if (words.length === 1) return [];
    const joined = ['', '.', '-', '_'].map((sign) => words.join(sign));
    return [name, `${last} ${first}`, `${last}, ${first}`, ...joined];
  });
}

/** What stands for the person on a site: the end of a profile address, the start of an e-mail's. */
export function handlesOf(addresses: readonly string[]): string[] {
  return addresses.flatMap((address) => {
    const [local = '', domain] = address.split('@');
    if (domain !== undefined) return [fold(local)];
    const path = address.replace(/[?#].*$/s, '').replace(/\/+$/, '');
    const last = path.slice(path.lastIndexOf('/') + 1);
    return [last, decode(last)].map(fold);
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Everyone else, and the lineage of their ids. */
export interface Others {
  lineage: string | null;
  people: ReadonlyMap<number, IdentityRow>;
}

/** Everyone except these people. */
export function readOthers(db: Database, ids: readonly number[]): Others {
  const rows = db
    .prepare(
      `SELECT ${IDENTITY_COLUMNS} FROM person WHERE id NOT IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as IdentityRow[];
  return { lineage: lineageOf(db), people: new Map(rows.map((row) => [row.id, row])) };
}

/**
 * Whether a row in a copy of the same lineage is the person to forget: by a known id, otherwise by a
 * name or address that no one else has.
 */
export function isSamePerson(row: IdentityRow, who: Identity, { people }: Others): boolean {
  if (who.ids.includes(row.id)) return true;
  if (row.uid != null && who.uids.includes(row.uid)) return true;
  if (people.has(row.id)) return false;
  const others = [...people.values()];
  const rowNames = [row.name, ...(JSON.parse(row.aliases) as string[])].map(fold);
  const knownNames = new Set([...who.names, ...who.aliases].map(fold));
  const isOtherPersons = (name: string) => others.some((other) => fold(other.name) === name);
  if (rowNames.some((name) => knownNames.has(name) && !isOtherPersons(name))) return true;
  return addressesOf(row).some(
    (one) =>
      who.addresses.includes(one) && !others.some((other) => addressesOf(other).includes(one)),
  );
}
