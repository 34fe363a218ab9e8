import type { Word } from './message.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const DAYS = set(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays',
);
const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);
const SEASONS = set(
  'spring summer autumn fall winter christmas easter advent lent ramadan eid diwali hanukkah thanksgiving half-term term semester quarter midsummer',
);
const NUMBERS = set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty a couple few several',
);
const SPANS = set(
  'minute minutes min mins hour hours day days night nights week weeks month months year years',
);

/** Irregular pasts of what people do with one another; the regular ones end in -ed. */
const PASTS = set(
  `met built wrote shared sat stood ran spoke talked was were had made did got gave took taught told
  found held kept led left sold sent set shot sang swam rode drove flew fought chose drew ate drank
  came went began brought bought caught cut dealt dug fed felt fit grew heard hid hit knew laid lent
  lost meant paid put read rebuilt redid rewrote rode rose sewed shut slept spent split swapped swept
  thought threw understood wore won wound went overlapped bumped crossed sorted strung hung spun dealt
  broke stuck struck swung tore undid withstood oversaw took`,
);
/** Words in -ed that are no past of a verb. */
const NOT_PAST = set(
  'need feed speed seed indeed embed hundred red bed shed breed weed exceed proceed succeed biomed med ted fred ahmed mohammed',
);

function isPast({ fold }: Word): boolean {
  return PASTS.has(fold) || (fold.length >= 4 && fold.endsWith('ed') && !NOT_PAST.has(fold));
}

/** What one can say somebody did without knowing them: it stands on their profile. */
const PUBLIC_DEEDS = set(
  'was were had did worked studied attended posted viewed visited liked joined achieved accomplished moved started graduated based called named got received listed followed accepted ignored responded replied answered needed wanted interested went came left seemed looked pleased delighted honoured honored thrilled excited inclined tempted impressed inspired flattered intrigued fascinated surprised hoped wished tried used wondered decided planned found felt read knew heard thought',
);

/** What follows "I" without saying what one does. */
const NO_TRADE = set(
  'am was would could can will may might should shall must have had do did does hope want wanted wish think thought know knew believe guess suppose see hear heard remember recall enjoy like love look feel just really still often always never also now then only hear understand owe miss mean promise appreciate admire value need prefer expect trust assume imagine agree thank and or who that the a in on at from with to you we not so too very gladly warmly kindly here there too finally recently currently learn learnt hereby',
);

/** The classes that a phrase may name with `@`. */
export const classes: Readonly<Record<string, (word: Word) => boolean>> = {
  day: ({ fold }) => DAYS.has(fold.replace(/'s$/, '')),
  month: ({ fold, text }) => MONTHS.has(fold.replace(/'s$/, '')) && /^\p{Lu}/u.test(text),
  season: ({ fold }) => SEASONS.has(fold.replace(/'s$/, '')),
  number: ({ fold }) => NUMBERS.has(fold) || /^\d/.test(fold),
  span: ({ fold }) => SPANS.has(fold),
  past: isPast,
  /** The past of what only somebody who was there knows. */
  deed: (word) => isPast(word) && !PUBLIC_DEEDS.has(word.fold),
  ing: ({ fold }) => fold.length > 4 && fold.endsWith('ing'),
  /** A capital inside a sentence: most often a name. */
  name: ({ text, isSentenceStart }) =>
    !isSentenceStart && /^\p{Lu}\p{L}*\p{Ll}/u.test(text) && text !== "I'm",
  year: ({ fold }) => /^(19|20)\d\d$/.test(fold),
  /** What one may do for a living: no auxiliary, no feeling, no past. */
  trade: (word) => /^\p{Ll}+$/u.test(word.text) && !NO_TRADE.has(word.fold) && !isPast(word),
  any: () => true,
};
