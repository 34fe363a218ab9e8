import { expect, it } from 'vitest';
import { shouting } from '../../../src/coach/check/shouting.ts';
import { check, faults } from './situation.ts';

it.each([
  ['PLEASE', 'PLEASE'],
  ['STOP it', 'STOP'],
  ['AMAZING it', 'AMAZING'],
  ['MUST go', 'MUST'],
  ['WONDERFUL and BEAUTIFUL', 'WONDERFUL'],
  ['WELL done GOOD', 'WELL'],
  ['YOU WILL', 'YOU WILL'],
  ['KYC AML PLEASE', 'KYC AML PLEASE'],
  ['PLEASE KYC', 'PLEASE'],
  ['PLEASE KYC AML go', 'PLEASE KYC AML'],
  ['PLEASE A GO', 'PLEASE'],
  ['PLEASE 1 NOW 2 x', 'PLEASE 1 NOW'],
  ['1 PLEASE NOW', 'PLEASE NOW'],
  ['PRIYA SHAH PLEASE', 'PRIYA SHAH PLEASE'],
  ['COVID19 NOW HERE', 'COVID19 NOW HERE'],
  ['ПРИВЕТ ДОРОГИЕ', 'ПРИВЕТ ДОРОГИЕ'],
  ['I AM HERE', 'AM HERE'],
  ['OK! WELL! GOOD!', 'OK! WELL! GOOD'],
  ['ABCDEFG x ABCDEFG', 'ABCDEFG x ABCDEFG'],
  ['a! b! c! d!', '!'],
  ['a!!!', '!!!'],
  ['a! ! !', '! ! !'],
  ['a!?!', '!?!'],
  ['a???', '???'],
  ['a！！！', '！！！'],
  ['a!! b!!', '!!'],
  ['a!! b???', '???'],
  ['GUESS WHO IS BACK IN TOWN', 'GUESS WHO IS BACK IN TOWN'],
])('%j shouts with %j', (text, loud) => {
  expect(faults(shouting, text)).toContain(loud);
});

it.each([
  'please',
  'NOW it',
  'NOW NOT',
  'NOT',
  'THE',
  'IT OR US',
  'KYC AML ISO',
  'WONDERFUL it',
  'PRIYA SHAH',
  'SAM FERNHILL NOW',
  'UNICEFS',
  'UNESCO UNICEF',
  'ПРИВЕТ',
  'ПРИВЕТ МИР',
  '李娜 李娜 李娜',
  'a! b! c!',
  'a？',
  'a!!',
  'a?!',
  'a??',
  'a！！',
  'so!  !',
])('%j does not shout', (text) => {
  expect(faults(shouting, text)).toEqual([]);
});

it('leaves the words of an unfilled field to the placeholder check', () => {
  expect(faults(shouting, 'FIRST NAME HERE')).toEqual(['FIRST NAME HERE']);
  expect(faults(shouting, 'FIRST NAME HERE', ['placeholder'])).toEqual([]);
});

it('reports at most five places', () => {
  const text = `${'VERY MUCH we x. are '.repeat(3)}`;
  expect(faults(shouting, text)).toEqual(['VERY MUCH', 'VERY MUCH', 'VERY MUCH']);
  expect(faults(shouting, `${text.repeat(2)}!!!`)).toHaveLength(5);
});

it.each([
  [
    'THANKS FOR IT is',
    'THANKS FOR IT',
    '"THANKS FOR IT" in capitals looks like shouting.',
    'Use lower case; keep capitals for names and acronyms.',
  ],
  ['PLEASE do', 'PLEASE', '"PLEASE" in capitals looks like shouting.', 'Use lower case.'],
  ['it is!!! so', '!!!', '"!!!" looks like shouting.', 'One exclamation mark is enough.'],
  ['is it??? so', '???', '"???" looks like shouting.', 'One exclamation mark is enough.'],
  [
    'I! am! so! glad!',
    '!',
    '4 exclamation marks are a lot for one message.',
    'One exclamation mark is enough.',
  ],
])('%j gets its message and suggestion', (text, loud, message, suggestion) => {
  const start = text.indexOf(loud);
  expect(check(text).problems.filter(({ rule }) => rule === 'shouting')).toEqual([
    { rule: 'shouting', severity: 'warning', message, start, end: start + loud.length, suggestion },
  ]);
});
