export async function spellingProblems(
  _t: string,
  _w: Iterable<string>,
  _d: unknown,
): Promise<never[]> {
  return [];
}
