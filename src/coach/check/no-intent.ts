import { hasIntroduction } from './introduction.ts';
import { messageKind } from './message-kind.ts';
import { findPhrases, phraseFile } from './phrase.ts';
import forwardLookingText from './phrases/forward-looking.txt';
import needsNoReasonText from './phrases/needs-no-reason.txt';
import { type Check, wholeMessage } from './problem.ts';

const FORWARD_LOOKING = phraseFile(forwardLookingText);
/** Messages that need no reason: thanks, congratulations, a promised answer, a wish. */
const NEEDS_NO_REASON = phraseFile(needsNoReasonText);

export const noIntent: Check = {
  id: 'no-intent',
  title: 'Why you write',
  why: 'One clause on what you both get from it makes it easy to say yes.',
  severity: 'advice',
  find: (input) => {
    const { message } = input;
    if (!message.isEnglish || message.text.includes('?') || input.has('any')) return [];
    if (!/^(?:first-note|message)$/.test(messageKind(input))) return [];
    if (
      findPhrases(message, FORWARD_LOOKING).length > 0 ||
      findPhrases(message, NEEDS_NO_REASON).length > 0
    )
      return [];
    // Without an introduction, a message to a connection is an ordinary one.
    const status = input.context.person?.connection.status ?? 'connected';
    if (!hasIntroduction(input) && status === 'connected') return [];
    return [
      wholeMessage(
        input,
        'It does not say why you would like to be in touch.',
        'Close with what you both get from it: "I\'d like to compare notes on the next one."',
      ),
    ];
  },
};
