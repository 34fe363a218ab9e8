import { describe, expect, it } from 'vitest';
import { RELATIONSHIPS } from '../../src/model.ts';
import { coach } from '../helpers/coach.ts';
import {
  checkInteraction,
  checkPerson,
  type People,
  type Person,
  type Shown,
} from '../helpers/shapes.ts';

interface One {
  person: Person;
}

describe('add', () => {
  it('adds a person with all that is told', async () => {
    const c = coach();
    const { person } = await c.json<One>(
      ...['add', 'Priya Shah', '--role', 'Staff Engineer', '--team', 'Billing'],
      ...['--company', 'Fernhill', '--relationship', 'mentor', '--skill', 'SQL', '--skill', 'Go'],
      ...['--interest', 'climbing', '--linkedin', 'https://www.linkedin.com/in/priya-shah'],
      ...['--email', 'priya@example.com', '--alias', 'PJ', '--strained', '--note', 'Prefers chat'],
    );
    checkPerson(person);
    expect(person).toMatchObject({
      id: 1,
      name: 'Priya Shah',
      aliases: ['PJ'],
      role: 'Staff Engineer',
      team: 'Billing',
      company: 'Fernhill',
      relationship: 'mentor',
      strained: true,
      connection: { status: 'none', since: null },
      interests: ['climbing'],
      linkedin: 'https://www.linkedin.com/in/priya-shah',
      email: 'priya@example.com',
      note: 'Prefers chat',
      lastContact: null,
      interactions: 0,
    });
    expect([...person.skills].sort()).toEqual(['Go', 'SQL']);
    expect((await c.json<Shown>('show', 'PJ')).person).toEqual(person);
  });

  it('adds a person with a name alone, every key present', async () => {
    const result = await coach().json<One>('add', 'Priya Shah');
    expect(Object.keys(result)).toEqual(['person']);
    checkPerson(result.person);
    expect(result.person).toMatchObject({
      relationship: 'colleague',
      strained: false,
      skills: [],
    });
  });

  it.each(['', '  ', '\n', '\u200b'])('refuses the name %j', async (name) => {
    const c = coach();
    await c.fails('usage', 'add', name);
    expect(await c.people()).toEqual([]);
  });

  it.each([
    ['--relationship', 'friend'],
    ['--relationship', ''],
    ['--relationship', 'Colleagues'],
  ])('refuses %s %j', async (...args) => {
    const c = coach();
    await c.fails('usage', 'add', 'Priya Shah', ...args);
    expect(await c.people()).toEqual([]);
  });

  it.each(RELATIONSHIPS)('takes the relationship %s', async (relationship) => {
    const person = await coach().add('Priya Shah', '--relationship', relationship);
    expect(person.relationship).toBe(relationship);
  });

  it('says whom it added', async () => {
    const { code, stdout, stderr } = await coach().run('add', 'Priya Shah');
    expect(code).toBe(0);
    expect(stdout + stderr).toContain('Priya Shah');
  });
});

describe('edit', () => {
  it.each<[string[], Partial<Person>]>([
    [['--name', 'Priya Raman'], { name: 'Priya Raman' }],
    [['--role', 'Manager'], { role: 'Manager' }],
    [['--team', 'Ledger'], { team: 'Ledger' }],
    [['--company', 'Halden'], { company: 'Halden' }],
    [['--relationship', 'manager'], { relationship: 'manager' }],
    [['--skill', 'SQL'], { skills: ['SQL'] }],
    [['--interest', 'chess'], { interests: ['chess'] }],
    [['--email', 'p@example.com'], { email: 'p@example.com' }],
    [['--alias', 'PJ'], { aliases: ['PJ'] }],
    [['--strained'], { strained: true }],
    [['--note', 'Likes tea'], { note: 'Likes tea' }],
  ])('%j changes that alone', async (args, change) => {
    const c = coach();
    const before = await c.add('Priya Shah');
    const { person } = await c.json<One>('edit', 'Priya', ...args);
    checkPerson(person);
    expect({ ...person, aliases: change.aliases ?? before.aliases }).toEqual({
      ...before,
      ...change,
    });
    expect(await c.person('#1')).toEqual(person);
  });

  it('eases a strained tie', async () => {
    const c = coach();
    await c.add('Priya Shah', '--strained');
    expect((await c.json<One>('edit', 'Priya', '--no-strained')).person.strained).toBe(false);
  });

  it('leaves a strained tie strained when it speaks of something else', async () => {
    const c = coach();
    await c.add('Priya Shah', '--strained');
    expect((await c.json<One>('edit', 'Priya', '--role', 'Lead')).person.strained).toBe(true);
  });

  it.each([[['--relationship', 'friend']], [['--name', '']], [['--name', '  ']], [[]]])(
    'refuses %j and changes nothing',
    async (args) => {
      const c = coach();
      const before = await c.add('Priya Shah');
      await c.fails('usage', 'edit', 'Priya', ...args);
      expect(await c.person('Priya')).toEqual(before);
    },
  );

  it('finds a person by the new name', async () => {
    const c = coach();
    await c.add('Priya Shah');
    await c.json('edit', 'Priya', '--name', 'Zoë Park');
    expect((await c.person('zoe')).id).toBe(1);
    expect(await c.people()).toEqual(['Zoë Park']);
  });
});

