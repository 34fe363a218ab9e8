import { isName } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { cleanLine } from '../decode.ts';
import { profileAddress } from '../profile.ts';
import type { PersonRecord } from '../records.ts';

/** The people of one import: each address once, each name perhaps for several. */
export interface Book {
  people: PersonRecord[];
  bySlug: Map<string, PersonRecord>;
  /** Made when it is first needed: a lone list of connections never asks for it. */
  byName: Map<string, PersonRecord[]> | null;
}

/** A book without people. */
export function newBook(): Book {
  return { people: [], bySlug: new Map(), byName: null };
}

/** Adds a person whom the book does not hold. */
export function addToBook(book: Book, person: PersonRecord): void {
  book.people.push(person);
  if (person.linkedin !== undefined) book.bySlug.set(person.linkedin, person);
  if (book.byName !== null) addName(book.byName, person);
}

function addName(byName: Map<string, PersonRecord[]>, person: PersonRecord): void {
  const name = fold(person.name);
  const known = byName.get(name);
  if (known === undefined) byName.set(name, [person]);
  // More of one name are as ambiguous as these.
  else if (known.length < 1_000) known.push(person);
}

/** Everybody in the book with exactly this name, case and accents aside. */
export function namesakes(book: Book, name: string): PersonRecord[] {
  if (book.byName === null) {
    book.byName = new Map();
    for (const person of book.people) addName(book.byName, person);
  }
  return book.byName.get(fold(name)) ?? [];
}

/**
 * The person whom a row of another table means: by address, else by name where just one has it.
 * @returns null where several people have the name; undefined where nobody does
 */
function inBook(book: Book, name: string, address?: string): PersonRecord | null | undefined {
  if (address !== undefined) {
    const known = book.bySlug.get(address);
    if (known !== undefined) return known;
  }
  const same = namesakes(book, name).filter(
    (one) => address === undefined || one.linkedin === undefined,
  );
  if (same.length > 1) return address === undefined ? null : undefined;
  const [only] = same;
  if (only !== undefined && address !== undefined) {
    only.linkedin = address;
    book.bySlug.set(address, only);
  }
  return only;
}

/** Like `inBook`, but adds a person whom nobody knew yet. @returns null where several have the name */
export function findOrAdd(
  book: Book,
  where: string,
  name: string,
  address?: string,
): PersonRecord | null {
  const known = inBook(book, name, address);
  if (known !== undefined) return known;
  const person: PersonRecord = { where, name };
  if (address !== undefined) person.linkedin = address;
  addToBook(book, person);
  return person;
}

/** First and last name as one line; a last name of dots alone says nothing. '' where both are blank. */
export function fullName(first: string, last: string): string {
  const end = cleanLine(last);
  const name = cleanLine(/^[.\-_]*$/.test(end) ? first : `${first} ${end}`);
  return isName(name) ? name : '';
}

/** A display name from a table that has it in one cell; '' for closed accounts. */
export function displayName(cell: string): string {
  const name = cleanLine(cell);
  return name === 'LinkedIn Member' || !isName(name) ? '' : name;
}

/** The address in a cell; undefined where the cell has none. */
export function addressIn(cell: string): string | undefined {
  return cell === '' ? undefined : profileAddress(cell);
}
