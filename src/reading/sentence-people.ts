import { type Known, knownAt } from './sentence-known.ts';
import {
  ACRONYMS,
  BEFORE_KNOWN,
  BEFORE_PERSON,
  COMMON_NAMES,
  FUNCTION_WORDS,
  GROUPS,
  JOINING,
  LINKS,
  MOVING,
  PARTICLES,
  SPEAKING,
  THINGS,
} from './sentence-lexicon.ts';
import { endsName, isNewName, nameOf, runAt, withSuffix } from './sentence-names.ts';
import { type Place, takePlace } from './sentence-place.ts';
import { isBreak, type Token } from './sentence-tokens.ts';

/** Who is named, and where they work as far as it is said. */
interface Named {
  names: string[];
  places: ReadonlyMap<string, Place>;
}

/**
 * Finds the people, and marks their words and what joins them to the sentence.
 * @returns their names as typed; an ambiguous one is left for the log to refuse
 */
export function markPeople(tokens: readonly Token[], known: Known): Named {
  const names: string[] = [];
  const places = new Map<string, Place>();
  const take = (from: number, length: number) => {
    const end = withSuffix(tokens, from + length);
    const span = tokens.slice(from, end);
    const name = nameOf(span);
    names.push(name);
    for (const token of span) token.role = 'person';
    const place = takePlace(tokens, end, known);
    if (place !== null) places.set(name, place);
    return end;
  };
  for (let index = 0; index < tokens.length; ) {
    const length = personLength(tokens, index, known);
    index = length > 0 ? take(index, length) : index + 1;
  }
  if (names.length === 0) {
    for (let from = 0; ; ) {
      const length = subjectLength(tokens, from, (at) =>
        Math.max(knownAt(tokens, at, known), runAt(tokens, at)),
      );
      if (length === 0) break;
      from = take(from, length);
      if (!JOINING.has(tokens[from]?.word ?? '')) break;
      from++;
    }
  }
  markLinks(tokens);
  return { names: names.length > 0 ? names : owners(tokens, known), places };
}

