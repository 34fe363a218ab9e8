import { splitNames } from './people.ts';
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
import { subjectLength } from './sentence-subject.ts';
import { isBreak, type Token } from './sentence-tokens.ts';

/** The most words of a name nobody knows yet. */
const LONGEST_NAME = 5;

/**
 * Finds the people, and marks their words and what joins them to the sentence.
 * @returns their names as typed; an ambiguous one is left for the log to refuse
 */
export function markPeople(tokens: readonly Token[], known: Known): string[] {
  const names: string[] = [];
  const take = (from: number, length: number) => {
    const end = withSuffix(tokens, from + length);
    const span = tokens.slice(from, end);
    names.push(nameOf(span));
    for (const token of span) token.role = 'person';
    return end;
  };
  for (let index = 0; index < tokens.length; ) {
    const length = personLength(tokens, index, known);
    index = length > 0 ? take(index, length) : index + 1;
  }
  if (names.length === 0) {
    for (let from = 0; ; ) {
      const length = subjectLength(tokens, from, (at) => Math.max(knownAt(tokens, at, known), runAt(tokens, at)));
      if (length === 0) break;
      from = take(from, length);
      if (!JOINING.has(tokens[from]?.word ?? '')) break;
      from++;
    }
  }
  markLinks(tokens);
  return names.length > 0 ? names : owners(tokens, known);
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
  if (before === undefined || before === 'about') return before === 'about' ? 0 : anywhere(tokens, at, found, run);
  if (found > 1) return found;
  if (found === 1 && isMeant(token, before)) return run > 1 && isNewAfter(tokens, at, before) ? run : 1;
  return isNewAfter(tokens, at, before) && isNewName(tokens, at, run) ? run : 0;
}

/** The word that leads to a person at `at`, "," in a list of people; undefined where none does. */
function placeBefore(tokens: readonly Token[], at: number): string | undefined {
  const before = tokens[at - 1];
  if (before === undefined) return undefined;
  if (before.role === 'person') return before.tail.includes(',') ? ',' : undefined;
  if (before.tail !== '' && !/^[@&+/]$/.test(before.tail) && before.core !== '') return undefined;
  return BEFORE_KNOWN.has(before.word) || before.word === 'about' ? before.word : undefined;
}

/** A known person may also stand where nothing leads to them, if the word can be nothing else. */
function anywhere(tokens: readonly Token[], at: number, found: number, run: number): number {
  const span = tokens.slice(at, at + found);
  if (found === 0 || !span.every(({ isCapital, word }) => isCapital || PARTICLES.has(word))) return 0;
  if (found > 1) return found;
  const [token] = span;
  if (token === undefined || run > 1 || isCommon(token.word)) return 0;
  const before = tokens[at - 1];
  const isThing =
    before !== undefined &&
    before.role === 'title' &&
    (THINGS.has(before.word) || (at > 1 && before.isCapital && !isBreak(before) && !FUNCTION_WORDS.has(before.word)));
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
  if (BEFORE_PERSON.has(before)) return true;
  if (before === 'to') return SPEAKING.has(tokens[at - 2]?.word ?? '');
  if (before === ',') return endsName(tokens, at);
  const left = tokens[at - 2];
  if (!JOINING.has(before) || left === undefined) return false;
  const isList = left.role === 'person' || /^(i|me|myself|us)$/.test(left.word);
  return isList && endsName(tokens, at);
}

/** In a list, "Tom and Apollo launch" goes on with a thing: a name is followed by an end or a small joining word. */
function endsName(tokens: readonly Token[], at: number): boolean {
  const end = at + runAt(tokens, at);
  const last = tokens[end - 1];
  const next = tokens[end];
  if (last === undefined || next === undefined || isBreak(last) || next.role !== 'title') return true;
  return FUNCTION_WORDS.has(next.word) || next.core === '';
}

function isNewName(tokens: readonly Token[], at: number, run: number): boolean {
  if (run === 0) return false;
  const next = tokens[at + run];
  const isGroup = next !== undefined && GROUPS.has(next.word);
  const isAcronym = run === 1 && ACRONYMS.has(tokens[at]?.word ?? '');
  return !isGroup && !isAcronym && !tokens.slice(at, at + run).some(({ word }) => GROUPS.has(word));
}

/** The length of a run of capitalised words, as an unknown name has them: "Anna van der Berg". */
function runAt(tokens: readonly Token[], from: number): number {
  let end = from;
  for (let index = from; index < Math.min(tokens.length, from + LONGEST_NAME); index++) {
    const token = tokens[index];
    if (token === undefined || token.role !== 'title' || token.isQuote) break;
    const isParticle = index > from && PARTICLES.has(token.word) && !token.isCapital;
    const isPart = token.isCapital && !FUNCTION_WORDS.has(token.word) && !/\p{N}/u.test(token.core);
    if (!isPart && !isParticle) break;
    if (isPart) end = index + 1;
    if (isBreak(token)) break;
  }
  return end - from;
}

/** Takes in what stands behind a comma in one name: "Kim Lee, MBA". */
function withSuffix(tokens: readonly Token[], end: number): number {
  const last = tokens[end - 1];
  const next = tokens[end];
  if (last === undefined || next === undefined || last.tail !== ',' || next.core === '') return end;
  const isOneName = splitNames([`${last.core}, ${next.core}`], () => false).length === 1;
  return isOneName ? end + 1 : end;
}

/** The name as typed, without the punctuation around it; initials keep their dot. */
function nameOf(span: readonly Token[]): string {
  return span
    .map(({ core, tail }, index) => {
      const isLast = index === span.length - 1;
      const hasDot = tail.startsWith('.') && (!isLast || core.length === 1 || /^(jr|sr)$/i.test(core));
      return `${core}${hasDot ? '.' : ''}${!isLast && tail.includes(',') ? ',' : ''}`;
    })
    .join(' ');
}

/** What joined people to the sentence goes with them: "with Priya and I" leaves nothing behind. */
function markLinks(tokens: readonly Token[]): void {
  const link = (token: Token | undefined) => {
    if (token?.role === 'title') token.role = 'link';
  };
  tokens.forEach((token, index) => {
    if (token.role !== 'person') return;
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

/** Where nobody else is named, the known person whose something it is: "Attended Priya's workshop". */
function owners(tokens: readonly Token[], known: Known): string[] {
  for (let at = 0; at < tokens.length; at++) {
    const length = knownAt(tokens, at, known);
    const span = tokens.slice(at, at + length);
    const last = span[length - 1];
    if (last?.isPossessive && last.isCapital && span.every(({ isMention }) => !isMention))
      return [span.map(({ core }) => core).join(' ').replace(/['’]s$/i, '')];
  }
  return [];
}
