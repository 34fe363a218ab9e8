import type { Database } from 'better-sqlite3';
import { lineageOf, numbersOf } from '../database/lineage.ts';
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
export interface Named {
  id: number;
  name: string;
  aliases: string;
  email: string | null;
  linkedin: string | null;
}

/** The columns of a `Named`. */
export const NAMED = 'id, name, aliases, email, linkedin';

/** Reads who a person is, and was under earlier names as far as the history of changes tells. */
export function identify(db: Database, id: number): Identity {
  const { name, aliases, email, linkedin } = personById(db, id);
  const who: Identity = {
    ids: numbersOf(db, id),
    names: [name],
    aliases: [...aliases],
    addresses: [email, linkedin].flatMap((one) => one ?? []),
  };
  // The history may be damaged: what is no JSON any more tells nothing.
  const past = db
    .prepare(`SELECT before FROM change_row WHERE tbl = 'person' AND json_valid(before)
      AND before ->> 'id' IN (SELECT value FROM json_each(?))`)
    .pluck()
    .all(JSON.stringify(who.ids)) as string[];
  return past.reduce((known, before) => withRow(known, JSON.parse(before) as Named), who);
}

/** The same person with what one more row of theirs tells. */
export function withRow(who: Identity, row: Named): Identity {
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
  people: ReadonlyMap<number, Named>;
}

export function readOthers(db: Database, id: number): Others {
  const rows = db.prepare(`SELECT ${NAMED} FROM person WHERE id <> ?`).all(id) as Named[];
  return { lineage: lineageOf(db), people: new Map(rows.map((row) => [row.id, row])) };
}

/**
 * Whether a person of a copy is the one to forget. In a copy of the same database the number tells, which is
 * never given twice; elsewhere a name or an address that nobody else in the log has.
 * @param lineage the copy's
 */
export function isSame(
  row: Named,
  lineage: string | null,
  who: Identity,
  { lineage: own, people }: Others,
): boolean {
  if (lineage === own) {
    if (who.ids.includes(row.id)) return true;
    if (people.has(row.id)) return false;
  }
  const others = [...people.values()];
  const named = [row.name, ...(JSON.parse(row.aliases) as string[])].map(fold);
  const known = new Set([...who.names, ...who.aliases].map(fold));
  const isOther = (name: string) => others.some((one) => fold(one.name) === name);
  if (named.some((name) => known.has(name) && !isOther(name))) return true;
  return [row.email, row.linkedin].some(
    (one) =>
      one !== null &&
      who.addresses.includes(one) &&
      !others.some(({ email, linkedin }) => email === one || linkedin === one),
  );
}
