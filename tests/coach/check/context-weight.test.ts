import { describe, expect, it } from 'vitest';
import {
  hintAt,
  isConcrete,
  isContentWord,
  isProperName,
  selfOrWishClauses,
} from '../../../src/coach/check/context-weight.ts';
import { readMessage, type Word } from '../../../src/coach/check/message.ts';

const SIGNALS = /^(?:your|yours|the|that|this|those|these|there|our|same|\d.*)$/;

describe('a hint', () => {
  it.each([
    ['your talk', 1, true],
    ['yours talk', 1, true],
    ['your profile on milling', 1, false],
    ['your profile about the mill', 1, false],
    ['your profile mill', 1, false],
    ['your mill', 1, false],
    ['your big nice lovely talk', 1, false],
    ['your talk; x', 1, true],
    ['the mill you built', 1, true],
    ['the mill', 0.5, false],
    ['the mill and', 0.5, false],
    ['the mill: talk', 0.5, false],
    ['the flour mill', 1, false],
    ['the old flour mill wheel', 1, false],
    ['the first talk', 0.5, false],
    ['the next talk', 0.5, false],
    ['the talk', 1, true],
    ['the talk. you', 1, true],
    ['the mill. you', 0.5, false],
    ['the mill 12 we', 1, true],
    ['the mill 1234 we', 0.5, false],
    ['the growth plan', 1, true],
    ['the plan we', 1, true],
    ['that mill', 0.5, false],
    ['this mill', 0.5, false],
    ['those mills', 0.5, false],
    ['these mills', 0.5, false],
    ['our shift', 1, true],
    ['our mill', 1, false],
    ['our mill, shift', 1, false],
    ['our mill in the shift', 1, false],
    ['our mill near shift', 1, false],
    ['our of the ward', 1, true],
    ['our mill of ward', 1, true],
    ['our mill of the ward', 1, false],
    ['same ward', 1, true],
    ['floor 6', 0.5, false],
    ['floor 6a', 0.5, false],
    ['floor 1234', 0.5, false],
    ['floor 6 x', 0.5, false],
  ])('is found in "%s"', (text, weight, isShared) => {
    const { words } = readMessage(text);
    const at = words.findIndex(({ fold }) => SIGNALS.test(fold));
    expect(hintAt(words, at)).toEqual({ weight, isShared });
  });

  it.each([
    'your profile',
    'your profile on the network',
    'your profile on',
    'your very',
    'your, talk',
    'your. talk',
    'your great experience of milling',
    'your experience experience experience talk',
    'your',
    'the success',
    'the success you had',
    'the talk first',
    'the you',
    'the mill day you',
    'the a b c d e',
    'the one talk',
    'the',
    'there mill',
    'our platform',
    'our profile',
    'our professional mill',
    'our of',
    'our near mill',
    'our great mill',
    'our',
    'same mill',
    'same of the ward',
    'floor 6ab',
    'floor 12345',
    'floor-6',
    'floor 6 %',
    'floor 6%',
    'of 6',
    '6',
    '6 floor',
  ])('is not found in "%s"', (text) => {
    const { words } = readMessage(text);
    const at = words.findIndex(({ fold }) => SIGNALS.test(fold));
    expect(hintAt(words, at)).toBeNull();
  });
});

it.each([
  ['I weave rugs. You weave', '+++--'],
  ['I weave; the rug', '++--'],
  ['I weave: rug', '++-'],
  ['I weave, you rug rug', '++---'],
  ['I mostly weave thanks rug', '+++--'],
  ['I now inspect it', '++++'],
  ['I now', '--'],
  ['I', '-'],
  ['I was there', '+++'],
  ['I noticed it', '+++'],
  ['I had it', '+++'],
  ['I am it', '+++'],
  ['I have it', '+++'],
  ['I cut it', '+++'],
  ['I read it', '+++'],
  ['I use it', '---'],
  ['I remember it', '---'],
  ['I met it', '---'],
  ['we met', '--'],
  ["I'm it", '++'],
  ['im it', '++'],
  ['imp it', '--'],
  ['slim it', '--'],
  ['my rug', '++'],
  ['as a weaver', '+++'],
  ["I've been there", '+++'],
  ["I've met it", '---'],
  ["I've unspent it", '---'],
  ["I've runs it", '---'],
  ["I've", '-'],
  ["I'd rug", '++'],
  ["we'd rug", '++'],
  ['hoped it', '--'],
  ['mayor', '-'],
  ['dismay it', '--'],
  ['last would; rug', '-+-'],
  ["let's rug", '++'],
  ['happy to rug', '+++'],
  ['unhappy to rug', '---'],
  ['likely to rug', '---'],
  ['happy too rug', '---'],
  ['happy rug', '--'],
])('"%s" is about the writer or a wish: %s', (text, marks) => {
  const own = selfOrWishClauses(readMessage(text).words);
  expect(own.map((isOwn) => (isOwn ? '+' : '-')).join('')).toBe(marks);
});

it.each<[string, (word: Word) => boolean, string, string[]]>([
  ['names a thing', isContentWord, 'a x ox the mill 12 12a a12 1', ['ox', 'mill', '12a', 'a12']],
  [
    'names a concrete thing',
    isConcrete,
    'ox mill oat kindness the profile success 12 fruitful',
    ['mill', 'oat'],
  ],
  ['is a name', isProperName, 'Mill went Lisbon. Rye And Priya', ['Lisbon', 'Priya']],
])('a word %s', (_, test, text, found) => {
  expect(
    readMessage(text)
      .words.filter(test)
      .map((word) => word.text),
  ).toEqual(found);
});
