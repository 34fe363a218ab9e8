import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { coach, held, row } from '../helpers/coach.ts';
import { checkPerson, type Person } from '../helpers/shapes.ts';

interface One {
  person: Person;
}

/** One finished project with Priya, two days ago: open until 20 December. */
async function finished() {
  const c = coach();
  await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
  return c;
}

describe('the outcome of an invitation', () => {
  it.each([
    ['sent', 'invited'],
    ['accepted', 'connected'],
    ['declined', 'declined'],
    ['withdrawn', 'withdrawn'],
  ])('%s sets the connection to %s', async (command, status) => {
    const c = await finished();
    if (command !== 'sent') await c.json('sent', 'Priya', '--on', '2026-11-20');
    const document = await c.json<One>(command, 'Priya');
    expect(Object.keys(document)).toEqual(['person']);
    checkPerson(document.person);
    expect(document.person.connection).toEqual({ status, since: '2026-11-22' });
    expect(await c.person('Priya')).toEqual(document.person);
  });

  it.each(['sent', 'accepted', 'declined', 'withdrawn'])('%s accepts --on', async (command) => {
    const c = await finished();
    if (command !== 'sent') await c.json('sent', 'Priya', '--on', '2026-11-20');
    const { person } = await c.json<One>(command, 'Priya', '--on', '2026-11-21');
    expect(person.connection.since).toBe('2026-11-21');
  });

  it.each(['declined', 'withdrawn'])('%s is refused where none was sent', async (command) => {
    const c = await finished();
    const before = await c.person('Priya');
    expect(await c.fails('usage', command, 'Priya')).toMatchObject({
      message: 'no invitation to Priya Shah is recorded',
      hint: 'If you sent one, record it first: netcoach sent "Priya Shah"',
    });
    expect(await c.person('Priya')).toEqual(before);
  });

  it.each([
    [true, 'declined'],
    [false, 'none'],
  ])('asks on a terminal whether one was sent: %s', async (answer, status) => {
    const c = await finished();
    const asked: string[] = [];
    const never = async () => expect.fail('nothing else is asked');
    const confirm = async ({ message }: { message: string }) => {
      asked.push(message);
      return answer;
    };
    await main(['declined', 'Priya'], {
      env: { NETCOACH_DB: c.db, NETCOACH_TODAY: '2026-11-22' },
      stdin: { isTTY: true, read: async () => '' },
      stdout: { isTTY: true, columns: 80, write: () => undefined },
      stderr: { isTTY: true, write: () => undefined },
      now: () => new Date(2026, 10, 22, 12),
      ask: { text: never, choose: never, search: never, confirm, key: never },
    });
    expect(asked).toEqual(['No invitation to Priya Shah is recorded. Did you send one?']);
    expect((await c.person('Priya')).connection.status).toBe(status);
  });

  it('accepted without one connects, and counts no invitation of mine', async () => {
    const c = await finished();
    await c.json('accepted', 'Priya');
    const all = JSON.parse((await c.run('export', 'json')).stdout) as {
      people: Array<{ connection: { status: string }; invitations: unknown[] }>;
    };
    expect(all.people[0]).toMatchObject({ connection: { status: 'connected' }, invitations: [] });
  });

  it('is not an interaction', async () => {
    const c = await finished();
    await c.json('sent', 'Priya');
    const { person } = await c.json<One>('accepted', 'Priya');
    expect(person).toMatchObject({
      interactions: 1,
      lastContact: '2026-11-20',
    });
  });

  it('names the person', async () => {
    const c = await finished();
    for (const command of ['sent', 'declined', 'sent', 'withdrawn', 'sent', 'accepted']) {
      const { code, stdout, stderr } = await c.run(command, 'Priya');
      expect(code).toBe(0);
      expect(stdout + stderr).toContain('Priya');
    }
  });
});

