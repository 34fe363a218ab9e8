import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/model.ts';
import { answering } from '../helpers/answers.ts';
import { coach, only, TODAY } from '../helpers/coach.ts';
import { shell } from '../helpers/run.ts';
import { checkInteraction, checkRef, type Interactions, type Logged } from '../helpers/shapes.ts';

const project = ['log', '--kind', 'project', '--title', 'Apollo launch', '--on', '2026-11-20'];

describe('log', () => {
  it('records one interaction and adds new people', async () => {
    const c = coach();
    const logged = await c.json<Logged>(...project, '--with', 'Priya Shah');
    expect(logged).toEqual({
      interaction: {
        id: 1,
        kind: 'project',
        date: '2026-11-20',
        title: 'Apollo launch',
        note: null,
        people: [{ id: 1, name: 'Priya Shah', highlight: null }],
      },
      added: [{ id: 1, name: 'Priya Shah' }],
      understood: { say: null },
      doubts: [],
    });
    const person = await c.person('Priya');
    expect(person).toEqual({
      id: 1,
      name: 'Priya Shah',
      aliases: [],
      role: null,
      team: null,
      company: null,
      relationship: 'colleague',
      strained: false,
      connection: { status: 'none', since: null },
      skills: [],
      interests: [],
      linkedin: null,
      email: null,
      emails: [],
      call: null,
      shared: null,
      note: null,
      lastContact: '2026-11-20',
      interactions: 1,
    });
  });

  it('adds only people who are new', async () => {
    const c = coach();
    await c.add('Priya Shah');
    const logged = await c.json<Logged>(...project, '--with', 'Priya', '--with', 'Tom Becker');
    expect(logged.added.map(({ name }) => name)).toEqual(['Tom Becker']);
    for (const ref of logged.added) checkRef(ref);
    checkInteraction(logged.interaction);
    expect(logged.interaction.people.map(({ name }) => name)).toEqual(['Priya Shah', 'Tom Becker']);
  });

  it.each(KINDS)('accepts the kind %s', async (kind) => {
    const c = coach();
    const interaction = await c.log(kind, 'Priya Shah', 'A title', '2026-11-20');
    expect(interaction.kind).toBe(kind);
    const { interactions } = await c.json<Interactions>('interactions', '--kind', kind);
    expect(only(interactions)).toEqual(interaction);
  });

  it.each(['projects', 'PROJECT!', 'thank', 'check-in', '', 'null', 'constructor'])(
    'rejects the kind %j',
    async (kind) => {
      const c = coach();
      const args = ['log', '--kind', kind, '--with', 'Priya', '--title', 'Apollo'];
      const error = await c.fails('usage', ...args);
      expect(`${error.message} ${error.hint}`).toContain('project');
      expect(await c.people()).toEqual([]);
    },
  );

  it.each([[['']], [['  ']], [[',']], [[' , ,']], [['Priya Shah', '']]])(
    'rejects --with %j',
    async (names) => {
      const c = coach();
      const withs = names.flatMap((name) => ['--with', name]);
      const result = await c.run(...project, ...withs);
      if (names[0] === 'Priya Shah') {
        // An empty name beside a real one may be skipped, but is never added as a person.
        expect((await c.people()).every((name) => name === 'Priya Shah')).toBe(true);
      } else {
        expect(result).toMatchObject({ code: 2, stdout: '' });
        expect(await c.people()).toEqual([]);
      }
    },
  );

  it.each(['', '   ', '\n'])('rejects the empty title %j', async (title) => {
    const c = coach();
    await c.fails('usage', 'log', '--kind', 'project', '--with', 'Priya', '--title', title);
    expect(await c.people()).toEqual([]);
  });

  it('saves nothing from a line it refuses', async () => {
    const c = coach();
    await c.add('Grace Hopper');
    await c.add('Grace Kim');
    await c.fails('ambiguous-person', ...project, '--with', 'Priya Shah', '--with', 'Grace');
    await c.fails('bad-date', ...project, '--with', 'Tom Becker', '--on', 'someday');
    expect(await c.people()).toEqual(['Grace Hopper', 'Grace Kim']);
    expect((await c.json<Interactions>('interactions')).total).toBe(0);
  });

  it.each([
    [['--with', 'Priya Shah,Tom Becker,Wei Chen']],
    [['--with', 'Priya Shah, Tom Becker , Wei Chen']],
    [['--with', 'Priya Shah', '--with', 'Tom Becker', '--with', 'Wei Chen']],
    [['--with', 'Priya Shah', '--with', 'Tom Becker, Wei Chen']],
    [['--with', 'Priya Shah,,Tom Becker,', '--with', 'Wei Chen,Priya Shah']],
  ])('reads %j as three people', async (withs) => {
    const { interaction, added } = await coach().json<Logged>(...project, ...withs);
    const names = interaction.people.map(({ name }) => name);
    expect(names).toEqual(['Priya Shah', 'Tom Becker', 'Wei Chen']);
    expect(added.map(({ name }) => name)).toEqual(names);
  });

  it('keeps a note', async () => {
    const c = coach();
    const logged = await c.json<Logged>(...project, '--with', 'Priya', '--note', 'She was tired');
    expect(logged.interaction.note).toBe('She was tired');
    const { interactions } = await c.json<Interactions>('interactions');
    expect(only(interactions).note).toBe('She was tired');
  });

  it('keeps what stood out, for everyone or for each person', async () => {
    const c = coach();
    const highlights = async (...more: string[]) => {
      const { interaction } = await c.json<Logged>(...project, ...more);
      return Object.fromEntries(interaction.people.map((one) => [one.name, one.highlight]));
    };
    expect(await highlights('--with', 'Priya Shah', '--highlight', 'your rollback plan')).toEqual({
      'Priya Shah': 'your rollback plan',
    });
    expect(
      await highlights('--with', 'Priya Shah: your rollback plan', '--with', 'Tom Becker'),
    ).toEqual({ 'Priya Shah': 'your rollback plan', 'Tom Becker': null });
    expect(
      await highlights(
        ...['--with', 'Priya Shah: your rollback plan', '--with', 'Tom Becker'],
        ...['--highlight', 'the calm release day'],
      ),
    ).toEqual({
      'Priya Shah': 'your rollback plan',
      'Tom Becker': 'the calm release day',
    });
    expect(await highlights('--with', 'priya:  your dashboards ')).toEqual({
      'Priya Shah': 'your dashboards',
    });
    expect(await highlights('--with', 'Priya Shah: the 10:30 demo')).toEqual({
      'Priya Shah': 'the 10:30 demo',
    });
    expect(await c.people()).toEqual(['Priya Shah', 'Tom Becker']);
  });

  it('does not treat a comma in a highlight as another person', async () => {
    const c = coach();
    await c.json(...project, '--with', 'Priya Shah: calm, clear updates');
    expect(await c.people()).toEqual(['Priya Shah']);
  });

  it.each<[string, Record<string, string | null>, string[]]>([
    ['Ana: drew the map, Bob Stone', { Ana: 'drew the map', 'Bob Stone': null }, ['Bob Stone']],
    ['Ana: drew the map, bob', { Ana: 'drew the map', 'Bob Lee': null }, ['bob']],
    ['Ana: drew, calmly, the map', { Ana: 'drew, calmly, the map' }, []],
    ['Ana: quick, bob: slow, and kind', { Ana: 'quick', 'Bob Lee': 'slow, and kind' }, ['bob']],
    ['Ana: helped Bob, and me', { Ana: 'helped Bob, and me' }, []],
    ['Ana: calm, bob, and me', { Ana: 'calm, bob, and me' }, []],
    ['Ana: the plan, v. 2', { Ana: 'the plan, v. 2' }, []],
    [
      'Ana: the map, Bob Stone, Kim Park',
      { Ana: 'the map', 'Bob Stone': null, 'Kim Park': null },
      ['Bob Stone', 'Kim Park'],
    ],
  ])('finds the people after what stood out: %s', async (typed, people, doubted) => {
    const c = coach();
    await c.add('Bob Lee');
    const { interaction, doubts } = await c.json<Logged & { doubts: string[] }>(
      ...[...project, '--with', typed],
    );
    expect(
      Object.fromEntries(interaction.people.map(({ name, highlight }) => [name, highlight])),
    ).toEqual(people);
    expect(doubts.filter((one) => one.startsWith('I read'))).toHaveLength(doubted.length);
    for (const name of doubted)
      expect(doubts.join()).toContain(`I read "${name}", after the comma, as a person.`);
  });

  it('rejects a highlight without a person', async () => {
    const c = coach();
    await c.fails('usage', ...project, '--with', ': your rollback plan');
    expect(await c.people()).toEqual([]);
  });

  it('says what it understood and what that means for today', async () => {
    const c = coach();
    const { code, stdout, stderr } = await c.run(...project, '--with', 'Inês Duarte');
    expect(code).toBe(0);
    expect(stdout).not.toBe('');
    const said = stdout + stderr;
    expect(said).toContain('Inês Duarte');
    expect(said).toContain('Apollo launch');
    expect(said).toMatch(/Inês.*today/);
  });

  it('never says that someone held is on today’s list', async () => {
    const c = coach();
    await c.add('Priya Shah', '--strained');
    const { stdout, stderr } = await c.run(...project, '--with', 'Priya');
    expect(stdout + stderr).not.toMatch(/Priya is on today/);
  });

  it('keeps titles exactly as typed', async () => {
    const c = coach();
    for (const title of [
      'Fix "flaky" tests',
      'Q3 review (EMEA)',
      '项目 “凤凰”',
      '50% off_sale',
      '💡 day',
    ]) {
      expect((await c.log('project', 'Priya Shah', title, '2026-11-20')).title).toBe(title);
    }
  });

  it('records a departure as the end of working together', async () => {
    const c = coach();
    await c.add('Mark Lowe', '--relationship', 'teammate');
    await c.log('departure', 'Mark', 'Left for Halden', '2026-11-10');
    expect((await c.person('Mark')).relationship).toBe('former');
  });

  it('keeps the newest day as the last contact, in whatever order things are logged', async () => {
    const c = coach();
    await c.log('meeting', 'Priya Shah', 'Lunch', '2026-11-10');
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-03-01');
    expect(await c.person('Priya')).toMatchObject({
      lastContact: '2026-11-10',
      interactions: 2,
    });
  });
});

