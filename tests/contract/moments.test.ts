import { describe, expect, it } from 'vitest';
import { type Coach, coach, held, row } from '../helpers/coach.ts';

const PRIYA = 'Priya Shah';

/** Me on Billing at Fernhill, so that others can be on another team. */
async function billing() {
  const c = coach();
  await c.json(
    ...['me', '--name', 'Sam Okoro', '--role', 'backend engineer'],
    ...['--team', 'Billing', '--company', 'Fernhill'],
  );
  return c;
}

describe('moments', () => {
  it.each([
    ['new-job', 'Billing'],
    ['project', 'Apollo launch'],
    ['event', 'Lisbon offsite'],
    ['interest', 'Distributed tracing'],
    ['feedback', 'Caching design review'],
  ])('after a %s make an invitation welcome', async (kind, title) => {
    const c = await billing();
    const interaction = await c.log(kind, PRIYA, title, '2026-11-21');
    const one = row(await c.suggest(), PRIYA);
    expect(one).toMatchObject({ action: 'connect', moment: kind, interaction });
    expect(one?.draft.channel).toBe('note');
    const window = one?.window;
    expect(window?.opens).toBe('2026-11-21');
    expect((window?.best ?? '') >= '2026-11-21').toBe(true);
    expect((window?.closes ?? '') >= (window?.best ?? 'z')).toBe(true);
    expect(one?.reasons.length).toBeGreaterThan(0);
  });

  it.each(['new-job', 'project', 'event', 'feedback'])(
    'of a %s pass the day after they close',
    async (kind) => {
      const c = await billing();
      await c.log(kind, PRIYA, 'Apollo', '2026-11-21');
      const closes = row(await c.suggest(), PRIYA)?.window?.closes as string;
      const next = new Date(Date.parse(`${closes}T00:00:00Z`) + 86_400_000)
        .toISOString()
        .slice(0, 10);
      expect(row(await c.on(closes).suggest(), PRIYA)).toMatchObject({
        moment: kind,
      });
      expect(row(await c.on(next).suggest(), PRIYA)?.moment).not.toBe(kind);
    },
  );

  it('of a project are best within a week and welcome for a month', async () => {
    const c = await billing();
    await c.log('project', PRIYA, 'Apollo launch', '2026-11-20');
    const expected = {
      opens: '2026-11-20',
      best: '2026-11-27',
      closes: '2026-12-20',
    };
    for (const day of ['2026-11-20', '2026-11-27', '2026-11-28', '2026-12-20']) {
      expect(row(await c.on(day).suggest(), PRIYA)?.window, day).toEqual(expected);
    }
    expect(row(await c.on('2026-12-21').suggest(), PRIYA)).toBeUndefined();
  });

  it('are counted in calendar days across the end of a month and a leap day', async () => {
    const c = coach('2024-02-25');
    await c.log('project', PRIYA, 'Apollo launch', '2024-02-24');
    expect(row(await c.suggest(), PRIYA)?.window).toEqual({
      opens: '2024-02-24',
      best: '2024-03-02',
      closes: '2024-03-25',
    });
  });

  it('do not open before the interaction', async () => {
    const c = await billing();
    await c.log('project', PRIYA, 'Apollo launch', '2026-11-20');
    expect(row(await c.on('2026-11-19').suggest(), PRIYA)).toBeUndefined();
  });

  it.each(['meeting', 'engagement'])('do not include a %s', async (kind) => {
    const c = await billing();
    await c.add(PRIYA, '--team', 'Legal', '--company', 'Fernhill');
    await c.log(kind, PRIYA, 'Lunch', '2026-11-21');
    const one = row(await c.suggest(), PRIYA);
    expect(one).toMatchObject({ action: 'warm-up', moment: kind });
    expect(one?.action).not.toBe('connect');
  });

  it('never invite someone already connected', async () => {
    const c = await billing();
    await c.json('add', PRIYA);
    await c.json('accepted', PRIYA, '--on', '2026-11-01');
    for (const kind of ['project', 'event', 'interest', 'feedback', 'new-job']) {
      await c.log(kind, PRIYA, 'Apollo', '2026-11-21');
      expect(row(await c.suggest(), PRIYA)?.action).not.toBe('connect');
    }
  });

  it('build on the newest of a kind, and on one day on the last logged', async () => {
    const c = await billing();
    const rests = async () => (await c.draft(PRIYA)).interaction?.title;
    await c.log('project', PRIYA, 'Apollo launch', '2026-11-18');
    await c.log('project', PRIYA, 'Ledger migration', '2026-11-12');
    expect(await rests()).toBe('Apollo launch');
    await c.log('project', PRIYA, 'Pricing page', '2026-11-18');
    expect(await rests()).toBe('Pricing page');
    await c.log('project', PRIYA, 'Billing revamp', '2026-11-20');
    expect(await rests()).toBe('Billing revamp');
    expect(row(await c.suggest(), PRIYA)?.interaction?.title).toBe('Billing revamp');
  });
});

