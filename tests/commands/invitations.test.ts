import { describe, expect, it } from 'vitest';
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

describe('what became of an invitation', () => {
  it.each([
    ['sent', 'invited'],
    ['accepted', 'connected'],
    ['declined', 'declined'],
    ['withdrawn', 'withdrawn'],
  ])('%s makes the connection %s', async (command, status) => {
    const c = await finished();
    if (command !== 'sent') await c.json('sent', 'Priya', '--on', '2026-11-20');
    const document = await c.json<One>(command, 'Priya');
    expect(Object.keys(document)).toEqual(['person']);
    checkPerson(document.person);
    expect(document.person.connection).toEqual({ status, since: '2026-11-22' });
    expect(await c.person('Priya')).toEqual(document.person);
  });

  it.each(['sent', 'accepted', 'declined', 'withdrawn'])('%s takes --on', async (command) => {
    const c = await finished();
    const { person } = await c.json<One>(command, 'Priya', '--on', '2026-11-21');
    expect(person.connection.since).toBe('2026-11-21');
  });

  it('is no interaction', async () => {
    const c = await finished();
    await c.json('sent', 'Priya');
    const { person } = await c.json<One>('accepted', 'Priya');
    expect(person).toMatchObject({
      interactions: 1,
      lastContact: '2026-11-20',
    });
  });

  it('says who', async () => {
    const c = await finished();
    for (const command of ['sent', 'declined', 'sent', 'withdrawn', 'sent', 'accepted']) {
      const { code, stdout, stderr } = await c.run(command, 'Priya');
      expect(code).toBe(0);
      expect(stdout + stderr).toContain('Priya');
    }
  });
});

