import { describe, expect, it } from 'vitest';
import {
  headWords,
  isName,
  phraseOf,
  withoutPreposition,
  wordsOf,
} from '../../../src/coach/draft/grammar.ts';

describe('a title', () => {
  it.each([
    ['Apollo', true],
    ['Apollo  Launch', true],
    ['“Apollo” Launch', true],
    ['Apollo and the Zephyr', true],
    ['Apollo v2', true],
    ['AC/DC', true],
    ['iPhone Launch', false],
    ['rev2 Board', false],
    ['of Apollo', false],
    ['and Apollo', false],
    ['Apollo brand', false],
    ['Apollo android', false],
    ['Apollo then Zephyr', false],
  ])('%j is treated as a name: %s', (title, is) => expect(isName(title)).toBe(is));

  it.each([
    ['Apollo (a; b) Launch', 'noun'],
    ['Ledger (x; y)', 'noun'],
    ['her promotion', 'unsure'],
    ['his talk', 'unsure'],
    ['Heron Launch', 'noun'],
    ['(x)', 'unsure'],
    ['Again', 'name'],
    ['Sprint 12', 'name'],
    ['Launch v2.1', 'name'],
    ['Apollo v2 migration', 'noun'],
    ['Launching Apollo', 'gerund'],
    ['Billing migration', 'noun'],
    ['Billing it', 'clause'],
    ['Walking lunch', 'noun'],
    ['Walking lunch today', 'gerund'],
    ['Launch party', 'noun'],
    ['Launch Apollo', 'clause'],
    ['Launch party planning', 'clause'],
    ['Acquired by Halden', 'clause'],
    ['Ledger may move', 'noun'],
    ['got a prize', 'clause'],
    ['"Apollo" launch', 'unsure'],
    ['our "Apollo" launch', 'determined'],
    ['Zephyr vs Apollo', 'unsure'],
  ])('%j is a %s', (title, phrase) => expect(phraseOf(title)).toBe(phrase));

  it.each([
    ['Apollo (beta)  Launch', ['apollo', 'launch']],
    ['--Apollo-- “Launch”!!', ['apollo', 'launch']],
    ['(a)Apollo(b)', ['apollo']],
    ['C++ & C# day', ['c++', 'c#', 'day']],
    ['Ana’s talk', ["ana's", 'talk']],
  ])('%j is split into words', (title, words) => expect(wordsOf(title)).toEqual(words));

  it('has its head before the first preposition, unless it starts with one', () => {
    expect(headWords(['launch', 'of', 'apollo', 'in', 'may'])).toEqual(['launch']);
    expect(headWords(['of', 'apollo'])).toEqual(['of', 'apollo']);
    expect(headWords(['apollo', 'launch'])).toEqual(['apollo', 'launch']);
  });

  it.each([
    ['at the offsite', 'the offsite'],
    ['during Apollo', 'Apollo'],
    ['at Lunch, noon', 'at Lunch, noon'],
    ['Apollo at noon', 'Apollo at noon'],
  ])('%j is written as %j after another preposition', (title, rest) =>
    expect(withoutPreposition(title)).toBe(rest),
  );
});
