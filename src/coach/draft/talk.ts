/**
 * Turns the title of a meeting or engagement into a phrase: `our coffee chat`, `your post on
 * Kafka`.
 */

import {
  headWords,
  isLatin,
  phraseOf,
  singularIn,
  withoutPreposition,
  wordsOf,
} from './grammar.ts';
import { interestPhrase, nounPhrase, opened } from './noun.ts';
import { lowerFirst, quoted } from './plain-text.ts';
import { GATHERINGS, TALKS } from './words.ts';

const WORKS =
  'posts?|articles?|talk|comment|blog post|blog|update|paper|video|newsletter|piece|essay|podcast|presentation|photo|question|announcement|message|note|e-?mail|reply|slides';
/** Something they published, marked as theirs: "her post on Kafka". */
const THEIRS = new RegExp(
  `(?:^|\\s)(?:her|his|their|your)\\s+(?:(?:new|latest|recent|last)\\s+)?(${WORKS})(?=\\s|$)(.*)$`,
  'iu',
);
/**
 * Something they published, because I reacted to it: "Liked a post about Rust", "Post about
 * hiring".
 */
const NOTED = new RegExp(
  `^(?:(?:liked|read|commented on|replied to|reacted to|enjoyed|answered|watched)\\s+(?:(?:a|an|the|this)\\s+)?)((?:linkedin\\s+)?(?:${WORKS}))(?=\\s|$)(.*)$|^(post|article|blog post)(\\s+(?:on|about)\\s.+)$`,
  'iu',
);
const WITH = '(?:(?:to|with)\\s+)?(?:(?:her|him|them|each\\s+other)\\s+)?';
const ABOUT = new RegExp(
  `^(?:we\\s+)?(?:had\\s+a\\s+(?:chat|talk)|talked|spoke|chatted|wrote|asked|caught\\s+up|messaged|e-?mailed)\\s+${WITH}(?:(?:a\\s+lot|at\\s+length|briefly)\\s+)?(?:about|on)\\s+(.+)$`,
  'iu',
);
const DISCUSSED =
  /^(?:we\s+)?(?:discussed|compared\s+notes\s+(?:on|about)|talk(?:ed)?\s+through)\s+(.+)$/i;
const PLACE = new RegExp(
  `^(?:(?:we\\s+)?(?:met|talked|spoke|chatted|caught\\s+up|ran\\s+into\\s+each\\s+other|bumped\\s+into\\s+each\\s+other|sat\\s+together|had\\s+a\\s+(?:chat|talk))\\s+${WITH})?((?:at|in|by|over|during|after|before|on)\\s+.+)$`,
  'iu',
);
const PLAIN =
  /^(?:we\s+)?(?:caught\s+up|talked|spoke|chatted|met|had\s+a\s+(?:chat|talk)|catching\s+up|(?:said|saying)\s+(?:hello|hi)|hello|introduced\s+(?:myself|ourselves)|(?:exchanged|had)\s+a\s+few\s+words)$/i;
const HAD =
  /^(?:we\s+)?(?:had|grabbed|went\s+for|shared|took)\s+(?:a\s+|an\s+)?(.+?)(?:\s+together)?$/i;
const OTHERS = /\b(?:her|his|their|him|them|she|he|they)\b/i;

/** "Messages on LinkedIn", "Emails". Captures where they were written. */
const WRITTEN = /^(?:our )?(?:messages|e-?mails|letters)((?: (?:on|by|over) \w+)?)$/i;

/**
 * A phrase for a meeting or engagement, addressed to the person.
 * @param typed the cleaned title
 * @returns null if the title has nothing that reads well
 */
export function talkPhrase(typed: string, kind: 'meeting' | 'engagement'): string | null {
  const title = withoutPrivate(typed);
  const work = kind === 'engagement' ? workOf(title) : null;
  if (work) return work;
  if (PLAIN.test(title)) return null;
  const written = WRITTEN.exec(title)?.[1];
  if (written !== undefined)
    return `our messages${written.toLowerCase().replace('linkedin', 'LinkedIn')}`;
  const had = HAD.exec(title)?.[1];
  if (had && isTalkNoun(had)) return `our ${lowerFirst(had)}`;
  const word = kind === 'engagement' ? 'exchange' : 'talk';
  const about = (ABOUT.exec(title) ?? DISCUSSED.exec(title))?.[1];
  if (about && !OTHERS.test(about)) return `our ${word} about ${interestPhrase(about)}`;
  const place = PLACE.exec(title)?.[1];
  if (place && !OTHERS.test(place)) return `our talk ${lowerFirst(place)}`;
  if (OTHERS.test(title)) return null;
  if (isTalkNoun(title)) return `our ${opened(title.replace(/^(?:our|the|a|an|my)\s+/i, ''))}`;
  if (phraseOf(withoutPreposition(title)) === 'clause') {
    return kind === 'engagement' ? null : `our talk (${quoted(title)})`;
  }
  const noun = nounPhrase(title, true);
  return kind === 'meeting' && isGathering(title)
    ? `our talk at ${noun}`
    : `our ${word} about ${noun}`;
}

/** Drops other people and what was said: "1:1: salary" becomes "1:1". */
function withoutPrivate(title: string): string {
  return title
    .replace(/(?<=\S):\s.*$/u, '')
    .replace(/(?<=\S)\s+(?:with|and)\s+(?:my|her|his|their)\s.*$/iu, '');
}

/** Something they published: `your post on Kafka`; null if the title names none. */
function workOf(title: string): string | null {
  const theirs = THEIRS.exec(title);
  const noted = theirs ? null : NOTED.exec(title);
  const thing = theirs?.[1] ?? noted?.[1] ?? noted?.[3];
  const rest = (theirs?.[2] ?? noted?.[2] ?? noted?.[4] ?? '').trim();
  if (thing === undefined || OTHERS.test(rest)) return null;
  return `your ${thing.toLowerCase().replace('linkedin', 'LinkedIn')}${rest === '' ? '' : ` ${rest}`}`;
}

function isGathering(title: string): boolean {
  const head = headWords(wordsOf(withoutPreposition(title)));
  return singularIn(GATHERINGS, head[head.length - 1] ?? '');
}

/** Whether a phrase names a talk between two people: "coffee chat", "1:1 on hiring". */
function isTalkNoun(text: string): boolean {
  if (!isLatin(text)) return false;
  const words = wordsOf(text.replace(/^(?:our|the|a|an|my)\s+/i, ''));
  const head = headWords(words);
  const phrase = phraseOf(text);
  return (
    singularIn(TALKS, head[head.length - 1] ?? '') &&
    head.length <= 4 &&
    phrase !== 'clause' &&
    phrase !== 'unsure'
  );
}
