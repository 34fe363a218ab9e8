import { expect, it } from 'vitest';
import { cutTo } from '../../../src/coach/draft/shorten.ts';

it.each([
  ['alpha beta gamma', 10, 'alpha beta'],
  ['alpha beta gamma', 12, 'alpha beta'],
  ['alpha beta gamma', 5, 'alpha'],
  ['alphabeta', 4, 'alph'],
  ['👩‍👩‍👧 beta', 6, ''],
  ['👩‍👩‍👧 beta', 8, '👩‍👩‍👧'],
  ['alpha  beta', 6, 'alpha'],
  ['alpha beta', 9, 'alpha'],
])('%j cut to %i is %j', (text, limit, cut) => {
  expect(cutTo(text, limit)).toBe(cut);
});
