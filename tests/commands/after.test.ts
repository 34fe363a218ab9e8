/** The year after connecting: how often to be in touch, and the lighter ways. */
import { describe, expect, it } from 'vitest';
import { type Coach, coach, row } from '../helpers/coach.ts';

/** Someone with whom a project was shared, and who is connected since long before it. */
async function connected(name = 'Priya Shah', on = '2026-10-01'): Promise<Coach> {
  const c = coach();
  await c.log('project', name, 'Ledger migration', on);
  await c.run('accepted', name, '--on', '2026-01-05');
  return c;
}

/** Whether a check-in is suggested on a day. */
async function isDue(c: Coach, day: string, name = 'Priya Shah'): Promise<boolean> {
  return row(await c.on(day).suggest(), name)?.action === 'check-in';
}

describe('edit --every', () => {
  it('can be said when somebody is added', async () => {
    const c = coach();
    const { stdout } = await c.run('add', 'Priya', '--every', '6w');
    expect(stdout).toContain('a word every 6 weeks');
    expect((await c.run('show', 'Priya')).stdout).toContain('a word every 6 weeks');
    await c.fails('usage', 'add', 'Tom', '--every', 'now and then');
    expect(await c.people()).toEqual(['Priya']);
  });

  it('keeps a longer rhythm than the relationship has', async () => {
    const c = await connected();
    expect(await isDue(c, '2026-11-01')).toBe(true);
    await c.json('edit', 'Priya', '--every', '6w');
    expect(await isDue(c, '2026-11-11')).toBe(false);
    expect(await isDue(c, '2026-11-12')).toBe(true);
  });

  it('keeps a shorter one than any relationship has', async () => {
    const c = await connected('Priya Shah', '2026-11-10');
    expect(await isDue(c, '2026-11-20')).toBe(false);
    await c.json('edit', 'Priya', '--every', '10d');
    expect(await isDue(c, '2026-11-19')).toBe(false);
    expect(await isDue(c, '2026-11-20')).toBe(true);
  });

  it('finds them among more people than are judged anyway', async () => {
    const c = await connected('Priya Shah', '2026-11-10');
    await c.json('edit', 'Priya', '--every', '10d');
    const others = Array.from({ length: 120 }, (_, i) => `Other ${i}`).join(', ');
    await c.log('event', others, 'All hands', '2026-02-01');
    expect((await c.on('2026-11-20').suggest()).suggestions.map((one) => one.person.name)).toEqual([
      'Priya Shah',
    ]);
  });

  it('reads days, weeks and months, and says them', async () => {
    const c = await connected();
    for (const [words, said] of [
      ['10d', '10 days'],
      ['6w', '6 weeks'],
      ['2m', '2 months'],
      ['6 Weeks', '6 weeks'],
      ['1w', 'week'],
    ] as const) {
      await c.json('edit', 'Priya', '--every', words);
      expect((await c.run('show', 'Priya')).stdout, words).toContain(`a word every ${said}`);
    }
    for (const words of ['default', '']) {
      await c.json('edit', 'Priya', '--every', '3m');
      await c.json('edit', 'Priya', '--every', words);
      expect((await c.run('show', 'Priya')).stdout).not.toContain('a word every');
      expect(await isDue(c, '2026-11-01')).toBe(true);
    }
  });

  it.each(['0d', '6', 'weekly-ish', '-1w', '9999y', '1.5m'])('refuses %s', async (words) => {
    const c = await connected();
    await c.fails('usage', 'edit', 'Priya', '--every', words);
  });

  it('comes back with an export', async () => {
    const c = await connected();
    await c.json('edit', 'Priya', '--every', '6w');
    const file = `${c.db}.json`;
    await c.run('export', 'json', file);
    const other = coach();
    await other.json('import', 'json', file);
    expect((await other.run('show', 'Priya')).stdout).toContain('a word every 6 weeks');
  });
});

describe('a check-in', () => {
  it('proposes the lighter touch in one more line', async () => {
    const c = await connected();
    const found = row(await c.suggest(), 'Priya Shah');
    expect(found?.action).toBe('check-in');
    expect(found?.reasons).toHaveLength(2);
    expect(found?.reasons[1]).toMatch(/like or comment.*write/);
    expect((await c.run('suggest')).stdout).toMatch(/like or comment/);
  });

  it('starts anew with an engagement', async () => {
    const c = await connected();
    expect(await isDue(c, '2026-11-22')).toBe(true);
    await c.log('engagement', 'Priya', 'Liked her talk', '2026-11-22');
    expect(await isDue(c, '2026-11-22')).toBe(false);
    expect(await isDue(c, '2026-12-22')).toBe(true);
  });
});
