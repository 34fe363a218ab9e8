import { sharedEvidence } from './evidence.ts';
import { FOREIGN_PITCH } from './foreign-words.ts';
import type { Message } from './message.ts';
import { findPhrases, type Hit, phraseFile, phrases, quote } from './phrase.ts';
import pitchText from './phrases/pitch.txt';
import { findPitchCues } from './pitch-cues.ts';
import type { Check, Finding } from './problem.ts';

/**
 * Phrases of a pitch. Colleagues talk about platforms, costs and customers too, so each phrase
 * includes an offer to the reader.
 */
const PITCH_PHRASES = phraseFile(pitchText);

/** After these, a discount or a trial isn't an offer. */
const THANKS_WORDS = new Set(['thanks', 'thank', 'congratulations', 'congrats']);

/** Before this, neither: "the free samples that we handed out together". */
const TOGETHER = new Set(['together']);

const ASKED = phrases(['you asked/wanted/needed/requested about?/for?', 'your question/questions']);
/** How far from a hit the reader's question may be, in words. */
const ASKED_REACH = 14;
/** Looks at no more questions: bounds the work. */
const MAX_ASKED = 20;

/**
 * Hits that make a message a pitch: clear pitch phrases, or else enough weaker cues.
 * @param reader `stranger` if the message shows nothing shared; then fewer cues are enough
 */
export function findPitch(message: Message, reader: 'known' | 'stranger' = 'known'): Hit[] {
  if (!message.isEnglish) return findPhrases(message, FOREIGN_PITCH);
  const asked = findPhrases(message, ASKED);
  /** What the reader asked for isn't an offer: "The discount code you asked about has run out." */
  const isAskedFor = (from: number) =>
    asked.slice(0, MAX_ASKED).some((hit) => Math.abs(hit.from - from) <= ASKED_REACH);
  const isOffer = ({ from }: Hit) => {
    const { words } = message;
    const { sentence } = words[from] as { sentence: number };
    const isAmong = (list: ReadonlySet<string>, first: number, last: number) =>
      words
        .slice(Math.max(0, first), last)
        .some((word) => word.sentence === sentence && list.has(word.fold));
    return (
      !isAmong(THANKS_WORDS, from - 8, from) &&
      !isAmong(TOGETHER, from, from + 8) &&
      !isAskedFor(from)
    );
  };
  const hits = findPhrases(message, PITCH_PHRASES).filter(isOffer);
  return hits.length > 0 ? hits : findPitchCues(message, isOffer, reader);
}

export const salesy: Check = {
  id: 'salesy',
  title: 'Selling',
  why: "Don't try to sell anything in a message to a colleague: people report it as spam, and you lose the contact.",
  severity: 'warning',
  find: (input) => {
    const { message } = input;
    // A time alone proves nothing here: sellers write "until Friday" too.
    const { plain, hints } = sharedEvidence(input);
    const isKnown = plain.some(({ kind }) => kind !== 'when') || hints >= 1;
    const first = findPitch(message, isKnown ? 'known' : 'stranger')[0];
    return first === undefined ? [] : [found(message, first)];
  },
  add: ({ message }, place) => found(message, place),
};

function found(message: Message, { start, end }: { start: number; end: number }): Finding {
  return {
    message: `${quote(message, { start, end })} sounds like a sales pitch.`,
    start,
    end,
    suggestion: 'Leave the offer out.',
  };
}
