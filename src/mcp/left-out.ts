/** Which parts of a sentence are nowhere in what was logged of it. */
import { fold } from '../text/fold.ts';

/** Where a sentence falls into parts, each of which tells something of its own. */
const BREAKS = /[.;,!?\n]+\s|\s(?:and|but|because|while|though)\s/i;

/** Shorter words, in UTF-16 units, carry little by themselves. */
const SHORTEST = 4;

/** Words for a day, which is logged as a date. */
const DAY_WORD =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:to|yester)day|week|last|this|past|morning|afternoon|evening|night|month|days?|weeks|months|ago|january|february|march|april|june|july|august|september|october|november|december)$/;

/**
 * The parts of a sentence that tell something of which nothing was kept.
 * @param kept the title, names and everything else that was logged
 */
export function leftOut(sentence: string, kept: readonly string[]): string[] {
  const all = fold(kept.join(' '));
  return sentence
    .split(BREAKS)
    .map((part) => part.trim().replace(/[.;,!?]+$/, ''))
    .filter((part) => {
      const words = fold(part)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length >= SHORTEST && !DAY_WORD.test(word));
      return words.length >= 2 && words.every((word) => !all.includes(word));
    });
}
