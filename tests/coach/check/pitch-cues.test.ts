import { expect, it } from 'vitest';
import { readMessage } from '../../../src/coach/check/message.ts';
import { findPitchCues } from '../../../src/coach/check/pitch-cues.ts';

const parts = (text: string, reader: 'known' | 'stranger') =>
  findPitchCues(readMessage(text), () => true, reader).map(({ start, end }) =>
    text.slice(start, end),
  );

it.each([
  ['I sell candles with a discount', ['I sell', 'discount'], ['I sell', 'discount']],
  [
    'my sister sells candles at a discount',
    ['my sister sells', 'discount', 'my sister sells candles'],
    ['my sister sells', 'discount', 'my sister sells candles'],
  ],
  ['our app, a discount of ten', ['discount', 'our app'], ['discount', 'our app']],
  ['our app. A discount', ['discount', 'our app'], ['discount', 'our app']],
  ['message me for a discount', ['discount', 'message me for'], ['discount', 'message me for']],
  ['we offer a discount and free delivery', ['discount'], ['discount']],
  ['discount and discount for you', ['discount'], ['discount']],
  ['you get a discount on the app', [], ['discount']],
  ['our dashboard saves hours', [], ['our dashboard', 'saves hours']],
  ['a b c d e f g h i discount for you', [], ['discount']],
  ['your app cut our bill with a discount', [], []],
  ['the samples you handed out saved us hours', [], []],
  ['a discount on the app', [], []],
  ['discount a b c d e f g you', [], []],
  ['a discount. You', [], []],
  ['I sell candles', [], []],
  ['sign up for the app', [], []],
  ['send you an invitation to the app', [], []],
])('%j sells to a contact with %j, to a stranger with %j', (text, known, stranger) => {
  expect(parts(text, 'known')).toEqual(known);
  expect(parts(text, 'stranger')).toEqual(stranger);
});

it('counts the cues it is given', () => {
  const message = readMessage('I sell candles with a discount');
  expect(findPitchCues(message, ({ from }) => from > 1, 'known')).toEqual([]);
});
