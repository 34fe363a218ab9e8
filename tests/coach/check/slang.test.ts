import { expect, it } from 'vitest';
import { slang } from '../../../src/coach/check/slang.ts';
import { check, faults } from './situation.ts';

it.each([
  ['the thx it is', ['thx']],
  ['the u it is', ['u']],
  ['the xxx it is', ['xxx']],
  ['haha it is the', ['haha']],
  ['the Hahaha it', ['Hahaha']],
  ['the hahaha it is', ['hahaha']],
  ['sooo it is the', ['sooo']],
  ['the coool it', ['coool']],
  ['dude. It is the', ['dude']],
  ['hey dude bro it is the', ['dude', 'bro']],
  ['hey man it is the', ['hey man']],
  ['the rs rsrs it is', ['rsrs']],
  ['slt je suis la', ['slt']],
  ['kkkk je suis la', ['kkkk']],
  ['jajaja je suis la', ['jajaja']],
  ['thx je suis le la', ['thx']],
  ['👍👍👍👍', ['👍👍👍👍']],
  ['a 👍 b 👍 c 👍🏽 d 👩‍💻 e', ['👍 b 👍 c 👍🏽 d 👩‍💻']],
  ['❤️❤️❤️❤️', ['❤️❤️❤️❤️']],
])('%j is too casual: %j', (text, found) => {
  expect(faults(slang, text)).toEqual(found);
});

it.each([
  'the Thx it',
  'the THX it',
  'the U it',
  'the XXX it is',
  'u-tube is the',
  'n/u it is',
  'u.s. of the',
  'a@dude it is the',
  'dude@a it is the',
  'dude.com it is the',
  '2dude it is the',
  'iii it is the',
  'www it is the',
  'xxii it is the',
  'gonna je suis la',
  '👍👍👍',
  '©®™✓☎',
])('%j is not too casual', (text) => {
  expect(faults(slang, text)).toEqual([]);
});

it('reports at most ten words', () => {
  expect(faults(slang, `${'we lol '.repeat(12)}it is`)).toHaveLength(10);
});

it.each([
  [
    'we are so glad, dude',
    'dude',
    '"dude" is slang; they may find it careless.',
    'Say it in plain words.',
  ],
  ['so glad 👍👍👍👍👍', '👍👍👍👍👍', '5 emoji are too many.', 'One is plenty.'],
])('%j gets its message and suggestion', (text, found, message, suggestion) => {
  const start = text.indexOf(found);
  expect(check(text).problems.filter(({ rule }) => rule === 'slang')).toEqual([
    { rule: 'slang', severity: 'warning', message, start, end: start + found.length, suggestion },
  ]);
});
