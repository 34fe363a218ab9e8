import type { Database } from 'better-sqlite3';
import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { type Person, type PersonRef, refOf } from '../../model.ts';
import { peopleFirstNamed, peopleLike, peopleNamed } from '../../store/find-people.ts';
import { personOrNull } from '../../store/people.ts';
import { lastShownList } from '../../store/shown.ts';
import { count } from '../../text/count.ts';
import { fold } from '../../text/fold.ts';
import { safe } from '../../text/safe.ts';
import { quoteForShell } from '../../text/shell.ts';

const MAX_CANDIDATES = 10;

/**
 * Finds the person that a command's NAME means: as `findPerson`, or by the number on today's list as last
 * shown on a terminal, saying whom it took.
 * @throws Failure `unknown-person`, or `ambiguous-person` with the candidates
 */
export function findNamed(db: Database, text: string, context: Context): Person {
  return findListed(db, text, context) ?? findPerson(db, text);
}

/**
 * The person with this number on today's list as last shown on a terminal; null if the text is no bare
 * number, or somebody's name.
 * @throws Failure `unknown-person` if the list has no such number, or wasn't shown today
 */
export function findListed(db: Database, text: string, context: Context): Person | null {
  const typed = text.trim();
  if (!BARE_NUMBER.test(typed) || peopleNamed(db, typed).length > 0) return null;
  const list = lastShownList(db);
  const isSeen = list?.day === context.today;
  // Only the list of the real today is remembered.
  if (!isSeen && !context.isClockDay)
    throw new Failure(
      'unknown-person',
      `numbers don't work with --today: ${typed}`,
      'See the names: netcoach people',
    );
  if (list === null || !isSeen)
    throw new Failure(
      'unknown-person',
      `no ${typed} on today's list, which is empty or hasn't been shown yet`,
      'Show it: netcoach',
    );
  const listed = list.places.get(Number(typed));
  const person = listed === undefined ? null : personOrNull(db, listed.person);
  if (person === null)
    throw new Failure('unknown-person', `no ${typed} on today's list`, 'See it again: netcoach');
  if (!context.isJson) context.note(`${Number(typed)} = ${safe(person.name)}`);
  return person;
}

const BARE_NUMBER = /^\d{1,6}$/;

/**
 * Finds a person by `#ID`, by full name or alias, else by a part of one; ignores case and accents.
 * @throws Failure `unknown-person`, or `ambiguous-person` with the candidates
 */
export function findPerson(db: Database, text: string): Person {
  const person = findPersonOrNull(db, text);
  if (person !== null) return person;
  const name = text.trim();
  if (/^#\d+$/.test(name))
    throw new Failure('unknown-person', `no one has the number ${name}`, 'See: netcoach people');
  if (BARE_NUMBER.test(name))
    throw new Failure(
      'unknown-person',
      `a number from the list isn't enough here: ${name}`,
      'Give the name, to be safe. See: netcoach people',
    );
  throw new Failure(
    'unknown-person',
    `no one called "${name}"`,
    `See: netcoach people — or add them: netcoach add ${quoteForShell(name)}`,
  );
}

/**
 * Like `findPerson`, but returns null if no one fits.
 * @param isWordStart whether a part must start a word; for names that may be new
 * @throws Failure `ambiguous-person`
 */
export function findPersonOrNull(db: Database, text: string, isWordStart = false): Person | null {
  const name = text.trim();
  if (/^#\d+$/.test(name)) {
    const id = Number(name.slice(1));
    return Number.isSafeInteger(id) ? personOrNull(db, id) : null;
  }
  // A lone accent folds to the empty string, which every name contains.
  if (fold(name) === '') return null;
  const exact = peopleNamed(db, name);
  // A number is a place on a list, and no part of a name: "1" isn't "Visitor 1".
  const isWhole = exact.length > 0 || BARE_NUMBER.test(name);
  const first = isWhole ? exact : peopleFirstNamed(db, name, MAX_CANDIDATES + 1);
  const found =
    isWhole || first.length > 0 ? first : peopleLike(db, name, MAX_CANDIDATES + 1, isWordStart);
  if (found.length <= 1) return found[0] ?? null;
  const shown = found.slice(0, MAX_CANDIDATES);
  const names = shown.map((one) => `${one.name} (#${one.id})`).join(', ');
  const number =
    found.length > MAX_CANDIDATES
      ? `more than ${MAX_CANDIDATES} people`
      : count(found.length, 'person', 'people');
  throw new Failure(
    'ambiguous-person',
    `"${name}" could be ${number}: ${names}`,
    `Give the full name, or the number: "#${found[0]?.id}"`,
    { candidates: shown.map(refOf) },
  );
}

/** Most names are ASCII, and a pattern with classes of Unicode is slow to parse. */
const ASCII_NAME = /^[A-Za-z][A-Za-z0-9 .'-]{0,60}$/;
const isPlainName = (name: string) => /^\p{L}[\p{L}\p{M}\p{N} .'’-]{0,60}$/u.test(name);

/** Names a person in a command to type, quoted: by `#ID` if the name is shared or hard to type. */
export function nameFor(db: Database, { id, name }: PersonRef): string {
  const isPlain = ASCII_NAME.test(name) || (isPlainName(name) && safe(name) === name);
  return quoteForShell(isPlain && peopleNamed(db, name).length === 1 ? name : `#${id}`);
}
