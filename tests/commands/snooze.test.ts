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

describe('snooze', () => {
  it('ends on the given day', async () => {
    const c = await finished();
    const { person } = await c.json<One>('snooze', 'Priya', '--until', '2026-11-25');
    checkPerson(person);
    for (const day of ['2026-11-22', '2026-11-24']) {
      const list = await c.on(day).suggest();
      expect(row(list, 'Priya Shah')).toBeUndefined();
      expect(held(list, 'Priya Shah')?.reason).toBe('snoozed');
    }
    const list = await c.on('2026-11-25').suggest();
    expect(row(list, 'Priya Shah')).toMatchObject({
      action: 'connect',
      moment: 'project',
    });
    expect(held(list, 'Priya Shah')).toBeUndefined();
  });

  it('lasts two weeks by default', async () => {
    const c = await finished();
    await c.json('snooze', 'Priya');
    expect(held(await c.on('2026-12-05').suggest(), 'Priya Shah')?.reason).toBe('snoozed');
    expect(row(await c.on('2026-12-06').suggest(), 'Priya Shah')).toBeDefined();
  });

  it('can be changed, longer or shorter', async () => {
    const c = await finished();
    await c.json('snooze', 'Priya', '--until', '2026-12-10');
    await c.json('snooze', 'Priya', '--until', '2026-11-24');
    expect(row(await c.on('2026-11-24').suggest(), 'Priya Shah')).toBeDefined();
  });

  it.each([
    ['2w', '2026-12-06'],
    ['2 weeks', '2026-12-06'],
    ['10d', '2026-12-02'],
    ['1 month', '2026-12-22'],
    ['monday', '2026-11-23'],
    ['in 3 weeks', '2026-12-13'],
    ['2027-01-15', '2027-01-15'],
  ])('lasts --until %s', async (words, until) => {
    const c = await finished();
    expect(await c.json('snooze', 'Priya', '--until', words)).toMatchObject({ until });
    expect(held(await c.suggest(), 'Priya Shah')?.reason).toBe('snoozed');
    expect(held(await c.on(until).suggest(), 'Priya Shah')).toBeUndefined();
  });

  it.each([
    [['Priya', '1w'], '2026-11-29'],
    [['Priya', '1', 'week'], '2026-11-29'],
    [['Priya', 'Shah', 'next', 'monday'], '2026-11-23'],
    [['Priya', 'Shah'], '2026-12-06'],
    [['Priya', 'Shah', '--until', '2', 'weeks'], null],
  ])('takes words without quotes: %j', async (words, until) => {
    const c = await finished();
    if (until === null) await c.fails(['unknown-person', 'bad-date'], 'snooze', ...words);
    else expect(await c.json('snooze', ...words)).toMatchObject({ until });
  });

  it("says which words aren't a date", async () => {
    const c = await finished();
    const { message } = await c.fails('bad-date', 'snooze', 'Priya', 'somewhen', 'later');
    expect(message).toContain('"somewhen later"');
  });

  it.each(['yesterday', 'today', '2026-11-22', '0d', 'soon', ''])(
    'is refused --until "%s"',
    async (words) => {
      const c = await finished();
      await c.fails('bad-date', 'snooze', 'Priya', '--until', words);
      expect(row(await c.suggest(), 'Priya Shah')).toBeDefined();
    },
  );

  it('says how to take it back', async () => {
    const { stdout } = await (await finished()).run('snooze', 'Priya');
    expect(stdout).toContain('Undo: netcoach unsnooze "Priya Shah"\n');
  });

  it('says when it ends', async () => {
    const { stdout, stderr } = await (await finished()).run('snooze', 'Priya');
    expect(stdout + stderr).toMatch(/2026-12-06|\b6 Dec|Dec(ember)? 6\b/);
  });
});
