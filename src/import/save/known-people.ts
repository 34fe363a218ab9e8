import type { Database } from 'better-sqlite3';
import { allCards } from '../../store/addresses.ts';
import { employerKey } from '../../store/duplicates.ts';
import { allAliases, allIdentities } from '../../store/find-people.ts';
import { fold } from '../../text/fold.ts';
import { profileAddress } from '../profile.ts';
import type { PersonRecord } from '../records.ts';

/** A person's id, or why the match is ambiguous; null for someone new. */
export type PersonMatch = { id: number } | { why: string } | null;

/**
 * Matches records with people by profile address, then vCard, then e-mail, then unique full name; in logs kept
 * by hand also by `#ID` or alias.
 */
export interface PersonMatcher {
  /** @param taken ids that can't be found by name again */
  find: (record: PersonRecord, taken?: ReadonlySet<number>) => PersonMatch;
  /** Ids of those who had this full name before the import, and have no profile address. */
  knownBy: (name: string) => readonly number[];
  /** Makes a newly added person findable. */
  learn: (id: number, record: PersonRecord) => void;
}

interface Namesake {
  id: number;
  since: string | null;
  company: string | null;
  team: string | null;
  linkedin: string | null;
  emails: readonly string[];
  lastContact: string | null;
  /** Added by the current file, so other rows of it aren't the same person. */
  isNew: boolean;
}

const NOBODY: ReadonlySet<number> = new Set();
const NO_ONE: readonly number[] = [];

/**
 * Loads the people in the database into a matcher.
 * @param inFile people who can be found by name also where they have an address: not LinkedIn's, among
 * whom namesakes are common
 */
