import type { Message, Word } from './message.ts';
import { classes } from './word-classes.ts';

/**
 * A small language for phrases, so that the words a rule looks for can be read, and a long list of them
 * costs one pass over the text. Words are folded; a phrase never crosses the end of a sentence.
 *
 * - `thank/thanks` either word · `very?` may be missing · `recommend*` any word that begins so
 * - `...` up to four words of any kind · `@day` a class of words (see word-classes.ts) · `^` the sentence begins here
 *
 * A phrase has a fixed length and a gap is at most four words, so each place in the text costs a bounded number of steps.
 */
export interface Hit {
  /** The words it covers, first to last. */
  from: number;
  to: number;
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** The phrase as it stands in the list. */
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
  isStart: boolean;
  elements: Element[];
}

export interface Phrases {
  byWord: Map<string, Pattern[]>;
  others: Pattern[];
}

const GAP = 4;

function element(source: string): Element {
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
        const found = classes[one.slice(1)];
        if (found === undefined) throw new TypeError(`No class of words is called ${one}`);
        return found;
      }),
  };
}

/** The words that a phrase can begin with; null where it is more than a list of words. */
function openingWords(elements: readonly Element[]): ReadonlySet<string> | null {
  const opening = new Set<string>();
  for (const { isOptional, isGap, words, prefixes, classes: tests } of elements) {
    if (isGap || prefixes.length + tests.length > 0) return null;
    for (const word of words) opening.add(word);
    if (!isOptional) return opening;
  }
  return null;
}

/**
 * Prepares a list of phrases; the work is done at the first use.
 * @throws TypeError for a class of words that does not exist
 */
export function phrases(list: readonly string[]): () => Phrases {
  let ready: Phrases | null = null;
  return () => {
    if (ready !== null) return ready;
    const byWord = new Map<string, Pattern[]>();
    const others: Pattern[] = [];
    for (const phrase of list) {
      const sources = phrase.split(' ');
      const isStart = sources[0] === '^';
      const elements = (isStart ? sources.slice(1) : sources).map(element);
      const pattern = { phrase, isStart, elements };
      const opening = openingWords(elements);
      if (opening === null) others.push(pattern);
      for (const word of opening ?? []) {
        const known = byWord.get(word);
        if (known === undefined) byWord.set(word, [pattern]);
        else known.push(pattern);
      }
    }
    ready = { byWord, others };
    return ready;
  };
}

function isFit({ words, prefixes, classes: tests }: Element, word: Word): boolean {
  return (
    words.has(word.fold) ||
    prefixes.some((prefix) => word.fold.startsWith(prefix)) ||
    tests.some((test) => test(word))
  );
}

/** The index behind the last word that the elements from `next` on cover, or -1. */
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
    for (let skip = 0; skip <= GAP; skip++) {
      const end = matchFrom(elements, next + 1, words, at + skip, sentence);
      if (end >= 0) return end;
    }
    return -1;
  }
  const word = words[at];
  if (word !== undefined && word.sentence === sentence && isFit(current, word)) {
    const end = matchFrom(elements, next + 1, words, at + 1, sentence);
    if (end >= 0) return end;
  }
  return current.isOptional ? matchFrom(elements, next + 1, words, at, sentence) : -1;
}

/** Every place where one of the phrases stands, in the order of the text; at most one a word. */
export function findPhrases({ words }: Message, list: () => Phrases): Hit[] {
  const { byWord, others } = list();
  const hits: Hit[] = [];
  for (const [from, word] of words.entries()) {
    for (const pattern of [...(byWord.get(word.fold) ?? []), ...others]) {
      if (pattern.isStart && !word.isSentenceStart) continue;
      const behind = matchFrom(pattern.elements, 0, words, from, word.sentence);
      const last = words[behind - 1];
      if (behind <= from || last === undefined) continue;
      hits.push({
        from,
        to: behind - 1,
        start: word.start,
        end: last.end,
        phrase: pattern.phrase,
      });
      break;
    }
  }
  return hits;
}

/** The words of a hit as they stand in the text, cut to one line of at most 60 characters. */
export function quote({ text }: Message, { start, end }: { start: number; end: number }): string {
  const words = text
    .slice(start, Math.min(end, start + 400))
    .replace(/\s+/g, ' ')
    .trim();
  const short = words.length <= 60 ? words : `${words.slice(0, 59).trimEnd()}…`;
  return `"${short}"`;
}
