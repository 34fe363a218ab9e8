import { isCommonWord } from './language.ts';
import { isCapitalised, type Word } from './message.ts';
import { ABSTRACT, ANYBODYS, SHARED, VAGUE } from './no-context-words.ts';

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
  const end = behind.findIndex((word) => !isContent(word) && !TIMES.has(word.fold));
  const thing = end < 0 ? behind.slice(0, 4) : behind.slice(0, end);
  const head = thing.at(-1);
  if (head === undefined || ABSTRACT.has(head.fold)) return null;
  // "The first lesson is free": what is yet to come nobody remembers.
  const isShared = SHARED.has(head.fold) && !/^(?:first|next)$/.test(behind[0]?.fold ?? '');
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

/** "our shift", "the same ward", "our bet". */
function ourThing(words: readonly Word[], at: number, most: number): Hint | null {
  const near = phraseBehind(words, at, most);
  if (near.some((word) => SHARED.has(word.fold))) return { weight: 1, isShared: true };
  const [first] = near;
  if (words[at]?.fold !== 'our' || first === undefined || !isContent(first)) return null;
  const isOwn = near.some(
    (word) => COMMERCE.has(word.fold) || ANYBODYS.has(word.fold) || VAGUE.has(word.fold),
  );
  return isOwn ? null : { weight: 1, isShared: false };
}

/** What the words behind "your", "the" or "our" hint at. */
export function hintAt(words: readonly Word[], at: number): Hint | null {
  const word = words[at]?.fold ?? '';
  if (word === 'your' || word === 'yours') return theirThing(words, at);
  if (/^(?:the|that|this|those|these)$/.test(word)) return definiteThing(words, at);
  if (word === 'our' || word === 'same') return ourThing(words, at, word === 'our' ? 3 : 2);
  // "floor 6", "hull 288", "line 4".
  const before = words[at - 1];
  const isNumbered =
    /^\p{N}{1,4}[a-z]?$/u.test(word) && words[at]?.before === ' ' && before !== undefined;
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

const TOGETHER = /^(?:you|your|we|our|us|you've|we've|both|together|thank|thanks)$/;
const OWN_VERBS = new Set(
  'am work run lead manage look plan do teach handle help sell was have write study recruit specialise specialize noticed saw see came found applied'.split(
    ' ',
  ),
);
const REACH = 14;

/** Whether a word stands in a clause about oneself ("I'm a planner at the mill"): what that names is one's own. */
export function isOwnClause(words: readonly Word[], at: number): boolean {
  for (let index = at; index >= Math.max(0, at - REACH); index--) {
    const word = words[index] as Word;
    if (word.sentence !== words[at]?.sentence || TOGETHER.test(word.fold)) return false;
    const isOwn =
      word.fold === 'i'
        ? OWN_VERBS.has(words[index + 1]?.fold ?? '')
        : /^(?:i'm|im|my|as)$/.test(word.fold);
    if (isOwn) return true;
    if (/[;:]/.test(word.before)) return false;
  }
  return false;
}
