/** Slips of the hand: a letter too few, too many, changed or swapped. */
import { countSlips } from '../text/closest.ts';

const DAY_WORDS = [
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'yesterday'],
  ...['today', 'tomorrow', 'weekend', 'tonight', 'january', 'february', 'august', 'september'],
  ...['october', 'november', 'december'],
];

/** From this length on, two slips still leave no doubt which word of a day was meant. */
const LONG = 8;
/** A shorter one still has its end: "freyday". */
const WEEKDAY_END = /d[ae]y$|dya$/;

/**
 * A word of a day put right where one slip of the hand made it, or two in a long one: "wendesday", "tommorow";
 * null for any other.
 */
export function correctDayWord(word: string): string | null {
  if (word === 'yday' || word === 'ystd' || word === 'yest') return 'yesterday';
  if (word === 'tmrw' || word === 'tmr' || word === 'tomoz') return 'tomorrow';
  if (word.length < 5 || word.length > LONGEST + 2) return null;
  if (DAY_WORDS.includes(word) || DAY_WORDS.some((one) => word === `${one}s`)) return null;
  return DAY_WORDS.find((one) => isSlipOf(word, one)) ?? null;
}

const LONGEST = Math.max(...DAY_WORDS.map(({ length }) => length));

function isSlipOf(word: string, day: string): boolean {
  const isLong = day.length >= LONG;
  const hasStart = word[0] === day[0];
  if ((hasStart || isLong) && isOneSlip(word, day)) return true;
  const isClear = isLong || (day.endsWith('day') && WEEKDAY_END.test(word));
  return hasStart && isClear && countSlips(word, day) <= 2;
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
