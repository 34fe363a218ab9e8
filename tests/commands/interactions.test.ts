import { describe, expect, it } from 'vitest';
import { change } from '../../src/database/change.ts';
import { connect } from '../../src/database/sqlite.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { coach } from '../helpers/coach.ts';
import { checkInteraction, type Interactions } from '../helpers/shapes.ts';

async function filled() {
  const c = coach();
  await c.log('project', 'Priya Shah, Tom Becker', 'Apollo launch', '2026-11-20');
  await c.log('meeting', 'Tom Becker', 'Lunch', '2026-11-01');
  await c.log('event', 'Wei Chen', 'Lisbon offsite', '2026-10-15');
  return c;
}

const titles = (list: Interactions) => list.interactions.map(({ title }) => title).sort();

describe('interactions', () => {
  it('lists the log', async () => {
    const c = await filled();
    const list = await c.json<Interactions>('interactions');
    expect(Object.keys(list).sort()).toEqual(['interactions', 'total']);
    for (const interaction of list.interactions) checkInteraction(interaction);
    expect(titles(list)).toEqual(['Apollo launch', 'Lisbon offsite', 'Lunch']);
    expect(list.total).toBe(3);
  });

  it('lists a long log once and in order, in every form', async () => {
    const c = coach();
    await c.add('Priya Shah');
    const db = connect(c.db);
    change(db, 'fill', () => {
      for (let i = 1; i <= 1001; i++)
        addInteraction(db, { kind: 'meeting', date: '2026-11-01', title: `Talk ${i}` }, [
          { person: 1, highlight: null },
        ]);
    });
    db.close();
    const newestFirst = Array.from({ length: 1001 }, (_, at) => 1001 - at);
    const list = await c.json<Interactions>('interactions');
    expect(list.interactions.map(({ id }) => id)).toEqual(newestFirst);
    expect(list.interactions.every(({ people }) => people.length === 1)).toBe(true);
    expect(list.total).toBe(1001);
    const blocks = (await c.run('interactions')).stdout.trimEnd().split('\n\n');
    expect(blocks.map((block) => Number(/^#(\d+)/.exec(block)?.[1]))).toEqual(newestFirst);
    const { stdout } = await c.run('interactions', '--format', '{{id}} {{people}}');
    expect(stdout).toBe(newestFirst.map((id) => `${id} Priya Shah\n`).join(''));
    const most = (await c.run('interactions', '--limit', '600')).stdout;
    expect(most.match(/^#/gm)).toHaveLength(600);
    expect(most).toMatch(/\n\n401 more not shown\.\n$/);
  });

  it('is empty for an empty log', async () => {
    expect(await coach().json('interactions')).toEqual({
      interactions: [],
      total: 0,
    });
    expect((await coach().run('interactions')).code).toBe(0);
  });

  it.each([
    [
      ['--with', 'Tom'],
      ['Apollo launch', 'Lunch'],
    ],
    [['--with', '#1'], ['Apollo launch']],
    [['--kind', 'event'], ['Lisbon offsite']],
    [['--kind', 'feedback'], []],
    [
      ['--since', '2026-11-01'],
      ['Apollo launch', 'Lunch'],
    ],
    [['--since', '2026-11-02'], ['Apollo launch']],
    [
      ['--until', '2026-11-01'],
      ['Lisbon offsite', 'Lunch'],
    ],
    [['--until', '2026-10-31'], ['Lisbon offsite']],
    [['--since', '2026-10-16', '--until', '2026-11-19'], ['Lunch']],
    [['--since', '2026-11-20', '--until', '2026-11-20'], ['Apollo launch']],
    [['--since', '2026-11-21', '--until', '2026-11-22'], []],
    [['--with', 'Tom', '--kind', 'meeting'], ['Lunch']],
    [['--with', 'Priya', '--kind', 'meeting'], []],
  ])('with %j finds %j', async (args, found) => {
    const list = await (await filled()).json<Interactions>('interactions', ...args);
    expect(titles(list)).toEqual(found);
    expect(list.total).toBe(found.length);
  });

  it('shows the newest under a limit, and counts all of them', async () => {
    const c = await filled();
    const list = await c.json<Interactions>('interactions', '--limit', '2');
    expect(list.interactions.map(({ title }) => title)).toEqual(['Apollo launch', 'Lunch']);
    expect(list.total).toBe(3);
  });

  it('rejects a reversed range, and accepts a range of one day', async () => {
    const c = await filled();
    const range = ['--since', '2026-11-20', '--until', '2026-11-01'];
    const { message, hint } = await c.fails('usage', 'interactions', ...range);
    expect(message).toBe('the range is reversed: --since 2026-11-20 is after --until 2026-11-01');
    expect(hint).toContain('--since 2026-11-01 --until 2026-11-20');
    const day = ['--since', '2026-11-01', '--until', '2026-11-01'];
    expect(titles(await c.json<Interactions>('interactions', ...day))).toEqual(['Lunch']);
  });

  it('rejects an unknown kind', async () => {
    await (await filled()).fails('usage', 'interactions', '--kind', 'party');
  });

  it('prints what, when and with whom', async () => {
    const { stdout } = await (await filled()).run('interactions');
    for (const word of [
      'Apollo launch',
      'Priya Shah',
      'Tom Becker',
      'Lisbon offsite',
      'Wei Chen',
    ]) {
      expect(stdout).toContain(word);
    }
  });
});
