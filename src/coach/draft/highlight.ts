/** What stood out in someone's part, as typed in any grammar, becomes a clause said to them. */
import { lowerFirst, plainLine, quoted, withoutEnd } from './clean.ts';
import { isLatin, wordsOf } from './grammar.ts';
import { opened } from './noun.ts';
import { isAdjective, SECOND, toSecond } from './second-person.ts';
import { ADJECTIVES, ADVERBS, AGENTS, LINKS, PAST } from './words.ts';

/** Ways to round a noun phrase to a clause; each reads with singular and plural. */
const ROUNDED: ReadonlyArray<(thing: string) => string> = [
  (thing) => `${thing} made a real difference`,
  (thing) => `${thing} stayed with me`,
  (thing) => `I remember ${thing} well`,
  (thing) => `I admired ${thing}`,
];

const MINE =
  /^(?:i\s+)?(?:really\s+|very\s+much\s+)?(liked|loved|enjoyed|appreciated|admired|remember|(?:learned|learnt)(?=\s+(?:so\s+much|a\s+lot|a\s+great\s+deal|something|much)\b))\s+(?=\S)/i;
const SUBJECT = /^(?:she|he|they|you)\s+(?=\S)/i;
const POSSESSIVE = /\b(?:her|his|their)\b(?=\s+\p{L})/giu;
const OBJECTS = /\b(?:him|them|himself|herself|themselves|hers|theirs|it)\b/i;
const ENDS_IN_PERSON = /\b(?:her|she|he|they)$/i;
const NOUN_END = /(?:ness|ity|ment|tion|sion|ship|ance|ence|ism|ure|age|[^s]s)$/u;
const BE = /^(?:was|were|is|are)$/u;
const GERUND = /^\p{L}{2,}ing$/u;
/**
 * The remembered detail as a clause that can follow "and": `your rollback plan saved us`, `you asked great questions`.
 * @param highlight as typed
 * @param names what the reader is called
 * @param seed turns between wordings
 * @returns null when nothing readable is left
 */
