/** What people were before, and jobs of mine that end and begin. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { World } from '../../src/context.ts';
import type { Interaction, Me } from '../../src/model.ts';
import { type Coach, coach, row } from '../helpers/coach.ts';

interface Position {
  role: string | null;
  team: string | null;
  company: string | null;
  until: string;
}
interface MeShown {
  me: Me;
  departure?: Interaction | null;
  newJob?: Interaction | null;
}

const analyst = { role: 'Analyst', team: null, company: 'Northwind', until: '2026-11-22' };

async function moved() {
  const c = coach();
  await c.add('Tom Becker', '--role', 'Analyst', '--company', 'Northwind');
  await c.json('edit', 'Tom', '--role', 'Lead', '--company', 'Halden');
  return c;
}

/** What somebody was before, the oldest first: an export tells of it. */
async function positions(c: Coach, name = 'Tom Becker'): Promise<Position[] | undefined> {
  const { stdout } = await c.run('export', 'json');
  const { people } = JSON.parse(stdout) as {
    people: Array<{ name: string; positions: Position[] }>;
  };
  return people.find((one) => one.name === name)?.positions;
}

describe('what a person was', () => {
  it('is kept with the day until which it held', async () => {
    const c = await moved();
    expect(await c.person('Tom')).toMatchObject({ role: 'Lead', company: 'Halden' });
    expect(await positions(c)).toEqual([analyst]);
    expect(Object.keys(await c.json('show', 'Tom'))).toEqual(['person', 'timeline']);
    expect((await c.run('show', 'Tom')).stdout).toContain(
      'before: Analyst at Northwind, until Nov 2026',
    );
  });

  it('comes newest first, each edit that ends something once', async () => {
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
  ])('does not grow by %s', async (_what, edit) => {
    const c = await moved();
    await c.json('edit', 'Tom', ...edit);
    expect(await positions(c)).toEqual([analyst]);
  });

  it('is taken back with the edit', async () => {
    const c = await moved();
    await c.run('undo', '--yes');
    expect(await c.person('Tom')).toMatchObject({ role: 'Analyst', company: 'Northwind' });
    expect(await positions(c)).toEqual([]);
  });

  it('moves with a merge and goes with forget', async () => {
    const c = await moved();
    await c.add('Thomas Becker');
    await c.json('merge', 'Tom Becker', 'Thomas Becker');
    expect(await positions(c, 'Thomas Becker')).toEqual([analyst]);
    expect((await c.run('doctor')).code).toBe(0);
    expect(await c.run('forget', 'Thomas', '--yes')).toMatchObject({ code: 0 });
    expect(readFileSync(c.db).includes('Northwind')).toBe(false);
    expect((await c.run('doctor')).code).toBe(0);
  });

  it('comes back with an export, and an older export has none', async () => {
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
  ])('refuses an export with the position %j', async (position) => {
    const c = await moved();
    const data = JSON.parse((await c.run('export', 'json')).stdout);
    data.people[0].positions = [position];
    const file = `${c.db}.json`;
    writeFileSync(file, JSON.stringify(data));
    await coach().fails('bad-file', 'import', 'json', file);
  });
});

describe('a departure', () => {
  it('of one person makes a former coworker', async () => {
    const c = coach();
    await c.log('project', 'Tom Becker', 'Apollo', '2026-05-01');
    await c.log('departure', 'Tom', 'Left for Halden', '2026-11-20');
    expect((await c.person('Tom')).relationship).toBe('former');
    expect(row(await c.suggest(), 'Tom Becker')?.action).toBe('reconnect');
  });
});

/** My job at Northwind, those I worked with there, and others. */
async function office() {
  const c = coach();
  await c.json('me', '--name', 'Sam Okoro', '--team', 'Billing', '--company', 'Northwind');
  await c.add('Same Company', '--company', 'northwind');
  await c.add('Same Team', '--team', 'Billing');
  await c.add('My Boss', '--relationship', 'manager');
  await c.log('project', 'Shared Work', 'Apollo', '2026-05-01');
  await c.add('Elsewhere Now', '--company', 'Halden');
  await c.log('project', 'Elsewhere Now', 'Apollo', '2026-05-01');
  await c.log('meeting', 'Only Coffee', 'Coffee', '2026-05-01');
  await c.add('Some Supplier', '--relationship', 'external');
  await c.log('project', 'Some Supplier', 'Apollo', '2026-05-01');
  return c;
}
const concerned = ['My Boss', 'Same Company', 'Same Team', 'Shared Work'];

