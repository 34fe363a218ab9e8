import type { Database } from 'better-sqlite3';
import { allAliases, allIdentities } from '../../store/find-people.ts';
import { fold } from '../../text/fold.ts';
import { profileAddress } from '../profile.ts';
import type { PersonRecord } from '../records.ts';

/** Whom a record means: a person's number, or why nobody can say; null for somebody new. */
export type Found = { id: number } | { why: string } | null;

/**
 * Finds who a record is: by profile address, then e-mail, then an exact full name. A plain name that several
 * people have is never guessed. Names written by hand may be `#ID` or an alias too.
 */
export interface Identity {
  /** @param taken those who cannot be meant by a plain name, for somebody else is them */
  find: (record: PersonRecord, taken?: ReadonlySet<number>) => Found;
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

const NOBODY: ReadonlySet<number> = new Set();

/** Reads who is known, once, into memory. */
export function identify(db: Database): Identity {
  const ids = new Set<number>();
  const byProfile = new Map<string, number>();
  const byEmail = new Map<string, number>();
  const byName = new Map<string, Namesake[]>();
  let byAlias: Map<string, Set<number>> | null = null;
  const know = (name: string, one: Namesake) => {
    ids.add(one.id);
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
  const byAddress = ({ linkedin, email }: PersonRecord) =>
    (linkedin === undefined ? undefined : byProfile.get(linkedin)) ??
    (email === undefined ? undefined : byEmail.get(email));
  const aliased = (name: string): number[] => {
    byAlias ??= aliasesOf(db);
    return [...(byAlias.get(fold(name)) ?? [])];
  };
  return {
    find(record, taken = NOBODY) {
      if (record.isByHand === true && /^#\d+$/.test(record.name)) return numbered(record.name, ids);
      const id = byAddress(record);
      if (id !== undefined) return { id };
      if (record.linkedin !== undefined || record.email !== undefined) return null;
      const namesakes = (byName.get(fold(record.name)) ?? []).filter(({ id }) => !taken.has(id));
      if (record.connected !== undefined) return pickConnection(namesakes, record);
      if (namesakes.length > 0 || record.isByHand !== true)
        return onlyOne(
          record,
          namesakes.map((one) => one.id),
        );
      return onlyOne(record, aliased(record.name));
    },
    learn(id, record) {
      if (record.linkedin !== undefined) byProfile.set(record.linkedin, id);
      if (record.email !== undefined) byEmail.set(record.email, id);
      const since = typeof record.connected === 'string' ? record.connected : null;
      know(record.name, { id, since, company: record.company ?? null, isNew: true });
    },
  };
}

function aliasesOf(db: Database): Map<string, Set<number>> {
  const byAlias = new Map<string, Set<number>>();
  for (const { id, aliases } of allAliases(db))
    for (const alias of aliases) {
      const key = fold(alias);
      byAlias.set(key, (byAlias.get(key) ?? new Set()).add(id));
    }
  return byAlias;
}

function numbered(name: string, ids: ReadonlySet<number>): Found {
  const id = Number(name.slice(1));
  return ids.has(id) ? { id } : { why: `nobody has the number ${name}` };
}

function onlyOne({ name, isByHand }: PersonRecord, ids: readonly number[]): Found {
  const [id] = ids;
  if (id === undefined) return null;
  if (ids.length === 1) return { id };
  const how = isByHand === true ? 'name one by number' : 'give an e-mail or LinkedIn address';
  return { why: `"${name}" could be ${choice(ids)}: ${how}` };
}

/** So many numbers are told of; more help nobody. */
const MOST = 10;

/** "#3 or #7", "#3, #7 or #9". */
function choice(ids: readonly number[]): string {
  const told = ids.slice(0, MOST).map((id) => `#${id}`);
  if (ids.length > MOST) return `${told.join(', ')} or another`;
  return `${told.slice(0, -1).join(', ')} or ${told.at(-1)}`;
}

/**
 * A list of connections names everybody once, so two rows of one name are two people: each takes the
 * namesake with its own day and company, and none takes one that the same file has just added.
 */
function pickConnection(namesakes: readonly Namesake[], record: PersonRecord): Found {
  const known = namesakes.filter(({ isNew }) => !isNew);
  const since = typeof record.connected === 'string' ? record.connected : null;
  const exact = known.find(
    (one) => one.since === since && one.company === (record.company ?? null),
  );
  if (exact !== undefined) return { id: exact.id };
  const [only] = known;
  return only !== undefined && namesakes.length === 1 ? { id: only.id } : null;
}
