import type { MessageKind } from './message-kind.ts';
import { type Phrases, phraseFile, phrases } from './phrase.ts';
import pushyBlameText from './phrases/pushy-blame.txt';
import pushyDeadlineText from './phrases/pushy-deadline.txt';
import pushyFavourText from './phrases/pushy-favour.txt';
import pushyNoChoiceText from './phrases/pushy-no-choice.txt';
import pushyTimeText from './phrases/pushy-time.txt';

interface Pressure {
  /** Kinds of message in which these words have an innocent sense: "sad to hear", "Tuesday suits me". */
  innocentIn?: readonly MessageKind[];
  /** What it does to the reader; completes a sentence that starts with the quoted words. */
  effect: string;
  suggestion: string;
  list: () => Phrases;
}

/**
 * Phrases that press the reader, by kind. Each includes the request itself: an urgent order or a
 * report due by Friday is fine.
 */
export const PRESSURES: readonly Pressure[] = [
  {
    effect: 'asks for their time straight away',
    suggestion: "Leave the request for later, once you've been in touch for a while.",
    list: phraseFile(pushyTimeText),
  },
  {
    innocentIn: ['reply'],
    effect: 'asks for their time straight away',
    suggestion: "Leave the request for later, once you've been in touch for a while.",
    list: phrases([
      '@day or @day works/work/suits/suit/is/would',
      '@day/tomorrow works/suits best?/for? me?',
      'does/would/will @day/tomorrow/today ... work/suit',
    ]),
  },
  {
    effect: 'gives them no choice',
    suggestion: 'Let them say no, or not answer at all.',
    list: phraseFile(pushyNoChoiceText),
  },
  {
    effect: 'gives them a deadline',
    suggestion: 'Leave the deadline out.',
    list: phraseFile(pushyDeadlineText),
  },
  {
    effect: 'asks for a favour too soon',
    suggestion: 'Keep the favour for later; say first what you did together.',
    list: phraseFile(pushyFavourText),
  },
  {
    effect: 'blames them',
    suggestion: "Leave out what they haven't done.",
    list: phraseFile(pushyBlameText),
  },
];
