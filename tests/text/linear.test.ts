import { expect, it } from 'vitest';
import { fromLines, toLetter, toLines, withRate } from '../../src/text/linear.ts';

const features = ['a', 'b c', 'ä', 'é  ü', '#', '!', '^ hi', 'zz', "i'm", '€ $'];
const weights = Object.fromEntries(
  features.map((feature, at) => [feature, toLetter(at / 4 - 1) + toLetter(1 - at / 3)]),
);
const model = { labels: ['one', 'other'], weights, isScaled: true };

it('a model of lines finds every feature, and rates as one of weights does', () => {
  const lines = fromLines(toLines(model, { sure: 0.5 }));
  const { rate } = withRate(model);
  for (const feature of features) expect(lines.rate([feature])).toEqual(rate([feature]));
  expect(lines.rate(features)).toEqual(rate(features));
  expect(lines.bounds).toEqual({ sure: 0.5 });
});

it('a feature that it never met says nothing', () => {
  const lines = fromLines(toLines(model, { sure: 0.5 }));
  for (const feature of ['', 'aa', 'b', 'b c d', 'zzz', '\n', '\t'])
    expect(lines.rate([feature])).toEqual([
      { label: 'one', share: 0.5 },
      { label: 'other', share: 0.5 },
    ]);
});

it('a model of lines knows what it met, and lists what begins alike', () => {
  const lines = fromLines(toLines(model));
  for (const feature of features) expect(lines.has(feature)).toBe(true);
  for (const feature of ['', 'aa', 'b', 'zzz']) expect(lines.has(feature)).toBe(false);
  expect(lines.starting('')).toEqual([...features].sort());
  expect(lines.starting('z')).toEqual(['zz']);
  expect(lines.starting('zzz')).toEqual([]);
});

it('is no surer of a long text that says the same', () => {
  const sure = (isScaled: boolean) => {
    const many = Array.from({ length: 40 }, (_, at) => `f${at}`);
    const each = Object.fromEntries(many.map((feature) => [feature, 'TP']));
    const { rate } = withRate({ labels: ['one', 'other'], weights: each, isScaled });
    return rate(many)[0]?.share ?? 0;
  };
  expect(sure(true)).toBeLessThan(sure(false));
});
