import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { run, tempDb } from '../helpers/run.ts';

const people = ['Ana', 'Ben', 'Cy', 'Di', 'Eve', 'Flo', 'Gus'].map((name) => `${name} Park`);

describe('due', () => {
  it('counts the people that the list shows', async () => {
    const c = coach();
    for (const [at, name] of people.entries()) {
      await c.log('project', name, 'Apollo launch', '2026-11-20');
      const { suggestions } = await c.json<{ suggestions: unknown[] }>('suggest');
      expect(await c.json('due')).toEqual({ date: '2026-11-22', due: suggestions.length });
      expect((await c.run('due', '--short')).stdout).toBe(`${Math.min(5, at + 1)}\n`);
    }
    expect((await c.run('due')).stdout).toBe('5 people to reach out to today. See who: netcoach\n');
  });

  it('counts nobody who is held back', async () => {
    const c = coach();
    await c.json('me', '--invites-per-week', '1');
    for (const name of people) await c.log('project', name, 'Apollo launch', '2026-11-20');
    expect((await c.run('due')).stdout).toContain('1 person to reach out to');
    await c.json('sent', 'Ana');
    expect(await c.json('due')).toMatchObject({ due: 0 });
  });

  it("prints nothing in a prompt when there's no one, and makes no database", async () => {
    const db = tempDb();
    expect(await run(['due', '--short'], { db })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await run(['due'], { db })).stdout).toBe('No one to reach out to today.\n');
    expect((await run(['due', '--short', '--json'], { db })).stdout).toContain('"due": 0');
    const { existsSync } = await import('node:fs');
    expect(existsSync(db)).toBe(false);
  });
});
