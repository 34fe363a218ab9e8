import type { Database } from 'better-sqlite3';
import type { Person } from '../model.ts';
import { hasTeam, peopleLike } from '../store/find-people.ts';
import { readMe } from '../store/me.ts';
import { fold } from '../text/fold.ts';
import { BEFORE_KNOWN, FUNCTION_WORDS } from './sentence-lexicon.ts';
import { isBreak, type Token, wordsOf } from './sentence-tokens.ts';

/** The names in the log that the sentence may mean, as `wordsOf` has them. */
export interface Known {
  /** Full names and aliases. */
  full: ReadonlySet<string>;
  /** First names. */
  first: ReadonlySet<string>;
  /** Whether somebody's team, or mine, is called so. */
  isTeam: (name: string) => boolean;
}

/** So many people who share one part of a name are looked at. */
const MOST = 200;
const LONGEST_NAME = 6;
const TITLES = /^(dr|prof|professor|mr|mrs|ms|mx|sir) /;

/** Looks up every word that may begin a name: capitalised, or where a person stands. */
export function knownPeople(db: Database, tokens: readonly Token[]): Known {
  const words = new Set<string>();
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const isPlace =
      before !== undefined && (BEFORE_KNOWN.has(before.word) || before.tail.includes(','));
    const isName = token.isCapital || (isPlace && !FUNCTION_WORDS.has(token.word));
    if (!token.isQuote && token.core !== '' && (isName || token.isMention)) words.add(token.word);
  });
  const people = new Map<number, Person>();
  for (const word of words)
    for (const person of peopleLike(db, word, MOST)) people.set(person.id, person);
  const full = new Set<string>();
  const first = new Set<string>();
  for (const { name, aliases } of people.values()) {
    const bare = wordsOf(name.split(',')[0] ?? name).replace(TITLES, '');
    for (const one of [wordsOf(name), bare, ...aliases.map(wordsOf)]) full.add(one);
    first.add(bare.split(' ')[0] ?? bare);
  }
  return {
    full,
    first,
    isTeam: (name) => fold(readMe(db).team ?? '') === fold(name) || hasTeam(db, name),
  };
}

/** How many tokens from `from` on are the longest known full name or alias, or one first name; 0 for none. */
export function knownAt(tokens: readonly Token[], from: number, known: Known): number {
  let words = '';
  let length = 0;
  for (let index = from; index < Math.min(tokens.length, from + LONGEST_NAME); index++) {
    const token = tokens[index];
    if (token === undefined || token.isQuote || token.role !== 'title') break;
    words = index === from ? token.word : `${words} ${token.word}`;
    if (known.full.has(words)) length = index - from + 1;
    if (isBreak(token) || token.isPossessive) break;
  }
  if (length === 0 && known.first.has(tokens[from]?.word ?? '') && !tokens[from]?.isQuote) return 1;
  return length;
}
