import type { Kind } from '../model.ts';
import { CLEAR, FAINT, GIVEN, OPINION, OWN_NEWS, PERSON } from './sentence-patterns.ts';
import type { Token } from './sentence-tokens.ts';

interface Hit {
  kind: Kind;
  at: number;
  length: number;
}

/**
 * The kind of interaction that the words tell: the verb or noun that comes first, the longer one where
 * two begin together; an ordinary talk yields to what it was part of. Undefined where none tells.
 */
export function kindOf(tokens: readonly Token[]): Kind | undefined {
  const text = readable(tokens);
  if (OPINION.test(text)) return 'feedback';
  const isGiven = GIVEN.test(text);
  const hits = firstOf(CLEAR, text).filter(
    ({ kind, at, length }) =>
      !(kind === 'feedback' && isGiven) &&
      !(kind === 'milestone' && OWN_NEWS.test(text)) &&
      !(kind === 'departure' && isAdjective(text, at, length)),
  );
  const [clear] = hits;
  const [faint] = firstOf(FAINT, text);
  if (clear === undefined || faint === undefined || faint.at > clear.at)
    return (clear ?? faint)?.kind;
  // "Coffee with Tom about his promotion" is a coffee.
  const isTopic = text.slice(faint.at, clear.at).includes(' about ');
  const isNews = /^(milestone|new-job|departure|project)$/.test(clear.kind);
  return isTopic && isNews ? faint.kind : clear.kind;
}

function firstOf(patterns: typeof CLEAR, text: string): Hit[] {
  const hits = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
      kind,
      at: index,
      length: match.length,
    })),
  );
  return hits.sort((a, b) => a.at - b.at || b.length - a.length);
}

/** "the left menu" has nobody leaving. */
function isAdjective(text: string, at: number, length: number): boolean {
  return (
    text.slice(at, at + length) === 'left' &&
    / (?:the|a|on|to|is|was|what's|be) $/.test(text.slice(0, at))
  );
}

/** The words in small letters with a space around each; people are one sign, a day is nothing. */
function readable(tokens: readonly Token[]): string {
  const text = tokens
    .filter(({ role, isQuote }) => role !== 'date' && !isQuote)
    .map(({ role, word, isPossessive }) => {
      if (role === 'person') return PERSON;
      return isPossessive ? `${word}'s` : word;
    })
    .join(' ');
  return ` ${text} `
    .replace(/(?<= )§(?: (?:(?:and|&|\+) )?§)+(?= )/g, PERSON)
    .replace(/(?<= )(?:§ (?:and|&|\+) (?:i|me|myself)|(?:i|me) (?:and|&|\+) §)(?= )/g, 'i');
}
