import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { checkPerson, type People } from '../helpers/shapes.ts';

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

  it('is empty for an empty log', async () => {
    expect(await coach().json('people')).toEqual({ people: [], total: 0 });
    expect((await coach().run('people')).code).toBe(0);
  });

  it('lists everyone without a limit', async () => {
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
  ])('with %j finds %j', async (args, names) => {
    const c = await filled();
    if (args[1] === '') {
      // An empty filter may be rejected, but must not find people without a company.
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
  ])('rejects %s %s', async (...args) => {
    await (await filled()).fails('usage', 'people', ...args);
  });

  it('prints a line for each person', async () => {
    const { stdout } = await (await filled()).run('people');
    for (const name of ['Priya Shah', 'José Álvarez', 'Tom Becker']) expect(stdout).toContain(name);
    expect(stdout).not.toMatch(/null|undefined/);
  });

  it('reports two people who share a name and addresses once, by the strongest match', async () => {
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

  it.each([
    ['on the same team', ['--team', 'search'], [], 1],
    ['on another team', ['--team', 'Billing'], [], 0],
    ['at another company', ['--team', 'Search', '--company', 'Halden'], [], 0],
    ['where two have the name', ['--team', 'Search'], ['Ravi Nair'], 0],
  ])('reports a first name and a full name %s', async (_, fields, others, total) => {
    const c = coach();
    await c.add('Ravi', '--team', 'Search', '--company', 'Brightly');
    await c.add('Ravi Menon', ...fields);
    for (const name of others) await c.add(name, '--team', 'Search');
    const found = await c.json<{ duplicates: Array<{ why: string }>; total: number }>(
      'people',
      '--duplicates',
    );
    expect(found.total).toBe(total);
    expect(found.duplicates.map(({ why }) => why)).toEqual(
      total === 0 ? [] : ['the same first name, on the same team'],
    );
  });
});

async function network(): Promise<Coach> {
  const c = coach();
  await c.add('Maria Owens', '--skill', 'Rust', '--skill', 'SQL');
  await c.add('Zed Close', '--skill', 'rust');
  await c.add('Abe Distant', '--skill', 'rust');
  await c.add('Ina Keen', '--interest', 'payment systems');
  await c.add('Lou Nothing', '--skill', 'Cooking');
  await c.log('project', 'Zed Close, Tia Title', 'Rust rewrite of payments', '2026-11-20');
  await c.log('meeting', 'Zed Close', 'Coffee', '2026-11-21');
  await c.log('meeting', 'Abe Distant', 'Coffee', '2024-01-02');
  await c.log('departure', 'Lou Nothing', 'Left for Rust Inc', '2026-11-02');
  return c;
}

async function names(c: Coach, ...args: string[]): Promise<string[]> {
  const { people, total } = await c.json<People>('people', ...args);
  for (const person of people) checkPerson(person);
  expect(total).toBeGreaterThanOrEqual(people.length);
  return people.map(({ name }) => name);
}

describe('people --goal', () => {
  it('ranks by match, then by tie', async () => {
    const c = await network();
    expect(await names(c, '--skill', 'rust', '--goal', 'payments platform')).toEqual([
      'Zed Close',
      'Tia Title',
      'Abe Distant',
      'Maria Owens',
    ]);
  });

  it('matches skills, interests and the titles in the log', async () => {
    const c = await network();
    expect((await names(c, '--goal', 'payment platform')).sort()).toEqual([
      'Ina Keen',
      'Tia Title',
      'Zed Close',
    ]);
  });

  it('says what matches for each person', async () => {
    const { stdout } = await (await network()).run('people', '--goal', 'Rust for payments');
    expect(stdout).toContain('the skill rust, "Rust rewrite of payments"');
    expect(stdout).toContain('an interest in payment systems');
  });

  it('gives no boost to a strained tie', async () => {
    const c = await network();
    await c.json('edit', 'Zed', '--strained');
    await c.add('Zoe Even', '--skill', 'rust');
    await c.log('meeting', 'Zoe Even', 'Coffee', '2026-11-21');
    expect((await names(c, '--goal', 'rust'))[0]).toBe('Zoe Even');
  });

  it('respects the other filters and the limit', async () => {
    const c = await network();
    await c.json('edit', 'Abe', '--team', 'Ledger');
    expect(await names(c, '--goal', 'rust', '--team', 'ledger')).toEqual(['Abe Distant']);
    const { people, total } = await c.json<People>('people', '--goal', 'rust', '--limit', '2');
    expect(people).toHaveLength(2);
    expect(total).toBe(4);
  });

  it('finds no one without a match, and rejects an empty goal', async () => {
    const c = await network();
    expect(await names(c, '--goal', 'quantum chemistry')).toEqual([]);
    expect((await c.run('people', '--goal', 'quantum')).stdout).toMatch(/netcoach edit/);
    await c.fails('usage', 'people', '--goal', ' ');
  });

  it('when left out, sorts by name and matches only skills of their own', async () => {
    expect(await names(await network(), '--skill', 'rust')).toEqual([
      'Abe Distant',
      'Maria Owens',
      'Zed Close',
    ]);
  });
});

describe('people found by time, by what was done, and in a form of my own', () => {
  async function crowd() {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    await c.log('project', 'Tom Becker', 'Étude Zürich', '2026-03-02');
    await c.log('meeting', 'Tom Becker', 'Lunch', '2026-03-03');
    await c.log('feedback', 'Grace Lim', 'Apollo slides', '2026-10-01');
    await c.run('accepted', 'Grace', '--on', '2026-11-19');
    await c.run('accepted', 'Tom', '--on', '2026-01-02');
    await c.add('Noor Aziz', '--company', 'North\twind');
    return c;
  }
  const names = async (c: Awaited<ReturnType<typeof crowd>>, ...args: string[]) =>
    (await c.json<{ people: Array<{ name: string }> }>('people', ...args)).people.map(
      ({ name }) => name,
    );

  it('finds them by the title of what was done, whatever its case and accents', async () => {
    const c = await crowd();
    expect(await names(c, 'apollo')).toEqual(['Grace Lim', 'Priya Shah']);
    expect(await names(c, 'etude', 'zurich')).toEqual(['Tom Becker']);
    expect(await names(c, 'apollo', 'tom')).toEqual([]);
    const { stdout } = await c.run('people', 'apollo');
    expect(stdout).toContain('Apollo launch');
    expect((await c.run('people', 'priya')).stdout).not.toContain('Apollo launch');
  });

  it('finds those without contact for so long, the day of connecting included', async () => {
    const c = await crowd();
    expect(await names(c, '--quiet', '6m')).toEqual(['Tom Becker']);
    expect(await names(c, '--quiet', '8w')).toEqual(['Tom Becker']);
    expect(await names(c, '--quiet', '1d')).toEqual(['Grace Lim', 'Priya Shah', 'Tom Becker']);
    const error = await c.fails('usage', 'people', '--quiet', 'ages');
    expect(error.hint).toContain('6m');
  });

  it('sorts by name, by last contact and by warmth', async () => {
    const c = await crowd();
    expect(await names(c, '--sort', 'name')).toEqual(await names(c));
    expect(await names(c, '--sort', 'recent')).toEqual([
      'Priya Shah',
      'Grace Lim',
      'Tom Becker',
      'Noor Aziz',
    ]);
    // Grace is cooling, Tom quiet, the others aren't connected.
    expect((await names(c, '--sort', 'warm')).slice(0, 2)).toEqual(['Grace Lim', 'Tom Becker']);
    expect(await names(c, '--sort', 'recent', '--limit', '1')).toEqual(['Priya Shah']);
    expect(await names(c, 'apollo', '--sort', 'recent')).toEqual(['Priya Shah', 'Grace Lim']);
    await c.fails('usage', 'people', '--sort', 'age');
  });

  it('prints a line each by --format, with nothing in it that would split or colour a line', async () => {
    const c = await crowd();
    await c.add('Eve \u001b[31mRed');
    const { stdout } = await c.run('people', '--format', '{{id}}\\t{{name}}\\t{{ company }}');
    const lines = stdout.replace(/\n$/, '').split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(line.split('\t')).toHaveLength(3);
    expect(stdout).not.toContain('\u001b');
    expect(lines.find((line) => line.includes('Noor'))).toMatch(/^\d+\tNoor Aziz\tNorth wind$/);
    const error = await c.fails('usage', 'people', '--format', '{{age}}');
    expect(error.hint).toContain('Use one or the other');
    const refused = await c.run('people', '--format', '{{age}}');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('lastContact');
    expect(
      (await c.run('interactions', '--format', '{{date}} {{title}}: {{people}}')).stdout,
    ).toContain('2026-11-20 Apollo launch: Priya Shah\n');
  });
});
