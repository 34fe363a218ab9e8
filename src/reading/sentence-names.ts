import { splitNames } from '../text/split-names.ts';
import { ACRONYMS, FUNCTION_WORDS, GROUPS, PARTICLES } from './sentence-lexicon.ts';
import { isBreak, type Token } from './sentence-tokens.ts';

/** The most words of a name nobody knows yet. */
const LONGEST_NAME = 5;

/** In a list, "Tom and Apollo launch" goes on with a thing: a name is followed by an end or a small joining word. */
export function endsName(tokens: readonly Token[], at: number): boolean {
  const end = at + runAt(tokens, at);
  const last = tokens[end - 1];
  const next = tokens[end];
  if (last === undefined || next === undefined || isBreak(last) || next.role !== 'title')
    return true;
  return FUNCTION_WORDS.has(next.word) || next.core === '';
}

/** Whether a run of capitalised words can be somebody new, and is no group and no abbreviation. */
export function isNewName(tokens: readonly Token[], at: number, run: number): boolean {
  if (run === 0) return false;
  const next = tokens[at + run];
  const isGroup = next !== undefined && GROUPS.has(next.word);
  const isAcronym = run === 1 && ACRONYMS.has(tokens[at]?.word ?? '');
  return !isGroup && !isAcronym && !tokens.slice(at, at + run).some(({ word }) => GROUPS.has(word));
}

/** The length of a run of capitalised words, as an unknown name has them: "Anna van der Berg". */
export function runAt(tokens: readonly Token[], from: number): number {
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
export function withSuffix(tokens: readonly Token[], end: number): number {
  const last = tokens[end - 1];
  const next = tokens[end];
  if (last === undefined || next === undefined || last.tail !== ',' || next.core === '') return end;
  const isOneName = splitNames([`${last.core}, ${next.core}`], () => false).length === 1;
  return isOneName ? end + 1 : end;
}

/** The name as typed, without the punctuation around it; initials keep their dot. */
export function nameOf(span: readonly Token[]): string {
  return span
    .map(({ core, tail }, index) => {
      const isLast = index === span.length - 1;
      const hasDot =
        tail.startsWith('.') && (!isLast || core.length === 1 || /^(jr|sr)$/i.test(core));
      return `${core}${hasDot ? '.' : ''}${!isLast && tail.includes(',') ? ',' : ''}`;
    })
    .join(' ');
}