export function loadPersonMatcher(
  db: Database,
  inFile: readonly PersonRecord[] = [],
): PersonMatcher {
  const timesInFile = new Map<string, number>();
  for (const { name } of inFile)
    timesInFile.set(fold(name), (timesInFile.get(fold(name)) ?? 0) + 1);
  const ids = new Set<number>();
  const byProfile = new Map<string, number>();
  const byEmail = new Map<string, number>();
  const byCard = new Map<string, number>();
  const byName = new Map<string, Namesake[]>();
  /** Those without a profile address before the import. */
  const unlinked = new Map<string, number[]>();
  let byAlias: Map<string, Set<number>> | null = null;
  const addNamesake = (name: string, namesake: Namesake) => {
    ids.add(namesake.id);
    const key = fold(name);
    const namesakes = byName.get(key);
    if (namesakes === undefined) byName.set(key, [namesake]);
    else namesakes.push(namesake);
  };
  /** An address that two people have is the earlier one's. */
  const addEmail = (email: string, id: number) => {
    if (!byEmail.has(email)) byEmail.set(email, id);
  };
  for (const person of allIdentities(db)) {
    const profile = person.linkedin === null ? undefined : profileAddress(person.linkedin);
    if (profile !== undefined) byProfile.set(profile, person.id);
    for (const email of person.emails) addEmail(email.toLowerCase(), person.id);
    addNamesake(person.name, { ...person, isNew: false });
    if (person.linkedin !== null) continue;
    const key = fold(person.name);
    unlinked.set(key, [...(unlinked.get(key) ?? []), person.id]);
  }
  for (const { person, uid } of allCards(db)) byCard.set(uid, person);
  const byAddress = ({ linkedin, card, emails }: PersonRecord) =>
    (linkedin === undefined ? undefined : byProfile.get(linkedin)) ??
    (card === undefined ? undefined : byCard.get(card)) ??
    emails?.map((email) => byEmail.get(email)).find((id) => id !== undefined);
  const idsByAlias = (name: string): number[] => {
    byAlias ??= readAliases(db);
    return [...(byAlias.get(fold(name)) ?? [])];
  };
  return {
    find(record, taken = NOBODY) {
      if (record.isByHand === true && /^#\d+$/.test(record.name)) return findById(record.name, ids);
      const id = byAddress(record);
      if (id !== undefined) return { id };
      const hasAddress = record.linkedin !== undefined || record.emails !== undefined;
      if (hasAddress && timesInFile.size === 0) return null;
      const name = fold(record.name);
      const namesakes = (byName.get(name) ?? []).filter(({ id }) => !taken.has(id));
      if (hasAddress) {
        const [only] = namesakes;
        const isOnlyOne = namesakes.length === 1 && timesInFile.get(name) === 1;
        return only !== undefined && isOnlyOne && isSamePerson(only, record)
          ? { id: only.id }
          : null;
      }
      if (record.connected !== undefined) return matchConnection(namesakes, record);
      if (namesakes.length > 0 || record.isByHand !== true)
        return matchUnique(
          record,
          namesakes.map((namesake) => namesake.id),
        );
      return matchUnique(record, idsByAlias(record.name));
    },
    knownBy(name) {
      if (unlinked.size === 0 || !name.includes(' ')) return NO_ONE;
      const key = fold(name);
      const found = unlinked.get(key);
      return found === undefined || byName.get(key)?.some(({ isNew }) => isNew) ? NO_ONE : found;
    },
    learn(id, record) {
      if (record.linkedin !== undefined) byProfile.set(record.linkedin, id);
      if (record.card !== undefined) byCard.set(record.card, id);
      for (const email of record.emails ?? []) addEmail(email, id);
      const since = typeof record.connected === 'string' ? record.connected : null;
      addNamesake(record.name, {
        id,
        since,
        company: record.company ?? null,
        team: record.team ?? null,
        linkedin: record.linkedin ?? null,
        emails: record.emails ?? [],
        lastContact: null,
        isNew: true,
      });
    },
  };
}

/**
 * Whether the only one of a name is whom a record means that has an address: where company or team
 * agree, else where nothing is against it and they have met, or have no address at all here.
 */
function isSamePerson(person: Namesake, record: PersonRecord): boolean {
  if (person.isNew) return false;
  if (person.linkedin !== null && record.linkedin !== undefined) return false;
  const domainOf = (email: string) => email.toLowerCase().split('@')[1] ?? '';
  const domains = (record.emails ?? []).map(domainOf);
  // A company gives everyone one address.
  if (person.emails.some((email) => domains.includes(domainOf(email)))) return false;
  const here = employerKey(person.company);
  const there = employerKey(record.company ?? null);
  if (here !== '' && there !== '') return here === there;
  if (here !== '' && domains.some((domain) => domain.startsWith(`${here.replace(/\W/g, '')}.`)))
    return true;
  if (person.team !== null && record.team !== undefined)
    return fold(person.team) === fold(record.team);
  if (person.emails.length > 0 && domains.length > 0) return false;
  return (
    person.lastContact !== null || (record.isFromInteraction !== true && person.linkedin === null)
  );
}

function readAliases(db: Database): Map<string, Set<number>> {
  const idsByAlias = new Map<string, Set<number>>();
  for (const { id, aliases } of allAliases(db))
    for (const alias of aliases) {
      const key = fold(alias);
      idsByAlias.set(key, (idsByAlias.get(key) ?? new Set()).add(id));
    }
  return idsByAlias;
}

function findById(name: string, ids: ReadonlySet<number>): PersonMatch {
  const id = Number(name.slice(1));
  return ids.has(id) ? { id } : { why: `no one has the number ${name}` };
}

function matchUnique({ name, isByHand }: PersonRecord, ids: readonly number[]): PersonMatch {
  const [id] = ids;
  if (id === undefined) return null;
  if (ids.length === 1) return { id };
  const how = isByHand === true ? 'use their number' : 'add an e-mail or LinkedIn address';
  return { why: `"${name}" could be ${formatIds(ids)}: ${how}` };
}

const MAX_IDS = 10;

/** "#3 or #7", "#3, #7 or #9". */
function formatIds(ids: readonly number[]): string {
  const listed = ids.slice(0, MAX_IDS).map((id) => `#${id}`);
  if (ids.length > MAX_IDS) return `${listed.join(', ')} or another`;
  return `${listed.slice(0, -1).join(', ')} or ${listed.at(-1)}`;
}

/**
 * A list of connections has each person once, so two rows with a name are two people. Each matches
 * the namesake with the same day and company.
 */
function matchConnection(namesakes: readonly Namesake[], record: PersonRecord): PersonMatch {
  const known = namesakes.filter(({ isNew }) => !isNew);
  const since = typeof record.connected === 'string' ? record.connected : null;
  const exact = known.find(
    (namesake) => namesake.since === since && namesake.company === (record.company ?? null),
  );
  if (exact !== undefined) return { id: exact.id };
  const [only] = known;
  return only !== undefined && namesakes.length === 1 ? { id: only.id } : null;
}
