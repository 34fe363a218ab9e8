import { expect, it } from 'vitest';
import { coach, held, row } from '../helpers/coach.ts';
import { checkPerson, type Person } from '../helpers/shapes.ts';

it('unsnooze brings someone back, and a second run changes nothing', async () => {
  const c = coach();
  await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
  await c.json('snooze', 'Priya');
  expect(held(await c.suggest(), 'Priya Shah')?.reason).toBe('snoozed');
  const { person } = await c.json<{ person: Person }>('unsnooze', 'Priya');
  checkPerson(person);
  expect(row(await c.suggest(), 'Priya Shah')?.action).toBe('connect');
  const before = (await c.run('undo', '--list')).stdout;
  expect(await c.run('unsnooze', 'Priya')).toMatchObject({
    code: 0,
    stdout: 'Priya Shah: not snoozed.\n',
  });
  expect((await c.run('undo', '--list')).stdout).toBe(before);
  await c.json('undo');
  expect(held(await c.suggest(), 'Priya Shah')?.reason).toBe('snoozed');
});
