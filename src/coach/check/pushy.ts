import { isCourtesy } from './courtesy.ts';
import { FOREIGN_PRESSURE } from './foreign-words.ts';
import type { Message } from './message.ts';
import { type MessageKind, messageKind } from './message-kind.ts';
import { findPhrases, type Hit, type Phrases, quote } from './phrase.ts';
import type { Check, Finding } from './problem.ts';
import { PRESSURES } from './pushy-words.ts';

/** After these, the favour is already done: "thanks for offering to introduce me to Ana". */
const DONE_WORDS = new Set(
  'thanks thank grateful gratitude appreciated appreciate offered offering helped during remembered our'.split(
    ' ',
  ),
);
/** How far before a hit to look for them, in words. */
const REACH = 7;
/** With more quotations than this, don't treat them as quotations: bounds the work. */
const MAX_QUOTES = 20;

const FOREIGN_SUGGESTION = 'Keep the favour for later; say first what you did together.';

/** Mark an offer, not a request: "call me if you need a hand". */
const OFFER_WORDS = new Set('if whenever anytime any should sometime some'.split(' '));
/** Turn a request round: "no need to reply", "you don't have to answer". */
const NEGATIONS = new Set("no not don't needn't needn not never without nothing nobody".split(' '));
const WAIVED =
  /\b(?:no need|(?:don't|not) (?:have|need|feel you (?:have|need))) to (?:reply|answer|respond|accept|confirm|act|decide|sign)\b/;

/** After these, something new is asked: "thanks for the reference, but I need a second one". */
const TURNS = new Set('but however now then so'.split(' '));

function isAlreadyDone({ words }: Message, { from, to, phrase }: Hit): boolean {
  if (phrase.startsWith('in advance')) return false;
  const sentence = words[from]?.sentence;
  const near = words
    .slice(Math.max(0, from - REACH), to)
    .map((word) => (word.sentence === sentence ? word.fold : ''));
  const done = near.slice(0, Math.min(REACH, from)).findLastIndex((word) => DONE_WORDS.has(word));
  return done >= 0 && !near.slice(done).some((word) => TURNS.has(word));
}

function isOffer({ words }: Message, { to }: Hit): boolean {
  const sentence = words[to]?.sentence;
  return words
    .slice(to, to + 4)
    .some((word) => word.sentence === sentence && OFFER_WORDS.has(word.fold));
}

/** "No need to answer" is a waiver; "I have no answer" is not. */
function isWaived({ words }: Message, { from, to }: Hit): boolean {
  const near = words.slice(Math.max(0, from - 3), to + 1).map(({ fold }) => fold);
  if (WAIVED.test(near.join(' '))) return true;
  const [first, before] = [words[from], words[from - 1]];
  if (first === undefined || before === undefined || first.sentence !== before.sentence)
    return false;
  if (
    first.fold === 'you' &&
    words.slice(Math.max(0, from - 3), from).some(({ fold }) => NEGATIONS.has(fold))
  )
    return true;
  return (
    /^(?:need|needs|rush|hurry|pressure|reply|answer)$/.test(first.fold) &&
    NEGATIONS.has(before.fold)
  );
}

const QUOTED = /(?<=^|[\s(])['"‘“„«][^'"‘’“”„«»\n]{3,80}['"’”»](?=[\s.,;:!?)]|$)/gu;

/** Hits of these phrases that are real requests: not done, offered, waived or quoted. */
function findRequests(message: Message, list: () => Phrases): Hit[] {
  const hits = findPhrases(message, list).filter(
    (hit) =>
      !isAlreadyDone(message, hit) &&
      !isOffer(message, hit) &&
      !isWaived(message, hit) &&
      !isCourtesy(message, hit),
  );
  if (hits.length === 0) return hits;
  const quotes = [...message.text.matchAll(QUOTED)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  return quotes.length === 0 || quotes.length > MAX_QUOTES
    ? hits
    : hits.filter(({ start, end }) => !quotes.some(([from, to]) => from < start && end < to));
}

/** All places where an English message presses the reader. */
export function findPressure(message: Message, kind: MessageKind): Hit[] {
  return PRESSURES.filter(({ innocentIn }) => !innocentIn?.includes(kind)).flatMap(({ list }) =>
    findRequests(message, list),
  );
}

export const pushy: Check = {
  id: 'pushy',
  title: 'Pushy',
  why: 'Asking for time, a favour or a quick answer puts people off.',
  severity: 'warning',
  find: (input) => {
    const { message, has } = input;
    // A pitch always presses; salesy already reports it.
    if (has('salesy')) return [];
    if (!message.isEnglish) {
      const hit = findPhrases(message, FOREIGN_PRESSURE)[0];
      if (hit === undefined) return [];
      const text = `${quote(message, hit)} puts pressure on them.`;
      return [{ start: hit.start, end: hit.end, message: text, suggestion: FOREIGN_SUGGESTION }];
    }
    const kind = messageKind(input);
    const effects = new Set<string>();
    return PRESSURES.flatMap(({ effect, suggestion, list, innocentIn }): Finding[] => {
      if (innocentIn?.includes(kind) || effects.has(effect)) return [];
      const hit = findRequests(message, list)[0];
      if (hit === undefined) return [];
      effects.add(effect);
      const { start, end } = hit;
      return [{ start, end, message: `${quote(message, hit)} ${effect}.`, suggestion }];
    });
  },
  // "Please don't feel you need to reply" sounds like what it takes back.
  add: ({ message }, place) =>
    WAIVED.test(foldedWords(message))
      ? null
      : {
          ...place,
          message: `${quote(message, place)} puts pressure on them.`,
          suggestion: 'Make it easy to say no, or ask another time.',
        },
};

const foldedWords = ({ words }: Message) => words.map(({ fold }) => fold).join(' ');
