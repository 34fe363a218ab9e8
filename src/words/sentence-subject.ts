import { ACRONYMS, FUNCTION_WORDS, GROUPS, JOINING } from './sentence-lexicon.ts';
import type { Token } from './sentence-tokens.ts';

/** What only a person does, as the words after the subject tell. */
const PREDICATE =
  /^(?:(?:has|have|just|recently|finally|both|also) )*(?:(?:was|were|got|been|is|are) (?:just |recently |finally )?(?:promoted|hired|named|appointed|awarded|leaving|retiring|moving on)|(?:got|gets|landed|found|started) a|won|joined|left|retired|resigned|reviewed (?:my|our)|gave (?:me|us)|mentored|coached|liked|commented|congratulated|thanked|wrote|endorsed|messaged|helped|taught|told|like|love|enjoy|(?:said|says|thinks?|thought|felt|feels|finds)(?: (?:to )?(?:me|us))?(?: that)? (?:my|our|i|we))(?= )/;

/**
 * How many tokens from `from` on are a subject that does what only a person does ("Linus was promoted");
 * 0 where none is. Several may be joined by "and".
 * @param nameAt how many tokens from a place on look like a name
 */
export function subjectLength(
  tokens: readonly Token[],
  from: number,
  nameAt: (at: number) => number,
): number {
  const length = nameAt(from);
  const first = tokens[from];
  if (first === undefined || length === 0 || !first.isCapital || first.role !== 'title') return 0;
  if (FUNCTION_WORDS.has(first.word) || ACRONYMS.has(first.word)) return 0;
  const span = tokens.slice(from, from + length);
  if (span.some(({ word, isPossessive }) => isPossessive || GROUPS.has(word))) return 0;
  const next = tokens[from + length];
  if (next !== undefined && JOINING.has(next.word)) {
    const isMe = /^(i|me)$/.test(tokens[from + length + 1]?.word ?? '');
    return isMe || subjectLength(tokens, from + length + 1, nameAt) > 0 ? length : 0;
  }
  const rest = tokens.slice(from + length, from + length + 6).map(({ word }) => word);
  return PREDICATE.test(`${rest.join(' ')} `) ? length : 0;
}
