import type { Known } from './sentence-known.ts';
import { ACRONYMS, DEPARTMENTS, FUNCTION_WORDS, GROUPS } from './sentence-lexicon.ts';
import { runAt } from './sentence-names.ts';
import { isBreak, type Token } from './sentence-tokens.ts';

/** Where somebody works, as the words behind a name say it: "Jo Park from Contoso". */
export interface Place {
  team?: string;
  company?: string;
}

/** The most words of a team: "the customer success team". */
const LONGEST_TEAM = 4;

/**
 * Takes in what stands behind a name and says where they work, and marks its words: "from Contoso",
 * "of the legal team", "from accounting". Other words behind "from" and "of" are left to the title.
 * @param from the token behind the name
 */
export function takePlace(tokens: readonly Token[], from: number, known: Known): Place | null {
  const [name, link] = [tokens[from - 1], tokens[from]];
  if (name === undefined || isBreak(name) || link?.role !== 'title') return null;
  if (!/^(?:from|of|in|on)$/.test(link.word)) return null;
  const start = /^(?:the|our)$/.test(tokens[from + 1]?.word ?? '') ? from + 2 : from + 1;
  const take = (end: number, place: (words: string) => Place) => {
    const span = tokens.slice(start, end);
    for (const token of tokens.slice(from, end)) token.role = 'place';
    return place(span.map(({ core }) => core).join(' '));
  };
  const group = groupEnd(tokens, start);
  // The group's own word says no more than that it is one: "the legal team" is Legal.
  if (group > start + 1) {
    return take(group, (words) => ({ team: words.replace(/\s\S+$/u, '') }));
  }
  if (link.word !== 'from' || start > from + 1) return null;
  const run = runAt(tokens, start);
  const word = tokens[start]?.word ?? '';
  if (run === 0) return DEPARTMENTS.has(word) ? take(start + 1, (team) => ({ team })) : null;
  const isTeam =
    run === 1 &&
    (DEPARTMENTS.has(word) || ACRONYMS.has(word) || known.isTeam(tokens[start]?.core ?? ''));
  return take(start + run, (words) => (isTeam ? { team: words } : { company: words }));
}

/** Where a phrase ends whose last word makes it a team; 0 where there is none. */
function groupEnd(tokens: readonly Token[], start: number): number {
  for (let at = start; at < Math.min(tokens.length, start + LONGEST_TEAM); at++) {
    const token = tokens[at];
    if (token === undefined || token.role !== 'title' || token.isQuote || token.core === '')
      return 0;
    if (GROUPS.has(token.word)) return endsPhrase(token, tokens[at + 1]) ? at + 1 : 0;
    if (isBreak(token) || token.isPossessive) return 0;
  }
  return 0;
}

/** "The billing team" ends before "on" or a day; in "the billing team launch" it is part of something else. */
function endsPhrase(token: Token, next: Token | undefined): boolean {
  return (
    next === undefined || isBreak(token) || next.role !== 'title' || FUNCTION_WORDS.has(next.word)
  );
}
