import { expect, it } from 'vitest';
import { progressBar } from '../../src/cli/session.ts';

it('shows nothing for the first second, then the progress, and then disappears', () => {
  let time = 0;
  const written: string[] = [];
  const bar = progressBar(
    (text) => written.push(text),
    () => new Date(time),
  );
  bar.step(1, 10);
  time = 999;
  bar.step(5, 10);
  expect(written).toEqual([]);
  time = 1000;
  bar.step(5, 10);
  bar.step(5, 10);
  expect(written).toEqual([`\r[${'#'.repeat(15)}${' '.repeat(15)}] 50%`]);
  bar.end();
  expect(written[1]).toMatch(/^\r +\r$/);
});

it('leaves no trace if it was never shown', () => {
  const written: string[] = [];
  progressBar(
    (text) => written.push(text),
    () => new Date(0),
  ).end();
  expect(written).toEqual([]);
});
