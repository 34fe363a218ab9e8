/** What is known about a person, how often to be in touch, and what they did before. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answering } from '../helpers/answers.ts';
import { type Coach, coach, row } from '../helpers/coach.ts';
import { checkPerson, type Person } from '../helpers/shapes.ts';

/** Someone from a shared project, connected since long before it. */
async function connected(name = 'Priya Shah', on = '2026-10-01'): Promise<Coach> {
  const c = coach();
  await c.log('project', name, 'Ledger migration', on);
  await c.run('accepted', name, '--on', '2026-01-05');
  return c;
}

/** Whether a check-in is suggested on a day. */
async function isDue(c: Coach, day: string, name = 'Priya Shah'): Promise<boolean> {
  return row(await c.on(day).suggest(), name)?.action === 'check-in';
}

describe('edit --every', () => {
  it('can be set when someone is added', async () => {
    const c = coach();
    const { stdout } = await c.run('add', 'Priya', '--every', '6w');
    expect(stdout).toContain('check in every 6 weeks');
    expect((await c.run('show', 'Priya')).stdout).toContain('check in every 6 weeks');
    await c.fails('usage', 'add', 'Tom', '--every', 'now and then');
    expect(await c.people()).toEqual(['Priya']);
  });

  it('keeps a rhythm longer than the relationship’s', async () => {
    const c = await connected();
    expect(await isDue(c, '2026-11-01')).toBe(true);
    await c.json('edit', 'Priya', '--every', '6w');
    expect(await isDue(c, '2026-11-11')).toBe(false);
    expect(await isDue(c, '2026-11-12')).toBe(true);
  });

  it('keeps a rhythm shorter than any relationship’s', async () => {
    const c = await connected('Priya Shah', '2026-11-10');
    expect(await isDue(c, '2026-11-20')).toBe(false);
    await c.json('edit', 'Priya', '--every', '10d');
    expect(await isDue(c, '2026-11-19')).toBe(false);
    expect(await isDue(c, '2026-11-20')).toBe(true);
  });

  it('suggests the person even among many others', async () => {
    const c = await connected('Priya Shah', '2026-11-10');
    await c.json('edit', 'Priya', '--every', '10d');
    const others = Array.from({ length: 120 }, (_, i) => `Other ${i}`).join(', ');
    await c.log('event', others, 'All hands', '2026-02-01');
    expect((await c.on('2026-11-20').suggest()).suggestions.map((one) => one.person.name)).toEqual([
      'Priya Shah',
    ]);
  });

  it('reads days, weeks and months, and shows them again', async () => {
    const c = await connected();
    for (const [words, said] of [
      ['10d', '10 days'],
      ['6w', '6 weeks'],
      ['2m', '2 months'],
      ['6 Weeks', '6 weeks'],
      ['1w', 'week'],
    ] as const) {
      await c.json('edit', 'Priya', '--every', words);
      expect((await c.run('show', 'Priya')).stdout, words).toContain(`check in every ${said}`);
    }
    for (const words of ['default', '']) {
      await c.json('edit', 'Priya', '--every', '3m');
      await c.json('edit', 'Priya', '--every', words);
      expect((await c.run('show', 'Priya')).stdout).not.toContain('check in every');
      expect(await isDue(c, '2026-11-01')).toBe(true);
    }
  });

  it.each(['0d', '6', 'weekly-ish', '-1w', '9999y', '1.5m'])('rejects %s', async (words) => {
    const c = await connected();
    await c.fails('usage', 'edit', 'Priya', '--every', words);
  });

  it('survives an export and import', async () => {
    const c = await connected();
    await c.json('edit', 'Priya', '--every', '6w');
    const file = `${c.db}.json`;
    await c.run('export', 'json', file);
    const other = coach();
    await other.json('import', 'json', file);
    expect((await other.run('show', 'Priya')).stdout).toContain('check in every 6 weeks');
  });
});

interface One {
  person: Person;
}

