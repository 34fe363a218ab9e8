import type { Database } from 'better-sqlite3';
import type { PersonRef } from '../model.ts';
import { fold } from '../text/fold.ts';
import { isKnownName, isNickname, spellingOf } from '../text/nicknames.ts';
import { allIdentities } from './find-people.ts';

/** Two entries that may be one person, older first. */
export interface Duplicate {
  people: [PersonRef, PersonRef];
  /** What they share: "the same name", "the same e-mail address", "the same profile address". */
  why: string;
}

/** "Kim Lee, MBA", "Sam Ortiz (he/him)". */
const NAME_SUFFIX = /\s*[,(].*$/;
/** Pairs compared letter by letter; about a second of work. */
const MAX_COMPARISONS = 5_000_000;

type Identity = ReturnType<typeof allIdentities>[number];

interface Entry extends Identity {
  /** As in `nameWords`. */
  words: string[];
  /** The words together, in the order of the alphabet, and all but the first. */
  letters: string;
  sorted: string;
  family: string;
  /** Equal for those whose words are spellings of the same names; see `soundKey`. */
  sound: string;
  /** Equal for those whose words are ways of writing the same names in other letters; see `letterKey`. */
  written: string;
  /** By `employerKey`. */
  employer: string;
  /** Folded team and role; null where either is unknown. */
  job: string | null;
}

/**
 * People with the same e-mail or profile address, the same or nearly the same name, each pair once,
 * by id. Those with two profile addresses are two people unless their names are equal.
 */
export function findDuplicates(db: Database): Duplicate[] {
  const people = allIdentities(db);
  const found = new Map<string, Duplicate>();
  const add = (one: PersonRef, other: PersonRef, why: string) => {
    const pair = one.id < other.id ? ([one, other] as const) : ([other, one] as const);
    const key = `${pair[0].id} ${pair[1].id}`;
    const [first, second] = pair.map(({ id, name }) => ({ id, name }));
    if (first !== undefined && second !== undefined && !found.has(key))
      found.set(key, { people: [first, second], why });
  };
  const compare = (why: string, keysOf: (person: Identity) => string[]) => {
    const firstByKey = new Map<string, PersonRef>();
    for (const person of people)
      for (const key of keysOf(person)) {
        if (key === '') continue;
        const earlier = firstByKey.get(key);
        if (earlier === undefined) firstByKey.set(key, person);
        else if (earlier !== person) add(earlier, person, why);
      }
  };
  compare('the same profile address', ({ linkedin }) =>
    linkedin === null ? [] : [fold(linkedin).replace(/\/$/, '')],
  );
  compare('the same e-mail address', ({ emails }) => emails.map(fold));
  compare('the same name', ({ name }) => [fold(name.replace(NAME_SUFFIX, ''))]);
  findSimilar(people, add);
  findFirstNames(people, add);
  return [...found.values()].sort(
    ({ people: [a, b] }, { people: [c, d] }) => a.id - c.id || b.id - d.id,
  );
}

/**
 * Compares people who share a key of `keysOf`, so that no two need be compared that can't be similar. Of two
 * with a profile address each, no pair can be one person.
 */
function findSimilar(
  people: readonly Identity[],
  add: (one: PersonRef, other: PersonRef, why: string) => void,
): void {
  const groups = new Map<string, Entry[]>();
  let left = MAX_COMPARISONS;
  const compare = (person: Identity, isKept: boolean) => {
    const words = nameWords(person.name);
    if (words.length < 2) return;
    const entry: Entry = {
      ...person,
      words,
      letters: words.join(''),
      sorted: [...words].sort().join(' '),
      family: words.slice(1).join(' '),
      sound: words.map(soundKey).join(' '),
      written: words.map((word, at) => letterKey(at === 0 ? spellingOf(word) : word)).join(' '),
      employer: employerKey(person.company),
      job:
        person.team === null || person.role === null
          ? null
          : `${fold(person.team)} ${fold(person.role)}`,
    };
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      for (const other of group ?? []) {
        if (--left < 0) return;
        const why = whySimilar(other, entry);
        if (why !== null) add(other, entry, why);
      }
      if (!isKept) continue;
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  };
  for (const person of people) if (person.linkedin === null) compare(person, true);
  if (groups.size === 0) return;
  for (const person of people) if (person.linkedin !== null) compare(person, false);
}

/** "Ravi", and the only Ravi with a family name on the same team. */
function findFirstNames(
  people: readonly Identity[],
  add: (one: PersonRef, other: PersonRef, why: string) => void,
): void {
  const whole = new Map<string, Identity[]>();
  const bare: Array<[key: string, person: Identity]> = [];
  for (const person of people) {
    if (person.team === null) continue;
    const [first = '', ...family] = nameWords(person.name);
    const key = `${first}\n${fold(person.team)}`;
    if (family.length === 0) bare.push([key, person]);
    else whole.set(key, [...(whole.get(key) ?? []), person]);
  }
  for (const [key, person] of bare) {
    const [other, ...more] = whole.get(key) ?? [];
    if (other === undefined || more.length > 0) continue;
    const [here, there] = [employerKey(person.company), employerKey(other.company)];
    const isMoved = here !== '' && there !== '' && here !== there;
    const areLinked = person.linkedin !== null && other.linkedin !== null;
    if (!isMoved && !areLinked && !haveTwoAddresses(person, other))
      add(person, other, 'the same first name, on the same team');
  }
}

/** Two people who are similar by `whySimilar` share at least one of these. */
function keysOf({ words, letters, sorted, family, written, employer, job }: Entry): string[] {
  const [first = ''] = words;
  const keys = [
    `letters ${letters}`,
    `words ${sorted}`,
    `sounds ${words.map((word) => (word.length > 3 ? soundOf(word) : word)).join(' ')}`,
  ];
  keys.push(`written ${written}`);
  if (employer !== '') {
    keys.push(`family ${employer} ${family}`, `ends ${employer} ${first} ${words.at(-1)}`);
    if (job !== null) keys.push(`job ${employer} ${job} ${first}`);
  }
  // One letter apart: the same without one letter of one word.
  words.forEach((word, at) => {
    if (word.length < 3 || /\d/.test(word)) return;
    const [before, after] = [words.slice(0, at).join(' '), words.slice(at + 1).join(' ')];
    const shorter = new Set([
      word,
      ...Array.from(word, (_, n) => word.slice(0, n) + word.slice(n + 1)),
    ]);
    for (const part of shorter) keys.push(`letter ${at} ${before} ${part} ${after}`);
  });
  return keys;
}

/** A company's name for comparison: folded, without "Ltd" and the like; '' if unknown. */
export function employerKey(company: string | null): string {
  return fold(company ?? '').replace(LEGAL_FORM, '');
}

const LEGAL_FORM = /[ ,]+(?:inc|ltd|limited|llc|plc|gmbh|ag|kg|se|sas?|srl|spa|bv|nv|ab|oy)\.?$/;
const TITLE = /^(?:dr|prof|ing|dipl|mag|mr|mrs|ms|herr|frau)$/;

/**
 * The words of a name, however it is spelled: "Jörg", "Joerg" and "Jorg" are one, and so are
 * "Jean-Luc" and "Jean Luc"; without titles, degrees and middle initials.
 */
function nameWords(name: string): string[] {
  const words = fold(name.replace(NAME_SUFFIX, ''))
    .replace(/['.]/g, (mark) => (mark === '.' ? ' ' : ''))
    // "Al Fayed", "al-Fayed" and "Alfayed"
    .replace(/(?<=[\s-])(al|el|abd|abdul|abdel|abu)[\s-]+(?=\p{L}{3})/gu, '$1')
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !TITLE.test(word));
  return words
    .filter((word, index) => word.length > 1 || index === 0 || index === words.length - 1)
    .map((word) =>
      // ä, ö, ü, ß, ø and å in letters that an address can have
      word.length < 4
        ? word
        : word
            .replace(/([aou])e/g, '$1')
            .replace(/aa/g, 'a')
            .replace(/ss/g, 's'),
    );
}

function whySimilar(one: Entry, other: Entry): string | null {
  const [a, b] = [one.words, other.words];
  if (one.letters === other.letters || (a.length === b.length && one.sorted === other.sorted))
    return 'the same name, written differently';
  const isSameEmployer = one.employer !== '' && one.employer === other.employer;
  const [firstA = '', firstB = ''] = [a[0], b[0]];
  if (one.family === other.family && isSameEmployer && isNickname(firstA, firstB))
    return 'a short form of the same name, at the same company';
  if (isSameEmployer && isMiddleLeftOut(a, b)) return 'a middle name apart, at the same company';
  const isMoved = one.employer !== '' && other.employer !== '' && !isSameEmployer;
  if (!isMoved && !haveTwoAddresses(one, other)) {
    if (isLetterApart(a, b)) return 'names one letter apart';
    const isSameName =
      one.sound === other.sound || (one.written === other.written && !areTwoNames(firstA, firstB));
    if (a.length === b.length && isSameName) return 'the same name in another spelling';
  }
  const isSameJob = isSameEmployer && one.job !== null && one.job === other.job;
  return isSameJob && firstA === firstB ? 'the same first name, company, team and role' : null;
}

function isMiddleLeftOut(a: readonly string[], b: readonly string[]): boolean {
  const isShort = Math.min(a.length, b.length) === 2 && a.length !== b.length;
  return isShort && a[0] === b[0] && a.at(-1) === b.at(-1);
}

/** The same for two folded words that are one name in two spellings: Mohammed and Muhammad, Meyer and Maier. */
function soundKey(word: string): string {
  if (word.length < 4) return word;
  // Maria and Mario, Simon and Simone are two names.
  const ending = /[aeiouy]$/.test(word) ? word.slice(-1) : '';
  return `${soundOf(word)}-${ending}`;
}

/** A word in the sounds that languages spell differently; vowels only by where they're formed. */
const soundOf = remembered(readSound);

function readSound(word: string): string {
  return word
    .replace(/sch|sh|sz|cz|ch(?=[aeiouy])/g, 'S')
    .replace(/ph|v|w/g, 'f')
    .replace(/ck|q|c(?![eiy])|kh|ch/g, 'k')
    .replace(/ks|xs/g, 'x')
    .replace(/th|dt/g, 't')
    .replace(/z|c/g, 's')
    .replace(/[eai][iy]/g, 'E')
    .replace(/oo|ou/g, 'u')
    .replace(/ee|ie/g, 'i')
    .replace(/[yj]/g, 'i')
    .replace(/([^aeiouE])r$/, '$1er')
    .replace(/[aeE]/g, 'a')
    .replace(/[ou]/g, 'u')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.)h(?![aui])/g, '');
}

