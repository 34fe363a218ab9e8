import { describe, expect, it } from 'vitest';
import { coach, row } from '../helpers/coach.ts';
import type { Logged, People } from '../helpers/shapes.ts';

async function office() {
  const c = coach();
  await c.add('Priya Shah', '--alias', 'PJ');
  await c.add('Priya Raman');
  await c.add('José Álvarez');
  await c.add('Tom Becker');
  await c.add('Ana');
  await c.add('Ana Ruiz');
  return c;
}

describe('a person is found', () => {
  it.each([
    ['Priya Shah', 'Priya Shah'],
    ['priya shah', 'Priya Shah'],
    ['PRIYA SHAH', 'Priya Shah'],
    ['  Priya Shah  ', 'Priya Shah'],
    ['Shah', 'Priya Shah'],
    ['sha', 'Priya Shah'],
    ['PJ', 'Priya Shah'],
    ['pj', 'Priya Shah'],
    ['#1', 'Priya Shah'],
    ['#4', 'Tom Becker'],
    ['Jose', 'José Álvarez'],
    ['jose alvarez', 'José Álvarez'],
    ['JOSÉ', 'José Álvarez'],
    ['Jose\u0301', 'José Álvarez'],
    ['Alvarez', 'José Álvarez'],
    ['tom', 'Tom Becker'],
    ['Beck', 'Tom Becker'],
    ['Ana', 'Ana'],
    ['ana', 'Ana'],
    ['Ana Ruiz', 'Ana Ruiz'],
    ['Ruiz', 'Ana Ruiz'],
  ])('by %j', async (typed, name) => {
    const c = await office();
    expect((await c.person(typed)).name).toBe(name);
  });

  it('but never guessed when two match', async () => {
    const c = await office();
    for (const typed of ['Priya', 'priya', 'PRI']) {
      const error = await c.fails('ambiguous-person', 'show', typed);
      expect(error.candidates).toHaveLength(2);
      const names = JSON.stringify(error.candidates);
      expect(names).toContain('Priya Shah');
      expect(names).toContain('Priya Raman');
    }
    const { code, stdout, stderr } = await c.run('show', 'Priya');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Priya Shah');
    expect(stderr).toContain('Priya Raman');
  });

  it.each([
    [['show']],
    [['why']],
    [['draft']],
    [['sent']],
    [['accepted']],
    [['declined']],
    [['withdrawn']],
    [['snooze']],
    [['skip']],
    [['edit', '--role', 'Engineer']],
    [['interactions', '--with']],
    [['log', '--kind', 'project', '--title', 'Apollo launch', '--with']],
  ])('and not guessed by %j either', async (args) => {
    const c = await office();
    const before = await c.json<People>('people');
    await c.fails('ambiguous-person', ...args, 'Priya');
    expect(await c.json<People>('people')).toEqual(before);
  });

  it.each([
    [['show']],
    [['why']],
    [['draft']],
    [['sent']],
    [['accepted']],
    [['declined']],
    [['withdrawn']],
    [['snooze']],
    [['skip']],
    [['edit', '--role', 'Engineer']],
    [['interactions', '--with']],
  ])('or reported as unknown by %j', async (args) => {
    const c = await office();
    const error = await c.fails('unknown-person', ...args, 'Zebedee Quill');
    expect(error.message).toContain('Zebedee Quill');
    expect(await c.people()).toHaveLength(6);
  });

  it('by an exact first name before a part of another name', async () => {
    const c = coach();
    await c.add('Bens');
    await c.add('Ben Carter');
    expect((await c.person('ben')).name).toBe('Ben Carter');
    await c.add('Ben Olsen');
    const error = await c.fails('ambiguous-person', 'show', 'Ben');
    expect([error.message, error.hint]).toEqual([
      '"Ben" could be 2 people: Ben Carter (#2), Ben Olsen (#3)',
      'Give the full name, or the number: "#2"',
    ]);
  });

  it('by several words without quotes', async () => {
    const c = await office();
    const { stdout } = await c.run('show', 'Priya', 'Shah');
    expect(stdout).toContain('Priya Shah');
    const { code, stderr } = await c.run('merge', 'Tom', 'Becker', 'Ana');
    expect([code, stderr]).toEqual([
      2,
      'netcoach: too many words. Put quotes round words that belong together. See: netcoach help merge\n',
    ]);
  });

  it('on both sides of a merge', async () => {
    const c = await office();
    await c.fails('unknown-person', 'merge', 'Zebedee', 'Tom');
    await c.fails('unknown-person', 'merge', 'Tom', 'Zebedee');
    await c.fails('ambiguous-person', 'merge', 'Priya', 'Tom');
    await c.fails('ambiguous-person', 'merge', 'Tom', 'Priya');
    expect(await c.people()).toHaveLength(6);
  });

  it.each(['%', '_', '_____ ____', 'Pri%', '*', '?', "'", '"', "Tom' OR '1'='1", '\\', 'T.m'])(
    'by the literal text, not by the pattern %j',
    async (typed) => {
      const c = await office();
      await c.fails('unknown-person', 'show', typed);
      expect((await c.json<People>('people', typed)).total).toBe(0);
    },
  );

  it.each(['', ' ', '#', '#0', '#99', '#-1', '#1x', '#1.0', '# 1', '##1'])(
    'but never by %j',
    async (typed) => {
      const c = await office();
      await c.fails(['unknown-person', 'unknown-id', 'usage'], 'show', typed);
    },
  );

  it('by the same id after others are deleted', async () => {
    const c = await office();
    await c.json('merge', 'Priya Raman', 'Tom Becker');
    expect((await c.person('#4')).name).toBe('Tom Becker');
    await c.fails(['unknown-person', 'unknown-id'], 'show', '#2');
    const added = await c.add('Wei Chen');
    expect(added.id).toBeGreaterThan(6);
  });

  it('by alias even if another person’s name contains it', async () => {
    const c = coach();
    await c.add('Samuel Okoro', '--alias', 'Sam');
    await c.add('Priya Shah');
    expect((await c.person('sam')).name).toBe('Samuel Okoro');
  });
});

