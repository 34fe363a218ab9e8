/** Turns the titles of work, events and interests into noun phrases. */

import {
  headWords,
  isLatin,
  type Phrase,
  phraseOf,
  singularIn,
  withoutPreposition,
  wordsOf,
} from './grammar.ts';
import { lowerFirst, quoted } from './plain-text.ts';
import { GROUPS, LINKS, NOUNS, OPENERS, PAST } from './words.ts';

/** Verbs that the surrounding sentence implies already. */
const DONE = /^(?:we\s+)?(?:finished\s+up|finished|completed|wrapped\s+up|concluded)\s+(?=\S+)/i;

/** The phrases that can be the object of a verb. */
const THINGS: readonly Phrase[] = ['determined', 'noun', 'name'];

/** Drops a verb and keeps its object: "built the new search" becomes "the new search". */
function withoutVerb(title: string): string {
  const [first = '', ...others] = title.split(' ');
  const [verb = '', ...rest] = first.toLowerCase() === 'we' ? others : [first, ...others];
  if (rest.length === 0 || LINKS.has(rest[0] as string) || !PAST.has(verb.toLowerCase()))
    return title;
  const thing = rest.join(' ');
  return THINGS.includes(phraseOf(thing)) ? thing : title;
}

/**
 * A noun phrase for work or an event; in quotes if the title's grammar is anything else.
 * @param isWork whether it's work, which can also be an -ing phrase: "building the new search"
 */
export function nounPhrase(typed: string, isWork = false): string {
  const done = withoutPreposition(typed.replace(DONE, ''));
  const title = isWork ? withoutVerb(done) : done;
  switch (phraseOf(title)) {
    case 'determined':
      return withSmallArticle(title);
    case 'noun':
      return isProper(title) ? title : `the ${opened(title)}`;
    case 'name':
      return title;
    case 'gerund':
      return isWork ? lowerFirst(title) : quoted(typed);
    case 'unsure':
      return wordsOf(title).length === 1 && isLatin(title) ? title : quoted(typed);
    case 'clause':
      return quoted(typed);
  }
}

/** Whether a title is a name without an article: "Project Phoenix", "Sprint 12". */
function isProper(title: string): boolean {
  return /^(?:[Pp]roject|[Pp]rogramme|[Pp]rogram|[Oo]peration|[Tt]eam|[Ss]print|[Pp]hase|[Ww]eek|[Dd]ay)\s+[\p{Lu}\p{N}]\S*$/u.test(
    title,
  );
}

/** Lower-cases a leading article: "The offsite" becomes "the offsite". */
export function withSmallArticle(title: string): string {
  return /^(?:the|our|a|an|my|your|this|that)\s/i.test(title) ? lowerFirst(title) : title;
}

/** Lower-cases the first word if it's a common word and not part of a name. */
export function opened(title: string): string {
  const [first = '', ...others] = title.split(/\s+/u);
  const isPlain = /^\p{Lu}[\p{Ll}-]+$/u.test(first);
  const word = first.toLowerCase();
  const isHead = others[0] === undefined || LINKS.has(others[0]);
  const isCommon =
    OPENERS.has(word) ||
    (isHead && singularIn(NOUNS, word)) ||
    /^\p{Lu}\p{Ll}+-\p{Ll}/u.test(first);
  const [second = ''] = others;
  const isNamed = /^\p{Lu}\p{Ll}|^[\p{N}#]/u.test(second);
  return isPlain && isCommon && !isNamed ? lowerFirst(title) : title;
}

const INTEREST_START =
  /^(?:we\s+)?(?:are\s+)?(?:both\s+|also\s+)?(?:are\s+)?(?:(?:love|loves|like|likes|enjoy|enjoys|follow|play|plays|care\s+about|(?:are\s+)?into|(?:are\s+)?interested\s+in|keen\s+on|(?:an?\s+)?(?:(?:big|old)\s+)?fans?\s+of)|(?:a\s+|our\s+)?(?:shared\s+|common\s+)?(?:interest|love|passion)\s+(?:in|for|of)|(?:talked|chatted|spoke)\s+(?:a\s+lot\s+)?about|discussed|discussing|talking\s+about)\s+(?=\S)/i;

/** A noun phrase for an interest; a group gets an article, and unclear titles are quoted. */
export function interestPhrase(typed: string): string {
  const title = typed.replace(INTEREST_START, '');
  const words = wordsOf(title);
  const phrase = phraseOf(title);
  if (phrase === 'determined') return withSmallArticle(title);
  if (phrase === 'gerund') return lowerFirst(title);
  if (!isLatin(title) || phrase === 'clause' || /[;:?|•→="]|, |\bvs\b/u.test(title)) {
    // In an interest, "design systems" and "test automation" start with a noun, not an imperative.
    const isTopic =
      /^(?:design|test|build|release|support|product|research|open|check|report)\s\p{Ll}+$/iu.test(
        title,
      );
    return isTopic ? opened(title) : quoted(title);
  }
  const head = headWords(words);
  if (GROUPS.has(head[head.length - 1] ?? '') && words.length > 1) return `the ${opened(title)}`;
  return words.length <= 5 ? opened(title) : quoted(title);
}
