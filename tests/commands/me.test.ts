import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { World } from '../../src/context.ts';
import type { Interaction, Me } from '../../src/model.ts';
import { coach, row } from '../helpers/coach.ts';

describe('me', () => {
  it('starts with nothing but the limits of a free account', async () => {
    const { me } = await coach().json<{ me: Me }>('me');
    expect(me).toEqual({
      name: null,
      role: null,
      team: null,
      company: null,
      emails: [],
      account: 'free',
      goals: [],
      skills: [],
      invitesPerWeek: 10,
      notesPerMonth: 5,
    });
    expect((await coach().run('me')).code).toBe(0);
  });

  it('keeps what is set, one thing at a time', async () => {
    const c = coach();
    await c.json('me', '--name', 'Sam Okoro', '--role', 'Backend engineer', '--team', 'Billing');
    await c.json('me', '--company', 'Fernhill', '--email', 'sam@example.com');
    await c.json('me', '--goal', 'learn Kubernetes', '--invites-per-week', '7');
    const { me } = await c.json<{ me: Me }>('me', '--notes-per-month', '3');
    expect(me).toEqual({
      name: 'Sam Okoro',
      role: 'Backend engineer',
      team: 'Billing',
      company: 'Fernhill',
      emails: ['sam@example.com'],
      account: 'free',
      goals: ['learn Kubernetes'],
      skills: [],
      invitesPerWeek: 7,
      notesPerMonth: 3,
    });
    expect(await c.json('me')).toEqual({ me });
    expect((await c.run('me')).stdout).toContain('Sam Okoro');
  });

  it('accepts several addresses and goals at once', async () => {
    const { me } = await coach().json<{ me: Me }>(
      ...['me', '--email', 'sam@example.com', '--email', 'sam@work.example'],
      ...['--goal', 'learn Kubernetes', '--goal', 'find a mentor'],
    );
    expect(me.emails).toEqual(['sam@example.com', 'sam@work.example']);
    expect(me.goals).toEqual(['learn Kubernetes', 'find a mentor']);
  });

  it('remembers since when I have had a skill', async () => {
    const c = coach();
    await c.on('2026-11-01').json('me', '--skill', 'Rust');
    const { me } = await c.json<{ me: Me }>('me', '--skill', 'Rust', '--skill', 'Go');
    expect(me.skills).toEqual([
      { skill: 'Rust', since: '2026-11-01' },
      { skill: 'Go', since: '2026-11-22' },
    ]);
    expect((await c.run('me')).stdout).toMatch(/^Skills +Rust, Go$/m);
    expect((await c.json<{ me: Me }>('me', '--skill', '')).me.skills).toEqual([]);
  });

  it('shows which comes first in "3/11", once it is set', async () => {
    const c = coach();
    expect((await c.run('me')).stdout).not.toContain('Dates');
    await c.json('me', '--date-order', 'day-first');
    expect((await c.run('me')).stdout).toContain('day first: 3/11 is 3 Nov');
    expect(await c.json('me')).toMatchObject({ dateOrder: 'day-first' });
  });

  it('has no monthly limit on notes with premium', async () => {
    const c = coach();
    const { me } = await c.json<{ me: Me }>('me', '--account', 'premium');
    expect(me).toMatchObject({ account: 'premium', notesPerMonth: null });
    expect((await c.suggest()).budget.notesPerMonth).toBeNull();
    const back = await c.json<{ me: Me }>('me', '--account', 'free');
    expect(back.me).toMatchObject({ account: 'free', notesPerMonth: 5 });
  });

  it.each([
    ['--account', 'gold'],
    ['--invites-per-week', 'many'],
    ['--invites-per-week', '-1'],
    ['--invites-per-week', '2.5'],
    ['--invites-per-week', ''],
    ['--notes-per-month', 'x'],
    ['--notes-per-month', '-3'],
  ])('rejects %s %j and changes nothing', async (...args) => {
    const c = coach();
    const before = await c.json('me');
    await c.fails('usage', 'me', '--name', 'Sam', ...args);
    expect(await c.json('me')).toEqual(before);
  });
});

interface MeShown {
  me: Me;
  departure?: Interaction | null;
  newJob?: Interaction | null;
}

/** My job at Northwind, the people I worked with there, and others. */
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

/** Runs a command with someone at a terminal who gives one answer. */
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
      key: never,
    },
  };
  return main(argv, world);
}

describe('me --left', () => {
  it('makes everyone I worked with a former coworker, and no one else', async () => {
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

  it('says who it affects', async () => {
    const { stdout } = await (await office()).run('me', '--left', 'yesterday');
    for (const name of concerned) expect(stdout.replace(/\s+/g, ' ')).toContain(name);
    expect(stdout).not.toContain('Only Coffee');
  });

  it('is a single change', async () => {
    const c = await office();
    const before = (await c.run('export', 'json')).stdout;
    await c.json('me', '--left', '2026-11-16', '--company', 'Halden');
    expect((await c.run('undo', '--yes')).stdout).toContain('I left Northwind');
    expect((await c.run('export', 'json')).stdout).toBe(before);
  });

  it('keeps the new company given with it', async () => {
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

  it('logs nothing when it affects no one, or is already done', async () => {
    const c = coach();
    const { departure } = await c.json<MeShown>('me', '--left', 'yesterday');
    expect(departure).toBeNull();
    expect((await c.json<{ total: number }>('interactions')).total).toBe(0);
    const d = await office();
    await d.json('me', '--left', 'yesterday');
    expect((await d.json<MeShown>('me', '--left', 'today')).departure).toBeNull();
  });

  it('rejects a future date', async () => {
    const c = await office();
    await c.fails('bad-date', 'me', '--left', '2026-11-23');
    expect((await c.json<MeShown>('me')).me.company).toBe('Northwind');
  });
});

describe('me --since', () => {
  it('suggests logging the new job, and reminds me once about my profile', async () => {
    const c = await office();
    const { stdout } = await c.run('me', '--company', 'Halden', '--since', '2026-11-16');
    expect(stdout).toContain(
      'netcoach log --kind new-job --with "NAME, NAME" --title "Started at Halden" --on 2026-11-16',
    );
    expect(stdout.match(/LinkedIn profile/g)).toHaveLength(1);
    const again = await c.run('me', '--company', 'Halden', '--since', '2026-11-16');
    expect(again.stdout).not.toContain('LinkedIn profile');
  });

  it('needs a company', async () => {
    const c = coach();
    await c.fails('usage', 'me', '--since', 'yesterday');
    await c.fails('bad-date', 'me', '--company', 'Halden', '--since', '2026-11-23');
  });

  it.each([
    ['Ana Diaz, Bo Chen', ['Ana Diaz', 'Bo Chen']],
    ['', null],
  ])('asks on a terminal, and logs the people named: %j', async (answer, names) => {
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
