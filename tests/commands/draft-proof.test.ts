import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ProvenSentence } from '../../src/coach/draft/proof.ts';
import type { Interaction } from '../../src/model.ts';
import { coach } from '../helpers/coach.ts';

interface Proof {
  interaction: Interaction | null;
  rule: { id: string; source: string };
  proof: ProvenSentence[];
}

describe('draft --proof', () => {
  it('names the row, the rule and its source for each sentence', async () => {
    const c = coach();
    await c.json('me', '--name', 'Sam Ortiz', '--role', 'ward nurse');
    const out = ['--highlight', 'she stayed late to fix the import', '--note', 'we argued'];
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20', ...out);
    const { interaction, rule, proof } = await c.json<Proof>('draft', 'Priya', '--proof');
    expect(interaction).toMatchObject({ id: 1, note: null });
    expect(rule.id).toBe('project');
    expect(rule.source).toContain('Article');
    const { draft } = await c.draft('Priya');
    expect(proof.map(({ text }) => text).join(' ')).toBe(draft.text);
    const rests = proof.flatMap((one) => one.rests);
    expect(rests).toContainEqual({ on: 'name', interaction: null, words: 'Priya Shah' });
    expect(rests).toContainEqual({
      on: 'highlight',
      interaction: 1,
      words: 'she stayed late to fix the import',
    });
    expect(proof.at(-1)?.rests).toEqual([]);
    const { stdout } = await c.run('draft', 'Priya', '--proof');
    expect(stdout).toContain('what stood out in #1: she stayed late to fix the import');
    expect(stdout).toContain('Rule: project.');
    expect(stdout).not.toContain('argued');
  });

  it('says the same in colour', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const { stdout } = await c.run('draft', 'Priya', '--proof');
    const coloured = await c.with({ tty: true }, 'draft', 'Priya', '--proof');
    expect(coloured.stdout).not.toBe(stdout);
    expect(stripVTControlCharacters(coloured.stdout)).toBe(stdout);
  });

  it('keeps what a review said to itself', async () => {
    const c = coach();
    const said = ['--highlight', 'be bolder'];
    await c.log('feedback', 'Lena Vogt', 'Annual review: you interrupt', '2026-11-18', ...said);
    for (const flags of [[], ['--json']]) {
      const { stdout } = await c.run('draft', 'Lena', '--proof', ...flags);
      expect(stdout).toContain('feedback');
      expect(stdout).not.toMatch(/interrupt|bolder/);
    }
  });
});
