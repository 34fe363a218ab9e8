import { isName } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { cleanLine } from '../decode.ts';
import { isClosedAccount } from '../not-people.ts';
import { profileAddress } from '../profile.ts';
import type { PersonRecord } from '../records.ts';

/** People found so far in an import. */
export interface Book {
  people: PersonRecord[];
  bySlug: Map<string, PersonRecord>;
  /** Built on first use, as Connections.csv alone doesn't need it. */
  byName: Map<string, PersonRecord[]> | null;
}

/** Returns an empty book. */
export function newBook(): Book {
  return { people: [], bySlug: new Map(), byName: null };
}

/** Adds a person who isn't in the book yet. */
export function addToBook(book: Book, person: PersonRecord): void {
  book.people.push(person);
  if (person.linkedin !== undefined) book.bySlug.set(person.linkedin, person);
  if (book.byName !== null) addName(book.byName, person);
}

function addName(byName: Map<string, PersonRecord[]>, person: PersonRecord): void {
  const name = fold(person.name);
  const known = byName.get(name);
  if (known === undefined) byName.set(name, [person]);
  // A longer list wouldn't be any more ambiguous.
  else if (known.length < 1_000) known.push(person);
}

/** Returns everyone with this name, ignoring case and accents. */
export function namesakes(book: Book, name: string): PersonRecord[] {
  if (book.byName === null) {
    book.byName = new Map();
    for (const person of book.people) addName(book.byName, person);
  }
  return book.byName.get(fold(name)) ?? [];
}

/**
 * Searches by address, then by unique name.
 * @returns null if several people have the name, undefined if no one does
 */
function findInBook(book: Book, name: string, address?: string): PersonRecord | null | undefined {
  if (address !== undefined) {
    const known = book.bySlug.get(address);
    if (known !== undefined) return known;
  }
  const same = namesakes(book, name).filter(
    (person) => address === undefined || person.linkedin === undefined,
  );
  if (same.length > 1) return address === undefined ? null : undefined;
  const [only] = same;
  if (only !== undefined && address !== undefined) {
    only.linkedin = address;
    book.bySlug.set(address, only);
  }
  return only;
}

/** Like `findInBook`, but adds a person who isn't in it. @returns null if ambiguous */
export function findOrAdd(
  book: Book,
  where: string,
  name: string,
  address?: string,
): PersonRecord | null {
  const known = findInBook(book, name, address);
  if (known !== undefined) return known;
  const person: PersonRecord = { where, name };
  if (address !== undefined) person.linkedin = address;
  addToBook(book, person);
  return person;
}

/** Joins first and last name, leaving out a last name of dots; '' if blank or a closed account. */
export function fullName(first: string, last: string): string {
  const lastName = cleanLine(last);
  const name = cleanLine(/^[.\-_]*$/.test(lastName) ? first : `${first} ${lastName}`);
  return isName(name) && !isClosedAccount(name) ? name : '';
}

/** Cleans a full name; '' for closed accounts. */
export function displayName(cell: string): string {
  const name = cleanLine(cell);
  return isClosedAccount(name) || !isName(name) ? '' : name;
}

/** Profile address in a cell; undefined if there's none. */
export function profileAddressIn(cell: string): string | undefined {
  return cell === '' ? undefined : profileAddress(cell);
}
