import { describe, expect, it } from 'vitest';
import { coach, held, row } from '../helpers/coach.ts';

/** One finished project with Priya, two days ago: open until 20 December. */
async function finished() {
  const c = coach();
  await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
  return c;
}

describe('the budget', () => {
  const budget = async (c: ReturnType<typeof coach>) => (await c.suggest()).budget;

  it('starts out full', async () => {
    expect(await budget(coach())).toEqual({
      invitesThisWeek: 0,
      invitesPerWeek: 10,
      notesThisMonth: 0,
      notesPerMonth: 5,
    });
  });

  it('counts invitations over any seven days', async () => {
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

  it('counts notes over the calendar month', async () => {
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

  it('counts an invitation without a note only as an invitation', async () => {
    const c = await finished();
    await c.json('sent', 'Priya', '--no-note');
    expect(await budget(c)).toMatchObject({
      invitesThisWeek: 1,
      notesThisMonth: 0,
    });
  });

  it.each(['accepted', 'declined', 'withdrawn'])(
    'is not refunded for an invitation that is %s',
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

  it('follows my own limits', async () => {
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
      // Rising closeness, so that the order does not depend on names.
      for (let j = 0; j <= i; j += 1) {
        await c.log('meeting', `Person ${i}`, `Talk ${j}`, '2026-11-10');
      }
      await c.log('project', `Person ${i}`, 'Apollo launch', '2026-11-20');
    }
    return c;
  }

  it('for invitations goes to the best; the rest wait', async () => {
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

  it('for invitations allows no more once it is used up', async () => {
    const c = await team(2);
    await c.json('me', '--invites-per-week', '1');
    await c.json('sent', 'Person 0');
    const list = await c.suggest();
    expect(list.suggestions.filter(({ action }) => action === 'connect')).toEqual([]);
    expect(held(list, 'Person 1')?.reason).toBe('budget');
    const later = await c.on('2026-11-30').suggest();
    expect(row(later, 'Person 1')).toMatchObject({ action: 'connect' });
  });

  it('for invitations holds nothing else', async () => {
    const c = await team(1);
    await c.json('me', '--invites-per-week', '0');
    await c.json('accepted', 'Person 0');
    await c.log('milestone', 'Person 0', 'Staff Engineer', '2026-11-21');
    expect(row(await c.suggest(), 'Person 0')).toMatchObject({
      action: 'congratulate',
    });
  });

  it('for notes goes to the best; the rest become messages', async () => {
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

  it('for notes, once used up, changes the channel, in a draft too', async () => {
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

  it('for notes is unlimited with premium', async () => {
    const c = await team(7);
    await c.json('me', '--account', 'premium');
    const { suggestions } = await c.suggest();
    expect(suggestions.map(({ draft }) => [draft.channel, draft.limit])).toEqual(
      suggestions.map(() => ['note', 300]),
    );
  });

  it('is shown in the list', async () => {
    const c = await team(3);
    await c.json('me', '--invites-per-week', '1', '--notes-per-month', '1');
    const { stdout, stderr } = await c.run('suggest', '--all');
    expect(stdout + stderr).toMatch(/invit/i);
    for (const name of ['Person 0', 'Person 1', 'Person 2']) expect(stdout).toContain(name);
  });
});
