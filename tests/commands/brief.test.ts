import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { checkInteraction, checkPerson, type Interaction, type Person } from '../helpers/shapes.ts';

interface Brief {
  person: Person;
  lastContact: string | null;
  interactions: Interaction[];
  open: Array<{ what: string; text: string; on: string | null }>;
  ask: string | null;
}

async function known(): Promise<Coach> {
  const c = coach();
  await c.add('Priya Shah', '--role', 'SRE', '--team', 'Billing', '--note', 'wants to leave');
  const more = ['--note', 'argued about money', '--highlight', 'your rollback plan'];
  await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-10', ...more);
  await c.log('milestone', 'Priya Shah', 'Promoted to staff', '2026-11-16');
  const said = ['--highlight', 'be bolder in meetings'];
  await c.log('feedback', 'Priya Shah', 'Q3 review: you interrupt', '2026-11-18', ...said);
  return c;
}

describe('brief', () => {
  it('gives who they are, what was last, what is open and one question', async () => {
    const c = await known();
    await c.json('sent', 'Priya', '--on', '2026-11-20');
    const brief = await c.json<Brief>('brief', 'Priya');
    expect(Object.keys(brief)).toEqual(['person', 'lastContact', 'interactions', 'open', 'ask']);
    checkPerson(brief.person);
    for (const one of brief.interactions) checkInteraction(one);
    expect(brief.lastContact).toBe('2026-11-18');
    expect(brief.interactions.map(({ date }) => date)).toEqual([
      '2026-11-18',
      '2026-11-16',
      '2026-11-10',
    ]);
    expect(brief.open.map(({ what, on }) => [what, on])).toEqual([
      ['invitation', '2026-11-20'],
      ['news', '2026-11-16'],
    ]);
    expect(brief.ask).toMatch(/\?$/);
    const { stdout } = await c.run('brief', 'Priya');
    for (const words of ['Priya Shah', 'SRE · Billing', 'Apollo launch', 'rollback plan', 'Ask: '])
      expect(stdout).toContain(words);
  });

  it.each([['--json'], []])('shows nothing private off a terminal %s', async (...flags) => {
    const c = await known();
    const { stdout } = await c.run('brief', 'Priya', ...flags);
    expect(stdout).toContain('Priya Shah');
    for (const secret of ['wants to leave', 'argued', 'bolder', 'interrupt'])
      expect(stdout).not.toContain(secret);
  });

  it('shows private notes and feedback on a terminal, and there not as JSON', async () => {
    const c = await known();
    const { stdout } = await c.with({ tty: true }, 'brief', 'Priya');
    for (const secret of ['wants to leave', 'argued', 'bolder', 'interrupt'])
      expect(stdout).toContain(secret);
    const document = (await c.with({ tty: true }, 'brief', 'Priya', '--json')).stdout;
    expect(document).not.toContain('wants to leave');
  });

  it('asks how they are after hard news, and mentions no news', async () => {
    const c = coach();
    await c.log('project', 'Tom Becker', 'Apollo', '2026-11-01');
    await c.log('departure', 'Tom Becker', 'Laid off', '2026-11-15');
    const brief = await c.json<Brief>('brief', 'Tom');
    expect(brief.ask).toBe('How are you doing?');
    expect(brief.open).toEqual([]);
  });

  it('drops good news once a word about it is recorded', async () => {
    const c = coach();
    await c.log('milestone', 'Ana Ruiz', 'Promoted to charge nurse', '2026-11-20');
    await c.json('accepted', 'Ana');
    const before = await c.json<Brief>('brief', 'Ana');
    expect(before.open.map(({ what }) => what)).toEqual(['news']);
    expect(before.ask).toBe('How is it going since your promotion to charge nurse?');
    await c.json('done', 'Ana');
    expect((await c.json<Brief>('brief', 'Ana')).open).toEqual([]);
  });

  it('says so when nothing is logged', async () => {
    const c = coach();
    await c.add('Zoe Park');
    expect(await c.json<Brief>('brief', 'Zoe')).toMatchObject({
      lastContact: null,
      interactions: [],
      open: [],
      ask: null,
    });
    expect((await c.run('brief', 'Zoe')).stdout).toContain('Nothing logged');
    await c.fails('unknown-person', 'brief', 'Nobody');
  });
});
