import { describe, expect, it } from 'vitest';
import { isEnglish } from '../../../src/coach/check/language.ts';
import { isCapitalised, readMessage } from '../../../src/coach/check/message.ts';

describe('a message', () => {
  it.each([
    ['One. Two! Three? Four… Five', ['One', 'Two', 'Three', 'Four', 'Five']],
    ['Dr. Smith met Mr. Jones. Bye', ['Dr Smith met Mr Jones', 'Bye']],
    ['We paid 3.5 € for it.Yes', ['We paid 3 5 € for it Yes']],
    ['a "quote." Then (so.) End', ['a quote', 'Then so', 'End']],
    ['one\ntwo', ['one', 'two']],
    ['😀 smile 😀 again', ['smile', 'again']],
    ['e.g. this. That', ['e g this', 'That']],
    ['50% off $5 or £6', ['50 % off $ 5 or £ 6']],
    ["it’s don't a-b", ["it’s don't a b"]],
    ['well . done', ['well', 'done']],
    ['what。 now！ then？ end', ['what', 'now', 'then', 'end']],
    ['one, two; three: four – five', ['one two three four five']],
    ['', []],
    [' ... ', []],
  ])('%j is split into sentences', (text, sentences) => {
    const { words } = readMessage(text);
    const found: string[][] = [];
    for (const word of words) {
      expect(word.isSentenceStart).toBe(found.length === word.sentence);
      if (word.isSentenceStart) found.push([]);
      found[word.sentence]?.push(word.text);
    }
    expect(found.map((sentence) => sentence.join(' '))).toEqual(sentences);
  });

  it('gives each word’s position in the NFC text and the text before it', () => {
    expect(readMessage(' Zoe\u0308, 50%')).toEqual({
      text: ' Zoë, 50%',
      words: [
        {
          text: 'Zoë',
          fold: 'zoe',
          start: 1,
          end: 4,
          before: ' ',
          sentence: 0,
          isSentenceStart: true,
        },
        {
          text: '50',
          fold: '50',
          start: 6,
          end: 8,
          before: ', ',
          sentence: 0,
          isSentenceStart: false,
        },
        { text: '%', fold: '%', start: 8, end: 9, before: '', sentence: 0, isSentenceStart: false },
      ],
      isEnglish: false,
    });
    expect(readMessage('Hi Zoë').isEnglish).toBe(true);
  });

  it('recognises a capital first letter', () => {
    const [one, two, three, four] = readMessage('Élan iPad 李 4K').words.map(isCapitalised);
    expect([one, two, three, four]).toEqual([true, false, false, false]);
  });
});

it.each([
  ['', false],
  ['Hi Priya Shah', true],
  ['thx u', true],
  ['le tour de la ferme', false],
  ['Hi Ana, das war gut', false],
  ['naïve café résumé was the', false],
  ['the naïve plan', true],
  ['the naïve café plan was good and we were happy about all', false],
  ['the plan of Zoë and René was good', true],
  ['Mill tour rye wheat', false],
  ['the mill rye wheat', true],
  ['the mill rye wheat oat', false],
  ['the mill rye wheat 1 2 3', true],
  ['it', true],
  ['in', false],
])('%j is English: %s', (text, is) => {
  expect(isEnglish(readMessage(text).words)).toBe(is);
});
