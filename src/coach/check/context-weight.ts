import { isCommonWord } from './language.ts';
import { isCapitalised, type Word } from './message.ts';
import { ABSTRACT, ANYBODYS, SHARED, VAGUE } from './no-context-words.ts';
import { classes } from './word-classes.ts';

/** What a word hints at: how much (1 is enough by itself), and whether its noun is a thing done together. */
interface Hint {
  weight: number;
  isShared: boolean;
}

/** A word that names a thing: no function word, no figure. */
export function isContent(word: Word): boolean {
  return word.fold.length > 1 && !isCommonWord(word.fold) && !/^\p{N}+$/u.test(word.fold);
}

/** The words behind one, up to a comma or the end of the sentence. */
function phraseBehind(words: readonly Word[], at: number, most: number): Word[] {
  const behind: Word[] = [];
  for (const word of words.slice(at + 1, at + 1 + most)) {
    if (word.sentence !== words[at]?.sentence || /[,;:]/.test(word.before)) break;
    behind.push(word);
  }
  return behind;
}

const NARROWS = new Set('on about during with at when regarding'.split(' '));

/** "your talk", "your walk-through of the fault": a thing of theirs that does not stand on every profile. */
function theirThing(words: readonly Word[], at: number): Hint | null {
  const behind = phraseBehind(words, at, 7);
  for (const [index, word] of behind.slice(0, 3).entries()) {
    if (SHARED.has(word.fold) && !ANYBODYS.has(word.fold)) return { weight: 1, isShared: true };
    if (!ANYBODYS.has(word.fold)) return isContent(word) ? { weight: 1, isShared: false } : null;
    // "your post on cold-chain audits", "your advice about the visa": then it is one of many.
    if (!NARROWS.has(behind[index + 1]?.fold ?? '')) continue;
    const topic = behind.slice(index + 2, index + 5).find(isContent);
    return topic === undefined || ANYBODYS.has(topic.fold) ? null : { weight: 1, isShared: false };
  }
  return null;
}

const ONES = new Set(['you', 'we', "you've", "we've", "you'd"]);

/** Common words that are nouns inside a name: "the sports day relay". */
const TIMES = new Set('day week year night team work time'.split(' '));

/** "the discharge checklist you built": a thing that has to be known to be called *the*. */
function definiteThing(words: readonly Word[], at: number): Hint | null {
  const behind = phraseBehind(words, at, 5);
  const end = behind.findIndex(
    (word) => !isContent(word) && !TIMES.has(word.fold) && !/^\p{N}{1,3}$/u.test(word.fold),
  );
  const thing = end < 0 ? behind.slice(0, 4) : behind.slice(0, end);
  const head = thing.at(-1);
  if (head === undefined || ABSTRACT.has(head.fold)) return null;
  // "The first lesson is free": what is yet to come nobody remembers.
  const isShared = SHARED.has(head.fold) && !/^(?:first|next)$/.test((behind[0] as Word).fold);
  const isOfYours = ONES.has(behind[thing.length]?.fold ?? '');
  const named = thing.filter((word) => !ABSTRACT.has(word.fold)).length;
  return {
    weight: isOfYours || isShared ? 1 : Math.min(1, named / 2),
    isShared: isShared || isOfYours,
  };
}

/** What a seller calls his own: "our platform". */
const COMMERCE = new Set(
  'company firm team platform product products solution solutions service services software app tool tools system client clients customers agency business offer website network industry field sector goals mission staff experts specialists'.split(
    ' ',
  ),
);

const PREPOSITIONS = new Set(
  'among between across near behind before after into inside outside over under'.split(' '),
);

/** "our shift", "the same ward", "our bet". */
function ourThing(words: readonly Word[], at: number, most: number): Hint | null {
  const behindIt = phraseBehind(words, at, most);
  const cut = behindIt.findIndex(({ fold }) => PREPOSITIONS.has(fold));
  const near = cut < 0 ? behindIt : behindIt.slice(0, cut);
  if (near.some((word) => SHARED.has(word.fold))) return { weight: 1, isShared: true };
  const [first] = near;
  if ((words[at] as Word).fold !== 'our' || first === undefined || !isContent(first)) return null;
  const isOwn = near.some(
    (word) => COMMERCE.has(word.fold) || ANYBODYS.has(word.fold) || VAGUE.has(word.fold),
  );
  return isOwn ? null : { weight: 1, isShared: false };
}

