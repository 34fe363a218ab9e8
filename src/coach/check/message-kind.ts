import { isConcrete, selfOrWishClauses } from './context-weight.ts';
import { isCourtesy } from './courtesy.ts';
import { hasIntroduction } from './introduction.ts';
import { FALSE_CONTEXT } from './no-context-words.ts';
import { findPhrases, type Hit, type Phrases, phraseFile, phrases } from './phrase.ts';
import kindAsksToConnectText from './phrases/kind-asks-to-connect.txt';
import kindCheckInText from './phrases/kind-check-in.txt';
import kindCongratulationsText from './phrases/kind-congratulations.txt';
import kindHardNewsText from './phrases/kind-hard-news.txt';
import kindReplyText from './phrases/kind-reply.txt';
import kindReplyOpeningsText from './phrases/kind-reply-openings.txt';
import kindThanksText from './phrases/kind-thanks.txt';
import type { CheckInput } from './problem.ts';
import bareWordsText from './words/bare-words.txt';
import { wordFile } from './words.ts';

/**
 * What a message is for. Only a first note has to say how the two know each other: whoever sends
 * condolences, an answer or thanks is known, or says in the same breath what it's about.
 */
export type MessageKind =
  | 'first-note'
  | 'hard-news'
  | 'reply'
  | 'thanks'
  | 'congratulations'
  | 'check-in'
  | 'message';

/** What only a first note says: it asks to connect, or speaks of a profile. */
const ASKS_TO_CONNECT = phraseFile(kindAsksToConnectText);
/** Between people who know each other it's a wish; from anyone else it's the reason to connect. */
const KEEPS_IN_TOUCH = phrases([
  'keep/keeping/stay/staying/remain/be/being/get/back in touch/contact/reach',
]);

const HARD_NEWS = phraseFile(kindHardNewsText);

/** Open an answer, right after the greeting. */
const REPLY_OPENINGS = phraseFile(kindReplyOpeningsText);
/** Show anywhere that it answers something. */
const ANSWERS = phraseFile(kindReplyText);

const THANKS = phraseFile(kindThanksText);
/** Reasons for thanks that fit any stranger. */
const THANKS_TO_STRANGERS = phrases([
  'for being/viewing/considering/reading/connecting/visiting/following/looking',
  'for your time/consideration/attention/interest',
  'for all that? you do',
]);

const CONGRATULATIONS = phraseFile(kindCongratulationsText);

/** Ask how somebody, or a thing of theirs, is doing. */
const CHECK_INS = phraseFile(kindCheckInText);

/** In a question like these there is nothing of the two: "How are you and the family?" */
const BARE_WORDS = wordFile(bareWordsText);

function bodyStart({ message: { words }, greeting }: CheckInput): number {
  if (greeting === null || greeting.start > 0) return 0;
  const at = words.findIndex(({ start }) => start >= greeting.end);
  return at < 0 ? words.length : at;
}

/** How many different words name something, outside the greeting, and outside clauses about the writer. */
function concreteWords({
  message: { words },
  greeting,
}: CheckInput): Record<'all' | 'ofBoth', number> {
  const names = new Set(greeting?.names.map(({ fold }) => fold));
  const isOfWriter = selfOrWishClauses(words);
  const all = new Set<string>();
  const ofBoth = new Set<string>();
  for (const [at, word] of words.entries()) {
    if (!isConcrete(word) || /['’]s$/u.test(word.fold)) continue;
    if (BARE_WORDS.has(word.fold) || names.has(word.fold)) continue;
    all.add(word.fold);
    if (!isOfWriter[at]) ofBoth.add(word.fold);
  }
  return { all: all.size, ofBoth: ofBoth.size };
}

const has = ({ message }: CheckInput, list: () => Phrases) => findPhrases(message, list).length > 0;

/** Whether a message asks the reader to connect, or talks of what anybody can see of them. */
function asksToConnect(input: CheckInput): boolean {
  const welcome = findPhrases(input.message, CONNECTED_ALREADY);
  const isWelcome = ({ from, to }: Hit) => welcome.some((hit) => hit.from <= to && from <= hit.to);
  return findPhrases(input.message, ASKS_TO_CONNECT).some(
    (hit) => !isWelcome(hit) && !isCourtesy(input.message, hit),
  );
}

const CONNECTED_ALREADY = phrases(['thank/thanks you? for connecting/accepting/the/adding ...']);

/** The kind of a message, from its words and from what the log says of the reader. */
export function messageKind(input: CheckInput): MessageKind {
  const { message, context } = input;
  // Whoever invited me gets an answer, which goes out once I've accepted.
  const isConnected = /^(?:connected|incoming)$/u.test(context.person?.connection.status ?? '');
  if (!message.isEnglish) return isConnected ? 'message' : 'first-note';
  if (!isConnected && asksToConnect(input)) return 'first-note';
  if (has(input, HARD_NEWS)) return 'hard-news';
  if (!isConnected && has(input, FALSE_CONTEXT)) return 'first-note';
  if (!isConnected && has(input, KEEPS_IN_TOUCH)) return 'first-note';
  if (isReply(input)) return 'reply';
  const concrete = concreteWords(input);
  const isSpecific = isConnected || concrete.all > 0;
  if (has(input, THANKS) && !has(input, THANKS_TO_STRANGERS)) return 'thanks';
  const asks = message.text.includes('?');
  if (has(input, CONGRATULATIONS) && (isSpecific || asks)) return 'congratulations';
  // A stranger introduces their trade, and asks for nothing.
  if (!isConnected && concrete.ofBoth === 0 && hasIntroduction(input) && !asks) return 'first-note';
  if (has(input, CHECK_INS) && isSpecific) return 'check-in';
  return isSpecific ? 'message' : 'first-note';
}

function isReply(input: CheckInput): boolean {
  if (has(input, ANSWERS)) return true;
  const first = bodyStart(input);
  return findPhrases(input.message, REPLY_OPENINGS).some(({ from }) => from === first);
}
