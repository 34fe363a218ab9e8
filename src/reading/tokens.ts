import { fold } from '../text/fold.ts';
import { CONTRACTED, loadWink, plainAscii } from './wink.ts';

/** What a word of the sentence turned out to be; `link` joins a person to it ("with"), `place` says who or where they are. */
type Role = 'thing' | 'person' | 'day' | 'link' | 'place';

/** One word of the sentence, or one quoted text. */
export interface Token {
  /** As typed, punctuation and all. */
  raw: string;
  /** Without the punctuation around it. */
  core: string;
  /** As compared: the core without case, accents and possessive, a short form written out. */
  word: string;
  /** The punctuation after it. */
  tail: string;
  isCapital: boolean;
  isPossessive: boolean;
  isQuote: boolean;
  /** Written `@Name`. */
  isMention: boolean;
  /** The part of speech, as Universal Dependencies names it. */
  pos: string;
  lemma: string;
  /** Whether the tagger's word list has it in small letters: "rose" it has, "priya" it hasn't. */
  isWord: boolean;
  role: Role;
  /** Whether it is part of a day, even where that day is not when it happened. */
  isCalendar: boolean;
}

const PIECE = /@?(?:"[^"]+"|“[^”]+”)[^\s"“”\p{L}\p{N}]*|\S+/gu;
const QUOTE = /^@?["“].+["”][^"”]*$/u;
const CORE = /^[^\p{L}\p{M}\p{N}#&+]*(.*?)([^\p{L}\p{M}\p{N}&+]*)$/su;
/** Signs that are words by themselves; others, such as an emoji, are left out. */
const SIGN = /^(?:[-–—&+@/(]+|[,;:.!?)]+)$/;

/** How people write these words when they are in a hurry. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['w/', 'with'],
  ['w', 'with'],
  ['&', 'and'],
  ['+', 'and'],
  ['@', 'at'],
  ['thx', 'thanks'],
  ['ty', 'thanks'],
  ['re', 'about'],
  ['abt', 'about'],
  ['n', 'and'],
  ['nite', 'night'],
  ['mtg', 'meeting'],
  ['convo', 'conversation'],
  ['pls', 'please'],
]);

/** Splits a sentence at white space; a quoted text stays whole. */
export function tokenise(text: string): Token[] {
  const spaced = text
    .replace(/(?<=\p{L})\/(?=\p{Lu})|(?<=\p{L}|\s)[&+](?=\p{L}{2})/gu, (sign) =>
      sign === '/' ? ' & ' : ` ${sign} `,
    )
    .replace(/(?<=\p{L})([;:])(?=\p{L})/gu, '$1 ');
  const tokens = (spaced.match(PIECE) ?? [])
    .filter((raw) => /[\p{L}\p{N}]/u.test(raw) || SIGN.test(raw))
    .map(toToken);
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (token.tail === '' && next?.raw.startsWith('(')) token.tail = '(';
  });
  return tokens;
}

