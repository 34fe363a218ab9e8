/** Cuts texts to a length without breaking words or characters. */
function graphemes(text: string): string[] {
  return Array.from(
    new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text),
    ({ segment }) => segment,
  );
}

/**
 * Cuts a text to `limit` UTF-16 units, between words, or between characters if the first word is
 * longer.
 */
export function cutTo(text: string, limit: number): string {
  let cut = '';
  for (const cluster of graphemes(text)) {
    if (cut.length + cluster.length > limit) break;
    cut += cluster;
  }
  const next = text.charAt(cut.length);
  const space = /\s/u.test(next) ? cut.length : cut.search(/\s\S*$/u);
  return space > 0 ? cut.slice(0, space).trimEnd() : cut;
}
