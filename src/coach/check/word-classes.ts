import type { Word } from './message.ts';

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const DAYS = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays',
);
const MONTHS = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);
const SEASONS = wordSet(
  'spring summer autumn fall winter christmas easter advent lent ramadan eid diwali hanukkah thanksgiving half-term term semester quarter midsummer',
);
const NUMBERS = wordSet(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty a couple few several',
);

/** Irregular past forms of what people do together; regular ones end in -ed. */
const PASTS = wordSet(
  `met built wrote shared sat stood ran spoke talked was were had made did got gave took taught told
  found held kept led left sold sent set shot sang swam rode drove flew fought chose drew ate drank
  came went began brought bought caught cut dealt dug fed felt fit grew heard hid hit knew laid lent
  lost meant paid put read rebuilt redid rewrote rode rose sewed shut slept spent split swapped swept
  thought threw understood wore won wound went overlapped bumped crossed sorted strung hung spun dealt
  broke stuck struck swung tore undid withstood oversaw took`,
);
const NOT_PAST = wordSet(
  'need feed speed seed indeed embed hundred red bed shed breed weed exceed proceed succeed biomed med ted fred ahmed mohammed',
);

function isPast({ fold }: Word): boolean {
  return PASTS.has(fold) || (fold.length >= 4 && fold.endsWith('ed') && !NOT_PAST.has(fold));
}

/** Past forms that anyone can say of a stranger, from their profile. */
const PUBLIC_DEEDS = wordSet(
  'was were had did worked studied attended posted viewed visited liked joined achieved accomplished moved started graduated based called named got received listed followed accepted ignored responded replied answered needed wanted interested went came left seemed looked pleased delighted honoured honored thrilled excited inclined tempted impressed inspired flattered intrigued fascinated surprised hoped wished tried used wondered decided planned found felt read knew heard thought',
);

/** Words after "I" that don't say what I do for a living. */
const NOT_TRADE = wordSet(
  'am was would could can will may might should shall must have had do did does hope want wanted wish think thought know knew believe guess suppose see hear heard remember recall enjoy like love look feel just really still often always never also now then only hear understand owe miss mean promise appreciate admire value need prefer expect trust assume imagine agree thank and or who that the a in on at from with to you we not so too very gladly warmly kindly here there too finally recently currently learn learnt hereby',
);

/** What a seller offers to do for a customer. */
const OFFER_VERBS = wordSet(
  'send show give get leave bring drop lend switch set make save help fit put offer quote walk mail email arrange book reserve prepare sort find install run sign introduce pop build print fill',
);
const PRODUCT_VERBS = wordSet(
  `answers answer bring brings do does end ends find finds cut cuts stop stops save saves show shows catch catches build builds
  halve halves replace replaces tell tells sort sorts earn earns last lasts cost costs guarantee guarantees let lets help helps
  handle handles turn turns give gives keep keeps make makes pay pays take takes spot spots write writes predict predicts track
  tracks deliver delivers offer offers cover covers train trains teach teaches fit fits design designs print prints clean cleans
  lease leases sell sells rent rents bake bakes import imports supply supplies work works fix fixes run runs solve solves beat beats`,
);
/** What a pitch says of customers in general: "patients choose with their eyes". */
const CUSTOMER_VERBS = wordSet(
  `lose waste pay choose need want love spend struggle forget miss deserve hate overpay throw judge expect buy prefer suffer
  worry fail quit leave sleep regret wait`,
);

/** Relatives and friends, who sell things in pitches. */
const KIN = wordSet(
  "sister sister's brother brother's cousin cousin's wife wife's husband husband's son son's daughter daughter's friend friend's uncle uncle's aunt aunt's partner partner's mother mother's mum mum's mom mom's father father's dad dad's nephew nephew's niece niece's boyfriend girlfriend flatmate roommate neighbour law law's",
);
/** What people set up to sell something. */
const VENTURE = wordSet(
  'business company shop store brand agency firm startup boutique bakery studio salon practice line label restaurant cafe dealership insurance brokerage franchise venture consultancy gym',
);
/** What is sold. */
const PRODUCT = wordSet(
  'software app platform tool solution solutions service services course courses programme program package packages product products range brand shop store agency device devices membership subscription fund funds ebook book guide newsletter channel masterclass webinar seminar academy bootcamp coaching planner brochure catalogue catalog collection candles cakes jewellery jewelry soap soaps honey oils insurance franchise policy policies panels car flat apartment apartments condo villa timeshare tickets vouchers bags shoes supplements chatbot dashboard plugin archive suite website bot assistant machine scanner portfolio advisers advisors consultants experts specialists crm marketplace gadget sensor sensors studio club scheme workshop workshops kit method system templates retreat retreats',
);
/** What takes up a piece of somebody's day. */
const TALK = wordSet(
  'call chat meeting zoom coffee lunch catchup slot talk conversation appointment diary calendar time',
);
/** How a request begins. */
const ASK = wordSet('you please kindly must need');
/** What an impatient writer wants. */
const ANSWER = wordSet('answer reply respond accept confirm act decide sign endorse recommend');

/** Word classes by the name that a phrase uses after `@`. */
export const wordClasses: Readonly<Record<string, (word: Word) => boolean>> = {
  day: ({ fold }) => DAYS.has(fold.replace(/'s$/, '')),
  month: ({ fold, text }) => MONTHS.has(fold.replace(/'s$/, '')) && /^\p{Lu}/u.test(text),
  season: ({ fold }) => SEASONS.has(fold.replace(/'s$/, '')),
  number: ({ fold }) => NUMBERS.has(fold) || /^\d/.test(fold),
  past: isPast,
  /** A past form that only someone who was there can say. */
  deed: (word) => isPast(word) && !PUBLIC_DEEDS.has(word.fold),
  ing: ({ fold }) => fold.length > 4 && fold.endsWith('ing'),
  /** A capital inside a sentence, usually a name. */
  name: ({ text, isSentenceStart }) =>
    !isSentenceStart && /^\p{Lu}\p{L}*\p{Ll}/u.test(text) && text !== "I'm",
  year: ({ fold }) => /^(19|20)\d\d$/.test(fold),
  /** A verb for what someone does for a living. */
  trade: (word) => /^\p{Ll}+$/u.test(word.text) && !NOT_TRADE.has(word.fold) && !isPast(word),
  gives: ({ fold }) => OFFER_VERBS.has(fold),
  serves: ({ fold }) => PRODUCT_VERBS.has(fold),
  lacks: ({ fold }) => CUSTOMER_VERBS.has(fold),
  plural: ({ fold }) => fold.length > 4 && /[^sui]s$/.test(fold),
  kin: ({ fold }) => KIN.has(fold),
  venture: ({ fold }) => VENTURE.has(fold),
  product: ({ fold }) => PRODUCT.has(fold),
  talk: ({ fold }) => TALK.has(fold),
  ask: ({ fold }) => ASK.has(fold),
  answer: ({ fold }) => ANSWER.has(fold),
  any: () => true,
};