describe('a milestone', () => {
  it.each(['none', 'connected'])(
    'of someone %s leads to prompt congratulations',
    async (status) => {
      const c = await billing();
      await c.log('project', PRIYA, 'Apollo launch', '2026-06-01');
      if (status === 'connected') await c.json('accepted', PRIYA, '--on', '2026-06-02');
      await c.log('milestone', PRIYA, 'Staff Engineer', '2026-11-22');
      const one = row(await c.suggest(), PRIYA);
      expect(one).toMatchObject({
        action: 'congratulate',
        moment: 'milestone',
      });
      expect(one?.window?.opens).toBe('2026-11-22');
      expect(one?.draft.text).toMatch(/congratulat/i);
      expect(one?.draft.text).toContain('Staff Engineer');
    },
  );

  it('has passed months later', async () => {
    const c = await billing();
    await c.log('milestone', PRIYA, 'Staff Engineer', '2026-06-01');
    expect(row(await c.suggest(), PRIYA)?.action).not.toBe('congratulate');
  });
});

describe('a departure', () => {
  it('is a time to reconnect through something shared', async () => {
    const c = await billing();
    await c.log('project', 'Mark Lowe', 'Atlas migration', '2026-03-01');
    await c.log('departure', 'Mark Lowe', 'Left for Halden', '2026-11-10');
    const one = row(await c.suggest(), 'Mark Lowe');
    expect(one).toMatchObject({ action: 'reconnect', moment: 'departure' });
    expect(one?.draft.text).toMatch(/atlas migration/i);
    expect((await c.person('Mark')).relationship).toBe('former');
  });

  it('of a connection leads to no invitation', async () => {
    const c = await billing();
    await c.log('project', 'Mark Lowe', 'Atlas migration', '2026-03-01');
    await c.json('accepted', 'Mark', '--on', '2026-03-02');
    await c.log('departure', 'Mark Lowe', 'Left for Halden', '2026-11-10');
    const one = row(await c.suggest(), 'Mark Lowe');
    expect(one?.action).not.toBe('connect');
    if (one !== undefined) expect(one.draft.channel).not.toBe('note');
  });

  it('of one person makes them a former coworker', async () => {
    const c = coach();
    await c.log('project', 'Tom Becker', 'Apollo', '2026-05-01');
    await c.log('departure', 'Tom', 'Left for Halden', '2026-11-20');
    expect((await c.person('Tom')).relationship).toBe('former');
    expect(row(await c.suggest(), 'Tom Becker')?.action).toBe('reconnect');
  });
});

describe('a reorganisation', () => {
  it('with someone I barely know suggests a talk first, never an invitation', async () => {
    const c = await billing();
    await c.add('Zoe Park', '--team', 'Legal', '--company', 'Fernhill');
    await c.log('reorg', 'Zoe', 'The merger with Halden', '2026-11-20');
    const one = row(await c.suggest(), 'Zoe Park');
    expect(one).toMatchObject({ action: 'warm-up', moment: 'reorg' });
    expect(one?.draft.channel).not.toBe('note');
    expect((await c.draft('Zoe')).draft.channel).not.toBe('note');
  });

  it('with someone I have talked with is a time to connect', async () => {
    const c = await billing();
    await c.add('Zoe Park', '--team', 'Legal', '--company', 'Fernhill');
    await c.log('meeting', 'Zoe', 'Lunch', '2026-11-10');
    await c.log('reorg', 'Zoe', 'The merger with Halden', '2026-11-20');
    expect(row(await c.suggest(), 'Zoe Park')).toMatchObject({
      action: 'connect',
      moment: 'reorg',
    });
  });

  it('with someone from an old project is a time to connect', async () => {
    const c = await billing();
    await c.add('Zoe Park', '--team', 'Legal', '--company', 'Fernhill');
    await c.log('project', 'Zoe', 'Apollo launch', '2025-10-01');
    await c.log('reorg', 'Zoe', 'The merger with Halden', '2026-11-20');
    expect(row(await c.suggest(), 'Zoe Park')).toMatchObject({
      action: 'connect',
      moment: 'reorg',
    });
  });
});

