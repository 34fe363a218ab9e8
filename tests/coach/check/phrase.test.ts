import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/coach/check/message.ts';
import { findPhrases, phrases, quote } from '../../../src/coach/check/phrase.ts';

/** The parts of a text that a phrase matches. */
const covered = (phrase: string, text: string) =>
  findPhrases(readMessage(text), phrases([phrase])).map(({ start, end }) => text.slice(start, end));

describe('a phrase', () => {
  it.each([
    ['thank/thanks you', 'I thank you. Thanks you', ['thank you', 'Thanks you']],
    [
      'very? good',
      'very good. good. very very good',
      ['very good', 'good', 'good', 'very good', 'good'],
    ],
    ['recommend*', 'I recommended it, but commend', ['recommended']],
    [
      'we ... met',
      'we met. we a met. we a b c d met. we a b c d e met',
      ['we met', 'we a met', 'we a b c d met'],
    ],
    ['we ...  ... met', 'we x met', []],
    ['a ... ... b', 'a x b', ['a x b']],
    ['... b', 'a b', ['a b', 'b']],
    ['@day', 'on Monday, monday and mon', ['Monday', 'monday']],
    ['@day next', 'Friday next', ['Friday next']],
    ['^ add', 'add it and add. Add', ['add', 'Add']],
    ['a b', 'a. b', []],
    ['a b', 'a b', ['a b']],
    ['a b', 'a', []],
    ['a? b? c', 'a b c a c b c', ['a b c', 'b c', 'c', 'a c', 'c', 'b c', 'c']],
    ['very? much?', 'much x very', ['much', 'very']],
    ['x/y*/@number z', 'yes z 5 z x z', ['yes z', '5 z', 'x z']],
    ['a? a', 'a a', ['a a', 'a']],
  ])('%s matches in "%s"', (phrase, text, found) => {
    expect(covered(phrase, text)).toEqual(found);
  });

  it('reports its position and which phrase it is, the first in the list if two start alike', () => {
    const list = phrases(['good day', 'good', '@any day', 'fine']);
    expect(findPhrases(readMessage('A good day, fine.'), list)).toEqual([
      { from: 1, to: 2, start: 2, end: 10, phrase: 'good day' },
      { from: 3, to: 3, start: 12, end: 16, phrase: 'fine' },
    ]);
    expect(findPhrases(readMessage('good one'), list)).toEqual([
      { from: 0, to: 0, start: 0, end: 4, phrase: 'good' },
    ]);
  });

  it('is compiled once', () => {
    const list = phrases(['good']);
    expect(list()).toBe(list());
  });

  it('rejects an unknown word class', () => {
    expect(() => findPhrases(readMessage('so it is'), phrases(['@nothing']))).toThrow(
      new TypeError('No class of words is called @nothing'),
    );
  });
});

describe('a word class', () => {
  it.each([
    ['@day', "Monday Mondays monday's mon", ['Monday', 'Mondays', "monday's"]],
    ['@month', "May may March's marching", ['May', "March's"]],
    ['@season', "spring winter's springs", ['spring', "winter's"]],
    ['@number', 'two 2 2nd a none', ['two', '2', '2nd', 'a']],
    ['@past', 'met walked bed red need ed walks', ['met', 'walked']],
    ['@deed', 'met worked walked', ['met', 'walked']],
    ['@ing', 'going king sing being', ['going', 'being']],
    ['@name', "Lisbon went Lisbon I'm IT Ana", ['Lisbon', 'Ana']],
    ['@year', '1999 2026 1899 20260', ['1999', '2026']],
    ['@trade', 'weave am walked Weave like', ['weave']],
    ['@gives', 'send sends', ['send']],
    ['@serves', 'saves saved', ['saves']],
    ['@lacks', 'waste wasted', ['waste']],
    ['@plural', 'mills glass this bus wheat', ['mills']],
    ['@any', '1 x', ['1', 'x']],
  ])('%s matches in "%s"', (phrase, text, found) => {
    expect(covered(phrase, text)).toEqual(found);
  });
});

describe('a quotation', () => {
  it.each([
    [' a \n\t b ', '"a b"'],
    ['x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['x'.repeat(61), `"${'x'.repeat(59)}…"`],
    [`${'a'.repeat(58)} bcd`, `"${'a'.repeat(58)}…"`],
    [`${' '.repeat(400)}x`, '""'],
  ])('%j is quoted on one line', (text, quoted) => {
    expect(quote(readMessage(text), { start: 0, end: text.length })).toBe(quoted);
  });

  it('covers only its own range', () => {
    expect(quote(readMessage('one two three'), { start: 4, end: 7 })).toBe('"two"');
  });
});
