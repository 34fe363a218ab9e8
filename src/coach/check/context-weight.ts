import { isCommonWord } from './language.ts';
import { isCapitalised, type Word } from './message.ts';
import { ABSTRACT_NOUNS, GENERIC_NOUNS, SHARED_NOUNS, VAGUE_WORDS } from './no-context-words.ts';
import { wordClasses } from './word-classes.ts';

/** How much a word suggests shared context (1 is enough), and whether it is done together. */
interface Hint {
  weight: number;
  isShared: boolean;
}

/** Whether a word is neither a common word nor a figure. */
export function isContentWord(word: Word): boolean {
  return word.fold.length > 1 && !isCommonWord(word.fold) && !/^\p{N}+$/u.test(word.fold);
}

/** Up to `max` words after the word at `at`, in the same clause. */
function wordsAfter(words: readonly Word[], at: number, max: number): Word[] {
  const following: Word[] = [];
  for (const word of words.slice(at + 1, at + 1 + max)) {
    if (word.sentence !== words[at]?.sentence || /[,;:]/.test(word.before)) break;
    following.push(word);
  }
  return following;
}

const TOPIC_PREPOSITIONS = new Set('on about during with at when regarding'.split(' '));

/** "your talk", "your walk-through of the fault": theirs, but not on every profile. */
function hintAfterYour(words: readonly Word[], at: number): Hint | null {
  const following = wordsAfter(words, at, 7);
  for (const [index, word] of following.slice(0, 3).entries()) {
    if (SHARED_NOUNS.has(word.fold) && !GENERIC_NOUNS.has(word.fold))
      return { weight: 1, isShared: true };
    if (!GENERIC_NOUNS.has(word.fold))
      return isContentWord(word) ? { weight: 1, isShared: false } : null;
    // A generic noun needs a topic: "your post on cold-chain audits".
    if (!TOPIC_PREPOSITIONS.has(following[index + 1]?.fold ?? '')) continue;
    const topic = following.slice(index + 2, index + 5).find(isContentWord);
    return topic === undefined || GENERIC_NOUNS.has(topic.fold)
      ? null
      : { weight: 1, isShared: false };
  }
  return null;
}

const YOU_OR_WE = new Set(['you', 'we', "you've", "we've", "you'd"]);

/** Common words that can be part of a name: "the sports day relay". */
const NOUNS_IN_NAMES = new Set('day week year night team work time'.split(' '));

/** "the discharge checklist you built": "the" implies that the reader knows it. */
function hintAfterThe(words: readonly Word[], at: number): Hint | null {
  const following = wordsAfter(words, at, 5);
  const end = following.findIndex(
    (word) =>
      !isContentWord(word) && !NOUNS_IN_NAMES.has(word.fold) && !/^\p{N}{1,3}$/u.test(word.fold),
  );
  const thing = end < 0 ? following.slice(0, 4) : following.slice(0, end);
  const head = thing.at(-1);
  if (head === undefined || ABSTRACT_NOUNS.has(head.fold)) return null;
  // "The first lesson is free" is about the future.
  const isShared =
    SHARED_NOUNS.has(head.fold) && !/^(?:first|next)$/.test((following[0] as Word).fold);
  const isOfYours = YOU_OR_WE.has(following[thing.length]?.fold ?? '');
  const named = thing.filter((word) => !ABSTRACT_NOUNS.has(word.fold)).length;
  return {
    weight: isOfYours || isShared ? 1 : Math.min(1, named / 2),
    isShared: isShared || isOfYours,
  };
}

const COMMERCIAL_NOUNS = new Set(
  'company firm team platform product products solution solutions service services software app tool tools system client clients customers agency business offer website network industry field sector goals mission staff experts specialists'.split(
    ' ',
  ),
);

const PREPOSITIONS = new Set(
  'among between across near behind before after into inside outside over under'.split(' '),
);

/** "our shift", "the same ward", "our bet". */
function hintAfterOur(words: readonly Word[], at: number, max: number): Hint | null {
  const following = wordsAfter(words, at, max);
  const cut = following.findIndex(({ fold }) => PREPOSITIONS.has(fold));
  const near = cut < 0 ? following : following.slice(0, cut);
  if (near.some((word) => SHARED_NOUNS.has(word.fold))) return { weight: 1, isShared: true };
  const [first] = near;
  if ((words[at] as Word).fold !== 'our' || first === undefined || !isContentWord(first))
    return null;
  const isGeneric = near.some(
    (word) =>
      COMMERCIAL_NOUNS.has(word.fold) || GENERIC_NOUNS.has(word.fold) || VAGUE_WORDS.has(word.fold),
  );
  return isGeneric ? null : { weight: 1, isShared: false };
}

