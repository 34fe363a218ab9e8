import { describe, expect, it } from 'vitest';
import { coach, only } from '../helpers/coach.ts';
import type { Rules } from '../helpers/shapes.ts';

describe('rules', () => {
  it('lists the moments, their windows and the source of each', async () => {
    const { rules } = await coach().json<Rules>('rules');
    for (const rule of rules) {
      expect(Object.keys(rule).sort()).toEqual(
        ['id', 'title', 'why', 'source', 'window', 'weight'].sort(),
      );
      for (const key of ['id', 'title', 'why', 'source'] as const) {
        expect(rule[key], `${rule.id} ${key}`).toMatch(/\S/);
      }
      expect(rule.weight).toBeTypeOf('number');
      if (rule.window !== null) {
        expect(Object.keys(rule.window).sort()).toEqual(['best', 'closes']);
        expect(rule.window.best).toBeLessThanOrEqual(rule.window.closes);
      }
    }
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of [
      'new-job',
      'project',
      'event',
      'interest',
      'feedback',
      'milestone',
      'reorg',
      'departure',
      'thank',
      'check-in',
      'withdraw',
      'warm-up',
    ]) {
      expect(ids).toContain(id);
    }
  });

  it('shows one rule by its id', async () => {
    const { rules } = await coach().json<Rules>('rules', 'project');
    expect(only(rules)).toMatchObject({
      id: 'project',
      window: { best: 7, closes: 30 },
    });
    const { code, stdout } = await coach().run('rules', 'project');
    expect(code).toBe(0);
    expect(stdout).toContain(only(rules).title);
  });

  it.each(['nosuch', '', 'constructor', 'proj', '%'])('rejects the unknown rule %j', async (id) => {
    await coach().fails('unknown-id', 'rules', id);
  });

  it('prints all of them', async () => {
    const c = coach();
    const { rules } = await c.json<Rules>('rules');
    const { stdout } = await c.run('rules');
    for (const { id } of rules) expect(stdout).toContain(id);
  });
});
