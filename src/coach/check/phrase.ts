import type { Message, Word } from './message.ts';
import { wordClasses } from './word-classes.ts';

/*
 * A small pattern language for phrases. Words are folded; a match never crosses a sentence end.
 *
 * - `thank/thanks`: either word · `very?`: optional · `recommend*`: any word with this beginning
 * - `...`: up to four words · `@day`: a word class (word-classes.ts) · `^`: start of a sentence
 *
 * Long lists are in `phrases/`, one phrase a line, each with an example on which it fires.
 *
 * Phrases and gaps have a bounded length, so searching is linear in the length of the text.
 */

/** A place in a message that matches a phrase. */
export interface Hit {
  /** Indices of the first and the last word, both inclusive. */
  from: number;
  to: number;
  /** UTF-16 offsets. */
  start: number;
  end: number;
  phrase: string;
}

interface Element {
  isOptional: boolean;
  isGap: boolean;
  words: ReadonlySet<string>;
  prefixes: readonly string[];
  classes: ReadonlyArray<(word: Word) => boolean>;
}

interface Pattern {
  phrase: string;
  startsSentence: boolean;
  /** Its words; parsed when a message has one that it may start with. */
  sources: readonly string[];
  elements: Element[] | null;
}

export interface Phrases {
  byWord: Map<string, Pattern[]>;
  /** Patterns that any word may start. */
  unindexed: Pattern[];
}

const MAX_GAP = 4;

function parseElement(source: string): Element {
  if (source === '...') {
    return {
      isOptional: false,
      isGap: true,
      words: new Set(),
      prefixes: [],
      classes: [],
    };
  }
  const isOptional = source.includes('?');
  const alternatives = source.replaceAll('?', '').split('/');
  return {
    isOptional,
    isGap: false,
    words: new Set(alternatives.filter((one) => !/^@|\*$/.test(one))),
    prefixes: alternatives.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1)),
    classes: alternatives
      .filter((one) => one.startsWith('@'))
      .map((one) => {
        const found = wordClasses[one.slice(1)];
        if (found === undefined) throw new TypeError(`No class of words is called ${one}`);
        return found;
      }),
  };
}

/** The words that a phrase can start with; null if a gap, prefix or word class can start it. */
function openingWords(sources: readonly string[]): readonly string[] | null {
  const opening: string[] = [];
  for (const source of sources) {
    if (source === '...' || /[@*]/.test(source)) return null;
    opening.push(...source.replaceAll('?', '').split('/'));
    if (!source.includes('?')) return opening;
  }
  return null;
}

/**
 * Wraps a list of phrases in a function that sorts them by their first words on first use. Each is
 * parsed when a message may have it; then an unknown word class throws a TypeError.
 */
export function phrases(list: readonly string[]): () => Phrases {
  let compiled: Phrases | null = null;
  return () => {
    if (compiled !== null) return compiled;
    const byWord = new Map<string, Pattern[]>();
    const unindexed: Pattern[] = [];
    for (const phrase of list) {
      const all = phrase.split(' ');
      const startsSentence = all[0] === '^';
      const sources = startsSentence ? all.slice(1) : all;
      const pattern: Pattern = { phrase, startsSentence, sources, elements: null };
      const opening = openingWords(sources);
      if (opening === null) unindexed.push(pattern);
      for (const word of opening ?? []) {
        const known = byWord.get(word);
        if (known === undefined) byWord.set(word, [pattern]);
        else known.push(pattern);
      }
    }
    compiled = { byWord, unindexed };
    return compiled;
  };
}

/** Between a phrase and the example on which it fires. */
const SEPARATOR = ' | ';

/** The phrases of a file, one a line, each with its example; lines with # are headings. */
export function readPhrases(text: string): Array<{ phrase: string; example: string }> {
  return text.split('\n').flatMap((line) => {
    if (line === '' || line.startsWith('#')) return [];
    const at = line.indexOf(SEPARATOR);
    return at < 0
      ? [{ phrase: line, example: '' }]
      : [{ phrase: line.slice(0, at), example: line.slice(at + SEPARATOR.length) }];
  });
}

/** The phrases of a file in `phrases/`, compiled on first use. */
export function phraseFile(text: string): () => Phrases {
  let compiled: (() => Phrases) | null = null;
  return () => {
    compiled ??= phrases(readPhrases(text).map(({ phrase }) => phrase));
    return compiled();
  };
}

function fits({ words, prefixes, classes: tests }: Element, word: Word): boolean {
  return (
    words.has(word.fold) ||
    prefixes.some((prefix) => word.fold.startsWith(prefix)) ||
    tests.some((test) => test(word))
  );
}

/** Matches the elements from `next` at word `at`: the index after the last word matched, or -1. */
function matchFrom(
  elements: readonly Element[],
  next: number,
  words: readonly Word[],
  at: number,
  sentence: number,
): number {
  const current = elements[next];
  if (current === undefined) return at;
  if (current.isGap) {
    for (let skip = 0; skip <= MAX_GAP; skip++) {
      const end = matchFrom(elements, next + 1, words, at + skip, sentence);
      if (end >= 0) return end;
    }
    return -1;
  }
  const word = words[at];
  if (word !== undefined && word.sentence === sentence && fits(current, word)) {
    const end = matchFrom(elements, next + 1, words, at + 1, sentence);
    if (end >= 0) return end;
  }
  return current.isOptional ? matchFrom(elements, next + 1, words, at, sentence) : -1;
}

/** Finds phrases in a message, in text order; at most one hit starts at each word. */
export function findPhrases({ words }: Message, list: () => Phrases): Hit[] {
  const { byWord, unindexed } = list();
  const hits: Hit[] = [];
  for (const [from, word] of words.entries()) {
    const indexed = byWord.get(word.fold);
    const patterns = indexed === undefined ? unindexed : [...indexed, ...unindexed];
    for (const pattern of patterns) {
      if (pattern.startsSentence && !word.isSentenceStart) continue;
      pattern.elements ??= pattern.sources.map(parseElement);
      const end = matchFrom(pattern.elements, 0, words, from, word.sentence);
      const last = words[end - 1];
      if (end <= from || last === undefined) continue;
      hits.push({
        from,
        to: end - 1,
        start: word.start,
        end: last.end,
        phrase: pattern.phrase,
      });
      break;
    }
  }
  return hits;
}

/** The matched text in double quotes, on one line, cut to 60 characters. */
export function quote({ text }: Message, { start, end }: { start: number; end: number }): string {
  const words = text
    .slice(start, Math.min(end, start + 400))
    .replace(/\s+/g, ' ')
    .trim();
  const short = words.length <= 60 ? words : `${words.slice(0, 59).trimEnd()}…`;
  return `"${short}"`;
}