/**
 * Equal for two folded words that write one name of another script: Yusuf and Youssef, Tariq and Tarek, Sergei and
 * Sergey. Its first vowel counts (Hassan, Hussein), and so do every a and o after it (Karim, Karam).
 */
function letterKey(word: string): string {
  return word.length < 4 ? word : lettersOf(word);
}

const lettersOf = remembered(readLetters);

/** The same function, which reads a word once: names share many. */
function remembered(read: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      found = read(word);
      if (known.size < 100_000) known.set(word, found);
    }
    return found;
  };
}

function readLetters(word: string): string {
  const letters = word
    .replace(/^ye/, 'e')
    .replace(/sch|sh|sz|cz|ch(?=[aeiouy])/g, 'S')
    .replace(/ph|v|w/g, 'f')
    .replace(/ck|q|c(?![eiy])|kh|ch/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/th|dt/g, 't')
    .replace(/dh/g, 'd')
    .replace(/gh/g, 'g')
    .replace(/z|c/g, 's')
    .replace(/oo|ou/g, 'u')
    .replace(/[yj]/g, 'i')
    .replace(/[ae]i/g, 'e')
    .replace(/(.)\1+/g, '$1');
  let isFirst = true;
  return letters.replace(/[aeiou]+/g, (vowels, at: number) => {
    const isLast = at + vowels.length === letters.length;
    const vowel = vowels.slice(-1);
    if (isFirst && !isLast) {
      isFirst = false;
      return vowel === 'a' ? 'a' : vowel === 'e' || vowel === 'i' ? 'i' : 'u';
    }
    // Simon and Simone, Maria and Mario are two names.
    if (isLast) return vowel;
    return vowel === 'a' || vowel === 'o' ? vowel : '-';
  });
}

