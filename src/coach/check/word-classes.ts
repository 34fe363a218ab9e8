import type { Word } from './message.ts';
import customerVerbsText from './words/customer-verbs.txt';
import daysText from './words/days.txt';
import kinText from './words/kin.txt';
import monthsText from './words/months.txt';
import notPastText from './words/not-past.txt';
import notTradeText from './words/not-trade.txt';
import numbersText from './words/numbers.txt';
import offerVerbsText from './words/offer-verbs.txt';
import pastsText from './words/pasts.txt';
import productText from './words/product.txt';
import productVerbsText from './words/product-verbs.txt';
import publicDeedsText from './words/public-deeds.txt';
import seasonsText from './words/seasons.txt';
import talkText from './words/talk.txt';
import ventureText from './words/venture.txt';
import { wordFile } from './words.ts';

const DAYS = wordFile(daysText);
const MONTHS = wordFile(monthsText);
const SEASONS = wordFile(seasonsText);
const NUMBERS = wordFile(numbersText);

/** Irregular past forms of what people do together; regular ones end in -ed. */
const PASTS = wordFile(pastsText);
const NOT_PAST = wordFile(notPastText);

function isPast({ fold }: Word): boolean {
  return PASTS.has(fold) || (fold.length >= 4 && fold.endsWith('ed') && !NOT_PAST.has(fold));
}

/** Past forms that anyone can say of a stranger, from their profile. */
const PUBLIC_DEEDS = wordFile(publicDeedsText);

/** Words after "I" that don't say what I do for a living. */
const NOT_TRADE = wordFile(notTradeText);

/** What a seller offers to do for a customer. */
const OFFER_VERBS = wordFile(offerVerbsText);
const PRODUCT_VERBS = wordFile(productVerbsText);
/** What a pitch says of customers in general: "patients choose with their eyes". */
const CUSTOMER_VERBS = wordFile(customerVerbsText);

/** Relatives and friends, who sell things in pitches. */
const KIN = wordFile(kinText);
/** What people set up to sell something. */
const VENTURE = wordFile(ventureText);
/** What is sold. */
const PRODUCT = wordFile(productText);
/** What takes up a piece of somebody's day. */
const TALK = wordFile(talkText);

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
  any: () => true,
};
