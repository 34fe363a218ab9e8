import { expect, it } from 'vitest';
import { isFullName, isKnownName, isNickname } from '../../src/text/nicknames.ts';

it.each([
  ['bob', 'robert', true],
  ['robert', 'bob', true],
  ['kate', 'kathy', true],
  ['kate', 'katherine', true],
  ['bob', 'rob', true],
  ['sasha', 'alexander', true],
  ['stephen', 'stefan', false],
  ['alexander', 'alexandra', false],
  ['bob', 'kate', false],
  ['bob', 'zorblax', false],
  ['zorblax', 'bob', false],
])('%s and %s are forms of one name: %s', (a, b, is) => {
  expect(isNickname(a, b)).toBe(is);
});

it.each([
  ['robert', true, true],
  ['bob', false, true],
  ['priya', true, true],
  ['zorblax', false, false],
  ['', false, false],
])('%j is a full name: %s, a known name: %s', (name, full, known) => {
  expect(isFullName(name)).toBe(full);
  expect(isKnownName(name)).toBe(known);
});
