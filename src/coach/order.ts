/** Compares two texts by their code units, the same on every machine: for `sort`. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
