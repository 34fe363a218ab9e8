import { describe, expect, it } from 'vitest';
import { coach, row } from '../helpers/coach.ts';
import { RULES } from '../helpers/rules.ts';
import { checkRef, type Rules, type Why } from '../helpers/shapes.ts';

function checkWhy(why: Why): void {
  expect(Object.keys(why).sort()).toEqual('held person score suggested verdicts'.split(' '));
  checkRef(why.person);
  for (const verdict of why.verdicts) {
    expect(Object.keys(verdict).sort()).toEqual(['fires', 'points', 'rule', 'why']);
    expect(verdict.fires).toBeTypeOf('boolean');
    expect(verdict.points).toBeTypeOf('number');
    expect(verdict.why).not.toBe('');
  }
}

describe('why', () => {
  it('gives every rule’s verdict on a suggested person, and the same score as the list', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const why = await c.json<Why>('why', 'Priya');
    checkWhy(why);
    expect(why).toMatchObject({
      person: { id: 1, name: 'Priya Shah' },
      suggested: true,
      score: row(await c.suggest(), 'Priya Shah')?.score,
      held: null,
    });
    // Anything else that adds to the score may be listed beside the rules, each line once.
    const ids = (await c.json<Rules>('rules')).rules.map(({ id }) => id);
    const lines = why.verdicts.map(({ rule }) => rule);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.filter((line) => ids.includes(line)).sort()).toEqual([...ids].sort());
    const fired = why.verdicts.filter(({ rule, fires }) => fires && ids.includes(rule));
    expect(fired.map(({ rule }) => rule)).toEqual([RULES.project.id]);
    expect(fired[0]?.points).toBeGreaterThan(0);
    expect(why.verdicts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(
      why.score ?? Number.NaN,
    );
  });

  it('explains someone who is not on the list', async () => {
    const c = coach();
    await c.add('Zoe Park', '--team', 'Legal');
    await c.json('accepted', 'Zoe');
    await c.log('engagement', 'Zoe', 'Thanked her', '2026-11-22');
    const why = await c.json<Why>('why', 'Zoe');
    checkWhy(why);
    expect(why).toMatchObject({ suggested: false, held: null });
    const { code, stdout } = await c.run('why', 'Zoe');
    expect(code).toBe(0);
    for (const { rule } of why.verdicts.slice(0, 3)) expect(stdout).toContain(rule);
  });

  it('says once what several rules have against somebody', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const { stdout } = await c.run('why', 'Priya');
    const lines = stdout.replaceAll(/\n {2}/g, ' ').split('\n');
    const reasons = lines.flatMap((line) => /^· (.*?) \([a-z, -]+\)$/.exec(line)?.[1] ?? []);
    expect(reasons.length).toBeGreaterThan(5);
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(lines.join('\n')).toMatch(
      /connected yet \(reply, shared-work, same-employer, new-connection, check-in\)/,
    );
  });

  it('says why someone is held', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    await c.json('edit', 'Priya', '--strained');
    const why = await c.json<Why>('why', 'Priya');
    checkWhy(why);
    expect(why.suggested).toBe(false);
    expect(JSON.stringify(why.held)).toContain('strained');
    expect(why.verdicts.find(({ rule }) => rule === RULES.project.id)?.fires).toBe(true);
    expect((await c.run('why', 'Priya')).stdout).toMatch(/strain/i);
  });

  it('explains the score line by line', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const { score, verdicts } = await c.json<Why>('why', 'Priya');
    const { stdout } = await c.run('why', 'Priya');
    expect(stdout).toContain(String(score));
    expect(stdout).toContain(String(verdicts.find(({ fires }) => fires)?.points));
    expect(stdout).toContain('Priya Shah');
    expect(stdout).not.toMatch(/null|undefined|NaN/);
  });
});
