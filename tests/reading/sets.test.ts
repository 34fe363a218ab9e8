import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgeSet } from './judge.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const sets = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));

/** Sentences of people in a hundred jobs. What is refused can be said again; what is wrong is not noticed. */
describe('sets of sentences', () => {
  it.each(sets)('%s is mostly read rightly, and hardly ever wrongly', async (name) => {
    const judged = await judgeSet(`${folder}${name}`);
    const share = (pattern: RegExp) =>
      judged.filter(({ verdict }) => pattern.test(verdict)).length / judged.length;
    const wrong = judged.filter(({ verdict }) => verdict === 'silently wrong');
    expect(share(/^right/)).toBeGreaterThanOrEqual(name === 'given.jsonl' ? 0.95 : 0.85);
    expect(wrong.length / judged.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(
      name === 'given.jsonl' ? 0 : 0.05,
    );
  });
});
