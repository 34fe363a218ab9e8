/** Turns what stood out about someone, in any grammar, into a clause addressed to them. */

import { headWords, isLatin, wordsOf } from './grammar.ts';
import { opened } from './noun.ts';
import { lowerFirst, plainLine, quoted, withoutEnd } from './plain-text.ts';
import { isAdjective, isDoing, SECOND, secondOf, toSecond } from './second-person.ts';
import { ADJECTIVES, ADVERBS, AGENTS, LINKS, PAST } from './words.ts';

/** Makes a noun phrase a clause; works for singular and plural. */
type Round = (thing: string) => string;
const ROUNDED: readonly Round[] = [
  (thing) => `${thing} made a real difference`,
  (thing) => `${thing} stayed with me`,
  (thing) => `I remember ${thing} well`,
  (thing) => `I admired ${thing}`,
];

const MINE =
  /^(?:i\s+)?(?:really\s+|very\s+much\s+)?(liked|loved|enjoyed|appreciated|admired|remember|(?:learned|learnt)(?=\s+(?:so\s+much|a\s+lot|a\s+great\s+deal|something|much)\b))\s+(?!by\s)(?=\S)/i;
const SUBJECT = /^(?:she|he|they|you)\s+(?=\S)/i;
const POSSESSIVE = /\b(?:her|his|their)\b(?=\s+\p{L})/giu;
const OBJECTS =
  /\b(?:him|them|himself|herself|themselves|hers|theirs|it|(?:she|he|they)['’][a-z]+)\b/i;
const ENDS_IN_PERSON = /\b(?:her|she|he|they)$/i;
const NOUN_END = /(?:ness|ity|ment|tion|sion|ship|ance|ence|ism|ure|age|[^s]s)$/u;
/** Not usable below: a question, a comparison, or "from you" said to that person. */
const ODD = /^(?:who|what|which|when|where|why|as)\s|\s(?:from|with|to|by|of|about) you$/i;
/** "Liked by all" describes them; "led by example" is something they did. */
const PRAISED = /^(?:liked|loved|appreciated|admired|respected|trusted)\s+by\s/i;
const OBJECT_START =
  /^(?:the|an?|our|my|your|this|that|these|those|us|me|all|both|every|everyone|everybody|everything)$/u;
const BE = /^(?:was|were|is|are)$/u;
const GERUND = /^\p{L}{2,}ing$/u;
/** Third-person words, which are never used, not even in quotes. */
const THIRD = /\b(?:she|he|they|her|him|his|hers|them|their|theirs|herself|himself|themselves)\b/iu;
/** Describes someone without a noun: "well prepared", "up all night". */
const MANNER =
  /^(?:well[- ](?:prepared|organi[sz]ed|informed|read|versed|spoken|structured|liked|respected)|up\s|on\s(?:call|point|time|top|it|fire|the\s(?:ball|spot))\b|there\s(?:for|when|with)\s|not\s(?:afraid|shy|scared)\b)/iu;
const THANKS = /^(?:many\s+thanks|thanks|thank\s+you)\s+(?=for\s)/iu;

/**
 * A highlight as a clause that can follow "and": `your rollback plan saved us`, `you asked great
 * questions`.
 * @param highlight as typed
 * @param names the reader's names
 * @param seed selects the wording
 * @returns null if nothing usable is left
 */
export function highlightClause(
  highlight: string,
  names: readonly string[],
  seed: number,
): string | null {
  const first = plainLine(highlight).split(/(?<=\p{L}{2})[.;?]\s|\s[-–—]\s/u)[0] as string;
  let text = calm(withoutEnd(first)).replace(/\bhard working\b/giu, 'hard-working');
  for (const name of names) {
    const safe = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    text = text
      .replace(new RegExp(`^${safe}['’]s\\s+(?=\\S)`, 'iu'), 'your ')
      .replace(new RegExp(`^${safe}\\s+(?=\\S)`, 'iu'), 'she ');
  }
  if (!/\p{L}/u.test(text) || isFault(text) || isUnsaid(text)) return null;
  const clause = said(text, seed);
  return THIRD.test(clause) ? null : clause;
}

/** A cleaned highlight addressed to the reader; in quotes if its grammar is unknown. */
function said(text: string, seed: number): string {
  const remembered = `what I remember best is ${quoted(text)}`;
  if (!isLatin(text) || /["“”„«»:|]/u.test(text) || text.length > 140) return remembered;
  const own = text
    .replace(POSSESSIVE, 'your')
    .replace(/\b(from|with|to|by|of|about)\s+(?:her|him|them)$/i, '$1 you');
  if (OBJECTS.test(own.replace(SUBJECT, '')) || ENDS_IN_PERSON.test(own)) return remembered;
  const clause = clauseOf(small(own), seed);
  // "Wrote to her" would become "you wrote to you".
  return clause === null || /^you .* you$/u.test(clause) ? remembered : clause;
}

function clauseOf(text: string, seed: number): string | null {
  const round = ROUNDED[seed % ROUNDED.length] as Round;
  const mine = MINE.exec(text);
  if (mine?.[1]) return `I ${mine[1].toLowerCase()} ${relative(text.slice(mine[0].length))}`;
  if (THANKS.test(text)) return text.replace(THANKS, 'thank you ');
  if (MANNER.test(text)) return `you were ${text}`;
  if (/^i\s/i.test(text)) return `I ${relative(text.slice(2))}`;
  if (SUBJECT.test(text)) return toSecond(text.replace(SUBJECT, ''));
  const words = wordsOf(text);
  const [first = ''] = words;
  const isLed = ADVERBS.has(first) || /ly$/u.test(first);
  const [lead = '', after] = isLed ? words.slice(1) : words;
  if (words.length > 1) {
    if (PRAISED.test(text)) return `you were ${text}`;
    if (isDeed(lead, after)) return `you ${text}`;
    if (isSecond(lead) || first === 'always' || first === 'never') return toSecond(text);
  }
  if (isAdjective(lead) && !isNounAfter(after)) return `you were ${text}`;
  if (ADVERBS.has(first) && LINKS.has(lead)) return `you were ${text}`;
  if (isDoing(first, words[1] ?? '')) return `I remember you ${text}`;
  return nounClause(text, words, round);
}

/**
 * Whether a past form is something someone did: "organised the offsite", unlike "organised and
 * calm".
 */
function isDeed(word: string, after = ''): boolean {
  return PAST.has(word) && (!ADJECTIVES.has(word) || OBJECT_START.test(after));
}

function isSecond(word: string): boolean {
  return Object.hasOwn(SECOND, word);
}

/** A clause from a noun phrase, with or without its own verb; null if none fits. */
function nounClause(text: string, words: readonly string[], round: Round): string | null {
  if (ODD.test(text)) return null;
  const verb = words.findIndex(
    (word, index) => index > 0 && (isDeed(word, words[index + 1]) || BE.test(word)),
  );
  const thing = /^(?:your|the|a|an|our|my|this|that|how|all)\s/i.test(text) ? text : `your ${text}`;
  if (/^how\s/i.test(text))
    return /^how\s+(?:\p{L}+\s+){0,2}(?:she|he|they|you)\s/iu.test(text)
      ? round(relative(text))
      : null;
  if (verb > 0) {
    const before = words[verb - 1] as string;
    if (/^(?:you|she|he|they|we|that|which|who)$/u.test(before)) {
      const named = relative(thing.replace(/^your\s/u, 'the '));
      const isWhole = words.slice(verb + 1).some((word) => PAST.has(word) || BE.test(word));
      return isWhole ? named : round(named);
    }
    if (words.slice(0, verb).some((word) => LINKS.has(word)) || verb > 5) return null;
    return verb < words.length - 1 || !BE.test(words[verb] as string) ? thing : null;
  }
  if (/\b(?:we|i|she|he|they|who|which)\b/u.test(text.toLowerCase())) return null;
  const head = headWords(words).at(-1) as string;
  if (AGENTS.has(head) && !/^your\s/u.test(text)) return `you were ${withArticle(text)}`;
  if (/^both\s/i.test(text)) return round(`both your ${text.slice(5)}`);
  if (/^(?:no|every|each|many|so|several|much|all|some)\s/i.test(text)) return null;
  if (words.length === 1 && !NOUN_END.test(words[0] as string) && !/^your\s/u.test(text))
    return null;
  if (isBare(text, head)) return null;
  const listed = /\band\b/u.test(thing) ? thing : thing.replace(/, ([^,]+)$/u, ' and $1');
  return words.length <= 10 ? round(listed.replace(/^(?:a|an)\s/i, 'your ')) : null;
}

/** Whether a phrase has no noun: "too kind", "done quickly", "off the cuff". */
function isBare(text: string, head: string): boolean {
  const [first = ''] = wordsOf(text);
  return (
    LINKS.has(first) ||
    /^(?:not|too|well|off|out|up|down|there|here|done|thanks|thank|please)$/u.test(first) ||
    isAdjective(head) ||
    ADVERBS.has(head) ||
    /ly$/u.test(head)
  );
}

/** Adds the article to a singular: "a great listener". */
function withArticle(text: string): string {
  if (/^(?:the|a|an|our|my)\s/i.test(text)) return text;
  return `${/^[aeiou]/i.test(text) ? 'an' : 'a'} ${text}`;
}

/** Whether the word after an adjective is its noun: "calm leadership", unlike "calm under fire". */
function isNounAfter(word: string | undefined): boolean {
  return (
    word !== undefined &&
    !LINKS.has(word) &&
    !/^(?:and|but|when|while|even|as|enough|throughout|all|that|because)$/u.test(word)
  );
}

function relative(text: string): string {
  return text.replace(
    /\b(?:she|he|they)\s+(\p{L}+)/giu,
    (_, verb: string) => `you ${secondOf(verb)}`,
  );
}

/** Lower-cases the first letter unless it belongs to a name or an abbreviation. */
function small(text: string): string {
  const [first = ''] = text.split(/\s+/u);
  const isPlain = /^\p{Lu}[\p{Ll}'’-]*$/u.test(first);
  const word = first.toLowerCase();
  const isKnown =
    PAST.has(word) ||
    ADJECTIVES.has(word) ||
    ADVERBS.has(word) ||
    isSecond(word) ||
    /^(?:the|a|an|our|my|your|she|he|they|you|how|what|all|this|that)$/u.test(word) ||
    GERUND.test(word) ||
    /ly$/u.test(word);
  return isPlain && isKnown ? lowerFirst(text) : opened(text);
}

/**
 * Lower-cases a text that's all in capitals, unless its words are short enough for abbreviations.
 */
function calm(text: string): string {
  const isShouted = !/\p{Ll}/u.test(text) && /\p{Lu}{5}/u.test(text) && /\s/u.test(text);
  return isShouted ? text.toLowerCase() : text;
}

/** Criticism anywhere in the text. */
const FAULT =
  /\b(?:rude|lazy|sloppy|careless|arrogant|hostile|dishonest|unprepared|unreliable|unhelpful|unprofessional|impatient|disorgani[sz]ed|disappoint(?:ing|ed)|annoying|boring|useless|terrible|awful|nothing special|made (?:us|me|everyone|everybody) wait|(?:kept|left) (?:us|me|everyone|everybody) (?:waiting|alone|hanging)|let (?:us|me|the team|everyone) down|dropped the ball|messed up|complain(?:ed|s|ing)|blam(?:ed|es|ing))\b|\btoo (?!(?:$|and\b))\p{L}/iu;
/** Something not done; "not afraid to ask" is praise. */
const DENIED =
  /\b(?:(?:did|does|do|was|were|is|are|has|had|have|could|would)(?: not|n['’]?t)|cannot|can['’]?t|won['’]t)\b(?!\s+(?:afraid|shy|scared|only|just|once|easily)\b)/iu;
/** Failings, unless they never happened or describe what was fixed: "saved the failed deploy". */
const DEED =
  /(?<!\b(?:never|not|the|an?|our|my|your|that|which|what|without|after)\s)\b(?:missed|forgot|failed|ignored|interrupted|gave up|ruined|argued|shouted|yelled|lied|cheated)\b/iu;
/** Negative descriptions, only at the start: "always late". */
const STATE =
  /^(?:(?:she|he|they|you|it)\s+)?(?:(?:was|were|is|are|came|being|always|often|usually|sometimes|mostly|rather|quite|so|very|really|still|again|a\s+bit|a\s+little)\s+)*(?:late|slow|bad|poor|weak|difficult|stubborn|distracted|absent|missing|angry|tired|confused|lost|wrong|unclear|nervous|quarrelsome)\b(?!\s+(?:enough|but)\b)/iu;
/** Something that belongs to someone else; the reader's own name is replaced by now. */
const OTHERS = /^(?!(?:it|that|there|here|what|who|where|let)['’])\p{L}+['’]s\s/iu;
const PATTED = /^(?:(?:well|nicely) done|(?:good|nice|great) (?:job|one)|thanks|thank you)$/iu;
/** Nouns for a person that you wouldn't use to their face. */
const PERSONS =
  /^(?:guy|man|woman|lady|girl|boy|bloke|chap|dude|person|human|king|queen|boss|god)$/u;

/** Whether a highlight is or may be criticism, which messages leave out. */
function isFault(text: string): boolean {
  return [FAULT, DENIED, DEED, STATE].some((pattern) => pattern.test(text));
}

/** Whether a highlight reads badly to their face: "nice guy", "well done", someone else's thing. */
function isUnsaid(text: string): boolean {
  const head = headWords(wordsOf(text)).at(-1) ?? '';
  return OTHERS.test(text) || PATTED.test(text) || PERSONS.test(head);
}