describe('an invitation', () => {
  it('that is pending is waited for', async () => {
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
    expect(thank?.draft.text).toMatch(/\bthank/i);
    expect(thank?.draft.text).toContain('Priya');
  });

  it('is thanked for once: a word with them is enough', async () => {
    const c = await finished();
    await c.json('sent', 'Priya', '--on', '2026-11-20');
    await c.json('accepted', 'Priya', '--on', '2026-11-21');
    await c.log('engagement', 'Priya', 'Thanked her for connecting', '2026-11-22');
    const later = row(await c.on('2026-11-23').suggest(), 'Priya Shah');
    expect(later?.action).not.toBe('thank');
  });

  it('of theirs that I accepted is no invitation of mine', async () => {
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

  it('left unanswered for three weeks is taken back', async () => {
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

  it('taken back cools off for three weeks', async () => {
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

describe('the budget', () => {
  const budget = async (c: ReturnType<typeof coach>) => (await c.suggest()).budget;

  it('starts whole', async () => {
    expect(await budget(coach())).toEqual({
      invitesThisWeek: 0,
      invitesPerWeek: 10,
      notesThisMonth: 0,
      notesPerMonth: 5,
    });
  });

  it('counts invitations in any seven days', async () => {
    const c = await finished();
    await c.json('sent', 'Priya', '--on', '2026-11-16');
    for (const [day, count] of [
      ['2026-11-16', 1],
      ['2026-11-20', 1],
      ['2026-11-22', 1],
      ['2026-11-24', 0],
    ] as const) {
      expect((await budget(c.on(day))).invitesThisWeek, day).toBe(count);
    }
  });

  it('counts notes in the calendar month', async () => {
    const c = await finished();
    await c.json('sent', 'Priya', '--on', '2026-11-01');
    for (const [day, count] of [
      ['2026-11-01', 1],
      ['2026-11-30', 1],
      ['2026-12-01', 0],
      ['2027-11-15', 0],
    ] as const) {
      expect((await budget(c.on(day))).notesThisMonth, day).toBe(count);
    }
  });

  it('counts an invitation without a note as that', async () => {
    const c = await finished();
    await c.json('sent', 'Priya', '--no-note');
    expect(await budget(c)).toMatchObject({
      invitesThisWeek: 1,
      notesThisMonth: 0,
    });
  });

  it.each(['accepted', 'declined', 'withdrawn'])(
    'is not given back when it is %s',
    async (outcome) => {
      const c = await finished();
      await c.json('sent', 'Priya', '--on', '2026-11-20');
      await c.json(outcome, 'Priya', '--on', '2026-11-21');
      expect(await budget(c)).toMatchObject({
        invitesThisWeek: 1,
        notesThisMonth: 1,
      });
    },
  );

  it('follows what I set', async () => {
    const c = coach();
    await c.json('me', '--invites-per-week', '3', '--notes-per-month', '2');
    expect(await budget(c)).toMatchObject({
      invitesPerWeek: 3,
      notesPerMonth: 2,
    });
  });

  async function team(size: number) {
    const c = coach();
    for (let i = 0; i < size; i += 1) {
      // Rising closeness, so that the order is not a matter of names.
      for (let j = 0; j <= i; j += 1) {
        await c.log('meeting', `Person ${i}`, `Talk ${j}`, '2026-11-10');
      }
      await c.log('project', `Person ${i}`, 'Apollo launch', '2026-11-20');
    }
    return c;
  }

  it('of invitations is used by the best; the rest wait', async () => {
    const c = await team(4);
    const free = await c.suggest();
    expect(free.suggestions).toHaveLength(4);
    await c.json('me', '--invites-per-week', '2');
    const list = await c.suggest();
    const names = (rows: { person: { name: string } }[]) => rows.map(({ person }) => person.name);
    expect(names(list.suggestions)).toEqual(names(free.suggestions).slice(0, 2));
    expect(names(list.held).sort()).toEqual(names(free.suggestions).slice(2).sort());
    for (const { reason } of list.held) expect(reason).toBe('budget');
  });

  it('of invitations that is spent lets nobody be invited', async () => {
    const c = await team(2);
    await c.json('me', '--invites-per-week', '1');
    await c.json('sent', 'Person 0');
    const list = await c.suggest();
    expect(list.suggestions.filter(({ action }) => action === 'connect')).toEqual([]);
    expect(held(list, 'Person 1')?.reason).toBe('budget');
    const later = await c.on('2026-11-30').suggest();
    expect(row(later, 'Person 1')).toMatchObject({ action: 'connect' });
  });

  it('of invitations does not hold anything else', async () => {
    const c = await team(1);
    await c.json('me', '--invites-per-week', '0');
    await c.json('accepted', 'Person 0');
    await c.log('milestone', 'Person 0', 'Staff Engineer', '2026-11-21');
    expect(row(await c.suggest(), 'Person 0')).toMatchObject({
      action: 'congratulate',
    });
  });

  it('of notes is used by the best; the rest is said elsewhere', async () => {
    const c = await team(3);
    await c.json('me', '--notes-per-month', '1');
    const { suggestions, held: waiting } = await c.suggest();
    expect(waiting).toEqual([]);
    expect(suggestions.map(({ action, draft }) => [action, draft.channel, draft.limit])).toEqual([
      ['connect', 'note', 200],
      ['connect', 'message', 8000],
      ['connect', 'message', 8000],
    ]);
    expect(suggestions[0]?.reasons.join(' ')).not.toMatch(/notes?\b.*\bmonth/i);
    for (const { reasons } of suggestions.slice(1)) {
      expect(reasons.join(' ')).toMatch(/\bnotes?\b/i);
    }
  });

  it('of notes that is spent changes the channel, also of a draft', async () => {
    const c = await team(2);
    await c.json('me', '--notes-per-month', '1');
    await c.json('sent', 'Person 0');
    const one = row(await c.suggest(), 'Person 1');
    expect(one).toMatchObject({
      action: 'connect',
      draft: { channel: 'message', limit: 8000 },
    });
    expect((await c.draft('Person 1')).draft.channel).toBe('message');
    const asked = await c.draft('Person 1', '--channel', 'note');
    expect(asked.draft).toMatchObject({ channel: 'note', limit: 200 });
    const later = row(await c.on('2026-12-01').suggest(), 'Person 1');
    expect(later?.draft.channel).toBe('note');
  });

  it('of notes has no end on premium', async () => {
    const c = await team(7);
    await c.json('me', '--account', 'premium');
    const { suggestions } = await c.suggest();
    expect(suggestions.map(({ draft }) => [draft.channel, draft.limit])).toEqual(
      suggestions.map(() => ['note', 300]),
    );
  });

  it('is told in the list', async () => {
    const c = await team(3);
    await c.json('me', '--invites-per-week', '1', '--notes-per-month', '1');
    const { stdout, stderr } = await c.run('suggest', '--all');
    expect(stdout + stderr).toMatch(/invit/i);
    for (const name of ['Person 0', 'Person 1', 'Person 2']) expect(stdout).toContain(name);
  });
});

describe('snooze', () => {
  it('is not now: back on the day itself', async () => {
    const c = await finished();
    const { person } = await c.json<One>('snooze', 'Priya', '--until', '2026-11-25');
    checkPerson(person);
    for (const day of ['2026-11-22', '2026-11-24']) {
      const list = await c.on(day).suggest();
      expect(row(list, 'Priya Shah')).toBeUndefined();
      expect(held(list, 'Priya Shah')?.reason).toBe('snoozed');
    }
    const list = await c.on('2026-11-25').suggest();
    expect(row(list, 'Priya Shah')).toMatchObject({
      action: 'connect',
      moment: 'project',
    });
    expect(held(list, 'Priya Shah')).toBeUndefined();
  });

  it('is two weeks unless told', async () => {
    const c = await finished();
    await c.json('snooze', 'Priya');
    expect(held(await c.on('2026-12-05').suggest(), 'Priya Shah')?.reason).toBe('snoozed');
    expect(row(await c.on('2026-12-06').suggest(), 'Priya Shah')).toBeDefined();
  });

  it('can be set again, longer or shorter', async () => {
    const c = await finished();
    await c.json('snooze', 'Priya', '--until', '2026-12-10');
    await c.json('snooze', 'Priya', '--until', '2026-11-24');
    expect(row(await c.on('2026-11-24').suggest(), 'Priya Shah')).toBeDefined();
  });

  it('says until when', async () => {
    const { stdout, stderr } = await (await finished()).run('snooze', 'Priya');
    expect(stdout + stderr).toMatch(/2026-12-06|\b6 Dec|Dec(ember)? 6\b/);
  });
});

describe('skip', () => {
  it('lets this moment pass, for good', async () => {
    const c = await finished();
    const { person } = await c.json<One>('skip', 'Priya');
    checkPerson(person);
    for (const day of ['2026-11-22', '2026-12-01', '2026-12-20']) {
      const list = await c.on(day).suggest();
      expect(row(list, 'Priya Shah')).toBeUndefined();
      expect(held(list, 'Priya Shah')?.reason).toBe('skipped');
    }
  });

  it('lets the moment pass, not the person', async () => {
    const c = await finished();
    await c.json('skip', 'Priya');
    await c.on('2026-11-25').log('project', 'Priya', 'Borealis launch', '2026-11-25');
    const list = await c.on('2026-11-25').suggest();
    expect(row(list, 'Priya Shah')).toMatchObject({
      action: 'connect',
      interaction: { title: 'Borealis launch' },
    });
    expect(held(list, 'Priya Shah')).toBeUndefined();
  });

  it('leaves another moment of the same person', async () => {
    const c = await finished();
    await c.log('event', 'Priya', 'Lisbon offsite', '2026-11-21');
    const before = row(await c.suggest(), 'Priya Shah');
    await c.json('skip', 'Priya');
    const after = row(await c.suggest(), 'Priya Shah');
    expect([before?.moment, after?.moment].sort()).toEqual(['event', 'project']);
  });

  it('leaves other people of the same moment', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah, Tom Becker', 'Apollo launch', '2026-11-20');
    await c.json('skip', 'Priya');
    expect(row(await c.suggest(), 'Tom Becker')).toMatchObject({
      moment: 'project',
    });
  });

  it('lets several moments of one person pass, each for good', async () => {
    const c = await finished();
    await c.log('event', 'Priya', 'Lisbon offsite', '2026-11-21');
    await c.json('skip', 'Priya');
    await c.json('skip', 'Priya');
    const list = await c.suggest();
    expect(row(list, 'Priya Shah')).toBeUndefined();
    expect(held(list, 'Priya Shah')?.reason).toBe('skipped');
    await c.fails('usage', 'skip', 'Priya');
    await c.json('undo');
    expect(row(await c.suggest(), 'Priya Shah')).toBeDefined();
  });
});
