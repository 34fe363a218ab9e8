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