function toToken(raw: string): Token {
  const [, core = '', tail = ''] = CORE.exec(raw) ?? [];
  const isPossessive =
    (/['’]s$/i.test(core) && !CONTRACTED.test(core)) || (/s$/.test(core) && /^['’]/.test(tail));
  const isMention = raw.startsWith('@') && /^\p{L}/u.test(core);
  const whole = SHORT.get(raw.toLowerCase());
  const short = whole ?? SHORT.get(core.toLowerCase());
  const isShort = short !== undefined && /^[a-z]/i.test(core);
  const bare = isPossessive && /['’]s$/i.test(core) ? core.slice(0, -2) : core;
  return {
    // A title has the word written out, and the dot of "w." ends nothing.
    raw: isShort ? short + (whole === undefined ? tail.replace(/^[.:]/, '') : '') : raw,
    core,
    word: short ?? (core === '' ? raw : fold(bare)),
    tail: /[,;:.!?)(–—]/.exec(isShort ? tail.replace(/^[.:]/, '') : tail)?.[0] ?? '',
    // Letters of a script without case may always begin a name.
    isCapital: /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(core),
    isPossessive,
    isQuote: QUOTE.test(raw) && !isMention,
    isMention,
    pos: 'X',
    lemma: '',
    isWord: false,
    role: 'thing',
    isCalendar: false,
  };
}

/** Whether a token ends a name or a phrase: a comma, a bracket, the end of a sentence. */
export function isBreak({ core, tail }: Token): boolean {
  if (tail === '.') return core.length > 1 && !/^(dr|prof|mrs?|ms|jr|sr|st)$/i.test(core);
  return tail !== '';
}

/** The words as typed without the punctuation around them; initials keep their dot. */
export function typed(span: readonly Token[]): string {
  return span
    .map(({ core, tail }, index) => {
      const isLast = index === span.length - 1;
      const hasDot = tail === '.' && (!isLast || core.length === 1 || /^(jr|sr)$/i.test(core));
      return `${core}${hasDot ? '.' : ''}${!isLast && tail === ',' ? ',' : ''}`;
    })
    .join(' ');
}

/** A part-of-speech tagger. */
export interface Tagger {
  /** Fills in `pos`, `lemma` and `isWord`; a person is tagged as the name that they are, whatever word it may be. */
  tag: (tokens: readonly Token[]) => void;
}

let loaded: Promise<Tagger> | undefined;

/** Loads the tagger once: about as long as starting Node takes. */
export function loadTagger(): Promise<Tagger> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Tagger> {
  const { nlp, isKnown } = await loadWink();
  return {
    tag: (tokens) => {
      tagWith(tokens, tokens.map(plainWord));
      tokens.forEach((token, at) => {
        // "reshelved the books": a past form that the list lacks is taken for a noun.
        const isPast = /[a-z]{3}ed$/.test(token.word) && /^(?:NOUN|ADJ|PROPN|X)$/.test(token.pos);
        const next = tokens[at + 1];
        if (
          isPast &&
          !token.isWord &&
          token.tail === '' &&
          /^(?:DET|PRON|NUM)$/.test(next?.pos ?? '')
        )
          Object.assign(token, { pos: 'VERB', lemma: token.word.replace(/ed$/, '') });
      });
      // A first word is written large: "Graded" is a name only where "graded" is no verb.
      const isFirst = (at: number) => at === 0 || /^[.:;!?]$/.test(tokens[at - 1]?.tail ?? '');
      const large = tokens.filter(
        ({ pos, role, isWord, isCapital }, at) =>
          isFirst(at) && pos === 'PROPN' && role === 'thing' && isWord && isCapital,
      );
      if (large.length === 0) return;
      const copy = tokens.map((token) => ({ ...token }));
      tagWith(
        copy,
        tokens.map((token) => (large.includes(token) ? token.word : plainWord(token))),
      );
      tokens.forEach((token, at) => {
        const { pos = '', lemma = '' } = copy[at] ?? {};
        const isVerb = pos === 'VERB' && lemma !== token.word;
        if (large.includes(token) && (isVerb || !/^(?:NOUN|PROPN|VERB|X)$/.test(pos)))
          Object.assign(token, { pos, lemma });
      });
    },
  };

  function tagWith(tokens: readonly Token[], words: readonly string[]): void {
    const text = words.map((word, at) => `${word} ${tokens[at]?.tail ?? ''}`).join(' ');
    const tagged = nlp.readDoc(text).tokens();
    const [values, tags, lemmas] = [
      tagged.out(),
      tagged.out(nlp.its.pos as never) as string[],
      tagged.out(nlp.its.lemma as never) as string[],
    ];
    let next = 0;
    tokens.forEach((token, at) => {
      const first = next;
      for (let length = 0; length < (words[at] ?? '').replace(/\s/g, '').length; next++)
        length += Math.max(1, (values[next] ?? ' ').length);
      token.pos = tags[first] ?? 'X';
      const isWhole = next - first <= 1 || /['’]/.test(token.core);
      token.lemma = isWhole ? (lemmas[first] ?? token.word) : token.word;
      if (!isWhole && tags.slice(first, next).includes('NOUN')) token.pos = 'NOUN';
      token.isWord = token.word.split('-').every(isKnown) || isKnown(token.lemma.toLowerCase());
      if (token.tail !== '') next++;
    });
  }
}

/** What stands for a token before the tagger: plain ASCII, since it splits words at other letters. */
function plainWord({ role, core, word, isQuote, isPossessive }: Token): string {
  const end = isPossessive ? "'s" : '';
  if (role === 'person') return `Anna${end}`;
  if (role === 'day') return 'Monday';
  if (isQuote) return 'Apollo';
  const bare = isPossessive ? core.replace(/['’]s$/i, '') : core;
  const plain = plainAscii(bare);
  if (/^[a-z]+$/i.test(word) && fold(plain) !== word && !core.includes("'")) return word + end;
  return plain + end;
}
