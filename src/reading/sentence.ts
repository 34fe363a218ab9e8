import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Kind } from '../model.ts';
import { findDate } from './sentence-date.ts';
import { kindOf } from './sentence-kind.ts';
import { type Known, knownAt, knownPeople } from './sentence-known.ts';
import { markPeople } from './sentence-people.ts';
import type { Place } from './sentence-place.ts';
import { titleOf } from './sentence-title.ts';
import { type Token, tokenise } from './sentence-tokens.ts';

/** The longest sentence that is read, in UTF-16 units: a title has a thousand. */
const LONGEST = 2_000;

/** What a sentence says of an interaction; what it does not say is left out. */
export interface Sentence {
  kind?: Kind;
  with?: string[];
  title?: string;
  /** Where the people work, by their names as typed. */
  places?: ReadonlyMap<string, Place>;
  /** The day as typed: "yesterday", "nov 5". */
  on?: string;
}

/**
 * Reads an interaction out of plain words: `[day:] what it was with Name, Name and Name [day]`. People
 * of the log are found by full name, alias or first name; capitalised words after "with", "from",
 * "met" or "by" are new people; a quoted text is never taken apart. No word is lost: each is in the
 * title, a name, their place or the day, unless it is a verb that the kind says or a word that joined them.
 * @throws Failure `usage` for a sentence of over 2,000 characters
 */
export async function readSentence(text: string, context: Context): Promise<Sentence> {
  if (text.length > LONGEST) {
    throw new Failure(
      'usage',
      `the sentence is ${text.length} characters long; ${LONGEST} is the most`,
      'Say what it was in a few words, and keep the rest for --note.',
    );
  }
  const tokens = tokenise(text);
  const known = knownPeople(context.store(), tokens);
  const day = findDate(tokens, fullNames(tokens, known), (to) => endsInPerson(tokens, to, known));
  if (day !== null) for (const token of tokens.slice(day.from, day.to)) token.role = 'date';
  const { names, places } = markPeople(tokens, known);
  const kind = kindOf(tokens);
  const title = titleOf(tokens, kind);
  return {
    ...(kind !== undefined && { kind }),
    ...(names.length > 0 && { with: names }),
    ...(places.size > 0 && { places }),
    ...(title !== undefined && { title }),
    ...(day !== null && { on: day.words }),
  };
}

/** Tells whether a token belongs to a known name of several words, whose parts are no days: "Sun Li". */
function fullNames(tokens: readonly Token[], known: Known): (at: number) => boolean {
  const named = new Set<number>();
  tokens.forEach((_, from) => {
    const length = knownAt(tokens, from, known);
    if (length > 1) for (let at = from; at < from + length; at++) named.add(at);
  });
  return (at) => named.has(at);
}

function endsInPerson(tokens: readonly Token[], to: number, known: Known): boolean {
  const before = tokens.slice(0, to).map((token) => ({ ...token }));
  markPeople(before, known);
  return before.at(-1)?.role === 'person';
}
