/**
 * Notes that nobody tunes on: read the totals and never the notes. Whoever has read one moves it
 * to kinds.jsonl.
 */
import { expect, it } from 'vitest';
import { judge, recall, totals } from './labelled.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

it.each([
  // Bounds just below what was measured, so that a change that makes it worse is seen.
  { file: 'unseen.jsonl', least: 0.91, most: 0.015 },
  { file: 'unseen-everyday.jsonl', least: 0.9, most: 0.08 },
  { file: 'unseen-voices.jsonl', least: 0.69, most: 0.01 },
  { file: 'unseen-2.jsonl', least: 0.64, most: 0.06 },
  { file: 'unseen-3.jsonl', least: 0.62, most: 0.07 },
])('$file: the bad are told from the good', ({ file, least, most }) => {
  const notes = judge(file);
  const lines = [...new Set(notes.map(({ kind }) => kind))].map((kind) => {
    const { bad, good, caught, flagged } = totals(notes.filter((note) => note.kind === kind));
    return `${kind}: ${percent(caught)} of ${bad} bad caught, ${percent(flagged)} of ${good} good flagged`;
  });
  const { bad, good, caught, flagged } = totals(notes);
  const rules = ['salesy', 'pushy', 'private', 'wrong-fact'].map(
    (rule) => `${rule} recall ${percent(recall(notes, rule))}`,
  );
  lines.push(
    `${file}: ${percent(caught)} of ${bad}, ${percent(flagged)} of ${good}; ${rules.join(', ')}`,
  );
  console.log(lines.join('\n'));
  expect(caught).toBeGreaterThanOrEqual(least);
  expect(flagged).toBeLessThanOrEqual(most);
});
