import type { Database } from 'better-sqlite3';
import type { PersonRef, Relationship } from '../model.ts';
import { allNames, hasTeam, peopleRelated } from '../store/find-people.ts';
import { readMe } from '../store/me.ts';
import { fold } from '../text/fold.ts';
import { isOneSlip } from './slips.ts';
import { isBreak, type Token, tokenise } from './tokens.ts';

/** People of the log that some words may mean. */
export interface Match {
  /** How many tokens name them; 0 for nobody. */
  length: number;
  ids: readonly number[];
  /** Whether the words are a full name, an alias, or a first name with more behind it. */
  isFull: boolean;
}

/** The people of the log, as a sentence may name them. */
export interface Known {
  /** Whom the tokens from a place on name: the longest full name or alias, else a first name, else another part. */
  at: (tokens: readonly Token[], from: number) => Match;
  /** The one who is "my manager" or "my mentor"; null where the log knows none, or two. */
  related: (word: string) => number | null;
  nameOf: (id: number) => string;
  /** Somebody whose name is one slip of the hand away; null for none. */
  nearly: (name: string) => PersonRef | null;
  /** Whether a team of somebody's, or mine, is called so. */
  isTeam: (name: string) => boolean;
}

const LONGEST_NAME = 6;
const NOBODY: Match = { length: 0, ids: [], isFull: false };
const HONORIFIC = /^(?:dr|prof|professor|mr|mrs|ms|mx|sir) /;
const RELATED: ReadonlyMap<string, Relationship> = new Map([
  ['manager', 'manager'],
  ['boss', 'manager'],
  ['supervisor', 'manager'],
  ['mentor', 'mentor'],
]);

/** The relationship that "manager", "boss" or "mentor" names; undefined for any other word. */
export function relationshipOf(word: string): Relationship | undefined {
  return RELATED.get(word);
}

/** Reads everyone's names once. */
export function knownPeople(db: Database): Known {
  return knownAs(allNames(db), {
    related: (word) => {
      const relationship = RELATED.get(word);
      const found = relationship === undefined ? [] : peopleRelated(db, relationship);
      return found.length === 1 ? (found[0]?.id ?? null) : null;
    },
    isTeam: (name) => fold(readMe(db).team ?? '') === fold(name) || hasTeam(db, name),
  });
}

/** People by their names. @param others what the names alone don't tell */
export function knownAs(
  rows: ReturnType<typeof allNames>,
  others: Pick<Known, 'related' | 'isTeam'>,
): Known {
  const [exact, first, part] = [new Index(), new Index(), new Index()];
  const names = new Map<number, string>();
  for (const { id, name, folded } of rows) {
    names.set(id, name);
    for (const called of folded.split('\n')) {
      const whole = wordsOf(called);
      if (whole === '') continue;
      const bare = wordsOf(called.split(',')[0] ?? called).replace(HONORIFIC, '');
      exact.add(whole, id);
      exact.add(bare, id);
      const words = bare.split(' ');
      for (const [at, word] of words.entries()) (at === 0 ? first : part).add(word, id);
    }
  }
  const wordsBy = (id: number) => wordsOf(names.get(id) ?? '').split(' ');

  function at(tokens: readonly Token[], from: number): Match {
    let words = '';
    let found = NOBODY;
    for (let to = from; to < Math.min(tokens.length, from + LONGEST_NAME); to++) {
      const token = tokens[to];
      if (token === undefined || token.isQuote || token.role !== 'thing') break;
      words = to === from ? token.word : `${words} ${token.word}`;
      const ids = exact.get(words);
      if (ids.length > 0)
        found = { length: to - from + 1, ids, isFull: to > from || !first.has(words) };
      if ((isBreak(token) && token.tail !== ',') || token.isPossessive) break;
    }
    if (found.length > 1) return found;
    return withMore(tokens, from) ?? found;
  }

  /** "tom b", "Rosa Maria": a first name and what else tells who it is. */
  function withMore(tokens: readonly Token[], from: number): Match | null {
    const token = tokens[from];
    if (token === undefined || token.isQuote || token.role !== 'thing') return null;
    const byFirst = first.get(token.word);
    const next = tokens[from + 1];
    // "Mr. Becker", "T. Becker": a title or an initial, and the rest of the name.
    const isInitialFirst = token.word.length === 1 && token.tail === '.' && token.isCapital;
    if (next?.isCapital && (HONORIFIC.test(`${token.word} `) || isInitialFirst)) {
      const ids = part
        .get(next.word)
        .filter((id) => !isInitialFirst || wordsBy(id)[0]?.startsWith(token.word));
      if (ids.length === 1) return { length: 2, ids, isFull: true };
    }
    if (byFirst.length === 0) {
      const byPart = token.word.length > 1 || token.isCapital ? part.get(token.word) : [];
      return byPart.length === 0 ? null : { length: 1, ids: byPart, isFull: false };
    }
    if (next !== undefined && !isBreak(token) && !token.isPossessive && next.role === 'thing') {
      const isInitial =
        next.word.length === 1 && (next.isCapital || next.tail === '.') && next.word !== 'i';
      const fitting = byFirst.filter((id) =>
        wordsBy(id)
          .slice(1)
          .some((word) => (isInitial ? word.startsWith(next.word) : word === next.word)),
      );
      if (fitting.length > 0) return { length: 2, ids: fitting, isFull: true };
    }
    const exactly = exact.get(token.word);
    return { length: 1, ids: exactly.length > 0 ? exactly : byFirst, isFull: false };
  }

  return {
    at,
    ...others,
    nameOf: (id) => names.get(id) ?? '',
    nearly: (name) => {
      const [one = '', ...rest] = wordsOf(name).split(' ');
      const last = rest.at(-1);
      const isNear = (a: string, b: string) => a.length > 3 && b.length > 2 && isOneSlip(a, b);
      for (const [id, known] of names) {
        const [knownFirst = '', ...others] = wordsOf(known).split(' ');
        const knownLast = others.at(-1);
        if (last === undefined ? isNear(one, knownFirst) : false) return { id, name: known };
        if (last === undefined || knownLast === undefined) continue;
        const isFirst = one === knownFirst || isNear(one, knownFirst);
        const isLast = last === knownLast || isNear(last, knownLast);
        if (isFirst && isLast && wordsOf(known) !== wordsOf(name)) return { id, name: known };
      }
      return null;
    },
  };
}

class Index {
  readonly #ids = new Map<string, number[]>();
  add(words: string, id: number): void {
    const ids = this.#ids.get(words);
    if (ids === undefined) this.#ids.set(words, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }
  get(words: string): readonly number[] {
    return this.#ids.get(words) ?? [];
  }
  has(words: string): boolean {
    return this.#ids.has(words);
  }
}

/** The words of a name as tokens have them, so that the two compare. */
function wordsOf(name: string): string {
  // Most names are plain words, which need no splitting.
  if (/^[a-z]+(?: [a-z]+)*$/.test(name)) return name;
  return tokenise(name)
    .map(({ word }) => word)
    .join(' ');
}
