/** Somebody invited me: by words, and by a flag. */
import { describe, expect, it } from 'vitest';
import { coach, row } from '../helpers/coach.ts';

describe('an invitation of theirs, in words', () => {
  it.each([
    'Hugo Ferreira invited me',
    'Hugo Ferreira sent me an invitation on LinkedIn',
    'got a connection request from Hugo Ferreira',
    'Hugo Ferreira asked to connect with me yesterday',
  ])('waits for an answer: %s', async (words) => {
    const c = coach();
    expect((await c.run('log', words)).stdout).toContain('Accept: netcoach accept');
    expect((await c.person('Hugo')).connection.status).toBe('incoming');
    expect(row(await c.suggest(), 'Hugo Ferreira')?.action).toBe('answer');
    await c.json('accept', 'Hugo');
    expect((await c.draft('Hugo')).action).toBe('thank');
  });

  it('changes nothing a second time, and undoes', async () => {
    const c = coach();
    await c.run('log', 'Hugo Ferreira invited me');
    expect((await c.run('log', 'Hugo Ferreira invited me')).stdout).toContain('already waiting');
    await c.run('undo');
    await c.run('undo');
    expect(await c.people()).toEqual([]);
  });

  it('is refused where my own invitation is open', async () => {
    const c = coach();
    await c.add('Hugo Ferreira');
    await c.run('sent', 'Hugo');
    await c.fails('usage', 'log', 'Hugo invited me');
  });

  it('is no invitation to an occasion', async () => {
    const c = coach();
    await c.fails('usage', 'log', 'Hugo Ferreira invited me to the fair');
    expect(await c.people()).toEqual([]);
  });
});

it('an invitation of theirs can be set by hand, though not of someone connected', async () => {
  const c = coach();
  await c.add('Hugo Ferreira', '--status', 'incoming', '--since', '2026-11-20');
  expect((await c.person('Hugo')).connection).toEqual({ status: 'incoming', since: '2026-11-20' });
  await c.json('accept', 'Hugo');
  await c.fails('usage', 'edit', 'Hugo', '--status', 'incoming');
});

it('thanks stay due through a meeting on the day they accepted, and a snooze ends in time', async () => {
  const c = coach('2026-11-20');
  await c.log('project', 'Olive Marchetti', 'Whaling show', '2026-11-10');
  await c.run('sent', 'Olive', '--on', '2026-11-12');
  await c.run('accepted', 'Olive', '--on', '2026-11-20');
  await c.log('meeting', 'Olive', 'Team meeting', '2026-11-20');
  expect(row(await c.suggest(), 'Olive Marchetti')?.action).toBe('thank');
  const later = c.on('2026-11-25');
  expect((await later.json<{ until: string }>('snooze', 'Olive')).until).toBe('2026-12-02');
});

it('a snooze ends when somebody leaves', async () => {
  const c = coach();
  await c.log('project', 'Bea Lind', 'Spring fair', '2026-11-20');
  await c.run('snooze', 'Bea', '--until', '3w');
  await c.log('departure', 'Bea', 'Leaving for the Tate', '2026-11-22');
  expect(row(await c.suggest(), 'Bea Lind')).toBeDefined();
});

it('a manager needs no warm-up, whatever their team is called', async () => {
  const c = coach();
  await c.add('Gwen Thackeray', '--relationship', 'manager');
  await c.log('meeting', 'Gwen', 'Budget review', '2026-11-21');
  const listed = row(await c.suggest(), 'Gwen Thackeray');
  expect(listed?.action).toBe('connect');
  expect(listed?.reasons[0]).toContain('Gwen Thackeray is your manager');
});

it('keeps a name that a word of the title hangs on', async () => {
  const c = coach();
  await c.add('Gwen Thackeray');
  const { interaction } = await c.json<{ interaction: { title: string } }>(
    'log',
    'Fundraising and Exhibitions merge under Gwen',
    '--kind',
    'reorg',
  );
  expect(interaction.title).toBe('Fundraising and Exhibitions merge under Gwen');
});

it('says nothing of an invitation to come to someone who has it', async () => {
  const c = coach();
  await c.json('me', '--notes-per-month', '0');
  await c.log('project', 'Yusuf Demir', 'Whaling show', '2026-11-20');
  await c.run('sent', 'Yusuf', '--no-note');
  for (let variant = 1; variant <= 8; variant++) {
    const { draft } = await c.draft('Yusuf', '--variant', `${variant}`);
    expect(draft?.text ?? '').not.toMatch(/invitation|connect/i);
  }
});
