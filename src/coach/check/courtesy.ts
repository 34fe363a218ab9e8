import type { Message } from './message.ts';
import type { Hit } from './phrase.ts';

/** What "please accept" hands over, rather than asks for. */
const HANDED_OVER = new Set(
  'condolences sympathy sympathies congratulations apologies apology thanks gratitude wishes regards gift'.split(
    ' ',
  ),
);

/** Whether a phrase asks for nothing: "Please accept my heartfelt condolences". */
export function isCourtesy({ words }: Message, { from, to }: Hit): boolean {
  return (
    words.slice(from, to + 1).some(({ fold }) => fold === 'accept') &&
    words
      .slice(to, to + 5)
      .some((word) => word.sentence === words[to]?.sentence && HANDED_OVER.has(word.fold))
  );
}