describe('an exact name never adds a second person', () => {
  it.each(['José Álvarez', 'jose alvarez', 'JOSE ALVAREZ', 'Jose\u0301 A\u0301lvarez'])(
    'with log --with %j',
    async (typed) => {
      const c = coach();
      await c.add('José Álvarez');
      const logged = await c.json<Logged>(
        ...['log', '--kind', 'project', '--title', 'Apollo launch', '--with', typed],
      );
      expect(logged.added).toEqual([]);
      expect(logged.interaction.people).toEqual([{ id: 1, name: 'José Álvarez', highlight: null }]);
      expect(await c.people()).toEqual(['José Álvarez']);
    },
  );

  it.each(['Priya Shah', 'priya shah', '  Priya   Shah '])('with add %j', async (typed) => {
    const c = coach();
    await c.add('Priya Shah', '--role', 'Engineer');
    const again = await c.run('add', typed);
    expect([0, 2]).toContain(again.code);
    expect(await c.people()).toEqual(['Priya Shah']);
    expect((await c.person('Priya')).role).toBe('Engineer');
  });

  it('with edit --name', async () => {
    const c = coach();
    await c.add('Priya Shah');
    await c.add('Tom Becker');
    expect((await c.run('edit', 'Tom', '--name', 'priya shah')).code).toBe(2);
    expect(await c.people()).toEqual(['Priya Shah', 'Tom Becker']);
  });

  it('but a rename may change the case or the accents', async () => {
    const c = coach();
    await c.add('jose alvarez');
    await c.json('edit', 'jose', '--name', 'José Álvarez');
    expect(await c.people()).toEqual(['José Álvarez']);
  });

  it('with log, even twice on one line', async () => {
    const c = coach();
    const logged = await c.json<Logged>(
      ...['log', '--kind', 'project', '--title', 'Apollo launch'],
      ...['--with', 'Priya Shah, priya shah', '--with', 'PRIYA SHAH'],
    );
    expect(logged.interaction.people).toHaveLength(1);
    expect(await c.people()).toHaveLength(1);
  });

  it('and neither does part of a known name', async () => {
    const c = coach();
    await c.add('Priya Shah');
    const logged = await c.json<Logged>(
      ...['log', '--kind', 'project', '--title', 'Apollo launch', '--with', 'Priya,#1,Shah'],
    );
    expect(logged.added).toEqual([]);
    expect(logged.interaction.people.map(({ name }) => name)).toEqual(['Priya Shah']);
  });

  it('and neither does an unknown id', async () => {
    const c = coach();
    await c.fails(
      ['unknown-person', 'unknown-id'],
      ...['log', '--kind', 'project', '--title', 'Apollo launch', '--with', '#99'],
    );
    expect(await c.people()).toEqual([]);
  });
});

