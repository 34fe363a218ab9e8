import { FOREIGN_PLEA } from './foreign-words.ts';
import type { Message } from './message.ts';
import { findPhrases, type Hit, type Phrases, quote } from './phrase.ts';
import type { Check, Finding } from './problem.ts';
import { PRESSURES } from './pushy-words.ts';

/** Behind words of thanks a favour is one that was done: "thanks for offering to introduce me to Ana". */
const DONE = new Set(
  'thanks thank grateful gratitude appreciated appreciate offered offering helped during remembered our'.split(
    ' ',
  ),
);
const REACH = 7;
/** So many quotations in a note are no quoting. */
const MOST_QUOTES = 20;

const FOREIGN_MEND = 'Leave the favour and the hurry for later; say first what you did together.';

/** "Call me if you need a hand", "tell me any time": an offer, and no plea. */
const OFFER = new Set('if whenever anytime any should sometime some'.split(' '));
/** "No need to reply", "you don't have to answer", "never asked for": the contrary of a plea. */
const NO_PLEA = new Set("no not don't needn't needn not never without nothing nobody".split(' '));
/** The same where an answer is all that is waived: "no need to reply by Friday". */
const WAIVED =
  /\b(?:no need|(?:don't|not) (?:have|need)) to (?:reply|answer|respond|accept|confirm|act|decide|sign)\b/;

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

/** "No need to answer": only where the denial belongs to words of need, for "I have no answer" presses. */
function isWaived({ words }: Message, { from, to }: Hit): boolean {
  const near = words.slice(Math.max(0, from - 3), to + 1).map(({ fold }) => fold);
  if (WAIVED.test(near.join(' '))) return true;
  const [first, before] = [words[from], words[from - 1]];
  if (first === undefined || before === undefined || first.sentence !== before.sentence)
    return false;
  if (
    first.fold === 'you' &&
    words.slice(Math.max(0, from - 3), from).some(({ fold }) => NO_PLEA.has(fold))
  )
    return true;
  return (
    /^(?:need|needs|rush|hurry|pressure|reply|answer)$/.test(first.fold) && NO_PLEA.has(before.fold)
  );
}

/** Somebody's words between quotation marks: a note that said 'answer by noon'. */
const QUOTED = /(?<=^|[\s(])['"‘“„«][^'"‘’“”„«»\n]{3,80}['"’”»](?=[\s.,;:!?)]|$)/gu;

/** Where a message in English asks for what these phrases ask for. */
function pleadsFor(message: Message, list: () => Phrases): Hit[] {
  const hits = findPhrases(message, list).filter(
    (hit) => !isDone(message, hit) && !isOffer(message, hit) && !isWaived(message, hit),
  );
  if (hits.length === 0) return hits;
  const quotes = [...message.text.matchAll(QUOTED)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  return quotes.length === 0 || quotes.length > MOST_QUOTES
    ? hits
    : hits.filter(({ start, end }) => !quotes.some(([from, to]) => from < start && end < to));
}

/** Every place where a message in English presses. */
export function pleas(message: Message): Hit[] {
  return PRESSURES.flatMap(({ list }) => pleadsFor(message, list));
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
      const hit = pleadsFor(message, list)[0];
      if (hit === undefined) return [];
      const { start, end } = hit;
      return [{ start, end, message: `${quote(message, hit)} ${effect}.`, suggestion }];
    });
  },
};
