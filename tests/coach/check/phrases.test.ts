/** The phrase files: each line is a phrase and an example on which it fires. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/coach/check/message.ts';
import { findPhrases, phrases, readPhrases } from '../../../src/coach/check/phrase.ts';

const folder = new URL('../../../src/coach/check/phrases/', import.meta.url);
const files = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));

describe.each(files)('$name', ({ text }) => {
  const lines = readPhrases(text);

  it('has a phrase and an example on each line', () => {
    expect(lines.filter(({ phrase, example }) => phrase.trim() === '' || example === '')).toEqual(
      [],
    );
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/\r|\n\n/);
  });

  it('fires on its examples', () => {
    const silent = lines.filter(
      ({ phrase, example }) => findPhrases(readMessage(example), phrases([phrase])).length === 0,
    );
    expect(silent).toEqual([]);
  });

  it('has each phrase once', () => {
    const all = lines.map(({ phrase }) => phrase);
    expect(all.filter((phrase, at) => all.indexOf(phrase) !== at)).toEqual([]);
  });
});

it('a line is read as phrase and example, and a heading is left out', () => {
  expect(readPhrases('# a heading\nthank/thanks you | I thank you.\n\ngood\n')).toEqual([
    { phrase: 'thank/thanks you', example: 'I thank you.' },
    { phrase: 'good', example: '' },
  ]);
});
