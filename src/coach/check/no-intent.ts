import { hasIntroduction } from './introduction.ts';
import { messageKind } from './message-kind.ts';
import { findPhrases, phrases } from './phrase.ts';
import { type Check, wholeMessage } from './problem.ts';

const FORWARD_LOOKING = phrases([
  "i'd/we'd/would/could/let's/lets/shall/hope/hoping/hopefully/wish/wishing/want/wanted/keen/eager/curious",
  'look/looking forward',
  'glad/happy/pleased/delighted/honoured/honored/love/like/welcome to/the/a/it/your/you',
  'connect/connecting/connected/connection/linked/network/networks',
  'keep/keeping/stay/staying/remain/be/get ... touch/contact/up/reach/posted/updated/linked/learning/comparing/trading/talking/close/following/us/you',
  'add/adding/added you/me',
  "so/so that we/i/you/that it? can/could/may/might/will/do/it's/we/i",
  "i'll/we'll/you'll/i will/can/may/we",
  'see you',
  'ask/asking/send/sending/show/showing/share/sharing/swap/swapping/compare/comparing/follow/following/learn/learning you/notes/how/what/it/more/from',
  'in case',
  'next time/year/month/week/one/round/season/term',
  'enjoy/value/appreciate/interested',
  'again/soon',
  'should',
  'one message away',
  'for future/later/when/the next',
]);
/** Messages that need no reason: thanks, congratulations, a promised answer, a wish. */
const NEEDS_NO_REASON = phrases([
  'thank/thanks/grateful/congratulations/congrats/kudos/bravo/well',
  'as promised/discussed/agreed/requested/you/we',
  'attached/enclosed/here is/are?',
  'take care',
  'see the/my/attached',
  'was/were right',
  'good/kind/nice/generous of you',
  'liked/loved/enjoyed/learned/learnt/admired/impressed',
  'good luck',
  'all the best',
  'since/ago/already/still/years/year',
]);

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
