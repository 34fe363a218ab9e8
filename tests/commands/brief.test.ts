import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
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
    expect(before.ask).toBe('How have things been since your promotion to charge nurse?');
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

describe('a promise in a private note', () => {
  it('is open between us on a terminal, and nowhere else', async () => {
    const c = await known();
    await c.json('edit', 'Priya', '--note', 'likes tea\ntodo: send the slides');
    await c.log('meeting', 'Priya Shah', 'Coffee', '2026-11-20', '--note', 'tired. TODO: ask Tom');
    const { stdout } = await c.with({ tty: true }, 'brief', 'Priya');
    expect(stdout).toContain('You promised: send the slides');
    expect(stdout).toContain('You promised: ask Tom (Fri 20 Nov)');
    for (const flags of [[], ['--json']])
      expect((await c.run('brief', 'Priya', ...flags)).stdout).not.toMatch(/slides|ask Tom/);
  });
});

function calendar(...events: string[]): string {
  const file = join(tempFolder(), 'work.ics');
  const all = events.map((event, at) => `BEGIN:VEVENT\r\nUID:${at}\r\n${event}\r\nEND:VEVENT`);
  writeFileSync(file, ['BEGIN:VCALENDAR', ...all, 'END:VCALENDAR', ''].join('\r\n'));
  return file;
}

const PRIYA = 'ATTENDEE;CN=Priya Shah:mailto:priya@example.com';
const STANDUP = `DTSTART:20261116T103000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Weekly\r\n${PRIYA}`;
const HIRING = `DTSTART:20261123T090000\r\nSUMMARY:Hiring\r\n${PRIYA}\r\nATTENDEE;CN=Leo Marsh:mailto:leo@example.com`;
const LATER = `DTSTART:20261124T090000\r\nSUMMARY:Later\r\n${PRIYA}`;

interface Day {
  date: string;
  meetings: Array<{ time: string | null; title: string; known: Brief[]; unknown: string[] }>;
}

describe('brief --calendar', () => {
  it('prepares for each meeting of a day, in order, and stores nothing', async () => {
    const c = await known();
    await c.json('edit', 'Priya', '--email', 'priya@example.com');
    const file = calendar(STANDUP, HIRING, LATER);
    const day = await c.json<Day>('brief', '--calendar', file, '--on', 'tomorrow');
    expect(day.date).toBe('2026-11-23');
    expect(
      day.meetings.map(({ time, title, known: who, unknown }) => [
        time,
        title,
        who.map(({ person }) => person.name),
        unknown,
      ]),
    ).toEqual([
      ['09:00', 'Hiring', ['Priya Shah'], ['Leo Marsh']],
      ['10:30', 'Weekly', ['Priya Shah'], []],
    ]);
    const { stdout } = await c.run('brief', '--calendar', file, '--on', '2026-11-23');
    expect(stdout).toContain('09:00: Hiring');
    expect(stdout).toContain('Not in your log: Leo Marsh');
    expect(stdout).not.toContain('wants to leave');
    expect(await c.people()).toEqual(['Priya Shah']);
    const today = await c.run('brief', '--calendar', file);
    expect(today.stdout).toBe('No meeting with other people on Sun 22 Nov.\n');
  });

  it('works before anything is logged, and makes no database', async () => {
    const c = coach();
    const day = await c.json<Day>('brief', '--calendar', calendar(HIRING), '--on', '2026-11-23');
    expect(day.meetings[0]?.unknown).toEqual(['Priya Shah', 'Leo Marsh']);
    expect(existsSync(c.db)).toBe(false);
  });

  it('says what is wrong with what was typed', async () => {
    const c = await known();
    await c.fails('usage', 'brief');
    await c.fails('usage', 'brief', 'Priya', '--calendar', calendar(HIRING));
    await c.fails('usage', 'brief', 'Priya', '--on', 'today');
    await c.fails('bad-date', 'brief', '--calendar', calendar(HIRING), '--on', '2026-02-31');
    await c.fails('bad-file', 'brief', '--calendar', join(tempFolder(), 'none.ics'));
  });
});