describe('someone I have logged nothing with', () => {
  it('on another team is never invited, and has no draft', async () => {
    const c = await billing();
    await c.add('Zoe Park', '--team', 'Legal', '--company', 'Fernhill');
    expect(row(await c.suggest(), 'Zoe Park')?.action).not.toBe('connect');
    const error = await c.fails('no-context', 'draft', 'Zoe');
    expect(error.hint).toMatch(/netcoach log\b/);
    await c.fails('no-context', 'draft', 'Zoe', '--channel', 'note');
    await c.fails('no-context', 'draft', 'Zoe', '--channel', 'email');
  });

  it('is not a teammate if neither team is known', async () => {
    const c = coach();
    await c.add('Zoe Park');
    expect(row(await c.suggest(), 'Zoe Park')?.action).not.toBe('connect');
    await c.fails('no-context', 'draft', 'Zoe');
  });

  it('is not a teammate if their team is at another company', async () => {
    const c = await billing();
    await c.add('Zoe Park', '--team', 'Billing', '--company', 'Halden');
    expect(row(await c.suggest(), 'Zoe Park')?.action).not.toBe('connect');
    await c.fails('no-context', 'draft', 'Zoe');
  });

  it.each([
    ['Billing', []],
    ['billing', []],
    ['Billing', ['--relationship', 'teammate']],
  ])('on my own team %s %j is invited as a teammate, by the team', async (team, more) => {
    const c = await billing();
    await c.add('Zoe Park', '--team', team, '--company', 'Fernhill', ...more);
    const one = row(await c.suggest(), 'Zoe Park');
    expect(one).toMatchObject({
      action: 'connect',
      moment: null,
      interaction: null,
    });
    expect(one?.draft.channel).toBe('note');
    const { draft, variants, moment, interaction } = await c.draft('Zoe');
    expect([moment, interaction]).toEqual([null, null]);
    expect(draft.text).toEqual(one?.draft.text);
    for (let i = 1; i <= variants; i += 1) {
      const { text } = (await c.draft('Zoe', '--variant', String(i))).draft;
      expect(text).toMatch(/billing/i);
    }
  });

  it('and whose tie is strained is not invited as a teammate either', async () => {
    const c = await billing();
    await c.add('Zoe Park', '--team', 'Billing', '--company', 'Fernhill', '--strained');
    const list = await c.suggest();
    expect(row(list, 'Zoe Park')).toBeUndefined();
    expect(held(list, 'Zoe Park')?.reason).toBe('strained');
  });
});

describe('a connection', () => {
  async function connected(last: string) {
    const c = await billing();
    await c.log('project', PRIYA, 'Apollo launch', last);
    await c.json('accepted', PRIYA, '--on', last);
    return c;
  }

  it('without contact for more than a month is due a check-in', async () => {
    const c = await connected('2026-10-01');
    const one = row(await c.suggest(), PRIYA);
    expect(one).toMatchObject({ action: 'check-in', moment: null });
    expect(one?.draft.channel).not.toBe('note');
    const drafted = await c.draft(PRIYA);
    expect(drafted).toMatchObject({ action: 'check-in', moment: null });
    expect(drafted.draft.text).not.toMatch(/just checking in/i);
  });

  it('with contact within the month is not due a check-in', async () => {
    const c = await connected('2026-11-02');
    expect(row(await c.suggest(), PRIYA)?.action).not.toBe('check-in');
  });

  it.each(['engagement', 'meeting', 'project', 'event'])(
    'gets a new month after any interaction: %s',
    async (kind) => {
      const c = await connected('2026-08-01');
      expect(row(await c.suggest(), PRIYA)).toMatchObject({
        action: 'check-in',
      });
      await c.log(kind, PRIYA, 'Caught up', '2026-11-15');
      expect(row(await c.suggest(), PRIYA)?.action).not.toBe('check-in');
      expect(row(await c.on('2026-12-28').suggest(), PRIYA)).toMatchObject({
        action: 'check-in',
      });
    },
  );

  it('is due a check-in only once it exists', async () => {
    const c = await billing();
    await c.log('project', PRIYA, 'Apollo launch', '2026-01-01');
    expect(row(await c.suggest(), PRIYA)?.action).not.toBe('check-in');
  });

  it('is congratulated rather than checked in with', async () => {
    const c = await connected('2026-08-01');
    await c.log('milestone', PRIYA, 'Staff Engineer', '2026-11-20');
    expect(row(await c.suggest(), PRIYA)).toMatchObject({
      action: 'congratulate',
    });
  });

  it('that is strained is left alone', async () => {
    const c = await connected('2026-08-01');
    await c.json('edit', PRIYA, '--strained');
    const list = await c.suggest();
    expect(row(list, PRIYA)).toBeUndefined();
    expect(held(list, PRIYA)?.reason).toBe('strained');
  });
});

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

describe('a check-in', () => {
  it('suggests a lighter gesture in one extra line', async () => {
    const c = await connected();
    const found = row(await c.suggest(), 'Priya Shah');
    expect(found?.action).toBe('check-in');
    expect(found?.reasons).toHaveLength(2);
    expect(found?.reasons[1]).toMatch(/like or comment.*send them something/);
    expect((await c.run('suggest')).stdout).toMatch(/like or comment/);
  });

  it('is due a month after an engagement', async () => {
    const c = await connected();
    expect(await isDue(c, '2026-11-22')).toBe(true);
    await c.log('engagement', 'Priya', 'Liked her talk', '2026-11-22');
    expect(await isDue(c, '2026-11-22')).toBe(false);
    expect(await isDue(c, '2026-12-22')).toBe(true);
  });
});