describe('merge', () => {
  it('moves everything to the one that stays', async () => {
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

  it('lists one who was there under both names once', async () => {
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

  it('keeps what is known of the connection and of the strain', async () => {
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

  it('does not lose what the one who stays had', async () => {
    const c = coach();
    await c.add('P. Shah', '--role', 'Intern');
    await c.add('Priya Shah', '--role', 'Staff Engineer', '--note', 'Likes tea');
    const { person } = await c.json<One>('merge', 'P. Shah', 'Priya Shah');
    expect(person).toMatchObject({ role: 'Staff Engineer', note: 'Likes tea' });
  });

  it('keeps a rhythm of its own, and the longer snooze', async () => {
    const c = coach();
    await c.add('P. Shah', '--every', '6w');
    await c.add('Priya Shah');
    await c.json('snooze', 'P. Shah', '--until', '2026-12-24');
    await c.json('snooze', 'Priya Shah', '--until', '2026-12-01');
    await c.json('merge', 'P. Shah', 'Priya Shah');
    const { stdout } = await c.run('show', 'Priya');
    expect(stdout).toMatch(/a word every 6 weeks/);
    expect(stdout).toMatch(/not now: back on Thu 24 Dec/);
    expect((await c.on('2026-12-24').run('show', 'Priya')).stdout).not.toMatch(/not now/);
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
  ])('of a %s and a %s stays with the %s', async (kept, gone, relationship) => {
    const c = coach();
    await c.add('Priya Shah', '--relationship', kept);
    await c.add('P. Shah', '--relationship', gone);
    const { person } = await c.json<One>('merge', 'P. Shah', 'Priya Shah');
    expect(person).toMatchObject({ name: 'Priya Shah', relationship });
  });
});

describe('people', () => {
  async function filled() {
    const c = coach();
    await c.add('Priya Shah', '--team', 'Billing', '--company', 'Fernhill', '--skill', 'SQL');
    await c.add('José Álvarez', '--team', 'Billing', '--relationship', 'manager');
    await c.add('Tom Becker', '--team', 'Ledger', '--company', 'Fernhill', '--skill', 'Go');
    await c.json('accepted', 'Tom', '--on', '2026-11-01');
    await c.json('sent', 'Jose', '--on', '2026-11-10');
    return c;
  }

  it('of an empty log is empty', async () => {
    expect(await coach().json('people')).toEqual({ people: [], total: 0 });
    expect((await coach().run('people')).code).toBe(0);
  });

  it('lists all, unless limited', async () => {
    const c = coach();
    for (let i = 0; i < 120; i += 1) await c.add(`Person ${i}`);
    const all = await c.json<People>('people');
    expect(all.people).toHaveLength(120);
    expect(all.total).toBe(120);
    for (const person of all.people) checkPerson(person);
    const some = await c.json<People>('people', '--limit', '7');
    expect(some.people).toEqual(all.people.slice(0, 7));
    expect(some.total).toBe(120);
    const { stdout } = await c.run('people');
    for (let i = 0; i < 120; i += 1) expect(stdout).toMatch(new RegExp(`Person ${i}\\b`));
  });

  it.each([
    [['priya'], ['Priya Shah']],
    [['jose'], ['José Álvarez']],
    [['ALVAREZ'], ['José Álvarez']],
    [['nobody'], []],
    [
      ['--team', 'Billing'],
      ['José Álvarez', 'Priya Shah'],
    ],
    [
      ['--company', 'Fernhill'],
      ['Priya Shah', 'Tom Becker'],
    ],
    [['--skill', 'Go'], ['Tom Becker']],
    [['--relationship', 'manager'], ['José Álvarez']],
    [
      ['--relationship', 'colleague'],
      ['Priya Shah', 'Tom Becker'],
    ],
    [['--status', 'none'], ['Priya Shah']],
    [['--status', 'invited'], ['José Álvarez']],
    [['--status', 'connected'], ['Tom Becker']],
    [['--status', 'declined'], []],
    [['--team', 'Billing', '--company', 'Fernhill'], ['Priya Shah']],
    [['priya', '--team', 'Ledger'], []],
    [['--team', '%'], []],
    [['--team', 'Bill_ng'], []],
    [['--skill', '%'], []],
    [['--company', ''], []],
  ])('%j finds %j', async (args, names) => {
    const c = await filled();
    if (args[1] === '') {
      // An empty filter may be refused; it must not find people whose company is not known.
      const result = await c.run('people', ...args, '--json');
      if (result.code === 0) {
        const found = (JSON.parse(result.stdout) as People).people;
        expect(found.filter(({ company }) => company === null)).toEqual([]);
      } else expect(result.code).toBe(2);
      return;
    }
    const list = await c.json<People>('people', ...args);
    expect(list.people.map(({ name }) => name).sort()).toEqual(names);
    expect(list.total).toBe(names.length);
  });

  it.each([
    ['--status', 'maybe'],
    ['--relationship', 'friend'],
    ['--limit', 'x'],
  ])('refuses %s %s', async (...args) => {
    await (await filled()).fails('usage', 'people', ...args);
  });

  it('prints a line for each', async () => {
    const { stdout } = await (await filled()).run('people');
    for (const name of ['Priya Shah', 'José Álvarez', 'Tom Becker']) expect(stdout).toContain(name);
    expect(stdout).not.toMatch(/null|undefined/);
  });

  it('tells two who share a name and addresses once, and by the surest', async () => {
    const c = coach();
    const email = ['--email', 'priya@example.com'];
    await c.add('Priya Shah', ...email, '--linkedin', 'https://www.linkedin.com/in/priya-shah');
    await c.add('Tom Becker');
    await c.add('P. Shah', '--email', 'Priya@example.com');
    await c.add('Priya Shah, MBA', ...email);
    await c.json('edit', '#4', '--linkedin', 'https://www.linkedin.com/in/Priya-Shah/');
    const first = { id: 1, name: 'Priya Shah' };
    expect(await c.json('people', '--duplicates')).toEqual({
      duplicates: [
        { people: [first, { id: 3, name: 'P. Shah' }], why: 'the same e-mail address' },
        { people: [first, { id: 4, name: 'Priya Shah, MBA' }], why: 'the same profile address' },
      ],
      total: 2,
    });
  });
});

describe('show', () => {
  it('gives one person with the whole timeline', async () => {
    const c = coach();
    for (let month = 1; month <= 10; month += 1) {
      const day = `2026-${String(month).padStart(2, '0')}-15`;
      for (let i = 0; i < 4; i += 1)
        await c.log('meeting', 'Priya Shah', `Talk ${month}.${i}`, day);
    }
    await c.log('project', 'Tom Becker', 'Apollo launch', '2026-11-20');
    const shown = await c.json<Shown>('show', 'Priya');
    expect(Object.keys(shown).sort()).toEqual(['person', 'timeline']);
    checkPerson(shown.person);
    expect(shown.person.interactions).toBe(40);
    expect(shown.timeline).toHaveLength(40);
    for (const interaction of shown.timeline) checkInteraction(interaction);
    const { stdout } = await c.run('show', 'Priya');
    for (const { title } of shown.timeline) expect(stdout).toContain(title);
    expect(stdout).not.toContain('Apollo launch');
  });

  it('gives an empty timeline as a list', async () => {
    const c = coach();
    await c.add('Priya Shah');
    expect((await c.json<Shown>('show', 'Priya')).timeline).toEqual([]);
    const { code, stdout } = await c.run('show', 'Priya');
    expect(code).toBe(0);
    expect(stdout).toContain('Priya Shah');
    expect(stdout).not.toMatch(/null|undefined/);
  });
});
