/**
 * The word that a mistyped one is meant to be: within two slips of it, and not all of another word. A slip is a letter
 * too many, missing, or wrong, or two letters swapped.
 * @returns the nearest of `words`, the first of several; null if none is near
 */
export function closest(typed: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const allowed = Math.min(MOST_SLIPS, Math.floor(Math.max(word.length, typed.length) / 3));
    const slips = countSlips(typed, word);
    if (slips <= allowed && slips < fewest) [best, fewest] = [word, slips];
  }
  // "sugg" is the beginning of one command alone.
  const begun = typed.length < SHORTEST_START ? [] : words.filter((one) => one.startsWith(typed));
  return best ?? (begun.length === 1 ? (begun[0] ?? null) : null);
}

const MOST_SLIPS = 2;
const SHORTEST_START = 2;

/**
 * How many slips turn one word into the other; infinite for more than two letters of difference in length.
 * Optimal string alignment: Damerau and Levenshtein's distance, where no letter is moved twice.
 */
export function countSlips(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > MOST_SLIPS) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= from.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      (rows[row] as number[])[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(from.length, to.length);
}
