/**
 * Notes that nobody tunes on: read the totals and never the notes. Whoever has read one moves it
 * to kinds.jsonl.
 */
import { expect, it } from 'vitest';
import { judge, recall, totals } from './labelled.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

it('are told apart', () => {
  const notes = judge('unseen.jsonl');
  const lines = [...new Set(notes.map(({ kind }) => kind))].map((kind) => {
    const { bad, good, caught, flagged } = totals(notes.filter((note) => note.kind === kind));
    return `${kind}: ${percent(caught)} of ${bad} bad caught, ${percent(flagged)} of ${good} good flagged`;
  });
  const { bad, good, caught, flagged } = totals(notes);
  const rules = ['salesy', 'pushy', 'private'].map(
    (rule) => `${rule} recall ${percent(recall(notes, rule))}`,
  );
  lines.push(
    `all: ${percent(caught)} of ${bad}, ${percent(flagged)} of ${good}; ${rules.join(', ')}`,
  );
  console.log(lines.join('\n'));
  // Bounds just below what was measured, so that a change that makes it worse is seen.
  expect(caught).toBeGreaterThanOrEqual(0.86);
  expect(flagged).toBeLessThanOrEqual(0.05);
});
