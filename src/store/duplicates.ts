import type { Database } from 'better-sqlite3';
import type { PersonRef } from '../model.ts';
import { fold } from '../text/fold.ts';
import { allIdentities } from './find-people.ts';

/** Two entries that may be one person, the older first. */
export interface Duplicate {
  people: [PersonRef, PersonRef];
  /** What they share: "the same name", "the same e-mail address", "the same profile address". */
  why: string;
}

/** What stands behind a name without being one: "Kim Lee, MBA", "Sam Ortiz (he/him)". */
const BEHIND = /\s*[,(].*$/;

/** Everybody who shares a name, an e-mail address or a profile address with somebody else: each pair once, by number. */
export function findDuplicates(db: Database): Duplicate[] {
  const people = allIdentities(db);
  const found = new Map<string, Duplicate>();
  const compare = (why: string, keyOf: (one: (typeof people)[number]) => string | null) => {
    const first = new Map<string, { id: number; name: string }>();
    for (const one of people) {
      const key = keyOf(one);
      if (key === null || key === '') continue;
      const { id, name } = one;
      const before = first.get(key);
      if (before === undefined) first.set(key, { id, name });
      else if (!found.has(`${before.id} ${id}`))
        found.set(`${before.id} ${id}`, { people: [before, { id, name }], why });
    }
  };
  compare(
    'the same profile address',
    ({ linkedin }) => linkedin && fold(linkedin).replace(/\/$/, ''),
  );
  compare('the same e-mail address', ({ email }) => email && fold(email));
  compare('the same name', ({ name }) => fold(name.replace(BEHIND, '')));
  return [...found.values()].sort(
    ({ people: [a, b] }, { people: [c, d] }) => a.id - c.id || b.id - d.id,
  );
}
