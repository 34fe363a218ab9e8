import type { Message, Word } from './message.ts';
import { findPhrases, type Hit, type Phrases, phraseFile } from './phrase.ts';
import pitchCallToActionText from './phrases/pitch-call-to-action.txt';
import pitchCustomersText from './phrases/pitch-customers.txt';
import pitchGainText from './phrases/pitch-gain.txt';
import pitchGoodsText from './phrases/pitch-goods.txt';
import pitchSellerText from './phrases/pitch-seller.txt';
import pitchTermsText from './phrases/pitch-terms.txt';
import { wordClasses } from './word-classes.ts';

/**
 * A part of a pitch: seller, goods, terms, gain, customers or a call to action. Colleagues mention
 * each of these, but hardly several in one short note.
 */
interface Cue {
  weight: number;
  list: () => Phrases;
}

const SELLER: Cue = {
  weight: 2,
  list: phraseFile(pitchSellerText),
};

const GOODS: Cue = {
  weight: 1,
  list: phraseFile(pitchGoodsText),
};

const TERMS: Cue = {
  weight: 2,
  list: phraseFile(pitchTermsText),
};

const GAIN: Cue = {
  weight: 1,
  list: phraseFile(pitchGainText),
};

/** Who else buys it, or who it is for. */
const CUSTOMERS: Cue = {
  weight: 1,
  list: phraseFile(pitchCustomersText),
};

const CALL_TO_ACTION: Cue = {
  weight: 1,
  list: phraseFile(pitchCallToActionText),
};

const CUES: readonly Cue[] = [SELLER, GOODS, TERMS, GAIN, CUSTOMERS, CALL_TO_ACTION];
/** Cues that don't count in a report of what happened. */
const REPORTABLE = new Set([GOODS.list, TERMS.list, GAIN.list, CUSTOMERS.list]);
/** What colleagues send each other: "I'll send you an invitation". */
const SENT_BY_COLLEAGUES = new Set(
  'invitation invite photo photos notes minutes slides'.split(' '),
);
/** Looks at no more hits per cue: bounds the work on a hostile text. */
const MAX_HITS = 50;
/** Looks no further than this within a sentence, in words. */
const MAX_SENTENCE = 30;
/** Sum of weights that makes a pitch, by whether they share something. Tuned on corpus.jsonl. */
const MIN_WEIGHT = { known: 3, stranger: 2 };

const isDeed = wordClasses.deed as (word: Word) => boolean;
const PRONOUNS = new Set(
  "we our my us you your yours we're we've we'd we'll you'd you'll".split(' '),
);

/** In words. */
const OFFER_REACH = 8;

function isOffered({ words }: Message, { from, to }: Hit): boolean {
  const near = words.slice(Math.max(0, from - OFFER_REACH), to + OFFER_REACH);
  return near.some(
    ({ fold, sentence }) => sentence === words[from]?.sentence && PRONOUNS.has(fold),
  );
}

/**
 * Whether the sentence reports what the reader did, instead of offering something: "Your savings
 * plan cut our bill", "the samples we handed out together".
 */
function isReport({ words }: Message, { from }: Hit): boolean {
  const sentence = words[from]?.sentence;
  let first = from;
  while (first > 0 && from - first < MAX_SENTENCE && words[first - 1]?.sentence === sentence)
    first--;
  const sentenceWords = words
    .slice(first, from + MAX_SENTENCE)
    .filter((word) => word.sentence === sentence);
  const lead = sentenceWords.slice(0, 4).findIndex(({ fold }) => fold === 'your' || fold === 'you');
  const isMine = sentenceWords.some(({ fold }) => /^(?:our|us|me|my|mine)$/.test(fold));
  const isModal = sentenceWords.some(({ fold }) =>
    /^(?:could|can|would|will|may|might|shall|deserves?|if)$/.test(fold),
  );
  if (isModal) return false;
  if (sentenceWords.some(({ fold }) => fold === 'together')) return true;
  return (
    lead >= 0 &&
    sentenceWords
      .slice(lead)
      .some((word) => isDeed(word) || (isMine && /^(?:is|was|were|are)$/.test(word.fold)))
  );
}

/** One hit per pitch cue, heaviest first, if they add up to a pitch; else none. */
export function findPitchCues(
  message: Message,
  isCounted: (hit: Hit) => boolean,
  reader: keyof typeof MIN_WEIGHT,
): Hit[] {
  const found = CUES.flatMap(({ weight, list }) => {
    const hits = findPhrases(message, list)
      .slice(0, MAX_HITS)
      .filter(
        (hit) =>
          isCounted(hit) &&
          !message.words
            .slice(hit.to, hit.to + 4)
            .some(({ fold }) => SENT_BY_COLLEAGUES.has(fold)) &&
          !(REPORTABLE.has(list) && isReport(message, hit)),
      );
    const [first] = hits;
    if (first === undefined) return [];
    // A second hit of the same cue adds 1; a third adds nothing.
    const isTwice = hits.some(({ from }) => from > first.to);
    return [
      {
        weight: weight + (isTwice ? 1 : 0),
        hit: first,
        isOffered:
          list === CALL_TO_ACTION.list ||
          list === SELLER.list ||
          hits.some((hit) => isOffered(message, hit)),
        isCallToAction: list === CALL_TO_ACTION.list,
        isOffer: list !== SELLER.list,
      },
    ];
  }).sort((a, b) => b.weight - a.weight);
  const sum = found.reduce((total, { weight }) => total + weight, 0);
  // With a call to action, the lower sum is enough.
  const asksToAct = found.length > 1 && found.some(({ isCallToAction }) => isCallToAction);
  const enough = asksToAct ? MIN_WEIGHT.stranger : MIN_WEIGHT[reader];
  // A seller alone ("I work with nurses") is no pitch.
  const isPitch = sum >= enough && found.some(({ isOffer }) => isOffer);
  // A pitch has someone who offers: "discount rates" at a "pensions teach-in" has no one.
  if (!found.some(({ isOffered }) => isOffered)) return [];
  return isPitch ? found.map(({ hit }) => hit) : [];
}