describe('withdrawn --older-than', () => {
  async function invited() {
    const c = coach();
    for (const [name, on] of [
      ['Ana Ruiz', '2026-04-01'],
      ['Ben Olsen', '2026-05-26'],
      ['Cy Park', '2026-05-27'],
      ['Di Lee', '2026-11-20'],
    ] as const) {
      await c.add(name);
      await c.json('sent', name, '--on', on);
    }
    return c;
  }

  it('says how to write a length of time, with no default where there is none', async () => {
    const c = coach();
    const { hint } = await c.fails('usage', 'withdrawn', '--older-than', 'zz');
    expect(hint).toContain('10d');
    expect(hint).not.toContain('default');
    await c.fails('usage', 'withdrawn', '--older-than', 'default');
  });

  it('takes all that have waited so long, in one step', async () => {
    const c = await invited();
    const before = (await c.run('export', 'json')).stdout;
    const document = await c.json<{ people: Person[]; total: number }>(
      'withdrawn',
      '--older-than',
      '6m',
    );
    expect(document.total).toBe(2);
    expect(document.people.map(({ name, connection }) => [name, connection.status])).toEqual([
      ['Ana Ruiz', 'withdrawn'],
      ['Ben Olsen', 'withdrawn'],
    ]);
    expect((await c.person('Cy')).connection.status).toBe('invited');
    expect((await c.run('withdrawn', '--older-than', '6m')).stdout).toBe(
      'No invitation is older than 6 months.\n',
    );
    await c.json('undo');
    expect((await c.run('export', 'json')).stdout).toBe(before);
  });

  it.each([
    ['neither', []],
    ['both', ['Ana', '--older-than', '6m']],
    ['no length of time', ['--older-than', 'long']],
    ['an empty one', ['--older-than', '']],
  ])('is refused with %s', async (_, args) => {
    const c = await invited();
    const before = (await c.run('export', 'json')).stdout;
    await c.fails('usage', 'withdrawn', ...args);
    expect((await c.run('export', 'json')).stdout).toBe(before);
  });
});

describe('an invitation', () => {
  it('that is pending is left to wait', async () => {
    const c = await finished();
    await c.json('sent', 'Priya');
    const list = await c.suggest();
    expect(row(list, 'Priya Shah')).toBeUndefined();
    expect(held(list, 'Priya Shah')).toMatchObject({
      person: { id: 1, name: 'Priya Shah' },
      reason: 'pending',
    });
  });

  it('that is accepted calls for thanks', async () => {
    const c = await finished();
    await c.json('sent', 'Priya', '--on', '2026-11-20');
    await c.json('accepted', 'Priya');
    const thank = row(await c.suggest(), 'Priya Shah');
    expect(thank).toMatchObject({ action: 'thank', moment: null });
    expect(thank?.draft.channel).not.toBe('note');
    expect(thank?.draft.text).toMatch(/\bthank|connected/i);
    expect(thank?.draft.text).toContain('Priya');
  });

  it('needs no thanks after a word with them', async () => {
    const c = await finished();
    await c.json('sent', 'Priya', '--on', '2026-11-20');
    await c.json('accepted', 'Priya', '--on', '2026-11-21');
    await c.log('engagement', 'Priya', 'Thanked her for connecting', '2026-11-22');
    const later = row(await c.on('2026-11-23').suggest(), 'Priya Shah');
    expect(later?.action).not.toBe('thank');
  });

  it('that I accepted does not count as one of mine', async () => {
    const c = await finished();
    await c.json('accepted', 'Priya');
    const list = await c.suggest();
    expect(list.budget).toMatchObject({
      invitesThisWeek: 0,
      notesThisMonth: 0,
    });
    expect(row(list, 'Priya Shah')?.action).not.toBe('connect');
  });

  it('that was declined is not sent again', async () => {
    const c = await finished();
    await c.json('sent', 'Priya', '--on', '2026-11-20');
    await c.json('declined', 'Priya');
    const list = await c.suggest();
    expect(row(list, 'Priya Shah')).toBeUndefined();
    expect(held(list, 'Priya Shah')?.reason).toBe('declined');
    const later = c.on('2027-03-01');
    expect(row(await later.suggest(), 'Priya Shah')?.action).not.toBe('connect');
  });

  it('left unanswered for three weeks should be withdrawn', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-10-30');
    await c.json('sent', 'Priya', '--on', '2026-11-01');
    const before = await c.on('2026-11-21').suggest();
    expect(row(before, 'Priya Shah')).toBeUndefined();
    expect(held(before, 'Priya Shah')?.reason).toBe('pending');
    for (const day of ['2026-11-23', '2027-02-01']) {
      const list = await c.on(day).suggest();
      expect(row(list, 'Priya Shah')).toMatchObject({
        action: 'withdraw',
        moment: null,
      });
      expect(held(list, 'Priya Shah')).toBeUndefined();
    }
  });

  it('that was withdrawn cools off for three weeks', async () => {
    const c = await finished();
    await c.json('sent', 'Priya', '--on', '2026-11-21');
    await c.json('withdrawn', 'Priya', '--on', '2026-11-22');
    for (const day of ['2026-11-22', '2026-12-01', '2026-12-12']) {
      const list = await c.on(day).suggest();
      expect(row(list, 'Priya Shah')).toBeUndefined();
      expect(held(list, 'Priya Shah')?.reason).toBe('cooling-off');
    }
    const list = await c.on('2026-12-13').suggest();
    expect(row(list, 'Priya Shah')).toMatchObject({
      action: 'connect',
      moment: 'project',
    });
    expect(held(list, 'Priya Shah')).toBeUndefined();
  });
});