/** The hint at a word: after "your", "the", "our" or "same", or a numbered noun. Null if none. */
export function hintAt(words: readonly Word[], at: number): Hint | null {
  const { fold: word, before: gap } = words[at] as Word;
  if (word === 'your' || word === 'yours') return hintAfterYour(words, at);
  if (/^(?:the|that|this|those|these)$/.test(word)) return hintAfterThe(words, at);
  if (word === 'our' || word === 'same') return hintAfterOur(words, at, word === 'our' ? 3 : 2);
  // "floor 6", "hull 288", "line 4".
  const before = words[at - 1];
  const isNumbered = /^\p{N}{1,4}[a-z]?$/u.test(word) && gap === ' ' && before !== undefined;
  return isNumbered && isContentWord(before) && words[at + 1]?.text !== '%'
    ? { weight: 0.5, isShared: false }
    : null;
}

/** Endings of words for qualities: "kindness", "integrity", "fruitful", "truly". */
const QUALITY = /(?:ness|ity|ful|ous|able|ible|ive|ism|ance|ence|ly|less|ship|hood|self|selves)$/;

/** Whether a word names a concrete thing; messages to strangers hardly have any. */
export function isConcrete(word: Word): boolean {
  return (
    isContentWord(word) &&
    word.fold.length > 2 &&
    !QUALITY.test(word.fold) &&
    !VAGUE_WORDS.has(word.fold) &&
    !GENERIC_NOUNS.has(word.fold) &&
    !ABSTRACT_NOUNS.has(word.fold)
  );
}

/** Whether a word has a capital inside a sentence: a place, a project, a person. */
export function isProperName(word: Word): boolean {
  return !word.isSentenceStart && isCapitalised(word) && !isCommonWord(word.fold);
}

const READER_OR_BOTH = /^(?:you|your|yours|we|our|us|you've|we've|both|together|thank|thanks)$/;
/** Verbs after "I" that can be about the reader's work. */
const READER_VERBS = new Set(
  'use open walk pass still hear remember recall think quote owe'.split(' '),
);
const WRITER_PASTS = new Set('was had noticed saw came found applied'.split(' '));
const ADVERBS = new Set('also now mostly currently mainly usually often only just'.split(' '));
const isTrade = wordClasses.trade as (word: Word) => boolean;

/** Whether a clause about the writer starts here: "I weave", "I now inspect", "I'm", "my work". */
function startsSelfClause(words: readonly Word[], at: number): boolean {
  const word = (words[at] as Word).fold;
  if (word === "i've")
    return /^(?:been|spent|run|had|got|managed|led|worked|kept|taught|headed|owned)$/.test(
      words[at + 1]?.fold ?? '',
    );
  if (word !== 'i') return /^(?:i'm|im|my|as)$/.test(word);
  const verb = words[ADVERBS.has(words[at + 1]?.fold ?? '') ? at + 2 : at + 1];
  if (verb === undefined || READER_VERBS.has(verb.fold)) return false;
  if (/^(?:cut|set|put|run|cast|spread|read)$/.test(verb.fold)) return true;
  return verb.fold === 'am' || verb.fold === 'have' || WRITER_PASTS.has(verb.fold) || isTrade(verb);
}

/** Whether a wish starts here: "I'd like to compare notes on piping failures". */
function startsWish(words: readonly Word[], at: number): boolean {
  const word = (words[at] as Word).fold;
  if (/^(?:i'd|we'd|would|hope|hoping|wish|looking|let's|may|shall)$/.test(word)) return true;
  return (
    /^(?:happy|glad|keen|pleased|delighted|love|want|like|eager|curious)$/.test(word) &&
    words[at + 1]?.fold === 'to'
  );
}

/** For each word, whether it is in a clause about the writer or a wish: those prove nothing. */
export function selfOrWishClauses(words: readonly Word[]): boolean[] {
  let isSelf = false;
  let isWish = false;
  return words.map((word, at) => {
    const isBreak = word.isSentenceStart || /[;:]/.test(word.before);
    if (isBreak) {
      isSelf = false;
      isWish = false;
    }
    if (READER_OR_BOTH.test(word.fold)) isSelf = false;
    else if (startsSelfClause(words, at)) isSelf = true;
    if (startsWish(words, at)) isWish = true;
    return isSelf || isWish;
  });
}
