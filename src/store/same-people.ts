/** People who were entered on two machines: the same profile or e-mail address is one person. */
import type { Database } from 'better-sqlite3';
import { addId, type Rebase } from '../database/journal.ts';
import { fold } from '../text/fold.ts';
import { mergePeople } from './merge.ts';
import { followRow, rowById } from './shared-rows.ts';

interface Known {
  id: number;
  uid: string;
  linkedin: string | null;
  emails: string[];
}

/** Two entries; the smaller uid stays, on every machine alike. */
export interface SamePair {
  from: number;
  into: number;
}

/**
 * Pairs of someone who just came and someone who was here, where an address is theirs alone. Entries that one
 * machine holds apart stay apart, and so do two profiles.
 * @param arrived uids of those who just came
 */
export function findSamePeople(db: Database, arrived: readonly string[]): SamePair[] {
  if (arrived.length === 0) return [];
  const people = readAddresses(db);
  const isNew = new Set(arrived);
  const [came, were] = [
    people.filter(({ uid }) => isNew.has(uid)),
    people.filter(({ uid }) => !isNew.has(uid)),
  ];
  const taken = new Set<number>();
  const pairs: SamePair[] = [];
  const keys = [
    ({ linkedin }: Known) => (linkedin === null ? [] : [fold(linkedin).replace(/\/$/, '')]),
    ({ emails }: Known) => emails.map((email) => email.toLowerCase()),
  ];
  for (const keysOf of keys) {
    const [theirs, ours] = [alone(came, keysOf), alone(were, keysOf)];
    for (const [key, one] of theirs) {
      const other = ours.get(key);
      if (one == null || other == null || taken.has(one.id) || taken.has(other.id)) continue;
      const isApart =
        one.linkedin !== null &&
        other.linkedin !== null &&
        fold(one.linkedin) !== fold(other.linkedin);
      if (isApart) continue;
      taken.add(one.id).add(other.id);
      const [into, from] = one.uid < other.uid ? [one, other] : [other, one];
      pairs.push({ from: from.id, into: into.id });
    }
  }
  return pairs;
}

/** By key: who has it, or null where several have. */
function alone(
  people: readonly Known[],
  keysOf: (one: Known) => string[],
): Map<string, Known | null> {
  const byKey = new Map<string, Known | null>();
  for (const one of people)
    for (const key of new Set(keysOf(one))) byKey.set(key, byKey.has(key) ? null : one);
  return byKey;
}

function readAddresses(db: Database): Known[] {
  const rows = db.prepare('SELECT id, uid, linkedin, email FROM person').all() as Array<
    Omit<Known, 'emails'> & { email: string | null }
  >;
  const others = new Map<number, string[]>();
  const further = db
    .prepare(`SELECT person_id, value FROM address WHERE kind = 'email'`)
    .raw()
    .all() as Array<[number, string]>;
  for (const [person, email] of further) others.set(person, [...(others.get(person) ?? []), email]);
  return rows.map(({ email, ...row }) => ({
    ...row,
    emails: [...(email === null ? [] : [email]), ...(others.get(row.id) ?? [])],
  }));
}

/** Merges a pair; changes recorded for either follow. */
export function joinPeople(db: Database, { from, into }: SamePair, rebase: Rebase): void {
  const before = rowById(db, 'person', into);
  mergePeople(db, from, into);
  followRow('person', before, rowById(db, 'person', into), rebase);
  rebase.moved.set(from, into);
  addId(rebase.gone, 'person', from);
  addId(rebase.common, 'person', into);
}
