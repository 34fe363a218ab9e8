import { FOREIGN_PLEA } from './foreign-words.ts';
import type { Message } from './message.ts';
import { findPhrases, type Hit, quote } from './phrase.ts';
import type { Check, Finding } from './problem.ts';
import { PRESSURES } from './pushy-words.ts';

/** Behind words of thanks a favour is one that was done: "thanks for offering to introduce me to Ana". */
const DONE = new Set(
  'thanks thank grateful gratitude appreciated appreciate offered offering helped during remembered our'.split(
    ' ',
  ),
);
const REACH = 7;

const FOREIGN_MEND = 'Leave the favour and the hurry for later; say first what you did together.';

/** "Call me if you need a hand", "tell me any time": an offer, and no plea. */
const OFFER = new Set('if whenever anytime any should'.split(' '));

function isDone({ words }: Message, { from }: Hit): boolean {
  const sentence = words[from]?.sentence;
  return words
    .slice(Math.max(0, from - REACH), from)
    .some((word) => word.sentence === sentence && DONE.has(word.fold));
}

function isOffer({ words }: Message, { to }: Hit): boolean {
  const sentence = words[to]?.sentence;
  return words.slice(to, to + 4).some((word) => word.sentence === sentence && OFFER.has(word.fold));
}

export const pushy: Check = {
  id: 'pushy',
  title: 'Pressing',
  why: 'A first message that asks for time, a favour or an answer by a date makes a stranger of a colleague.',
  severity: 'warning',
  find: ({ message, has }) => {
    // A pitch presses by its nature, and that word has been said.
    if (has('salesy')) return [];
    if (!message.isEnglish) {
      const hit = findPhrases(message, FOREIGN_PLEA)[0];
      if (hit === undefined) return [];
      const text = `${quote(message, hit)} presses them.`;
      return [{ start: hit.start, end: hit.end, message: text, suggestion: FOREIGN_MEND }];
    }
    return PRESSURES.flatMap(({ effect, suggestion, list }): Finding[] => {
      const hit = findPhrases(message, list).find(
        (one) => !isDone(message, one) && !isOffer(message, one),
      );
      if (hit === undefined) return [];
      const { start, end } = hit;
      return [{ start, end, message: `${quote(message, hit)} ${effect}.`, suggestion }];
    });
  },
};
