import { CONTRACTED, loadWink, plainAscii } from '../wink.ts';

/** One word of a text with its part of speech. */
export interface Word {
  /** As it will be said. */
  text: string;
  lower: string;
  /** As Universal Dependencies names it: NOUN, VERB, ADJ … */
  pos: string;
  /** Written with "'s": what follows belongs to it. */
  isPossessive: boolean;
}

/** Splits at spaces and tags every word. */
type Tag = (text: string) => Word[];

/** The tagger, and what its lists know of a word alone. */
export interface Tagger {
  tag: Tag;
  /** How friendly a word is, from -1 to 1. */
  warmth: (word: string) => number;
  isKnown: (word: string) => boolean;
}

let loaded: Promise<Tagger> | undefined;

/** The tagger of details, made once. */
export function loadTagger(): Promise<Tagger> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Tagger> {
  const { nlp, isKnown } = await loadWink();
  return {
    tag: (text) => {
      const pieces = text.split(' ').filter((piece) => piece !== '');
      const plain = pieces.map(plainAscii);
      const tokens = nlp.readDoc(plain.join(' ')).tokens();
      const values = tokens.out();
      const tags = tokens.out(nlp.its.pos as never) as string[];
      let next = 0;
      const words = pieces.map((piece, at) => {
        const first = next;
        for (let length = 0; length < (plain[at] as string).length; next++)
          length += Math.max(1, (values[next] ?? ' ').length);
        const isPossessive = /(?:\p{L}['’]s|s['’])$/iu.test(piece) && !CONTRACTED.test(piece);
        return {
          text: piece,
          lower: piece.toLowerCase().replace('’', "'"),
          pos: piece.includes('-') && next - first > 1 ? joined(piece) : (tags[first] ?? 'X'),
          isPossessive,
        };
      });
      for (const word of words)
        if (/^\p{Lu}{2,}\d*$/u.test(word.text) && word.pos !== 'NUM') word.pos = 'PROPN';
      for (const word of words)
        if (/^(?:every|some|any|no)(?:thing|one|body)$/.test(word.lower)) word.pos = 'PRON';
      // "The best lambing partner", "the new shed": no adverbs.
      for (const [at, word] of words.entries())
        if (
          /^(?:best|worst|new|last|late|early|only|first|fast)$/.test(word.lower) &&
          word.pos === 'ADV' &&
          /^(?:DET|PRON)$/.test(words[at - 1]?.pos ?? '') &&
          words[at + 1] !== undefined
        )
          word.pos = 'ADJ';
      // "The north gallery".
      for (const [at, word] of words.entries())
        if (
          word.pos === 'ADV' &&
          !/ly$|^(?:very|so|too)$/.test(word.lower) &&
          words[at - 1]?.pos === 'DET' &&
          words[at + 1]?.pos === 'NOUN'
        )
          word.pos = 'ADJ';
      for (const word of words) if (/^\d/.test(word.lower)) word.pos = 'NUM';
      // "Drove me round every park": the tagger takes it for a round.
      for (const [at, word] of words.entries())
        if (
          /^(?:round|past|over)$/.test(word.lower) &&
          words[at - 1]?.pos !== 'DET' &&
          words[at + 1]?.pos === 'DET'
        )
          word.pos = 'ADP';
      return words;

      /** "Hard-working" is an adjective, "check-in" and "go-live" are nouns. */
      function joined(piece: string): string {
        if (/^\p{Lu}/u.test(piece)) return 'PROPN';
        if (/\p{L}{2}(?:ed|ing)$/u.test(piece)) return 'ADJ';
        if (/^(?:\d|two|three|four|five|six|one|first|second|last)\S*-\p{L}+[^s]$/u.test(piece))
          return 'ADJ';
        const last = tags[next - 1];
        return last === 'ADJ' ? 'ADJ' : 'NOUN';
      }
    },
    warmth: (word) => Number(nlp.readDoc(word).out(nlp.its.sentiment as never)),
    isKnown,
  };
}
