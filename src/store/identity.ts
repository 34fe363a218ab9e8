import type { Database } from 'better-sqlite3';
import { fold } from '../words/fold.ts';
import { personById } from './people.ts';

/** All by which a person can be told. */
export interface Identity {
  id: number;
  /** Every full name and alias they ever had in the log. */
  names: string[];
  /** Their addresses: e-mail and profile. */
  addresses: string[];
}

/** Reads who a person is, and was under earlier names. */
export function identify(db: Database, id: number): Identity {
  const { name, aliases, email, linkedin } = personById(db, id);
  const names = new Set([name, ...aliases]);
  const addresses = new Set([email, linkedin]);
  const past = db
    .prepare(`SELECT before FROM change_row WHERE tbl = 'person' AND before ->> 'id' = ?`)
    .pluck()
    .all(id) as string[];
  for (const before of past) {
    const row = JSON.parse(before) as Record<'name' | 'aliases' | 'email' | 'linkedin', string>;
    for (const one of [row.name, ...(JSON.parse(row.aliases) as string[])]) names.add(one);
    addresses.add(row.email).add(row.linkedin);
  }
  return {
    id,
    names: [...names],
    addresses: [...addresses].filter((one) => one !== null),
  };
}

/** The folded full names of everybody else, by id. */
export function namesOfOthers(db: Database, id: number): Map<number, string> {
  const rows = db.prepare('SELECT id, name FROM person WHERE id <> ?').raw().all(id);
  return new Map((rows as Array<[number, string]>).map(([one, name]) => [one, fold(name)]));
}

/** What tells people apart, as a row has it. */
export interface Named {
  id: number;
  name: string;
  aliases: string;
  email: string | null;
  linkedin: string | null;
}

/** Whether a person of a backup is the one to forget, and nobody else who is still in the log. */
export function isSame(row: Named, who: Identity, others: ReadonlyMap<number, string>): boolean {
  const name = fold(row.name);
  if (others.get(row.id) === name) return false;
  if (row.id === who.id && ![...others.values()].includes(name)) return true;
  const known = new Set(who.names.map(fold));
  return (
    [row.name, ...(JSON.parse(row.aliases) as string[])].some((one) => known.has(fold(one))) ||
    [row.email, row.linkedin].some((one) => one !== null && who.addresses.includes(one))
  );
}
