import { expect, it } from 'vitest';
import { seedOf } from '../../../src/coach/draft/write.ts';

it.each([
  [1, 'Priya Shah', 2_805_561_383],
  [2, 'Priya Shah', 606_029_197],
  [1, 'Tom', 1_726_597_970],
  [1, '𝓛ena', 2_423_893_684],
  [1, '', 966_850_010],
])('%i:%s has its own seed, the same on every machine', (id, name, seed) => {
  expect(seedOf({ id, name })).toBe(seed);
});
