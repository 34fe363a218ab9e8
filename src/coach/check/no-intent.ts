import { hasIntroduction } from './introduction.ts';
import { messageKind } from './message-kind.ts';
import { findPhrases, phraseFile } from './phrase.ts';
import forwardLookingText from './phrases/forward-looking.txt';
import needsNoReasonText from './phrases/needs-no-reason.txt';
import { type Check, type CheckInput, wholeMessage } from './problem.ts';

const FORWARD_LOOKING = phraseFile(forwardLookingText);
/** Messages that need no reason: thanks, congratulations, a promised answer, a wish. */
const NEEDS_NO_REASON = phraseFile(needsNoReasonText);

/** Whether an English message says what it's for: to keep in touch, to compare notes. */
export function saysWhy({ message }: CheckInput): boolean {
  return findPhrases(message, FORWARD_LOOKING).length > 0;
}

export const noIntent: Check = {
  id: 'no-intent',
  title: "Why you're writing",
  why: "A few words on why you're writing make it easy to say yes.",
  severity: 'advice',
  find: (input) => {
    const { message } = input;
    if (!message.isEnglish || message.text.includes('?') || input.has('any')) return [];
    if (!/^(?:first-note|message)$/.test(messageKind(input))) return [];
    if (saysWhy(input) || findPhrases(message, NEEDS_NO_REASON).length > 0) return [];
    // Without an introduction, a message to a connection is an ordinary one.
    const status = input.context.person?.connection.status ?? 'connected';
    if (!hasIntroduction(input) && status === 'connected') return [];
    return [
      wholeMessage(
        input,
        "It doesn't say why you're getting in touch.",
        'End with a reason: "I\'d like to compare notes on the next one."',
      ),
    ];
  },
};
