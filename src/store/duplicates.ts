import type { Database } from 'better-sqlite3';
import type { PersonRef } from '../model.ts';
import { fold } from '../text/fold.ts';
import { allIdentities } from './find-people.ts';

/** Two entries that may be one person, older first. */
export interface Duplicate {
  people: [PersonRef, PersonRef];
  /** What they share: "the same name", "the same e-mail address", "the same profile address". */
  why: string;
}

/** "Kim Lee, MBA", "Sam Ortiz (he/him)". */
const NAME_SUFFIX = /\s*[,(].*$/;

/** People with the same name, e-mail or profile address, each pair once, by id. */
export function findDuplicates(db: Database): Duplicate[] {
  const people = allIdentities(db);
  const found = new Map<string, Duplicate>();
  const compare = (why: string, keyOf: (person: (typeof people)[number]) => string | null) => {
    const firstByKey = new Map<string, { id: number; name: string }>();
    for (const person of people) {
      const key = keyOf(person);
      if (key === null || key === '') continue;
      const { id, name } = person;
      const earlier = firstByKey.get(key);
      if (earlier === undefined) firstByKey.set(key, { id, name });
      else if (!found.has(`${earlier.id} ${id}`))
        found.set(`${earlier.id} ${id}`, { people: [earlier, { id, name }], why });
    }
  };
  compare(
    'the same profile address',
    ({ linkedin }) => linkedin && fold(linkedin).replace(/\/$/, ''),
  );
  compare('the same e-mail address', ({ email }) => email && fold(email));
  compare('the same name', ({ name }) => fold(name.replace(NAME_SUFFIX, '')));
  return [...found.values()].sort(
    ({ people: [a, b] }, { people: [c, d] }) => a.id - c.id || b.id - d.id,
  );
}
