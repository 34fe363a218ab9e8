import { describe, expect, it } from 'vitest';
import { coach, held, row } from '../helpers/coach.ts';
import { checkPerson, type Person } from '../helpers/shapes.ts';

interface One {
  person: Person;
}

/** One finished project with Priya, two days ago: open until 20 December. */
async function finished() {
  const c = coach();
  await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
  return c;
}

describe('skip', () => {
  it('skips this moment for good', async () => {
    const c = await finished();
    const { person } = await c.json<One>('skip', 'Priya');
    checkPerson(person);
    for (const day of ['2026-11-22', '2026-12-01', '2026-12-20']) {
      const list = await c.on(day).suggest();
      expect(row(list, 'Priya Shah')).toBeUndefined();
      expect(held(list, 'Priya Shah')?.reason).toBe('skipped');
    }
  });

  it('skips the moment, not the person', async () => {
    const c = await finished();
    await c.json('skip', 'Priya');
    await c.on('2026-11-25').log('project', 'Priya', 'Borealis launch', '2026-11-25');
    const list = await c.on('2026-11-25').suggest();
    expect(row(list, 'Priya Shah')).toMatchObject({
      action: 'connect',
      interaction: { title: 'Borealis launch' },
    });
    expect(held(list, 'Priya Shah')).toBeUndefined();
  });

  it('keeps another moment of the same person', async () => {
    const c = await finished();
    await c.log('event', 'Priya', 'Lisbon offsite', '2026-11-21');
    const before = row(await c.suggest(), 'Priya Shah');
    await c.json('skip', 'Priya');
    const after = row(await c.suggest(), 'Priya Shah');
    expect([before?.moment, after?.moment].sort()).toEqual(['event', 'project']);
  });

  it('keeps the same moment for other people', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah, Tom Becker', 'Apollo launch', '2026-11-20');
    await c.json('skip', 'Priya');
    expect(row(await c.suggest(), 'Tom Becker')).toMatchObject({
      moment: 'project',
    });
  });

  it('skips several moments of one person, each for good', async () => {
    const c = await finished();
    await c.log('event', 'Priya', 'Lisbon offsite', '2026-11-21');
    await c.json('skip', 'Priya');
    await c.json('skip', 'Priya');
    const list = await c.suggest();
    expect(row(list, 'Priya Shah')).toBeUndefined();
    expect(held(list, 'Priya Shah')?.reason).toBe('skipped');
    await c.fails('usage', 'skip', 'Priya');
    await c.json('undo');
    expect(row(await c.suggest(), 'Priya Shah')).toBeDefined();
  });
});
