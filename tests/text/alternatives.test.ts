/** Lists of words and phrases, tested one by one, answer as the whole pattern does. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testerOf } from '../../src/text/alternatives.ts';

const FILES = ['rules/lib/hard.ts', 'src/coach/draft/slots.ts', 'src/text/company.ts'];

/** The patterns that our sources test this way. */
const patterns = FILES.flatMap((file) => {
  const text = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
  return [...text.matchAll(/testerOf\(\s*\/(.+)\/([iu]*),?\s*\)/g)].map(
    ([, source = '', flags]) => new RegExp(source, flags),
  );
});

/** Pieces of a pattern, which make texts that match it, or nearly. */
function piecesOf({ source }: RegExp): string[] {
  return source.split(/[^A-Za-z0-9 '/-]+/).filter((piece) => piece !== '');
}

describe('testerOf', () => {
  it('finds the patterns of our sources', () => {
    expect(patterns.length).toBe(9);
  });

  it.each(patterns)('answers as %s', (pattern) => {
    const test = testerOf(pattern);
    const pieces = piecesOf(pattern);
    const text = fc
      .array(fc.constantFrom(...pieces, ' ', ' ', '-', 's', 'é', 'İ', '\n', 'NO'), { maxLength: 6 })
      .chain((parts) =>
        fc.constantFrom(parts.join(''), parts.join(' '), parts.join('').toUpperCase()),
      );
    let matching = 0;
    fc.assert(
      fc.property(text, (one) => {
        if (pattern.test(one)) matching++;
        return test(one) === pattern.test(one);
      }),
      { numRuns: 3000 },
    );
    expect(matching).toBeGreaterThan(20);
  });

  it('knows alternatives within brackets and classes, and letters that may be missing', () => {
    const test = testerOf(/\b(?:a(?:b|c)d|[|)(]x|colou?r|s?now|e\|f|(?:my|your)(?: old)? hat)\b/i);
    for (const one of [
      'ABD',
      'an acd',
      'color',
      'a colour',
      'now',
      'snow',
      'e|f',
      'my hat',
      'your old hat',
    ])
      expect(test(one)).toBe(true);
    for (const one of ['ab', 'colours', 'e', 'f', 'hat', 'my', '']) expect(test(one)).toBe(false);
  });

  it('takes no other pattern', () => {
    for (const pattern of [/a|b/, /\b(?:a|b)/, /\b(?:a)x(?:b)\b/, /\b(?:a|b)\b/g])
      expect(() => testerOf(pattern)('a')).toThrow(SyntaxError);
  });
});
