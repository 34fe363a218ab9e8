/** Which parts of a sentence are nowhere in what was logged of it. */
import { fold } from '../text/fold.ts';

/** Where a sentence falls into parts, each of which tells something of its own. */
const BREAKS = /[.;,!?\n]+\s|\s(?:and|but|because|while|though)\s/i;

/** Shorter words, in UTF-16 units, carry little by themselves. */
const SHORTEST = 4;

/** Words for a day, which is logged as a date. */
const DAY_WORD =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:to|yester)day|week|last|this|past|morning|afternoon|evening|night|month|days?|weeks|months|ago|january|february|march|april|june|july|august|september|october|november|december)$/;

/** Words that say nothing by themselves. */
const FUNCTION_WORD =
  /^(?:about|with|from|they|them|their|there|that|this|these|those|were|have|been|then|than|into|over|after|before|would|could|should|will|also|very|just|some|more|most|much|many|your|ours|when|what|which|where|both|each|only|other)$/;

/** Words that begin with the same letters, so many, are taken for the same: "explained", "explaining". */
const STEM = 4;

/**
 * The parts of a sentence that tell something of which nothing was kept.
 * @param kept the title, names and everything else that was logged
 */
export function leftOut(sentence: string, kept: readonly string[]): string[] {
  const stems = new Set(wordsOf(kept.join(' ')).map((word) => word.slice(0, STEM)));
  return sentence
    .split(BREAKS)
    .map((part) => part.trim().replace(/[.;,!?]+$/, ''))
    .filter((part) => {
      const words = wordsOf(part);
      return words.length >= 2 && words.every((word) => !stems.has(word.slice(0, STEM)));
    });
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST && !DAY_WORD.test(word) && !FUNCTION_WORD.test(word));
}
