import { isConcrete, selfOrWishClauses } from './context-weight.ts';
import { hasIntroduction } from './introduction.ts';
import { FALSE_CONTEXT } from './no-context-words.ts';
import { findPhrases, type Hit, type Phrases, phrases } from './phrase.ts';
import type { CheckInput } from './problem.ts';

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
const ASKS_TO_CONNECT = phrases([
  'connect/connected/connecting/network/networking/linkedin/acquaintance/acquaintances',
  'connection/connections with/to/here/request/on/between/would/?',
  'link/linked/linking up/here/with',
  'my/your/our circle/circles/list/contacts',
  'add/adding you/me/everybody/everyone',
  'accept/accepted/accepting my/if/this/your/me/us',
  'have not met',
  'hope you accept',
  'send/sent/sending you? a/my/this request/invitation',
  'your profile/page/headline/posts/career/background/experience/expertise/leadership/achievements/accomplishments',
  'get/getting to know you/your',
  'know you better',
  'reach/reaching out',
  'admire/admired/inspiring/inspired/inspiration/inspirational/honoured/honored/privilege',
  '^ @any? @any? fellow',
  'fellow @any',
  'exchange/exchanging/trade/share ideas/thoughts/views/experiences/notes',
  'professional relationship/growth/journey',
  'worth knowing',
  'like minded',
]);
/** Between people who know each other it's a wish; from anyone else it's the reason to connect. */
const KEEPS_IN_TOUCH = phrases([
  'keep/keeping/stay/staying/remain/be/being/get/back in touch/contact/reach',
]);

const HARD_NEWS = phrases([
  'sorry/sad/saddened/shocked/gutted/heartbroken/devastated/upset/sorrow to hear/read/see/learn/miss/say/find',
  'sorry/sad/saddened/shocked/gutted/heartbroken about/for/by your/the/that/what/you/his/her/all/not/how/@name',
  "i'm/i/we/we're/am/are/was/were so?/very?/truly?/deeply?/really?/terribly? so?/very? sorry",
  'so so? sorry',
  'sorry you/they/that/it/things/your/her/his/we',
  'condolences/condolence/bereavement/funeral/mourning/sympathy/sympathies',
  'my/our heart/hearts/thoughts/prayers goes/go/is/are/with',
  'thinking of/about you/your',
  'awful/rotten/terrible/sad/hard/bad/tough/shocking/horrible/hard news/luck/blow/week/month/day/time/diagnosis',
  'what a blow/shame/pity',
  "that's a shame/pity/blow",
  'regret to hear/read/learn/see',
  'get well',
  'good/speedy/full/quick recovery',
  'for your/his/her/the/their loss',
  'loss of your/his/her',
  'passed away',
  'rest in peace',
  'memory be',
  'laid off',
  'let go',
  'layoffs/redundancies/redundancy/cuts/closure/bankruptcy/earthquake/flood/floods/funeral/accident/surgery/operation/diagnosis/illness/stroke',
  'no need to answer/reply',
  "don't/not have to reply/answer/write",
  'no answer/reply needed',
  'whatever you need',
  'all the time you need',
  'is it true/serious',
  "it's serious",
  'only/just heard',
  'will/is/are going to? be? close/closing/shut/closed',
]);

/** Open an answer, right after the greeting. */
const REPLY_OPENINGS = phrases([
  'yes/yep/nope/no/sure/okay/ok/noted/agreed/done/confirmed/received/exactly/absolutely/understood/alright/nearly/almost/neither/both/maybe/perhaps/sorry',
  'of course',
  'got it/your',
  "you're/you right/welcome/spot",
  'you are right/welcome',
  "that's/that/this/it/well is/makes/sounds/solves/explains/works/was/suits/helps/exactly/what/fine/right/good/great/very/nothing/me",
  'good/fair/great/nice/excellent question/point/catch/idea/thinking/news/to',
  'not yet/really/sure/at/as/this/before/until',
  "i'm/i am afraid/free/around/in/well/fine/the/happy/glad/off/not/still",
  "i don't/wouldn't/can't/couldn't/didn't/won't/haven't/agree/understand/see/asked/checked/looked/found/spoke/talked/tried/signed/know/can/could/wait/should/got",
  'i have no/not/done/sent/asked/checked/added/put',
  "i'd/i'll @any",
  "i've just?/now?/only? asked/checked/looked/found/spoken/talked/tried/signed/forwarded/passed/added/booked/changed/sent/put/got/locked/read your?/the/both/it/to/that/up/her/him/no",
  'in that/short/answer/reply/principle',
  'count me',
  'happy/glad/fine to/by/with/it',
  'my mistake/fault/bad',
  'we do/can/could/would/tried/open/close',
  "we'd/we'll/we've @any",
  'the answer/short/meeting/keys/key/door/file/bus/ferry/order/parcel/train/number/total/form/room',
  "there's/there is/are",
  "please don't",
  'as you/to/for/regarding',
  'about/regarding/re your',
  'thursday/tuesday/monday/wednesday/friday/saturday/sunday is/works/suits/at/it/would/will',
  "here's/here is/are",
]);
/** Show anywhere that it answers something. */
const ANSWERS = phrases([
  'thank/thanks you?/a?/so? much?/lot? for your/the/that/this/his @any? @any? message/reply/answer/note/mail/email/question/update/invitation/offer/correction/reminder/letter/comment/photos/draft',
  'thank/thanks you? for asking/letting/getting/answering/replying/telling/accepting/sending',
  'thank/thanks you? for the heads/update/reminder/correction',
  'you asked/wanted/mentioned/wrote',
  'to/answering your @any? question/questions/message/mail/letter',
  'your question/answer/reply/message/mail/comment/email/note/call',
  'answer/reply/response to',
  'sorry/apologies for/about the/my late/slow/delayed/delay/silence',
  'sorry i/it/that missed/never/took/was/answered/my',
  'do call/write/come/ring/ask',
  'suits/works for? me',
  'fine with/by/for me',
]);

