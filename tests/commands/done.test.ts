import { describe, expect, it } from 'vitest';
import { type Coach, coach, held, only, row } from '../helpers/coach.ts';
import { checkPerson, type Interaction, type Person } from '../helpers/shapes.ts';

interface Done {
  person: Person;
  did: string;
  recorded: Interaction | null;
}

const done = (c: Coach, ...args: string[]) => c.json<Done>('done', ...args);

/** Everything that was logged and sent, to see that nothing changed. */
const everything = async (c: Coach) => (await c.run('export', 'json')).stdout;

async function promoted() {
  const c = coach();
  await c.log('milestone', 'Aoife Byrne', 'Promoted to Staff Engineer', '2026-11-20');
  return c;
}

describe('done', () => {
  it('records a congratulation as an engagement, and the list drops it', async () => {
    const c = await promoted();
    const document = await done(c, 'Aoife');
    expect(Object.keys(document)).toEqual(['person', 'did', 'recorded']);
    checkPerson(document.person);
    expect(document).toMatchObject({
      did: 'congratulate',
      recorded: { kind: 'engagement', date: '2026-11-22', title: 'Congratulated them' },
    });
    expect(row(await c.suggest(), 'Aoife Byrne')?.action).not.toBe('congratulate');
  });

  it('takes words for what was done', async () => {
    const c = await promoted();
    const { recorded } = await done(c, 'Aoife', 'sent', 'her', 'a card');
    expect(recorded?.title).toBe('sent her a card');
    expect(row(await c.suggest(), 'Aoife Byrne')?.action).not.toBe('congratulate');
  });

  it('records an invitation, with a note while one is left', async () => {
    const c = coach();
    await c.json('me', '--notes-per-month', '1');
    await c.log('project', 'Priya Shah, Tom Becker', 'Apollo launch', '2026-11-20');
    expect(await done(c, 'Priya')).toMatchObject({
      did: 'connect',
      recorded: null,
      person: { connection: { status: 'invited', since: '2026-11-22' } },
    });
    await done(c, 'Tom');
    expect((await c.suggest()).budget).toMatchObject({ invitesThisWeek: 2, notesThisMonth: 1 });
  });

  it('records a hello as a meeting', async () => {
    const c = coach();
    await c.log('meeting', 'Noor Aziz', 'coffee about on-call', '2026-11-16');
    expect(await done(c, 'Noor')).toMatchObject({
      did: 'warm-up',
      recorded: { kind: 'meeting', title: 'Said hello' },
    });
  });

  it('records thanks', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-18');
    await c.json('sent', 'Priya', '--on', '2026-11-19');
    await c.json('accepted', 'Priya', '--on', '2026-11-20');
    expect(await done(c, 'Priya')).toMatchObject({
      did: 'thank',
      recorded: { kind: 'engagement', title: 'Thanked them' },
    });
    expect(row(await c.suggest(), 'Priya Shah')).toBeUndefined();
  });

  it('records a withdrawal', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-10-20');
    await c.json('sent', 'Priya', '--on', '2026-10-20');
    expect(only((await c.suggest()).suggestions).action).toBe('withdraw');
    expect(await done(c, 'Priya')).toMatchObject({
      did: 'withdraw',
      recorded: null,
      person: { connection: { status: 'withdrawn' } },
    });
    expect(held(await c.suggest(), 'Priya Shah')?.reason).toBe('cooling-off');
  });

  it('done again the same day changes nothing and says so', async () => {
    const c = coach();
    await c.log('milestone', 'Aoife Byrne', 'Promoted to Staff Engineer', '2026-11-20');
    await c.log('meeting', 'Noor Aziz', 'coffee about on-call', '2026-11-16');
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    await c.log('project', 'Tom Becker', 'Borealis', '2026-10-20');
    await c.json('sent', 'Tom', '--on', '2026-10-20');
    for (const name of ['Aoife', 'Noor', 'Priya', 'Tom']) {
      const first = await done(c, name);
      const before = await everything(c);
      const again = await done(c, name, 'in', 'other', 'words');
      expect(again).toMatchObject({ did: first.did, recorded: first.recorded });
      const { code, stdout } = await c.run('done', name);
      expect([code, stdout]).toEqual([
        0,
        expect.stringMatching(/already .*today.*Nothing changed/),
      ]);
      expect(await everything(c)).toBe(before);
    }
  });

  it('is one step back', async () => {
    const c = await promoted();
    const before = await everything(c);
    expect((await c.run('done', 'Aoife')).stdout).toContain('Undo: netcoach undo');
    await c.json('undo');
    expect(await everything(c)).toBe(before);
    expect(row(await c.suggest(), 'Aoife Byrne')?.action).toBe('congratulate');
  });

  it('is refused where nothing is suggested', async () => {
    const c = coach();
    await c.add('Priya Shah');
    const before = await everything(c);
    expect(await c.fails('usage', 'done', 'Priya', 'had $(lunch)')).toMatchObject({
      message: 'nothing is suggested for Priya Shah today',
      hint: 'Log what you did: netcoach log --kind engagement --with "Priya Shah" --title "had \\$(lunch)"',
    });
    expect(await everything(c)).toBe(before);
    await c.fails('unknown-person', 'done', 'Nobody');
  });

  it('says where words go that an invitation cannot keep', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const { code, stderr } = await c.run('done', 'Priya', 'with a joke');
    expect(code).toBe(0);
    expect(stderr).toContain('netcoach log');
    expect((await c.person('Priya')).connection.status).toBe('invited');
  });
});
