import type { Database } from 'better-sqlite3';
import { allIdsOf, lineageOf } from '../database/lineage.ts';
import { personById } from '../store/people.ts';
import { fold } from '../text/fold.ts';

/** All by which a person can be told. */
export interface Identity {
  /** Their number, then those of entries that were merged into them. */
  ids: number[];
  /** Every full name they are known to have had. */
  names: string[];
  aliases: string[];
  /** Their addresses: e-mail and profile. */
  addresses: string[];
}

/** What tells people apart, as a row has it. */
export interface IdentityRow {
  id: number;
  name: string;
  aliases: string;
  email: string | null;
  linkedin: string | null;
}

/** The columns of a `Named`. */
export const IDENTITY_COLUMNS = 'id, name, aliases, email, linkedin';

/** Reads who a person is, and was under earlier names as far as the history of changes tells. */
export function readIdentity(db: Database, id: number): Identity {
  const { name, aliases, email, linkedin } = personById(db, id);
  const who: Identity = {
    ids: allIdsOf(db, id),
    names: [name],
    aliases: [...aliases],
    addresses: [email, linkedin].flatMap((address) => address ?? []),
  };
  // The history may be damaged: what is no JSON any more tells nothing.
  const past = db
    .prepare(`SELECT before FROM change_row WHERE tbl = 'person' AND json_valid(before)
      AND before ->> 'id' IN (SELECT value FROM json_each(?))`)
    .pluck()
    .all(JSON.stringify(who.ids)) as string[];
  return past.reduce((known, before) => withRow(known, JSON.parse(before) as IdentityRow), who);
}

/** The same person with what one more row of theirs tells. */
export function withRow(who: Identity, row: IdentityRow): Identity {
  const add = (known: string[], more: Array<string | null>) => [
    ...new Set([...known, ...more.flatMap((one) => one ?? [])]),
  ];
  return {
    ids: who.ids,
    names: add(who.names, [row.name]),
    aliases: add(who.aliases, JSON.parse(row.aliases) as string[]),
    addresses: add(who.addresses, [row.email, row.linkedin]),
  };
}

/** Everybody else in the log, and the database that their numbers are of. */
export interface Others {
  lineage: string | null;
  people: ReadonlyMap<number, IdentityRow>;
}

export function readOthers(db: Database, id: number): Others {
  const rows = db
    .prepare(`SELECT ${IDENTITY_COLUMNS} FROM person WHERE id <> ?`)
    .all(id) as IdentityRow[];
  return { lineage: lineageOf(db), people: new Map(rows.map((row) => [row.id, row])) };
}

/**
 * Whether a person of a copy is the one to forget. In a copy of the same database the number tells, which is
 * never given twice; elsewhere a name or an address that nobody else in the log has.
 * @param lineage the copy's
 */
export function isSamePerson(
  row: IdentityRow,
  lineage: string | null,
  who: Identity,
  { lineage: ownLineage, people }: Others,
): boolean {
  if (lineage === ownLineage) {
    if (who.ids.includes(row.id)) return true;
    if (people.has(row.id)) return false;
  }
  const others = [...people.values()];
  const rowNames = [row.name, ...(JSON.parse(row.aliases) as string[])].map(fold);
  const knownNames = new Set([...who.names, ...who.aliases].map(fold));
  const isOtherPersons = (name: string) => others.some((other) => fold(other.name) === name);
  if (rowNames.some((name) => knownNames.has(name) && !isOtherPersons(name))) return true;
  return [row.email, row.linkedin].some(
    (one) =>
      one !== null &&
      who.addresses.includes(one) &&
      !others.some(({ email, linkedin }) => email === one || linkedin === one),
  );
}