describe('names that look like something else', () => {
  it.each([
    "Robert'); DROP TABLE people;--",
    '__proto__',
    'constructor',
    'null',
    'undefined',
    '100% Real',
    'a_b',
    "O'Neil",
    'Anne-Marie “Mimi” d’Arc',
    '陳美玲',
    'عمر عزيز',
    'Ng',
    'Łukasz Żółć',
    'May June',
    'Will Bill',
    'Today Yesterday',
    '42',
  ])('such as %s are ordinary names', async (name) => {
    const c = coach();
    await c.add(name);
    await c.add('Tom Becker');
    expect((await c.person(name)).name).toBe(name);
    await c.log('project', name, 'Apollo launch', '2026-11-20');
    expect(await c.people()).toEqual([name, 'Tom Becker'].sort());
    expect(row(await c.suggest(), name)).toMatchObject({
      action: 'connect',
      moment: 'project',
    });
  });

  it('such as options work after --', async () => {
    const c = coach();
    const added = await c.run('add', '--', '--help');
    expect(added.code).toBe(0);
    expect(await c.people()).toEqual(['--help']);
    expect((await c.run('show', '--', '--help')).stdout).toContain('--help');
    const unknown = await c.run('show', '--', '--json');
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toMatch(/^netcoach: /);
  });
});

describe('capitals after a name that say when or how', () => {
  it.each([
    'Lunch with Ana Ruiz EOD Friday',
    'Lunch with Ana Ruiz COB Friday',
    'Lunch with Ana Ruiz, EOD Friday',
    'Lunch with Ana Ruiz PM Friday',
    'Lunch with Ana Ruiz ASAP Friday',
    'Lunch with Ana EOD Friday',
    'Lunch with Ana OOO Friday',
    'Lunch with Ana Ruiz TBC Friday',
    'Lunch with Ana Ruiz PTO Friday',
  ])('are no surname: %s', async (sentence) => {
    const { interaction } = await coach().json<Logged>('log', sentence);
    const [person] = interaction.people;
    expect(interaction.people).toHaveLength(1);
    expect(['Ana Ruiz', 'Ana']).toContain(person?.name);
    expect(interaction.date).toBe('2026-11-20');
  });

  it('and a surname that looks like one stays', async () => {
    const { interaction } = await coach().json<Logged>('log', 'Lunch with Thuy Am yesterday');
    expect(interaction.people[0]?.name).toBe('Thuy Am');
  });
});

describe('a name of two words', () => {
  it('never means someone with a name that only starts the same', async () => {
    const c = await coach();
    await c.add('Anna Lee');
    await c.log('project', 'Ann Lee', 'Apollo', '2026-11-20');
    expect(await c.people()).toEqual(['Ann Lee', 'Anna Lee']);
    await c.fails('unknown-person', 'forget', 'Ana Lee', '--yes');
  });
});
