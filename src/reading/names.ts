import { isKnownName } from '../text/nicknames.ts';
import { readModel } from './linear.ts';
import { isBreak, type Token } from './tokens.ts';

/** The most words of a name that the log doesn't know. */
const LONGEST_NAME = 5;

/** Parts of a name that are written small. */
export const PARTICLE =
  /^(?:van|von|der|den|de|del|della|da|di|do|dos|das|la|le|el|al|bin|ibn|ben|ter|ten|y|af|av|zu|st|mac|abu|ap)$/;
/** What stands before a name and is a part of it. */
export const HONORIFIC =
  /^(?:dr|prof|professor|mr|mrs|ms|mx|miss|sir|sister|captain|chef|sergeant|judge|father|rev|nurse)$/;
const CLOSED = /^(?:PRON|DET|AUX|ADP|CCONJ|SCONJ|PART|INTJ|NUM)$/;

/** The length of a run of capitalised words, as a new name has them: "Anna van der Berg"; 0 for none. */
export function runAt(tokens: readonly Token[], from: number): number {
  let end = from;
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_NAME); at++) {
    const token = tokens[at];
    if (token === undefined || token.role !== 'thing' || token.isQuote || token.isCalendar) break;
    if (at > from && token.isMention) break;
    // "told Priya I'm off"
    if (/^i['’]/i.test(token.core)) break;
    const isLed = at > from || /^(?:with|and)$/.test(tokens[from - 1]?.word ?? '');
    const isParticle = isLed && PARTICLE.test(token.word) && !token.isCapital;
    const isPart =
      (token.isCapital || token.isMention) &&
      !/\p{N}/u.test(token.core) &&
      !(at > from && isAbbreviation(token, tokens[from])) &&
      !(isClosed(token) && !isNamesake(tokens, at) && !(at === 0 && isFirstName(tokens)));
    if (!isPart && !isParticle) break;
    // The first word of a sentence is large anyway; behind "Met", "Linus" begins a name of its own.
    if (
      at === 0 &&
      token.isWord &&
      !/PROPN/.test(token.pos) &&
      !HONORIFIC.test(token.word) &&
      !isFirstName(tokens)
    )
      break;
    if (isPart) end = at + 1;
    if (isBreak(token) || token.isPossessive) break;
  }
  return end - from;
}

/** "Will Okafor retired", "Grant Okonkwo and I": a first name that is a word, before a surname and what they did. */
function isFirstName([first, surname, verb, after]: readonly Token[]): boolean {
  if (first === undefined || surname?.isCapital !== true || surname.isWord || isBreak(first))
    return false;
  const isDone =
    verb?.pos === 'AUX' ||
    /ed$/.test(verb?.word ?? '') ||
    (verb?.pos === 'VERB' && verb.lemma !== verb.word) ||
    (verb?.word === 'and' && (after?.isCapital === true || after?.word === 'i'));
  if (!isDone || isBreak(surname)) return false;
  // "Met Okafor", "Yesterday Okafor": a verb in the past, or a small word, is no name.
  const isPast = first.pos === 'VERB' && first.lemma !== first.word;
  const isNameLike = /^(?:NOUN|PROPN|VERB|ADJ|X)$/.test(first.pos) && !isPast && !first.isCalendar;
  return isKnownName(first.word) || (isNameLike && first.isCapital);
}

function isClosed(token: Token): boolean {
  return token.isWord && CLOSED.test(token.pos) && !HONORIFIC.test(token.word);
}

/**
 * "Ana Ruiz ASAP", "Ana OOO": large letters only, behind a name that isn't. A surname so written is no word, and can be
 * spoken: it has a consonant and a vowel, but for Ng.
 */
function isAbbreviation({ core, isWord }: Token, first: Token | undefined): boolean {
  const isLarge = (text: string) => text.length > 1 && text === text.toUpperCase();
  if (!isLarge(core) || isLarge(first?.core ?? '')) return false;
  return (
    isWord ||
    OFFICE.test(core) ||
    (/^(?:[B-DF-HJ-NP-TV-XZ]{2,5}|[AEIOU]{3,4})$/u.test(core) && core !== 'NG')
  );
}

/** How offices shorten when and how, where it could be spoken. */
const OFFICE = /^(?:EO[BDMPQWY]|TBA|PTO|ETA|AOB|FYI|OOTO)$/u;

/** "Thuy Am", "met Will": an auxiliary written large inside a sentence that writes other small words small. */
function isNamesake(tokens: readonly Token[], at: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (token === undefined || before === undefined) return false;
  const next = tokens[at + 1];
  const isLarge = next?.isCapital === true && next.role === 'thing';
  const hasSurname = isLarge && !next.isWord;
  // "Jean-Luc Picot, Will Okafor and I"
  if (token.pos === 'AUX' && token.isCapital && hasSurname && !isBreak(token)) return true;
  if (isBreak(before)) return false;
  // "Ida Holm and Per Sand": in a list of people, with a surname of its own.
  const isListed = /^(?:and|&)$/.test(before.word) && tokens[at - 2]?.role === 'person';
  if (token.pos === 'ADP' && isListed && token.isCapital && isLarge && !isBreak(token)) return true;
  if (token.pos !== 'AUX') return false;
  return tokens.some((one) => isClosed(one) && !one.isCapital);
}

/** How likely it is that a run of words names a person where it stands, from 0 to 1. */
export function personShare(tokens: readonly Token[], from: number, to: number): number {
  const person = readModel('person');
  const rated = person.rate(personFeatures(tokens, from, to));
  return rated.find(({ label }) => label === 'person')?.share ?? 0;
}

/** What the model looks at: the words around the run, what it is made of, and the verb. Never the name itself. */
export function personFeatures(tokens: readonly Token[], from: number, to: number): string[] {
  const span = tokens.slice(from, to);
  const before = wordAt(tokens, from - 1, 'before');
  const before2 = wordAt(tokens, from - 2, 'before');
  const last = span[span.length - 1];
  const next = last?.isPossessive
    ? "'s"
    : last && isBreak(last)
      ? last.tail
      : wordAt(tokens, to, 'after');
  const length = Math.min(3, span.length);
  const verbAt = tokens.findIndex(({ pos, role }) => pos === 'VERB' && role === 'thing');
  const verb = tokens[verbAt];
  const side = verbAt < from ? 'behind' : 'before';
  const isInPhrase = tokens[from - 1]?.pos === 'NOUN' && before !== ',';
  const isWord = span.every((token) => token.isWord);
  const isAcronym = span.length === 1 && /^[A-Z]{2,5}$/.test(span[0]?.core ?? '');
  const found = [
    'bias',
    `p:${before}`,
    `pp:${before2} ${before}`,
    `pt:${tokens[from - 1]?.pos ?? '^'}`,
    `n:${next}`,
    `nt:${tokens[to]?.pos ?? '$'}`,
    `pn:${before} ${next}`,
    `pnt:${tokens[from - 1]?.pos ?? '^'} ${tokens[to]?.pos ?? '$'}`,
    `l:${length}`,
    `pl:${before} ${length}`,
    `word:${isWord}`,
    `acr:${isAcronym}`,
    `v:${verb?.lemma ?? ''} ${side}`,
    `pv:${before} ${verb?.lemma ?? ''}`,
    `nv:${next} ${verb?.lemma ?? ''} ${side}`,
  ];
  if (HONORIFIC.test(span[0]?.word ?? '')) found.push('honorific');
  if (isInPhrase) found.push(`np:${phraseStart(tokens, from)}`);
  if (side === 'before' && verbAt === to) found.push('acts');
  return found;
}

function wordAt(tokens: readonly Token[], at: number, side: 'before' | 'after'): string {
  const token = tokens[at];
  if (token === undefined) return side === 'before' ? '^' : '$';
  if (token.role === 'day') return 'DAY';
  if (side === 'before' && token.tail !== '' && isBreak(token))
    return token.role === 'person' ? `PERSON${token.tail}` : token.tail;
  if (token.role === 'person') return 'PERSON';
  return token.lemma.toLowerCase() || token.word;
}

/** The word before the noun phrase that leads to a name: "with" for "with my boss Ines". */
function phraseStart(tokens: readonly Token[], from: number): string {
  let at = from - 1;
  while (
    at >= 0 &&
    /^(?:NOUN|ADJ|PRON|DET)$/.test(tokens[at]?.pos ?? '') &&
    tokens[at]?.role === 'thing' &&
    (at === from - 1 || tokens[at]?.tail === '')
  )
    at--;
  return wordAt(tokens, at, 'before');
}
