/** Rewrites notes about someone in the second person. */

import { lowerFirst } from './plain-text.ts';
import { ADJECTIVES, ADVERBS, entry, LINKS, PAST } from './words.ts';

/** -ing words that are adjectives. */
const DESCRIBING =
  /^(?:astonishing|astounding|charming|compelling|convincing|daring|entertaining|exciting|fascinating|interesting|loving|moving|ongoing|promising|refreshing|stunning|surprising|thrilling|touching|unwavering|upcoming|willing)$/u;
const NAMING =
  /^(?:anything|briefing|ceiling|evening|everything|king|meeting|morning|nothing|ring|something|spring|string|thing|wedding)$/u;
const GERUND = /^\p{L}{2,}ing$/u;
const OBJECT =
  /^(?:the|an?|our|my|your|this|that|these|those|us|me|you|it|all|both|every|everyone|everybody|everything|up|out|down|back|off|together|late|so|very)$/u;

const ADJECTIVE_END = /(?:ful|ous|ive|able|ible|less|ish|ic)$/u;

/** Third-person verbs and their second-person forms. */
export const SECOND: Readonly<Record<string, string>> = {
  was: 'were',
  is: 'are',
  has: 'have',
  does: 'do',
  keeps: 'keep',
  asks: 'ask',
  knows: 'know',
  makes: 'make',
  explains: 'explain',
  helps: 'help',
  listens: 'listen',
  thinks: 'think',
  brings: 'bring',
  gives: 'give',
  writes: 'write',
  takes: 'take',
  finds: 'find',
  leads: 'lead',
  runs: 'run',
  stays: 'stay',
  cares: 'care',
  sees: 'see',
  shares: 'share',
  teaches: 'teach',
  speaks: 'speak',
  works: 'work',
};

/** Whether a word is an adjective, by the list or its ending. */
export function isAdjective(word: string): boolean {
  return ADJECTIVES.has(word) || DESCRIBING.test(word) || ADJECTIVE_END.test(word);
}

/** Turns the text after "she" or "he" into a clause with "you"; null if the verb is unknown. */
export function toSecond(text: string): string | null {
  const words = text.split(/\s+/u);
  const verb = (words[0] as string).toLowerCase();
  if (ADVERBS.has(verb)) {
    const next = (words[1] ?? '').toLowerCase();
    const turned = entry(SECOND, next) ?? (PAST.has(next) ? next : undefined);
    if (turned) return `you ${[verb, turned, ...words.slice(2)].join(' ')}`;
    return isAdjective(next) || LINKS.has(next) ? `you were ${text}` : null;
  }
  const other = entry(SECOND, verb);
  if (other) return `you ${[other, ...words.slice(1)].join(' ')}`;
  if (PAST.has(verb) || /[td]$/u.test(verb)) return `you ${lowerFirst(text)}`;
  return /^(?:are|were|have|can|do|will)$/u.test(verb) ? `you ${text}` : null;
}

/**
 * Whether an -ing word is something done, going by the next word: "leading us", unlike "amazing
 * slides".
 */
export function isDoing(word: string, after: string): boolean {
  if (!GERUND.test(word) || isAdjective(word) || NAMING.test(word)) return false;
  return OBJECT.test(after) || LINKS.has(after) || isAdjective(after);
}

/** The second-person form of a third-person verb: "learns" becomes "learn". */
export function secondOf(verb: string): string {
  const known = entry(SECOND, verb.toLowerCase());
  if (known) return known;
  return verb
    .replace(/ies$/u, 'y')
    .replace(/(?<=ch|sh|ss|x|o)es$/u, '')
    .replace(/(?<=[^su])s$/u, '');
}