/** Whether two first names are both in use, and none is short for the other. */
function areTwoNames(one: string, other: string): boolean {
  const isOneSpelling = one.replaceAll('y', 'i') === other.replaceAll('y', 'i');
  if (isOneSpelling || spellingOf(one) === spellingOf(other)) return false;
  return isKnownName(one) && isKnownName(other) && !isNickname(one, other);
}

/** Where people have addresses of their own making. */
const PUBLIC =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|proton|protonmail|pm|fastmail|zoho|orange|wanadoo|free|laposte|libero|virgilio|seznam|wp|o2|qq|163|126|naver|mail|yandex)\.[a-z.]+$/;

/** A company gives everyone one address. */
function haveTwoAddresses(one: Identity, other: Identity): boolean {
  if (one.emails.length === 0 || other.emails.length === 0) return false;
  const domainsOf = ({ emails }: Identity) =>
    emails.map((email) => fold(email).split('@')[1] ?? '').filter((one) => !PUBLIC.test(one));
  const domains = new Set(domainsOf(one));
  return domainsOf(other).some((domain) => domains.has(domain));
}

/** Whether one word differs by one letter or by two that changed places, unless it makes another first name: Maria, Mario. */
function isLetterApart(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  let at = -1;
  for (let index = 0; index < a.length; index++) {
    if (a[index] === b[index]) continue;
    if (at !== -1) return false;
    at = index;
  }
  const [one = '', other = ''] = [a[at], b[at]];
  if (Math.min(one.length, other.length) < 3 || Math.max(one.length, other.length) < 4)
    return false;
  if (!isOneEdit(one, other)) return false;
  // "Person 1234" and "Person 1235"
  if (/\d/.test(one + other)) return false;
  return at > 0 || !isKnownName(one) || !isKnownName(other) || isNickname(one, other);
}

function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const isTurned = short.length === long.length && a[at] === b[at + 1] && a[at + 1] === b[at];
  if (isTurned && a.slice(at + 2) === b.slice(at + 2)) return true;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