/** What the words behind "your", "the" or "our" hint at. */
export function hintAt(words: readonly Word[], at: number): Hint | null {
  const { fold: word, before: gap } = words[at] as Word;
  if (word === 'your' || word === 'yours') return theirThing(words, at);
  if (/^(?:the|that|this|those|these)$/.test(word)) return definiteThing(words, at);
  if (word === 'our' || word === 'same') return ourThing(words, at, word === 'our' ? 3 : 2);
  // "floor 6", "hull 288", "line 4".
  const before = words[at - 1];
  const isNumbered = /^\p{N}{1,4}[a-z]?$/u.test(word) && gap === ' ' && before !== undefined;
  return isNumbered && isContent(before) && words[at + 1]?.text !== '%'
    ? { weight: 0.5, isShared: false }
    : null;
}

/** Endings of qualities and manners, which are no things: "kindness", "integrity", "fruitful", "meaningful", "truly". */
const QUALITY = /(?:ness|ity|ful|ous|able|ible|ive|ism|ance|ence|ly|less|ship|hood|self|selves)$/;

/** Whether a word names a concrete thing, as hardly any word of a message to strangers does. */
export function isConcrete(word: Word): boolean {
  return (
    isContent(word) &&
    word.fold.length > 2 &&
    !QUALITY.test(word.fold) &&
    !VAGUE.has(word.fold) &&
    !ANYBODYS.has(word.fold) &&
    !ABSTRACT.has(word.fold)
  );
}

/** A capital inside a sentence: a place, a project, somebody else. */
export function isProperName(word: Word): boolean {
  return !word.isSentenceStart && isCapitalised(word) && !isCommonWord(word.fold);
}

const TOGETHER = /^(?:you|your|yours|we|our|us|you've|we've|both|together|thank|thanks)$/;
/** Behind "I" these speak of the reader's doing as well as of mine. */
const NOT_OWN = new Set('use open walk pass still hear remember recall think quote owe'.split(' '));
const OWN_PASTS = new Set('was had noticed saw came found applied'.split(' '));
const ADVERBS = new Set('also now mostly currently mainly usually often only just'.split(' '));
const isTrade = classes.trade as (word: Word) => boolean;

/** "I weave", "I now inspect", "I'm", "my work": what follows is one's own. */
function beginsOwn(words: readonly Word[], at: number): boolean {
  const word = (words[at] as Word).fold;
  if (word === "i've")
    return /^(?:been|spent|run|had|got|managed|led|worked|kept|taught|headed|owned)$/.test(
      words[at + 1]?.fold ?? '',
    );
  if (word !== 'i') return /^(?:i'm|im|my|as)$/.test(word);
  const verb = words[ADVERBS.has(words[at + 1]?.fold ?? '') ? at + 2 : at + 1];
  if (verb === undefined || NOT_OWN.has(verb.fold)) return false;
  if (/^(?:cut|set|put|run|cast|spread|read)$/.test(verb.fold)) return true;
  return verb.fold === 'am' || verb.fold === 'have' || OWN_PASTS.has(verb.fold) || isTrade(verb);
}

/** "I'd like to compare notes on piping failures": what one wishes proves nothing. */
function beginsWish(words: readonly Word[], at: number): boolean {
  const word = (words[at] as Word).fold;
  if (/^(?:i'd|we'd|would|hope|hoping|wish|looking|let's|may|shall)$/.test(word)) return true;
  return (
    /^(?:happy|glad|keen|pleased|delighted|love|want|like|eager|curious)$/.test(word) &&
    words[at + 1]?.fold === 'to'
  );
}

/** For each word, whether it stands in a clause about oneself or a wish: what such a clause names is no memory. */
export function ownClauses(words: readonly Word[]): boolean[] {
  let isOwn = false;
  let isWish = false;
  return words.map((word, at) => {
    const isBreak = word.isSentenceStart || /[;:]/.test(word.before);
    if (isBreak) {
      isOwn = false;
      isWish = false;
    }
    if (TOGETHER.test(word.fold)) isOwn = false;
    else if (beginsOwn(words, at)) isOwn = true;
    if (beginsWish(words, at)) isWish = true;
    return isOwn || isWish;
  });
}
