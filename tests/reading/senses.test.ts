import { expect, it } from 'vitest';
import { senseOf } from '../../src/reading/linear.ts';

const broad = (lemma: string, pos = 'NOUN') => senseOf(lemma, pos).broad;

it('knows things and acts of one sort, however rare the word', () => {
  expect(broad('lunch')).toBe(broad('breakfast'));
  expect(broad('boiler')).toBe(broad('kettle'));
  expect(broad('boiler')).not.toBe(broad('lunch'));
  expect(senseOf('repaint', 'VERB')).not.toEqual(senseOf('chat', 'VERB'));
});

it('says nothing of words that it has not, or that are neither noun nor verb', () => {
  const none = { broad: '', narrow: '' };
  expect(senseOf('qzxv', 'NOUN')).toEqual(none);
  expect(senseOf('lunch', 'ADJ')).toEqual(none);
  expect(senseOf('', 'NOUN')).toEqual(none);
});