describe('edit', () => {
  it.each<[string[], Partial<Person>]>([
    [['--name', 'Priya Raman'], { name: 'Priya Raman' }],
    [['--role', 'Manager'], { role: 'Manager' }],
    [['--team', 'Ledger'], { team: 'Ledger' }],
    [['--company', 'Halden'], { company: 'Halden' }],
    [['--relationship', 'manager'], { relationship: 'manager' }],
    [['--skill', 'SQL'], { skills: ['SQL'] }],
    [['--interest', 'chess'], { interests: ['chess'] }],
    [['--email', 'p@example.com'], { email: 'p@example.com', emails: ['p@example.com'] }],
    [['--alias', 'PJ'], { aliases: ['PJ'] }],
    [['--strained'], { strained: true }],
    [['--note', 'Likes tea'], { note: 'Likes tea' }],
  ])('%j changes nothing else', async (args, change) => {
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

  it('clears a strained tie', async () => {
    const c = coach();
    await c.add('Priya Shah', '--strained');
    expect((await c.json<One>('edit', 'Priya', '--no-strained')).person.strained).toBe(false);
  });

  it('keeps a strained tie when it changes something else', async () => {
    const c = coach();
    await c.add('Priya Shah', '--strained');
    expect((await c.json<One>('edit', 'Priya', '--role', 'Lead')).person.strained).toBe(true);
  });

  it.each([[['--relationship', 'friend']], [['--name', '']], [['--name', '  ']], [[]]])(
    'rejects %j and changes nothing',
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

interface Position {
  role: string | null;
  team: string | null;
  company: string | null;
  until: string;
}

const analyst = { role: 'Analyst', team: null, company: 'Northwind', until: '2026-11-22' };

async function moved() {
  const c = coach();
  await c.add('Tom Becker', '--role', 'Analyst', '--company', 'Northwind');
  await c.json('edit', 'Tom', '--role', 'Lead', '--company', 'Halden');
  return c;
}

/** A person's earlier positions, newest first, as an export has them. */
async function positions(c: Coach, name = 'Tom Becker'): Promise<Position[] | undefined> {
  const { stdout } = await c.run('export', 'json');
  const { people } = JSON.parse(stdout) as {
    people: Array<{ name: string; positions: Position[] }>;
  };
  return people.find((one) => one.name === name)?.positions;
}

describe('the earlier position of a person', () => {
  it('is kept with the day it ended', async () => {
    const c = await moved();
    expect(await c.person('Tom')).toMatchObject({ role: 'Lead', company: 'Halden' });
    expect(await positions(c)).toEqual([analyst]);
    expect(Object.keys(await c.json('show', 'Tom'))).toEqual(['person', 'timeline']);
    expect((await c.run('show', 'Tom')).stdout).toContain(
      'before: Analyst at Northwind, until Nov 2026',
    );
  });

  it('comes newest first, one for each edit that ends something', async () => {
    const c = await moved();
    await c.on('2026-12-24').json('edit', 'Tom', '--team', 'Payments');
    await c.on('2027-01-07').json('edit', 'Tom', '--company', '');
    expect(await positions(c)).toEqual([
      analyst,
      { role: 'Lead', team: 'Payments', company: 'Halden', until: '2027-01-07' },
    ]);
    expect((await c.run('show', 'Tom')).stdout).toMatch(/before: Lead.*before: Analyst/s);
  });

  it.each([
    ['what was unknown', ['--team', 'Payments']],
    ['another spelling', ['--company', 'HALDEN']],
    ['what is no place', ['--note', 'Likes tea']],
    ['a second edit of the same day', ['--role', 'Team lead']],
  ])('is not added by %s', async (_what, edit) => {
    const c = await moved();
    await c.json('edit', 'Tom', ...edit);
    expect(await positions(c)).toEqual([analyst]);
  });

  it('is undone with the edit', async () => {
    const c = await moved();
    await c.run('undo', '--yes');
    expect(await c.person('Tom')).toMatchObject({ role: 'Analyst', company: 'Northwind' });
    expect(await positions(c)).toEqual([]);
  });

  it('moves with a merge and is removed by forget', async () => {
    const c = await moved();
    await c.add('Thomas Becker');
    await c.json('merge', 'Tom Becker', 'Thomas Becker');
    expect(await positions(c, 'Thomas Becker')).toEqual([analyst]);
    expect((await c.run('doctor')).code).toBe(0);
    expect(await c.run('forget', 'Thomas', '--yes')).toMatchObject({ code: 0 });
    expect(readFileSync(c.db).includes('Northwind')).toBe(false);
    expect((await c.run('doctor')).code).toBe(0);
  });

  it('survives an export and import; an older export has none', async () => {
    const c = await moved();
    const { stdout } = await c.run('export', 'json');
    const [file, old] = [`${c.db}.json`, `${c.db}.old.json`];
    writeFileSync(file, stdout);
    const data = JSON.parse(stdout) as { people: Array<{ positions?: Position[] }> };
    expect(data.people.map(({ positions }) => positions)).toEqual([[analyst]]);
    for (const one of data.people) delete one.positions;
    writeFileSync(old, JSON.stringify(data));

    const other = coach();
    await other.json('import', 'json', file);
    expect(await positions(other)).toEqual([analyst]);
    expect((await other.run('export', 'json')).stdout).toBe(stdout);
    const bare = coach();
    await bare.json('import', 'json', old);
    expect(await positions(bare)).toEqual([]);
  });

  it.each([
    [{ role: null, team: null, company: null, until: '2026-01-01' }],
    [{ ...analyst, until: 'soon' }],
    [{ ...analyst, role: 3 }],
    [null],
  ])('is rejected in an export as %j', async (position) => {
    const c = await moved();
    const data = JSON.parse((await c.run('export', 'json')).stdout);
    data.people[0].positions = [position];
    const file = `${c.db}.json`;
    writeFileSync(file, JSON.stringify(data));
    await coach().fails('bad-file', 'import', 'json', file);
  });
});

describe('edit --call', () => {
  it('greets by the name given, to the letter', async () => {
    const c = coach();
    await c.log('project', 'Liu Xinyi', 'Ledger migration', '2026-11-20');
    expect((await c.draft('Liu')).draft.text).toMatch(/^Hi Xinyi\b/);
    const { person } = await c.json<{ person: Person }>('edit', 'Liu', '--call', 'Xin Yi');
    expect(person.call).toBe('Xin Yi');
    expect((await c.draft('Liu')).draft.text).toMatch(/^Hi Xin Yi\b/);
    expect((await c.run('show', 'Liu')).stdout).toContain('greeted as: Xin Yi');
    expect(
      await c.json('check', 'Hi Xin Yi, thank you for the Ledger migration.', '--to', 'Liu'),
    ).not.toMatchObject({ problems: expect.arrayContaining([{ rule: 'wrong-name' }]) });
    await c.json('undo');
    expect((await c.draft('Liu')).draft.text).toMatch(/^Hi Xinyi\b/);
    await c.json('edit', 'Liu', '--call', 'Xin Yi');
    expect((await c.json<{ person: Person }>('edit', 'Liu', '--call', '')).person.call).toBeNull();
  });

  it('takes no name that a greeting has no room for', async () => {
    const c = coach();
    await c.add('Liu Xinyi', '--call', 'Xin Yi');
    for (const name of ['x'.repeat(41), '!!!'])
      await c.fails('usage', 'edit', 'Liu', '--call', name);
    expect((await c.person('Liu')).call).toBe('Xin Yi');
  });

  it('is exported, imported and merged, and forgotten with the person', async () => {
    const c = coach();
    await c.add('Liu Xinyi', '--call', 'Qiqi');
    await c.log('meeting', 'Liu, Tom Becker', 'Lunch', '2026-11-20', '--note', 'Qiqi paid');
    const file = `${c.db}.json`;
    await c.run('export', 'json', file);
    const other = coach();
    await other.json('import', 'json', file);
    expect((await other.person('Liu')).call).toBe('Qiqi');
    await other.json('edit', 'Liu', '--call', '');
    await other.json('import', 'json', file);
    expect((await other.person('Liu')).call).toBe('Qiqi');
    await other.add('X. Liu');
    await other.json('merge', 'Liu Xinyi', 'X. Liu');
    expect((await other.person('X. Liu')).call).toBe('Qiqi');
    await other.json('forget', 'X. Liu', '--yes');
    expect((await other.run('export', 'json')).stdout).not.toMatch(/Qiqi/i);
  });
});

describe('edit by hand', () => {
  const edit = (c: Coach, ...answers: string[]) =>
    answering(c.db, c.today, ['edit', 'Priya'], answers);

  it("asks for one line where there's no editor, and says what changed", async () => {
    const c = coach();
    await c.add('Priya Shah', '--skill', 'Rust', '--skill', 'Go', '--email', 'p@x.example');
    const { stdout } = await edit(c, 'skills:', 'Go; SQL ;');
    expect(stdout).toContain('skills: Rust; Go → Go; SQL');
    expect(stdout).toContain('Undo: netcoach undo');
    await edit(c, 'every:', '6w');
    await edit(c, 'strained:', 'yes');
    await edit(c, 'relationship:', 'manager');
    await edit(c, 'emails:', '-');
    await edit(c, 'note:', 'swims');
    await edit(c, 'name:', 'Priya Rao');
    expect(await c.person('Priya')).toMatchObject({
      ...{ name: 'Priya Rao', skills: ['Go', 'SQL'], strained: true, relationship: 'manager' },
      ...{ emails: [], note: 'swims' },
    });
    expect((await c.run('show', 'Priya')).stdout).toContain('6 weeks');
    expect((await edit(c, 'name:', '')).stdout).toBe('Nothing changed.\n');
    await c.fails('usage', 'edit', 'Priya');
  });

  it.each([
    ['relationship:', 'friend', "isn't a relationship"],
    ['strained:', 'maybe', 'neither yes nor no'],
    ['emails:', 'nobody', 'e-mail'],
    ['name:', 'Tom Becker', 'someone else is called Tom Becker'],
    ['every:', 'often', 'often'],
  ])('refuses %s %s, and leaves all as it was', async (line, value, words) => {
    const c = coach();
    await c.add('Priya Shah');
    await c.add('Tom Becker');
    const before = await c.person('Priya');
    const { code, stderr } = await edit(c, line, value, 'no');
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(await c.person('Priya')).toEqual(before);
  });
});

describe('edit --status', () => {
  it('connected does what accepted does without an invitation', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-18');
    await c.json('edit', 'Priya', '--status', 'connected', '--since', '3 days ago');
    expect((await c.person('Priya')).connection).toEqual({
      status: 'connected',
      since: '2026-11-19',
    });
    const list = await c.suggest();
    expect(list.budget.invitesThisWeek).toBe(0);
    expect(list.suggestions.map(({ action }) => action)).not.toContain('thank');
    const out = (await c.run('edit', 'Priya', '--since', '2026-11-20')).stdout;
    expect(out).toContain('connected since 2026-11-20');
  });

  it('connected accepts an open invitation', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-18');
    await c.json('sent', 'Priya', '--on', '2026-11-19');
    await c.json('edit', 'Priya', '--status', 'connected');
    expect((await c.suggest()).suggestions.map(({ action }) => action)).toEqual(['thank']);
  });

  it('none takes a connection back', async () => {
    const c = coach();
    await c.json('add', 'Priya Shah', '--status', 'connected');
    expect((await c.person('Priya')).connection.since).toBe('2026-11-22');
    await c.json('edit', 'Priya', '--status', 'none');
    expect((await c.person('Priya')).connection).toEqual({ status: 'none', since: null });
  });

  it.each([
    ['usage', ['--since', 'yesterday']],
    ['usage', ['--status', 'none', '--since', 'yesterday']],
    ['usage', ['--status', 'invited']],
    ['bad-date', ['--status', 'connected', '--since', '2026-12-01']],
  ])('%s: %j', async (code, flags) => {
    const c = coach();
    await c.add('Priya Shah');
    await c.fails(code, 'edit', 'Priya', ...flags);
    expect((await c.person('Priya')).connection.status).toBe('none');
  });
});