export function highlightClause(
  highlight: string,
  names: readonly string[],
  seed: number,
): string | null {
  const first = plainLine(highlight).split(/(?<=\p{L}{2})[.;?]\s|\s[-–—]\s/u)[0] ?? '';
  let text = withoutEnd(first);
  for (const name of names) {
    const safe = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    text = text
      .replace(new RegExp(`^${safe}['’]s\\s+(?=\\S)`, 'iu'), 'your ')
      .replace(new RegExp(`^${safe}\\s+(?=\\S)`, 'iu'), 'she ');
  }
  if (!/\p{L}/u.test(text)) return null;
  const remembered = `what I remember best is ${quoted(text)}`;
  if (!isLatin(text) || /["“”„«»:|]/u.test(text) || text.length > 140) return remembered;
  const said = text
    .replace(POSSESSIVE, 'your')
    .replace(/\b(from|with|to|by|of|about)\s+(?:her|him|them)$/i, '$1 you');
  if (OBJECTS.test(said.replace(SUBJECT, '')) || ENDS_IN_PERSON.test(said)) return remembered;
  return clauseOf(small(said), seed) ?? remembered;
}

function clauseOf(text: string, seed: number): string | null {
  const round = (thing: string): string =>
    (ROUNDED[seed % ROUNDED.length] ?? ROUNDED[0])?.(thing) ?? thing;
  const mine = MINE.exec(text);
  if (mine?.[1]) return `I ${mine[1].toLowerCase()} ${relative(text.slice(mine[0].length))}`;
  if (/^i\s/i.test(text)) return `I ${text.slice(2)}`;
  if (SUBJECT.test(text)) return toSecond(text.replace(SUBJECT, ''));
  const words = wordsOf(text);
  const [first = '', second] = words;
  const isBoth =
    ADJECTIVES.has(first) && (second === 'and' || second === 'but' || LINKS.has(second ?? ''));
  if (PAST.has(first) && second !== undefined && !isBoth) return `you ${text}`;
  if (first in SECOND && second !== undefined) return toSecond(text);
  const lead = ADVERBS.has(first) ? second : first;
  const after = ADVERBS.has(first) ? words[2] : second;
  if (lead !== undefined && ADVERBS.has(first) && PAST.has(lead) && after !== undefined)
    return `you ${text}`;
  if (lead !== undefined && isAdjective(lead) && !isNounAfter(after)) return `you were ${text}`;
  if (ADVERBS.has(first) && lead !== undefined && LINKS.has(lead)) return `you were ${text}`;
  if (/ly$/u.test(first) && words.length === 2 && second !== undefined && isAdjective(second))
    return `you were ${text}`;
  if (/ly$/u.test(first) && PAST.has(second ?? '')) return `you ${text}`;
  if (GERUND.test(first) && words.length > 1) return `I remember you ${text}`;
  return nounClause(text, words, round);
}

/** A noun phrase, alone or with its own verb. */
function nounClause(
  text: string,
  words: readonly string[],
  round: (thing: string) => string,
): string | null {
  const verb = words.findIndex((word, index) => index > 0 && (PAST.has(word) || BE.test(word)));
  const thing = /^(?:your|the|a|an|our|my|this|that|how|all)\s/i.test(text) ? text : `your ${text}`;
  if (/^how\s/i.test(text))
    return /^how\s+(?:she|he|they|you)\s/i.test(text)
      ? round(text.replace(/^how\s+\S+/i, 'how you'))
      : null;
  if (verb > 0) {
    const before = words[verb - 1] ?? '';
    if (/^(?:you|she|he|they)$/u.test(before)) {
      const named = thing
        .replace(/^your\s/u, 'the ')
        .replace(new RegExp(`\\b${before}\\b`, 'iu'), 'you');
      const isWhole = words.slice(verb + 1).some((word) => PAST.has(word) || BE.test(word));
      return isWhole ? named : round(named);
    }
    if (words.slice(0, verb).some((word) => LINKS.has(word)) || verb > 5) return null;
    return verb < words.length - 1 || !BE.test(words[verb] ?? '') ? thing : null;
  }
  if (/\b(?:we|i|she|he|they|who|which)\b/u.test(text.toLowerCase())) return null;
  const last = words[words.length - 1] ?? '';
  if (AGENTS.has(last) && !/^your\s/u.test(text)) return `you were ${withArticle(text)}`;
  if (/^both\s/i.test(text)) return round(`both your ${text.slice(5)}`);
  if (/^(?:no|every|each|many|so|several|much|all|some)\s/i.test(text)) return null;
  if (words.length === 1 && !NOUN_END.test(words[0] ?? '') && !/^your\s/u.test(text)) return null;
  const listed =
    /^[^,]+, [^,]+$/u.test(thing) && !/\band\b/u.test(thing) ? thing.replace(', ', ' and ') : thing;
  return words.length <= 10 ? round(listed.replace(/^(?:a|an)\s/i, 'your ')) : null;
}

/** "great listener" as one says what someone was: "a great listener". */
function withArticle(text: string): string {
  if (/^(?:the|a|an|our|my)\s/i.test(text)) return text;
  return `${/^[aeiou]/i.test(text) ? 'an' : 'a'} ${text}`;
}

/** Whether the word after an adjective is what the adjective is about: "calm leadership", unlike "calm under fire". */
function isNounAfter(word: string | undefined): boolean {
  return (
    word !== undefined &&
    !LINKS.has(word) &&
    !/^(?:and|but|when|while|even|as|enough|throughout|all|that|because)$/u.test(word)
  );
}

function relative(text: string): string {
  return text.replace(/\b(?:she|he|they)\b/giu, 'you').replace(/\byou was\b/giu, 'you were');
}

/** Small where the first letter is a capital only as the start of the line: not in a name or an abbreviation. */
function small(text: string): string {
  const [first = ''] = text.split(/\s+/u);
  const isPlain = /^\p{Lu}[\p{Ll}'’-]*$/u.test(first);
  const word = first.toLowerCase();
  const isKnown =
    PAST.has(word) ||
    ADJECTIVES.has(word) ||
    ADVERBS.has(word) ||
    word in SECOND ||
    /^(?:the|a|an|our|my|your|she|he|they|you|how|what|all|this|that)$/u.test(word) ||
    GERUND.test(word) ||
    /ly$/u.test(word);
  return isPlain && isKnown ? lowerFirst(text) : opened(text);
}
