import { JOINING, LINKS } from './sentence-lexicon.ts';
import type { Token } from './sentence-tokens.ts';

/** What joined people to the sentence goes with them: "with Priya and I" leaves nothing behind. */
export function markLinks(tokens: readonly Token[]): void {
  const link = (token: Token | undefined) => {
    if (token?.role === 'title') token.role = 'link';
  };
  tokens.forEach((token, index) => {
    if (token.role !== 'person' && token.role !== 'place') return;
    const [next, after] = [tokens[index + 1], tokens[index + 2]];
    if (next !== undefined && JOINING.has(next.word)) {
      if (after?.role === 'person') link(next);
      else if (after !== undefined && /^(i|me|myself)$/.test(after.word)) {
        link(next);
        link(after);
      }
    }
    for (let at = index - 1; at >= 0 && LINKS.has(tokens[at]?.word ?? ''); at--) link(tokens[at]);
    if (tokens[index - 1]?.role !== 'link' || !JOINING.has(tokens[index - 1]?.word ?? '')) return;
    if (/^(i|me|myself)$/.test(tokens[index - 2]?.word ?? '')) link(tokens[index - 2]);
  });
}
