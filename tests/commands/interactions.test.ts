import { describe, expect, it } from 'vitest';
import { coach, only } from '../helpers/coach.ts';
import { checkInteraction, type Interaction, type Interactions } from '../helpers/shapes.ts';

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

  it('of an empty log is empty', async () => {
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
  ])('%j finds %j', async (args, found) => {
    const list = await (await filled()).json<Interactions>('interactions', ...args);
    expect(titles(list)).toEqual(found);
    expect(list.total).toBe(found.length);
  });

  it('shows the newest where it is limited, and counts all', async () => {
    const c = await filled();
    const list = await c.json<Interactions>('interactions', '--limit', '2');
    expect(list.interactions.map(({ title }) => title)).toEqual(['Apollo launch', 'Lunch']);
    expect(list.total).toBe(3);
  });

  it('refuses a range that is reversed, and takes one of a day', async () => {
    const c = await filled();
    const range = ['--since', '2026-11-20', '--until', '2026-11-01'];
    const { message, hint } = await c.fails('usage', 'interactions', ...range);
    expect(message).toBe('the range is reversed: --since 2026-11-20 lies after --until 2026-11-01');
    expect(hint).toContain('--since 2026-11-01 --until 2026-11-20');
    const day = ['--since', '2026-11-01', '--until', '2026-11-01'];
    expect(titles(await c.json<Interactions>('interactions', ...day))).toEqual(['Lunch']);
  });

  it('refuses a kind there is none of', async () => {
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

describe('amend', () => {
  const first = async (c: Awaited<ReturnType<typeof filled>>) =>
    (await c.json<Interactions>('interactions')).interactions.find(({ id }) => id === 1);

  it.each<[string[], Partial<Interaction>]>([
    [['--title', 'Apollo 2 launch'], { title: 'Apollo 2 launch' }],
    [['--kind', 'event'], { kind: 'event' }],
    [['--on', '2026-11-18'], { date: '2026-11-18' }],
    [['--note', 'A late evening'], { note: 'A late evening' }],
  ])('%j changes that alone', async (args, change) => {
    const c = await filled();
    const before = await first(c);
    await c.json('amend', '1', ...args);
    expect(await first(c)).toEqual({ ...before, ...change });
    expect((await c.json<Interactions>('interactions')).total).toBe(3);
  });

  it('moves the last contact along', async () => {
    const c = await filled();
    await c.json('amend', '1', '--on', '2026-11-05');
    expect((await c.person('Priya')).lastContact).toBe('2026-11-05');
    await c.json('amend', '1', '--on', '2026-10-05');
    expect((await c.person('Tom')).lastContact).toBe('2026-11-01');
  });

  it('moves the window along', async () => {
    const c = await filled();
    await c.json('amend', '1', '--on', '2026-11-13');
    const list = await c.suggest();
    const row = list.suggestions.find(({ person }) => person.name === 'Priya Shah');
    expect(row?.window?.opens).toBe('2026-11-13');
  });

  it('can bring in somebody, known or new', async () => {
    const c = await filled();
    await c.json('amend', '1', '--with', 'Priya', '--with', 'Wei', '--with', 'Omar Aziz');
    const names = (await first(c))?.people.map(({ name }) => name);
    for (const name of ['Priya Shah', 'Wei Chen', 'Omar Aziz']) expect(names).toContain(name);
    expect((await c.people()).filter((name) => name === 'Wei Chen')).toHaveLength(1);
  });

  it('into a departure makes them former coworkers, once', async () => {
    const c = await filled();
    await c.json('amend', '1', '--kind', 'departure');
    expect((await c.person('Priya')).relationship).toBe('former');
    await c.json('edit', 'Priya', '--relationship', 'teammate');
    await c.json('amend', '1', '--title', 'Left for Halden', '--with', 'Priya, Wei');
    expect((await c.person('Priya')).relationship).toBe('teammate');
    expect((await c.person('Wei')).relationship).toBe('former');
  });

  it('can say what stood out', async () => {
    const c = await filled();
    await c.json('amend', '3', '--highlight', 'your talk on queues');
    const { interactions } = await c.json<Interactions>('interactions', '--with', 'Wei');
    expect(only(only(interactions).people).highlight).toBe('your talk on queues');
  });

  it.each(['99', '0'])('knows no interaction %s', async (id) => {
    await (await filled()).fails('unknown-id', 'amend', id, '--title', 'Other');
  });

  it.each(['1x', 'Apollo', '1.5', '1e0', '0x1', ' ', '-1', '99999999999999999999'])(
    'takes %j for no id',
    async (id) => {
      const c = await filled();
      const before = await c.json('interactions');
      await c.fails(['unknown-id', 'usage'], 'amend', '--title', 'Other', '--', id);
      await c.fails(['unknown-id', 'usage'], 'delete', '--', id);
      expect(await c.json('interactions')).toEqual(before);
    },
  );

  it.each([
    ['bad-date', ['--on', '2026-11-23']],
    ['bad-date', ['--on', '2026-02-30']],
    ['usage', ['--kind', 'party']],
    ['usage', ['--title', '']],
    ['unknown-person', ['--with', '#99']],
    ['usage', []],
  ])('answers %s to %j and changes nothing', async (code, args) => {
    const c = await filled();
    const before = await c.json('interactions');
    await c.fails(code === 'unknown-person' ? [code, 'unknown-id'] : code, 'amend', '1', ...args);
    expect(await c.json('interactions')).toEqual(before);
  });
});

describe('delete', () => {
  it('takes one interaction away, and the people stay', async () => {
    const c = await filled();
    await c.json('delete', '1');
    expect(titles(await c.json<Interactions>('interactions'))).toEqual(['Lisbon offsite', 'Lunch']);
    expect(await c.people()).toEqual(['Priya Shah', 'Tom Becker', 'Wei Chen']);
    expect(await c.person('Priya')).toMatchObject({
      lastContact: null,
      interactions: 0,
    });
    expect(await c.person('Tom')).toMatchObject({
      lastContact: '2026-11-01',
      interactions: 1,
    });
    const list = await c.suggest();
    expect(list.suggestions.filter(({ moment }) => moment === 'project')).toEqual([]);
  });

  it('says what it took away', async () => {
    const { stdout, stderr } = await (await filled()).run('delete', '3');
    expect(stdout + stderr).toContain('Lisbon offsite');
  });

  it('knows no interaction twice, and gives no id twice', async () => {
    const c = await filled();
    await c.json('delete', '3');
    await c.fails('unknown-id', 'delete', '3');
    await c.fails('unknown-id', 'amend', '3', '--title', 'Other');
    const interaction = await c.log('event', 'Wei Chen', 'Oslo offsite', '2026-10-16');
    expect(interaction.id).toBe(4);
  });
});