/** How many tokens from `at` on name a person here; 0 where none is meant. */
function personLength(tokens: readonly Token[], at: number, known: Known): number {
  const token = tokens[at];
  if (token === undefined || token.role !== 'title' || token.isQuote) return 0;
  const found = knownAt(tokens, at, known);
  const run = runAt(tokens, at);
  if (token.isMention) return Math.max(found, run, 1);
  if (token.core === '') return 0;
  const span = tokens.slice(at, at + Math.max(found, run));
  if (span.some((one) => one.isPossessive)) return 0;
  const before = placeBefore(tokens, at);
  if (/^#\d+$/.test(token.core)) return before === undefined ? 0 : 1;
  if (before === 'about') return 0;
  if (before === undefined) return anywhere(tokens, known, at, found, run);
  if (found > 1) return found;
  if (found === 1 && isMeant(token, before))
    return run > 1 && isNewAfter(tokens, at, before) ? run : 1;
  return isNewAfter(tokens, at, before) && isNewName(tokens, at, run) ? run : 0;
}

/** The word that leads to a person at `at`, "," in a list of people; undefined where none does. */
function placeBefore(tokens: readonly Token[], at: number): string | undefined {
  const before = tokens[at - 1];
  if (before === undefined) return undefined;
  if (isNamed(before)) return before.tail.includes(',') ? ',' : undefined;
  if (before.tail !== '' && !/^[@&+/]$/.test(before.tail) && before.core !== '') return undefined;
  return BEFORE_KNOWN.has(before.word) || before.word === 'about' ? before.word : undefined;
}

/** A known person may also stand where nothing leads to them, if the word can be nothing else. */
function anywhere(
  tokens: readonly Token[],
  known: Known,
  at: number,
  found: number,
  run: number,
): number {
  const span = tokens.slice(at, at + found);
  if (found === 0 || !span.every(({ isCapital, word }) => isCapital || PARTICLES.has(word)))
    return 0;
  if (found > 1) return found;
  const [token] = span;
  if (token === undefined || run > 1) return 0;
  const isJoined = JOINING.has(tokens[at + 1]?.word ?? '') && knownAt(tokens, at + 2, known) > 0;
  if (isCommon(token.word) && !isJoined) return 0;
  const before = tokens[at - 1];
  const isThing =
    before !== undefined &&
    before.role === 'title' &&
    (THINGS.has(before.word) ||
      (at > 1 && before.isCapital && !isBreak(before) && !FUNCTION_WORDS.has(before.word)));
  return isThing ? 0 : 1;
}

/** Whether a single known name is one here, and not the word that it also is. */
function isMeant(token: Token, before: string): boolean {
  if (token.isCapital) return true;
  if (FUNCTION_WORDS.has(token.word)) return false;
  return !COMMON_NAMES.has(token.word) || before === 'with';
}

function isCommon(word: string): boolean {
  return COMMON_NAMES.has(word) || FUNCTION_WORDS.has(word);
}

/** Whether somebody new may stand behind this word, given what stands before it. */
function isNewAfter(tokens: readonly Token[], at: number, before: string): boolean {
  const isMoving = tokens.some(({ word, role }) => role === 'title' && MOVING.has(word));
  if (before === 'from' || before === 'by') return !isMoving;
  if (before === 'with' && /^merg(?:er|ed|ing|es?)$/.test(tokens[at - 2]?.word ?? '')) return false;
  if (BEFORE_PERSON.has(before)) return true;
  if (before === 'to') return SPEAKING.has(tokens[at - 2]?.word ?? '');
  if (before === ',') return endsName(tokens, at);
  const left = tokens[at - 2];
  if (!JOINING.has(before) || left === undefined) return false;
  if (/^(i|me|myself|us)$/.test(left.word)) return true;
  return isNamed(left) && endsName(tokens, at);
}

/** Part of a name, or of where somebody works. */
function isNamed({ role }: Token): boolean {
  return role === 'person' || role === 'place';
}

/** Where nobody else is named, the known person whose something it is: "Attended Priya's workshop". */
function owners(tokens: readonly Token[], known: Known): string[] {
  for (let at = 0; at < tokens.length; at++) {
    const length = knownAt(tokens, at, known);
    const span = tokens.slice(at, at + length);
    const last = span[length - 1];
    if (last?.isPossessive && last.isCapital && span.every(({ isMention }) => !isMention))
      return [
        span
          .map(({ core }) => core)
          .join(' ')
          .replace(/['’]s$/i, ''),
      ];
  }
  return [];
}

/** What joined people to the sentence goes with them: "with Priya and I" leaves nothing behind. */
function markLinks(tokens: readonly Token[]): void {
  const link = (token: Token | undefined) => {
    if (token?.role === 'title') token.role = 'link';
  };
  tokens.forEach((token, index) => {
    if (token.role !== 'person' && token.role !== 'place') return;
    const [next, after] = [tokens[index + 1], tokens[index + 2]];
    if (next !== undefined && JOINING.has(next.word)) {
      if (after?.role === 'person') link(next);
      else if (after !== undefined && /^(i|me|myself)$/.test(after.word)) {
        link(next);
        link(after);
      }
    }
    for (let at = index - 1; at >= 0 && LINKS.has(tokens[at]?.word ?? ''); at--) link(tokens[at]);
    if (tokens[index - 1]?.role !== 'link' || !JOINING.has(tokens[index - 1]?.word ?? '')) return;
    if (/^(i|me|myself)$/.test(tokens[index - 2]?.word ?? '')) link(tokens[index - 2]);
  });
}

/** What only a person does, as the words after the subject tell. */
const PREDICATE =
  /^(?:(?:has|have|just|recently|finally|both|also) )*(?:(?:was|were|got|been|is|are) (?:just |recently |finally )?(?:promoted|hired|named|appointed|awarded|leaving|retiring|moving on)|(?:got|gets|landed|found|started) a|won|joined|left|retired|resigned|reviewed (?:my|our)|gave (?:me|us)|mentored|coached|liked|commented|congratulated|thanked|wrote|endorsed|messaged|helped|taught|told|like|love|enjoy|(?:said|says|thinks?|thought|felt|feels|finds)(?: (?:to )?(?:me|us))?(?: that)? (?:my|our|i|we))(?= )/;

/**
 * How many tokens from `from` on are a subject that does what only a person does ("Linus was promoted");
 * 0 where none is. Several may be joined by "and".
 * @param nameAt how many tokens from a place on look like a name
 */
function subjectLength(
  tokens: readonly Token[],
  from: number,
  nameAt: (at: number) => number,
): number {
  const length = nameAt(from);
  const first = tokens[from];
  if (first === undefined || length === 0 || !first.isCapital || first.role !== 'title') return 0;
  if (FUNCTION_WORDS.has(first.word) || ACRONYMS.has(first.word)) return 0;
  const span = tokens.slice(from, from + length);
  if (span.some(({ word, isPossessive }) => isPossessive || GROUPS.has(word))) return 0;
  const next = tokens[from + length];
  if (next !== undefined && JOINING.has(next.word)) {
    const isMe = /^(i|me)$/.test(tokens[from + length + 1]?.word ?? '');
    return isMe || subjectLength(tokens, from + length + 1, nameAt) > 0 ? length : 0;
  }
  const rest = tokens.slice(from + length, from + length + 6).map(({ word }) => word);
  return PREDICATE.test(`${rest.join(' ')} `) ? length : 0;
}
