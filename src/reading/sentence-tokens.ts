import { fold } from '../text/fold.ts';

/** What a word of the sentence turned out to be; `link` joins a person to it ("with", "and"), `place` says where they work. */
type Role = 'title' | 'person' | 'date' | 'link' | 'place';

/** One word of the sentence, or one quoted text. */
export interface Token {
  /** As typed, punctuation and all. */
  raw: string;
  /** Without the punctuation around it. */
  core: string;
  /** As compared: the core without case, accents and possessive. */
  word: string;
  /** The punctuation after it. */
  tail: string;
  isCapital: boolean;
  isPossessive: boolean;
  isQuote: boolean;
  /** Written `@Name`. */
  isMention: boolean;
  role: Role;
}

const PIECE = /@?(?:"[^"]+"|“[^”]+”)[^\s"“”\p{L}\p{N}]*|\S+/gu;
const QUOTE = /^@?["“].+["”][^"”]*$/u;
const CORE = /^[^\p{L}\p{M}\p{N}#]*(.*?)([^\p{L}\p{M}\p{N}]*)$/su;

/** Splits a sentence at white space; a quoted text stays whole. */
export function tokenise(text: string): Token[] {
  return (text.match(PIECE) ?? []).map(toToken);
}

function toToken(raw: string): Token {
  const [, core = '', tail = ''] = CORE.exec(raw) ?? [];
  const isPossessive = /['’]s$/i.test(core);
  const isMention = raw.startsWith('@') && /^\p{L}/u.test(core);
  return {
    raw,
    core,
    word: wordOf(raw, isPossessive ? core.slice(0, -2) : core),
    tail,
    // Letters of a script without case may always begin a name.
    isCapital: /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(core),
    isPossessive,
    isQuote: QUOTE.test(raw) && !isMention,
    isMention,
    role: 'title',
  };
}

function wordOf(raw: string, core: string): string {
  if (/^w\/$/i.test(raw)) return 'with';
  return core === '' ? raw : fold(core);
}

/** The words of a name as tokens have them, so that the two compare. */
export function wordsOf(name: string): string {
  return tokenise(name)
    .map(({ word }) => word)
    .join(' ');
}

/** Whether a token ends a name or a phrase: a comma, a bracket, a dash, or the end of a sentence. */
export function isBreak({ core, tail }: Token): boolean {
  if (tail.startsWith('.')) return core.length > 1 && !/^(dr|prof|mrs?|ms|jr|sr|st)$/i.test(core);
  return tail !== '';
}
