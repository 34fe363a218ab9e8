import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import {
  contentWords,
  findServedGoal,
  goalReason,
  isSameWord,
} from '../../../src/coach/suggest/goals.ts';

it.each([
  ['Learn to work with Rust', ['rust']],
  ['C++, C# and node.js', ['c++', 'c#', 'node.js']],
  ['Déploiement', ['deploiement']],
  ['to be and the', []],
  ['!!', []],
  ['', []],
])('the words of %j are %j', (text, words) => {
  expect(contentWords(text)).toEqual(words);
});

it.each([
  ['rust', 'rust', true],
  ['go', 'golf', false],
  ['rust', 'rusty', false],
  ['engineer', 'engineering', true],
  ['engineering', 'engineer', true],
  ['pricing', 'price', false],
  ['scale', 'scaled', true],
  ['design', 'designer', true],
  ['planning', 'planner', true],
  ['migrate', 'migration', true],
  ['deputies', 'deputation', false],
  ['strategy', 'strategies', true],
  ['deputy', 'deployment', false],
])('%s and %s are the same word: %s', (one, other, is) => {
  expect(isSameWord(one, other)).toBe(is);
});

it.each([
  ['Rust developer', [], null],
  ['Rust developer', ['sailing', 'learn Rust'], 'learn Rust'],
  ['Rust developer', ['rust development', 'rust'], 'rust development'],
  ['Rust developer', ['rust platform'], null],
  ['Rust developer', ['to be the'], null],
  ['', ['rust'], null],
  ['the', ['the'], null],
])('%j with the goals %j serves %j', (text, goals, served) => {
  expect(findServedGoal(text, goals)).toBe(served);
});

describe('a person', () => {
  const me = { goals: ['platform engineering'] };
  it.each([
    [{ role: 'Platform engineer' }, true],
    [{ team: 'Platform', skills: ['engineering'] }, true],
    [{ team: 'Platform', interests: ['Engineering'] }, true],
    [{ role: 'Platform architect' }, false],
    [{}, false],
  ])('with %j serves a goal: %s', (person, serves) => {
    expect(goalReason(historyOf({ today: '2026-11-22', me, person }))).toBe(
      serves ? 'Serves your goal "platform engineering"' : null,
    );
  });
});
