import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRules } from '../../../src/coach/check/check.ts';
import { check, rulesOf } from './situation.ts';

interface Labelled {
  text: string;
  to: string | null;
  limit: number;
  label: 'good' | 'bad';
  problems: string[];
  situation: string;
  /** What the check finds today in messages where that differs from the labels. */
  found?: string[];
}

const notes = readFileSync(new URL('./corpus.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);

/** The rules that a message breaks, without repeats, in alphabetical order. */
const found = ({ text, to, limit }: Labelled) => rulesOf(text, { recipientName: to, limit });

interface Judged extends Labelled {
  isOk: boolean;
  rules: ReadonlySet<string>;
}

let all: Judged[] | null = null;

/** Every message, checked once for all tests. */
function judged(): Judged[] {
  all ??= notes.map((note) => {
    const { ok, problems } = check(note.text, { recipientName: note.to, limit: note.limit });
    return { ...note, isOk: ok, rules: new Set(problems.map(({ rule }) => rule)) };
  });
  return all;
}

/** The share of a list that passes a predicate, from 0 to 1. */
function share<T>(list: readonly T[], test: (one: T) => boolean): number {
  return list.filter(test).length / list.length;
}

/** Left out: private and wrong-fact need a log and have their own tests. */
const ids = checkRules.map(({ id }) => id).filter((id) => id !== 'private' && id !== 'wrong-fact');

/** One message per test; forty in the mutation run, where a test's name costs more than the test. */
const size = process.env.MUTATION_PART === undefined ? 1 : 40;
const together = Array.from({ length: Math.ceil(notes.length / size) }, (_, at) =>
  notes.slice(at * size, (at + 1) * size),
);

describe('a labelled message', () => {
  it.each(together)('%#', (...group) => {
    for (const note of group) expect(found(note), note.text).toEqual(note.found ?? note.problems);
  });
});

// The mutation run has checked every message by then.
describe.skipIf(size > 1)('the labelled messages', () => {
  it('number at least 150: half of them good, and each rule broken at least eight times', () => {
    expect(notes.length).toBeGreaterThanOrEqual(150);
    expect(share(notes, ({ label }) => label === 'good')).toBeCloseTo(0.5, 1);
    for (const rule of ids) {
      const count = notes.filter(({ problems }) => problems.includes(rule)).length;
      expect(count, rule).toBeGreaterThanOrEqual(8);
    }
  });

  it('are classified well: at least 97 % of the bad are caught, and at most 2 % of the good are flagged', () => {
    const missed = judged().filter(({ label, isOk }) => label === 'bad' && isOk);
    const wronged = judged().filter(({ label, isOk }) => label === 'good' && !isOk);
    const bad = judged().filter(({ label }) => label === 'bad').length;
    expect(missed.length / bad, missed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(
      0.03,
    );
    const good = judged().length - bad;
    expect(wronged.length / good, wronged.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(
      0.02,
    );
  });

  it.each(ids)('%s has precision and recall of at least 0.9', (rule) => {
    const hits = judged().filter(({ rules }) => rules.has(rule));
    const labelled = judged().filter(({ problems }) => problems.includes(rule));
    const precision = share(hits, ({ problems }) => problems.includes(rule));
    const recall = share(labelled, ({ rules }) => rules.has(rule));
    expect(precision, 'precision').toBeGreaterThanOrEqual(0.9);
    expect(recall, 'recall').toBeGreaterThanOrEqual(0.9);
  });
});