describe('--note -', () => {
  it('is refused where standard input holds none, and nothing is saved', async () => {
    const c = coach();
    await c.add('Priya Shah', '--note', 'kept');
    const note = ['--note', '-'];
    for (const args of [
      [...project, '--with', 'Priya', ...note],
      ['edit', 'Priya', ...note],
      ['add', 'Tom Becker', ...note],
      ['amend', '1', ...note],
    ]) {
      if (args[0] === 'amend')
        await c.log('meeting', 'Priya', 'Tea', '2026-11-20', '--note', 'kept');
      const before = (await c.run('export', 'json')).stdout;
      expect(await c.fails('usage', ...args)).toMatchObject({
        message: 'the note on standard input is empty',
      });
      expect((await c.run('export', 'json')).stdout).toBe(before);
    }
    const quoted = project.map((word) => `'${word}'`).join(' ');
    const closed = await shell(`"$NODE" "$NETCOACH" ${quoted} --with Priya --note - <&-`, {
      db: c.db,
    });
    expect(closed).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('the same again', () => {
  type Doubted = Logged & { doubts: string[] };
  const again = ['log', '--kind', 'meeting', '--with', 'Priya Shah', '--title', 'COFFEE'];

  it('is logged, and says so', async () => {
    const c = coach();
    await c.log('meeting', 'Priya Shah, Tom Becker', 'Coffee', TODAY);
    await c.log('meeting', 'Priya Shah', 'Coffee', '2026-11-21');
    expect((await c.json<Doubted>(...again)).doubts).toEqual([]);
    const { interaction, doubts } = await c.json<Doubted>(...again);
    expect(interaction.id).toBe(4);
    expect(doubts).toEqual(['Already logged as #3. To keep only one: netcoach delete 4']);
  });

  it.each([
    ['n', 1, "Not logged again: it's already #1."],
    ['y', 2, 'Logged'],
  ])('is asked about on a terminal: %s', async (answer, total, told) => {
    const c = coach();
    await c.log('meeting', 'Priya Shah', 'Coffee', TODAY);
    const { asked, stdout, stderr, code } = await answering(c.db, TODAY, again, [answer]);
    expect([code, asked]).toEqual([0, ['Already logged as #1. Log it once more?']]);
    expect(stdout).toContain(told);
    expect(stderr).not.toContain('Already logged');
    expect((await c.json<{ total: number }>('interactions')).total).toBe(total);
  });
});