const THANKS = phrases([
  'thank/thanks/cheers/ta you?/a?/so?/very?/again?/ever? much?/lot?/million?/bunch?/again?/everyone?/all? for/to @any',
  'thanks/thank you? @name',
  'many/warm/sincere/heartfelt/huge/big thanks',
  'grateful/thankful for/to @any',
  "can't/cannot thank you",
  'say/said/saying thank/thanks you?',
  'i owe you',
]);
/** Reasons for thanks that fit any stranger. */
const THANKS_TO_STRANGERS = phrases([
  'for being/viewing/considering/reading/connecting/visiting/following/looking',
  'for your time/consideration/attention/interest',
  'for all that? you do',
]);

const CONGRATULATIONS = phrases([
  'congratulations/congratulation/congrats/kudos/bravo/congratulate/hats/hooray',
  'well done',
  'good/great/lovely/wonderful for you/news',
  'well/richly deserved/earned/played',
  'you did/made/got/won/passed it/in/the',
  'happy/pleased/delighted/thrilled/glad for you',
  'happy/pleased/delighted/thrilled/glad to hear/see/read ... promotion/job/post/award/you/your/prize',
  "i/i've/just? see/saw/heard/read/hear/noticed that? you're/you/your",
  'happy birthday/retirement/jubilee/anniversary',
  'champion/champions',
  'you deserve',
  'proud of you',
  'best/good of? luck',
]);

/** Ask how somebody, or a thing of theirs, is doing. */
const CHECK_INS = phrases([
  "how/how's/hows/how're/what's/what @any",
  'are/is/do/does/did/have/has/were/was/will/would/any you/your/the/it/things/they/everybody/everyone/there/word/plans/news/chance',
  'hope/hoping you/your/the/all/to/everything/everybody/it/that/they/things/this',
  "i/i've/i'm/we/just heard/hear/see/saw/walked/remembered/wonder/wondered/thought/miss/missed",
  'thought/think/thinking of you',
  "haven't seen/heard",
  'remember/remembers/remembered',
  'still',
  'greetings/hello from/to/after',
]);

/** In a question like these there is nothing of the two: "How are you and the family?" */
const BARE_WORDS = new Set(
  'catch coffee drop line ages family kids children everyone everybody today weekend holiday holidays summer christmas year afternoon bit love loved ones wonderful start merry lunch drink chat words news plans sometime doing going spoken long too drop say grab exciting plenty conversation find particular between shall meaning stick lets time forces alike road'.split(
    ' ',
  ),
);

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
  return findPhrases(input.message, ASKS_TO_CONNECT).some((hit) => !isWelcome(hit));
}

const CONNECTED_ALREADY = phrases(['thank/thanks you? for connecting/accepting/the/adding ...']);

/** The kind of a message, from its words and from what the log says of the reader. */
export function messageKind(input: CheckInput): MessageKind {
  const { message, context } = input;
  const isConnected = context.person?.connection.status === 'connected';
  if (!message.isEnglish) return isConnected ? 'message' : 'first-note';
  const asks = asksToConnect(input);
  if (asks && !isConnected) return 'first-note';
  if (has(input, HARD_NEWS)) return 'hard-news';
  if (!isConnected && has(input, FALSE_CONTEXT)) return 'first-note';
  if (!isConnected && has(input, KEEPS_IN_TOUCH)) return 'first-note';
  if (isReply(input)) return 'reply';
  const concrete = concreteWords(input);
  const isSpecific = isConnected || concrete.all > 0;
  if (has(input, THANKS) && !has(input, THANKS_TO_STRANGERS) && isSpecific) return 'thanks';
  if (has(input, CONGRATULATIONS) && isSpecific) return 'congratulations';
  // A stranger introduces their trade, and asks for nothing.
  if (
    !isConnected &&
    concrete.ofBoth === 0 &&
    hasIntroduction(input) &&
    !message.text.includes('?')
  )
    return 'first-note';
  if (has(input, CHECK_INS) && isSpecific) return 'check-in';
  return isSpecific ? 'message' : 'first-note';
}

function isReply(input: CheckInput): boolean {
  if (has(input, ANSWERS)) return true;
  const first = bodyStart(input);
  return findPhrases(input.message, REPLY_OPENINGS).some(({ from }) => from === first);
}
