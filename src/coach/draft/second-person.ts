/** What was noted about someone, turned to be said to them. */

import { lowerFirst } from './clean.ts';
import { ADJECTIVES, ADVERBS, entry, LINKS, PAST } from './words.ts';

const ADJECTIVE_END = /(?:ful|ous|ive|able|ible|less|ish|ic)$/u;

/** Verbs after "she", and what they are after "you". */
export const SECOND: Readonly<Record<string, string>> = {
  was: 'were',
  is: 'are',
  has: 'have',
  does: 'do',
  keeps: 'keep',
  asks: 'ask',
  knows: 'know',
  makes: 'make',
  explains: 'explain',
  helps: 'help',
  listens: 'listen',
  thinks: 'think',
  brings: 'bring',
  gives: 'give',
  writes: 'write',
  takes: 'take',
  finds: 'find',
  leads: 'lead',
  runs: 'run',
  stays: 'stay',
  cares: 'care',
  sees: 'see',
  shares: 'share',
  teaches: 'teach',
  speaks: 'speak',
  works: 'work',
};

/** Whether a word says how someone was: by the list, or by its ending. */
export function isAdjective(word: string): boolean {
  return ADJECTIVES.has(word) || ADJECTIVE_END.test(word);
}

/** What follows "she" or "he" as it follows "you". Null where the verb is not a known one. */
export function toSecond(text: string): string | null {
  const words = text.split(/\s+/u);
  const verb = (words[0] as string).toLowerCase();
  if (ADVERBS.has(verb)) {
    const next = (words[1] ?? '').toLowerCase();
    const turned = entry(SECOND, next) ?? (PAST.has(next) ? next : undefined);
    if (turned) return `you ${[verb, turned, ...words.slice(2)].join(' ')}`;
    return isAdjective(next) || LINKS.has(next) ? `you were ${text}` : null;
  }
  const other = entry(SECOND, verb);
  if (other) return `you ${[other, ...words.slice(1)].join(' ')}`;
  if (PAST.has(verb) || /[td]$/u.test(verb)) return `you ${lowerFirst(text)}`;
  return /^(?:are|were|have|can|do|will)$/u.test(verb) ? `you ${text}` : null;
}