describe('me --left', () => {
  it('makes former coworkers of all I worked with, and of nobody else', async () => {
    const c = await office();
    const { me, departure } = await c.json<MeShown>('me', '--left', '2026-11-16');
    expect(me).toMatchObject({ name: 'Sam Okoro', company: null, team: null });
    expect(departure).toMatchObject({
      kind: 'departure',
      date: '2026-11-16',
      title: 'I left Northwind',
    });
    expect(departure?.people.map(({ name }) => name).sort()).toEqual(concerned);
    for (const name of await c.people())
      expect((await c.person(name)).relationship === 'former', name).toBe(concerned.includes(name));
    const found = row(await c.suggest(), 'Same Company');
    expect(found).toMatchObject({ action: 'reconnect', moment: 'departure' });
    expect(found?.draft.text).toContain('Northwind');
    expect((await c.person('Same Company')).company).toBe('northwind');
  });

  it('says whom it concerns', async () => {
    const { stdout } = await (await office()).run('me', '--left', 'yesterday');
    for (const name of concerned) expect(stdout.replace(/\s+/g, ' ')).toContain(name);
    expect(stdout).not.toContain('Only Coffee');
  });

  it('is one change', async () => {
    const c = await office();
    const before = (await c.run('export', 'json')).stdout;
    await c.json('me', '--left', '2026-11-16', '--company', 'Halden');
    expect((await c.run('undo', '--yes')).stdout).toContain('I left Northwind');
    expect((await c.run('export', 'json')).stdout).toBe(before);
  });

  it('keeps the new company that is given with it', async () => {
    const c = await office();
    const { me, departure } = await c.json<MeShown>(
      'me',
      '--left',
      'yesterday',
      '--company',
      'Halden',
    );
    expect(me.company).toBe('Halden');
    expect(departure?.title).toBe('I left Northwind');
  });

  it('logs nothing where it concerns nobody, and again where it is done', async () => {
    const c = coach();
    const { departure } = await c.json<MeShown>('me', '--left', 'yesterday');
    expect(departure).toBeNull();
    expect((await c.json<{ total: number }>('interactions')).total).toBe(0);
    const d = await office();
    await d.json('me', '--left', 'yesterday');
    expect((await d.json<MeShown>('me', '--left', 'today')).departure).toBeNull();
  });

  it('refuses a day that has not come', async () => {
    const c = await office();
    await c.fails('bad-date', 'me', '--left', '2026-11-23');
    expect((await c.json<MeShown>('me')).me.company).toBe('Northwind');
  });
});

describe('me --since', () => {
  it('offers the log of the new job and reminds of the profile once', async () => {
    const c = await office();
    const { stdout } = await c.run('me', '--company', 'Halden', '--since', '2026-11-16');
    expect(stdout).toContain(
      'netcoach log --kind new-job --with "NAME, NAME" --title "Started at Halden" --on 2026-11-16',
    );
    expect(stdout.match(/LinkedIn profile/g)).toHaveLength(1);
    const again = await c.run('me', '--company', 'Halden', '--since', '2026-11-16');
    expect(again.stdout).not.toContain('LinkedIn profile');
  });

  it('needs to know where', async () => {
    const c = coach();
    await c.fails('usage', 'me', '--since', 'yesterday');
    await c.fails('bad-date', 'me', '--company', 'Halden', '--since', '2026-11-23');
  });

  it.each([
    ['Ana Diaz, Bo Chen', ['Ana Diaz', 'Bo Chen']],
    ['', null],
  ])('asks on a terminal, and logs those who are named: %j', async (answer, names) => {
    const c = coach();
    const asked: string[] = [];
    const code = await ask(c.db, answer, asked, [
      'me',
      '--company',
      'Halden',
      '--since',
      'yesterday',
    ]);
    expect(code).toBe(0);
    expect(asked).toEqual([expect.stringContaining('Halden')]);
    const { interactions } = await c.json<{ interactions: Interaction[] }>('interactions');
    if (names === null) expect(interactions).toEqual([]);
    else {
      expect(interactions).toHaveLength(1);
      expect(interactions[0]).toMatchObject({
        kind: 'new-job',
        date: '2026-11-21',
        title: 'Started at Halden',
      });
      expect(interactions[0]?.people.map(({ name }) => name)).toEqual(names);
      await c.run('undo', '--yes');
      expect((await c.json<MeShown>('me')).me.company).toBeNull();
    }
  });
});

/** Runs a command with somebody at a terminal who gives one answer. */
function ask(db: string, answer: string, asked: string[], argv: string[]): Promise<number> {
  const never = async () => {
    throw new Error('nothing else is asked');
  };
  const world: World = {
    env: { NETCOACH_DB: db, NETCOACH_TODAY: '2026-11-22' },
    stdin: { isTTY: true, read: async () => '' },
    stdout: { isTTY: true, columns: 80, write: () => undefined },
    stderr: { isTTY: true, write: () => undefined },
    now: () => new Date(2026, 10, 22, 12),
    ask: {
      text: async ({ message }) => {
        asked.push(message);
        return answer;
      },
      choose: never,
      search: never,
      confirm: never,
    },
  };
  return main(argv, world);
}
