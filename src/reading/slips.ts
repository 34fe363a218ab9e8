/** Slips of the hand: one letter too few, too many, changed or swapped. */

const DAY_WORDS = [
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'yesterday'],
  ...['today', 'tomorrow', 'weekend', 'tonight', 'january', 'february', 'august', 'september'],
  ...['october', 'november', 'december'],
];

/** A word of a day put right where one slip of the hand made it: "wendesday", "yesteday"; null for any other. */
export function correctDayWord(word: string): string | null {
  if (word === 'yday' || word === 'ystd' || word === 'yest') return 'yesterday';
  if (word === 'tmrw' || word === 'tmr' || word === 'tomoz') return 'tomorrow';
  if (word.length < 5 || word.length > 10) return null;
  if (DAY_WORDS.includes(word) || DAY_WORDS.some((one) => word === `${one}s`)) return null;
  return (
    DAY_WORDS.find((one) => one.length > 4 && one[0] === word[0] && isOneSlip(word, one)) ?? null
  );
}

/** Whether one letter left out, put in, changed or swapped with its neighbour turns one word into the other. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left === [...right].reverse().join('');
}
