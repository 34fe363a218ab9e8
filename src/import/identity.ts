import type { Database } from '../store/open.ts';
import { allIdentities } from '../store/people.ts';
import { fold } from '../words/fold.ts';
import { profileAddress } from './profile.ts';
import type { PersonRecord } from './records.ts';

/** Finds who a record is: by profile address, then e-mail, then an exact full name that is nobody else's. */
export interface Identity {
  find: (record: PersonRecord) => number | null;
  /** Makes a person that was just added known to the records that follow. */
  learn: (id: number, record: PersonRecord) => void;
}

interface Namesake {
  id: number;
  since: string | null;
  company: string | null;
  /** Whether the file that is being read added it, so that no other row of it can mean the same. */
  isNew: boolean;
}

/** Reads who is known, once, into memory. */
export function identify(db: Database): Identity {
  const byProfile = new Map<string, number>();
  const byEmail = new Map<string, number>();
  const byName = new Map<string, Namesake[]>();
  const know = (name: string, one: Namesake) => {
    const key = fold(name);
    const namesakes = byName.get(key);
    if (namesakes === undefined) byName.set(key, [one]);
    else namesakes.push(one);
  };
  for (const person of allIdentities(db)) {
    const profile = person.linkedin === null ? undefined : profileAddress(person.linkedin);
    if (profile !== undefined) byProfile.set(profile, person.id);
    if (person.email !== null) byEmail.set(person.email.toLowerCase(), person.id);
    know(person.name, { ...person, isNew: false });
  }
  return {
    find(record) {
      if (record.linkedin !== undefined) {
        const id = byProfile.get(record.linkedin);
        if (id !== undefined) return id;
      }
      if (record.email !== undefined) {
        const id = byEmail.get(record.email);
        if (id !== undefined) return id;
      }
      if (record.linkedin !== undefined || record.email !== undefined) return null;
      return pickNamesake(byName.get(fold(record.name)) ?? [], record);
    },
    learn(id, record) {
      if (record.linkedin !== undefined) byProfile.set(record.linkedin, id);
      if (record.email !== undefined) byEmail.set(record.email, id);
      const since = typeof record.connected === 'string' ? record.connected : null;
      know(record.name, { id, since, company: record.company ?? null, isNew: true });
    },
  };
}

/**
 * A list of connections names everybody once, so two rows of one name are two people: each takes the
 * namesake with its own day and company, and none takes one that the same file has just added.
 */
function pickNamesake(namesakes: readonly Namesake[], record: PersonRecord): number | null {
  if (record.connected === undefined) {
    const [only, second] = namesakes;
    return only !== undefined && second === undefined ? only.id : null;
  }
  const known = namesakes.filter(({ isNew }) => !isNew);
  const exact = known.find(
    (one) => one.since === record.connected && one.company === (record.company ?? null),
  );
  if (exact !== undefined) return exact.id;
  const [only, second] = known;
  return only !== undefined && second === undefined && !namesakes.some(({ isNew }) => isNew)
    ? only.id
    : null;
}
