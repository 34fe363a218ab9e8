/** Guesses what kind of phrase a title is. */
import { ADVERBS, CLAUSE, LINKS, NOUNS, PAST, VERBS } from './words.ts';

const DETERMINER = /^(?:the|our|a|an|my|your|this|that)\s+\S/i;
const OWNED = /^(?!(?:he|she|it|that|there|here|what|who|where|let)['’])\p{L}\S*['’]s\s+\S/iu;
/** "Sprint 12" and "Release 4.2" are names. */
const NUMBERED = /^\p{L}[\p{L}-]*\s+[vV]?\d[\d.]*$/u;
const PUNCTUATED = /[;?|•→=]|:(?!\d)|\s[-–—]\s|, /u;
const QUOTES = /["“”„«»]/u;
/** -ing nouns that start a compound ("Billing migration"); other -ing words start a clause. */
const NAMING =
  /^(?:accounting|advertising|banking|billing|branding|building|catering|coding|consulting|engineering|hiring|housing|hosting|landing|learning|licensing|listing|logging|machining|manufacturing|marketing|mentoring|messaging|modelling|monitoring|networking|nursing|offboarding|onboarding|packaging|planning|pricing|printing|processing|programming|publishing|purchasing|recruiting|reporting|routing|running|scheduling|screening|shipping|sourcing|sporting|staffing|standing|tasting|testing|ticketing|tooling|trading|training|turning|welding|working|writing)$/u;
const GERUND = /^\p{L}{2,}ing$/u;
/** "Acquired by Halden", "Assigned to Apollo". */
const PASSIVE = /^\p{L}{3,}ed (?:by|to|from|for|with|the|our|a|an)$/u;
const PREPOSITION_START = /^(?:at|during|on|in|from)\s+(?=\S)/i;

export type Phrase = 'determined' | 'noun' | 'gerund' | 'name' | 'clause' | 'unsure';

/** The words of a title in lower case, without bracketed text or outer punctuation. */
export function wordsOf(title: string): string[] {
  return title
    .replace(/\([^)]*\)/gu, ' ')
    .toLowerCase()
    .replace(/’/gu, "'")
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, ''))
    .filter((word) => word !== '');
}

/** Whether a list of singular nouns contains a word, or the singular of it. */
export function singularIn(list: ReadonlySet<string>, word: string): boolean {
  if (list.has(word)) return true;
  if (word.endsWith('ies') && list.has(`${word.slice(0, -3)}y`)) return true;
  if (word.endsWith('es') && list.has(word.slice(0, -2))) return true;
  return word.endsWith('s') && list.has(word.slice(0, -1));
}

/** The words before the first preposition. The last one is the head of a noun phrase. */
export function headWords(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, index) => index > 0 && LINKS.has(word));
  return at < 0 ? words : words.slice(0, at);
}

/** Whether a title is in title case, apart from versions and numbers, like a name. */
export function isName(title: string): boolean {
  const words = title.replace(/[()"'“”‘’]/gu, '').split(/[\s/]+/u);
  return words.every(
    (word, index) =>
      /^[\p{Lu}\p{N}]/u.test(word) ||
      /^v\d/u.test(word) ||
      (index > 0 && (LINKS.has(word) || /^(?:and|&|the|a|an)$/u.test(word))),
  );
}

/** Whether a text uses only Latin letters, so it can go into an English sentence without quotes. */
export function isLatin(text: string): boolean {
  return /\p{Script=Latin}|\p{N}/u.test(text) && !/[^\p{Script=Latin}\P{L}]/u.test(text);
}

/** The grammar of a cleaned title; `unsure` if it's only safe in quotes. */
export function phraseOf(title: string): Phrase {
  const bare = title.replace(/\([^)]*\)/gu, '');
  const isDetermined = DETERMINER.test(title) || OWNED.test(title);
  if (!isLatin(title) || PUNCTUATED.test(bare) || /\bvs\b/u.test(bare)) return 'unsure';
  if (QUOTES.test(bare) && !isDetermined) return 'unsure';
  const words = wordsOf(title);
  const first = words[0];
  if (first === undefined || /^(?:her|his|their)$/u.test(first)) return 'unsure';
  const head = headWords(words);
  const rest = isDetermined ? head.slice(1) : head;
  if (isClause(rest)) return 'clause';
  if (isDetermined) return 'determined';
  if (NUMBERED.test(title)) return 'name';
  return openPhraseOf(title, words, head);
}

/** The grammar of a title without an article. */
function openPhraseOf(title: string, words: readonly string[], head: readonly string[]): Phrase {
  const first = words[0] as string;
  const last = head.findLast((word) => !/^v?[\d.]+$/u.test(word)) ?? '';
  if (GERUND.test(first) && words.length > 1) {
    const isCompound =
      (NAMING.test(first) && singularIn(NOUNS, last)) || (head.length === 2 && EVENTS.has(last));
    return isCompound ? 'noun' : isClause(words.slice(1)) ? 'clause' : 'gerund';
  }
  if (VERBS.has(first) && head.length > 1) {
    // "Launch party" is a noun; "Launch Apollo" and "Update runbook" are imperatives.
    return NOUNS.has(first) && head.length === 2 && EVENTS.has(last) ? 'noun' : 'clause';
  }
  if (PASSIVE.test(words.slice(0, 2).join(' '))) return 'clause';
  if (singularIn(NOUNS, last) || first === 'new') return 'noun';
  return isName(title) ? 'name' : 'unsure';
}

/** Nouns that make the word before them a noun too, not an imperative: "Launch party". */
const EVENTS: ReadonlySet<string> = new Set(
  'party review day week meeting session workshop plan event call sprint lunch dinner drinks retro demo training talk suite process system strategy team group club tool board'.split(
    ' ',
  ),
);

function isClause(words: readonly string[]): boolean {
  const first = words[0] ?? '';
  if (ADVERBS.has(first) && words.length > 1) return true;
  if (CLAUSE.has(first)) return words.length > 1 || first !== 'may';
  return (
    words.some((word) => PAST.has(word)) ||
    words.some((word, index) => index > 0 && CLAUSE.has(word) && !/^(?:it|us|may|got)$/u.test(word))
  );
}

/**
 * Drops "at", "during" and the like before a noun phrase: "at the offsite" becomes "the offsite".
 */
export function withoutPreposition(title: string): string {
  const rest = title.replace(PREPOSITION_START, '');
  return rest !== title && phraseOf(rest) !== 'unsure' ? rest : title;
}
