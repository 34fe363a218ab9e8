import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import { checkPerson, type Person, type Shown } from '../helpers/shapes.ts';

interface One {
  person: Person;
}

describe('merge', () => {
  it('moves everything to the person who stays', async () => {
    const c = coach();
    await c.log('project', 'P. Shah', 'Apollo launch', '2026-11-20');
    await c.log('meeting', 'Priya Shah', 'Lunch', '2026-11-01');
    await c.json('edit', 'P. Shah', '--role', 'Engineer', '--skill', 'SQL');
    const { person } = await c.json<One>('merge', 'P. Shah', 'Priya Shah');
    checkPerson(person);
    expect(person).toMatchObject({
      name: 'Priya Shah',
      interactions: 2,
      lastContact: '2026-11-20',
      role: 'Engineer',
      skills: ['SQL'],
    });
    expect(await c.people()).toEqual(['Priya Shah']);
    const { timeline } = await c.json<Shown>('show', 'Priya Shah');
    expect(timeline.map(({ title }) => title).sort()).toEqual(['Apollo launch', 'Lunch']);
  });

  it('says it plainly where both have one name', async () => {
    const c = coach();
    const path = join(tempFolder(), 'kenjis.csv');
    writeFileSync(path, 'name,email\nKenji Mori,k@a.example\nKenji Mori,k@b.example\n');
    await c.json('import', 'csv', path);
    const { stdout } = await c.run('merge', '#1', '#2');
    expect(stdout).toMatch(/^Kenji Mori is one entry now: #1 is part of #2\.\n/);
  });

  it('lists someone once who took part under both names', async () => {
    const c = coach();
    await c.log(
      'project',
      'P. Shah: your rollback plan',
      'Apollo launch',
      '2026-11-20',
      '--with',
      'Priya Shah',
    );
    await c.json('merge', 'P. Shah', 'Priya Shah');
    const { person, timeline } = await c.json<Shown>('show', 'Priya Shah');
    expect(person.interactions).toBe(1);
    expect(timeline[0]?.people.map(({ name, highlight }) => [name, highlight])).toEqual([
      ['Priya Shah', 'your rollback plan'],
    ]);
  });

  it('keeps the connection and the strained tie', async () => {
    const c = coach();
    await c.add('P. Shah', '--strained');
    await c.add('Priya Shah');
    await c.json('accepted', 'P. Shah', '--on', '2026-11-01');
    const { person } = await c.json<One>('merge', 'P. Shah', 'Priya Shah');
    expect(person).toMatchObject({
      strained: true,
      connection: { status: 'connected', since: '2026-11-01' },
    });
  });

  it('does not overwrite details of the person who stays', async () => {
    const c = coach();
    await c.add('P. Shah', '--role', 'Intern');
    await c.add('Priya Shah', '--role', 'Staff Engineer', '--note', 'Likes tea');
    const { person } = await c.json<One>('merge', 'P. Shah', 'Priya Shah');
    expect(person).toMatchObject({ role: 'Staff Engineer', note: 'Likes tea' });
  });

  it('keeps a personal rhythm, and the longer snooze', async () => {
    const c = coach();
    await c.add('P. Shah', '--every', '6w');
    await c.add('Priya Shah');
    await c.json('snooze', 'P. Shah', '--until', '2026-12-24');
    await c.json('snooze', 'Priya Shah', '--until', '2026-12-01');
    await c.json('merge', 'P. Shah', 'Priya Shah');
    const { stdout } = await c.run('show', 'Priya');
    expect(stdout).toMatch(/check in every 6 weeks/);
    expect(stdout).toMatch(/snoozed until Thu 24 Dec/);
    expect((await c.on('2026-12-24').run('show', 'Priya')).stdout).not.toMatch(/snoozed/);
  });

  it('refuses to merge a person into themselves', async () => {
    const c = coach();
    await c.add('Priya Shah');
    await c.fails('usage', 'merge', 'Priya', '#1');
    expect(await c.people()).toEqual(['Priya Shah']);
  });

  it.each([
    ['mentor', 'teammate', 'mentor'],
    ['colleague', 'teammate', 'teammate'],
    ['mentor', 'colleague', 'mentor'],
  ])('of a %s and a %s keeps the %s', async (kept, gone, relationship) => {
    const c = coach();
    await c.add('Priya Shah', '--relationship', kept);
    await c.add('P. Shah', '--relationship', gone);
    const { person } = await c.json<One>('merge', 'P. Shah', 'Priya Shah');
    expect(person).toMatchObject({ name: 'Priya Shah', relationship });
  });
});
