import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRules } from '../../../src/coach/check/check.ts';
import { check } from './situation.ts';

interface Labelled {
  text: string;
  to: string | null;
  limit: number;
  label: 'good' | 'bad';
  problems: string[];
  situation: string;
}

const notes = readFileSync(new URL('./corpus.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);

const judged = notes.map((note) => {
  const result = check(note.text, { recipientName: note.to, limit: note.limit });
  return {
    ...note,
    ok: result.ok,
    found: new Set<string>(result.problems.map(({ rule }) => rule)),
  };
});

/** The share of a list that passes a test, from 0 to 1. */
function share<T>(list: readonly T[], test: (one: T) => boolean): number {
  return list.filter(test).length / list.length;
}

/** private needs a log, so that it has tests of its own. */
const rules = checkRules.map(({ id }) => id).filter((id) => id !== 'private');

describe('the labelled messages', () => {
  it('hold at least 150, half of them good, and every rule eight times', () => {
    expect(notes.length).toBeGreaterThanOrEqual(150);
    expect(share(notes, ({ label }) => label === 'good')).toBeCloseTo(0.5, 1);
    for (const rule of rules) {
      const count = notes.filter(({ problems }) => problems.includes(rule)).length;
      expect(count, rule).toBeGreaterThanOrEqual(8);
    }
  });

  it('are told apart: at least 97 % of the bad are caught, at most 2 % of the good are flagged', () => {
    const missed = judged.filter(({ label, ok }) => label === 'bad' && ok);
    const wronged = judged.filter(({ label, ok }) => label === 'good' && !ok);
    const bad = judged.filter(({ label }) => label === 'bad').length;
    expect(missed.length / bad, missed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(
      0.03,
    );
    const good = judged.length - bad;
    expect(wronged.length / good, wronged.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(
      0.02,
    );
  });

  it.each(rules)('%s is precise and complete, both at least 0.9', (rule) => {
    const found = judged.filter((note) => note.found.has(rule));
    const labelled = judged.filter(({ problems }) => problems.includes(rule));
    const precision = share(found, ({ problems }) => problems.includes(rule));
    const recall = share(labelled, (note) => note.found.has(rule));
    expect(precision, 'precision').toBeGreaterThanOrEqual(0.9);
    expect(recall, 'recall').toBeGreaterThanOrEqual(0.9);
  });
});
