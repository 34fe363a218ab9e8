import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import type { Interactions, Logged, Person } from '../helpers/shapes.ts';

const log = ['log', '--kind', 'project', '--with', 'Priya Shah', '--title', 'Apollo launch'];

/** Sunday, 22 November 2026. */
describe('a typed date', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2024-02-29', '2024-02-29'],
    ['2026-11-22', '2026-11-22'],
    ['today', '2026-11-22'],
    ['yesterday', '2026-11-21'],
    ['Yesterday', '2026-11-21'],
    [' yesterday ', '2026-11-21'],
    ['3 days ago', '2026-11-19'],
    ['1 day ago', '2026-11-21'],
    ['two weeks ago', '2026-11-08'],
    ['2 weeks ago', '2026-11-08'],
    ['last friday', '2026-11-20'],
    ['last Friday', '2026-11-20'],
    ['friday', '2026-11-20'],
    ['nov 5', '2026-11-05'],
    ['Nov 5', '2026-11-05'],
    ['5 November', '2026-11-05'],
    ['november 5, 2025', '2025-11-05'],
    ['dec 24', '2025-12-24'],
    ['nov 30', '2025-11-30'],
  ])('%j is read as %s', async (typed, date) => {
    const { interaction } = await coach().json<Logged>(...log, '--on', typed);
    expect(interaction.date).toBe(date);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-31-12',
    '2026-11-31',
    '0000-01-01',
    '2026-04-31',
    '2026-11-00',
    'feb 30',
    'april 31',
    '30 February',
    'rubbish',
    'banana yesterday',
    'yesterday banana',
    '2026-11-20 and then some',
    '',
    '   ',
    '-',
    '99999-01-01',
  ])('%j is rejected', async (typed) => {
    const c = coach();
    await c.fails('bad-date', ...log, '--on', typed);
    expect(await c.people()).toEqual([]);
    expect((await c.json<Interactions>('interactions')).total).toBe(0);
  });

  it.each(['2026-11-23', '2027-01-01', 'tomorrow', 'next friday', 'in 3 days', 'next week'])(
    '%j is rejected as a future date',
    async (typed) => {
      const c = coach();
      const error = await c.fails('bad-date', ...log, '--on', typed);
      expect(error.message).not.toMatch(/undefined|NaN|Invalid/);
      expect(await c.people()).toEqual([]);
    },
  );

  it.each(['new-job', 'event', 'departure', 'meeting'])(
    'for a %s cannot be in the future',
    async (kind) => {
      await coach().fails(
        'bad-date',
        ...['log', '--kind', kind, '--with', 'Priya', '--title', 'Kickoff', '--on', '2026-11-23'],
      );
    },
  );

  it('defaults to today, and to --today if that is set', async () => {
    const c = coach('2024-02-29');
    expect((await c.json<Logged>(...log)).interaction.date).toBe('2024-02-29');
    const day = await c.json<Logged>(...log, '--on', 'yesterday');
    expect(day.interaction.date).toBe('2024-02-28');
    const week = await c.on('2024-03-01').json<Logged>(...log, '--on', '1 day ago');
    expect(week.interaction.date).toBe('2024-02-29');
  });

  it('is a calendar day, even when the clocks change', async () => {
    // The nights when the clocks change in Los Angeles, Auckland and London.
    for (const day of ['2026-03-08', '2026-11-01', '2026-04-05', '2026-09-27', '2026-03-29']) {
      const c = coach(day);
      expect((await c.json<Logged>(...log, '--on', 'today')).interaction.date).toBe(day);
      const ago = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
      expect((await c.json<Logged>(...log, '--on', 'yesterday')).interaction.date).toBe(ago);
    }
  });

  it('is repeated as understood', async () => {
    const { code, stdout, stderr } = await coach().run(...log, '--on', 'last friday');
    expect(code).toBe(0);
    expect(stdout + stderr).toMatch(/2026-11-20|\b20 Nov|Nov(ember)? 20\b/);
  });

  it('is understood in every command', async () => {
    const c = coach();
    await c.json(...log, '--on', '2026-11-01');
    const amended = await c.run('amend', '1', '--on', '3 days ago');
    expect(amended.code).toBe(0);
    const list = await c.json<Interactions>('interactions', '--since', 'last friday');
    expect(list.total).toBe(0);
    const since = await c.json<Interactions>('interactions', '--since', '3 days ago');
    expect(since.interactions[0]?.date).toBe('2026-11-19');
    const until = await c.json<Interactions>('interactions', '--until', 'nov 18');
    expect(until.total).toBe(0);
    const { person } = await c.json<{ person: Person }>('sent', 'Priya', '--on', 'yesterday');
    expect(person.connection.since).toBe('2026-11-21');
  });

  it.each([
    [['amend', '1', '--on']],
    [['interactions', '--since']],
    [['interactions', '--until']],
    [['sent', 'Priya', '--on']],
    [['accepted', 'Priya', '--on']],
    [['declined', 'Priya', '--on']],
    [['withdrawn', 'Priya', '--on']],
    [['snooze', 'Priya', '--until']],
  ])('is rejected by %j if it is invalid', async (args) => {
    const c = coach();
    await c.json(...log, '--on', '2026-11-20');
    for (const typed of ['2026-02-30', 'garbage']) await c.fails('bad-date', ...args, typed);
    const person = await c.person('Priya');
    expect(person).toMatchObject({
      connection: { status: 'none' },
      lastContact: '2026-11-20',
    });
  });

  it('for an outcome cannot be in the future either', async () => {
    const c = coach();
    await c.json(...log);
    for (const outcome of ['sent', 'accepted', 'declined', 'withdrawn']) {
      await c.fails('bad-date', outcome, 'Priya', '--on', '2026-11-23');
    }
    expect((await c.person('Priya')).connection.status).toBe('none');
  });

  it('is read or rejected, for any text', async () => {
    const c = coach();
    const words = fc.constantFrom('nov', '31', 'friday', 'ago', 'last', '2026', '-', 'days', '٣');
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.array(words, { maxLength: 4 }).map((list) => list.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const result = await c.run(...log, `--on=${text}`, '--json');
        if (result.code === 0) {
          const { date } = (JSON.parse(result.stdout) as Logged).interaction;
          expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(date <= c.today).toBe(true);
        } else {
          expect(JSON.parse(result.stderr)).toMatchObject({
            error: { code: 'bad-date' },
          });
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
