import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleCommands } from '../../src/commands/demo.ts';
import { coach, held, only, row, TODAY } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';
import { checkSuggest, type People, type Suggest } from '../helpers/shapes.ts';
import { hasColour, widest } from '../helpers/text.ts';

async function many(count: number) {
  const c = coach();
  for (let i = 0; i < count; i += 1) {
    await c.log('project', `Person ${i}`, 'Apollo launch', '2026-11-20');
  }
  return c;
}

describe('suggest', () => {
  it('says who, what, why, when and in which words', async () => {
    const c = coach();
    const interaction = await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const list = await c.json<Suggest>('suggest');
    checkSuggest(list);
    expect(list).toMatchObject({ date: '2026-11-22', held: [] });
    const one = only(list.suggestions);
    expect(one).toMatchObject({
      rank: 1,
      person: await c.person('Priya'),
      action: 'connect',
      moment: 'project',
      interaction,
      window: { opens: '2026-11-20', best: '2026-11-27', closes: '2026-12-20' },
      draft: { channel: 'note', limit: 200 },
    });
    expect(one.score).toBeGreaterThan(0);
    expect(one.score).toBeLessThanOrEqual(100);
    expect(one.reasons[0]).toContain('Apollo launch');
    expect(one.reasons[0]).toMatch(/2 days ago/);
    expect(one.draft.text).toContain('Priya');
    expect(one.draft.text).toContain('Apollo launch');
  });

  it('returns empty lists for an empty log', async () => {
    const list = await coach().json<Suggest>('suggest');
    checkSuggest(list);
    expect(list).toMatchObject({ suggestions: [], held: [] });
  });

  it('lists five by default', async () => {
    const c = await many(8);
    const count = async (...args: string[]) =>
      (await c.json<Suggest>('suggest', ...args)).suggestions.length;
    expect(await count()).toBe(5);
    expect(await count('--limit', '2')).toBe(2);
    expect(await count('--limit', '7')).toBe(7);
    expect(await count('--limit', '50')).toBe(8);
    expect(await count('--all')).toBe(8);
  });

  it('with a limit shows the start of the same list', async () => {
    const c = await many(8);
    const all = await c.json<Suggest>('suggest', '--all');
    const some = await c.json<Suggest>('suggest', '--limit', '3');
    expect(some.suggestions).toEqual(all.suggestions.slice(0, 3));
  });

  it('puts the best first', async () => {
    const c = await many(3);
    await c.log('event', 'Wei Chen', 'Lisbon offsite', '2026-11-05');
    await c.log('feedback', 'Ana Ruiz', 'Caching review', '2026-11-18');
    await c.log('interest', 'Omar Aziz', 'Climbing', '2026-11-01');
    const scores = (await c.suggest()).suggestions.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores).toHaveLength(6);
  });

  it('has one row per person, with further moments as further reasons', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    await c.log('event', 'Priya', 'Lisbon offsite', '2026-11-19');
    const one = only((await c.suggest()).suggestions);
    expect(one.reasons.length).toBeGreaterThanOrEqual(2);
    expect(one.reasons.join('\n')).toContain('Apollo launch');
    expect(one.reasons.join('\n')).toContain('Lisbon offsite');
  });

  it('ranks by what people share with me', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Borealis', '2026-06-01');
    await c.log('meeting', 'Priya Shah', 'Lunch', '2026-11-10');
    await c.log('project', 'Priya Shah, Tom Becker', 'Apollo launch', '2026-11-20');
    const list = await c.suggest();
    expect(list.suggestions.map(({ person }) => person.name)).toEqual(['Priya Shah', 'Tom Becker']);
    expect(row(list, 'Priya Shah')?.score).toBeGreaterThan(row(list, 'Tom Becker')?.score ?? 0);
  });

  it('ranks people who serve a goal higher', async () => {
    const c = coach();
    await c.log('project', 'Ada Nowak, Tom Becker', 'Apollo launch', '2026-11-20');
    await c.json('edit', 'Tom', '--skill', 'Kubernetes');
    await c.json('edit', 'Ada', '--skill', 'Accounting');
    await c.json('me', '--goal', 'learn Kubernetes');
    const list = await c.suggest();
    expect(list.suggestions.map(({ person }) => person.name)).toEqual(['Tom Becker', 'Ada Nowak']);
    expect(row(list, 'Tom Becker')?.score).toBeGreaterThan(row(list, 'Ada Nowak')?.score ?? 0);
  });

  it('drafts different texts for two people from one project', async () => {
    const c = coach();
    const names = ['Priya Shah', 'Tom Becker', 'Wei Chen', 'Ana Ruiz', 'Omar Aziz', 'Zoe Park'];
    await c.log('project', names.join(', '), 'Apollo launch', '2026-11-20');
    const { suggestions } = await c.suggest();
    expect(suggestions).toHaveLength(names.length);
    const worded = suggestions.map(({ person, draft }) =>
      draft.text.replaceAll(person.name.split(' ')[0] as string, 'NAME'),
    );
    expect(new Set(worded).size).toBeGreaterThanOrEqual(3);
  });

  it('gives the same text as `draft`', async () => {
    const c = await many(3);
    for (const { person, action, moment, draft } of (await c.suggest()).suggestions) {
      expect(await c.draft(person.name)).toMatchObject({
        action,
        moment,
        draft,
      });
    }
  });

  it('shows no wall of overdue people after a long absence', async () => {
    const c = coach();
    for (let i = 0; i < 30; i += 1) {
      await c.log('project', `Person ${i}`, 'Apollo launch', '2026-01-10');
      await c.json('accepted', `Person ${i}`, '--on', '2026-01-11');
    }
    const list = await c.json<Suggest>('suggest');
    expect(list.suggestions).toHaveLength(5);
    const { stdout } = await c.run('suggest');
    expect(stdout).not.toMatch(/neglect|overdue|\b30 people\b.*late/i);
  });
});

describe('people held back', () => {
  it('have one reason each, and no row', async () => {
    const c = coach();
    await c.log(
      'project',
      'Ada Strained,Ben Pending,Cat Declined,Dan Snoozed,Eve Skipped,Fay Cooling,Gus Free',
      'Apollo launch',
      '2026-11-20',
    );
    await c.json('edit', 'Ada', '--strained');
    for (const name of ['Ben', 'Cat', 'Fay']) await c.json('sent', name, '--on', '2026-11-21');
    await c.json('declined', 'Cat');
    await c.json('withdrawn', 'Fay');
    await c.json('snooze', 'Dan');
    await c.json('skip', 'Eve');
    const list = await c.suggest();
    expect(list.suggestions.map(({ person }) => person.name)).toEqual(['Gus Free']);
    expect(
      Object.fromEntries(list.held.map(({ person, reason }) => [person.name, reason])),
    ).toEqual({
      'Ada Strained': 'strained',
      'Ben Pending': 'pending',
      'Cat Declined': 'declined',
      'Dan Snoozed': 'snoozed',
      'Eve Skipped': 'skipped',
      'Fay Cooling': 'cooling-off',
    });
    const { stdout } = await c.run('suggest', '--all');
    for (const { person } of list.held) expect(stdout).toContain(person.name);
  });

  it('include a strained tie, with a word of caution, whatever else is true', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    await c.json('edit', 'Priya', '--strained');
    for (const [kind, title] of [
      ['milestone', 'Staff Engineer'],
      ['event', 'Lisbon offsite'],
      ['departure', 'Left for Halden'],
    ] as const) {
      await c.log(kind, 'Priya', title, '2026-11-21');
      const list = await c.suggest();
      expect(row(list, 'Priya Shah')).toBeUndefined();
      expect(held(list, 'Priya Shah')?.reason).toBe('strained');
    }
    await c.json('edit', 'Priya', '--no-strained');
    expect(row(await c.suggest(), 'Priya Shah')).toBeDefined();
  });

  it('do not use up the budget', async () => {
    const c = coach();
    await c.json('me', '--invites-per-week', '1');
    await c.log('project', 'Ada Nowak', 'Borealis', '2026-05-01');
    await c.log('project', 'Ada Nowak, Tom Becker', 'Apollo launch', '2026-11-20');
    await c.json('edit', 'Ada', '--strained');
    expect(row(await c.suggest(), 'Tom Becker')).toMatchObject({
      action: 'connect',
    });
  });
});

describe('the list on screen', () => {
  async function screen(columns: number | undefined, tty = true) {
    const c = await many(2);
    await c.log(
      'feedback',
      'Wilhelmina Featherstonehaugh-Cholmondeley',
      'A long review of a very long caching design document for the new billing platform',
      '2026-11-19',
    );
    return c.with({ tty, ...(columns === undefined ? {} : { columns }) }, 'suggest', '--all');
  }

  it.each([80, 40])('fits %i columns', async (columns) => {
    const { code, stdout } = await screen(columns);
    expect(code).toBe(0);
    const isTyped = (line: string) => /^ +netcoach |^ +\w[\w ]*: netcoach /.test(line);
    const lines = stdout.split('\n').filter((line) => !isTyped(line));
    expect(widest(lines.join('\n'))).toBeLessThanOrEqual(columns);
  });

  it('has five people and a message on 24 lines, and a short head on a narrow one', async () => {
    const c = coach();
    for (const args of sampleCommands(TODAY)) await c.run(...args);
    const at = async (columns: number) =>
      (await c.with({ tty: true, columns }, 'suggest', '--no-color')).stdout.split('\n');
    const wide = await at(80);
    expect(wide.filter((line) => /^\d\. /.test(line))).toHaveLength(5);
    expect(wide.length).toBeLessThan(24);
    expect(wide).toContain('2. Wei Chen – invite to connect, by Sun 13 Dec');
    expect(await at(40)).toContain('2. Wei Chen – invite, by 13 Dec');
  });

  it('shows person, reason, window and next command', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const draft = await c.draft('Priya');
    const { code, stdout } = await c.with({ tty: true, columns: 400 }, 'suggest', '--no-color');
    expect(code).toBe(0);
    expect(stdout).toContain('Priya Shah');
    expect(stdout).toContain('Apollo launch');
    // The window: the last good day or the last day.
    expect(stdout).toMatch(
      /\b(20 Dec|27 Nov|Dec(ember)? 20|Nov(ember)? 27)\b|2026-12-20|2026-11-27/,
    );
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(draft.draft.text);
    expect(stdout).toMatch(/netcoach \w+/);
    expect(stdout).not.toMatch(/null|undefined|NaN|\[object/);
  });

  it('uses numbers for people who share a name, or whose name a shell cannot take', async () => {
    const c = coach();
    const file = join(tempFolder(), 'people.csv');
    writeFileSync(file, 'name,email\nKim Lee,a@x.org\nKim Lee,b@x.org\n');
    await c.json('import', 'csv', file);
    for (const name of ['#1', '#2', '-rf', '=1+1', 'José Álvarez'])
      await c.log('project', name, 'Apollo launch', '2026-11-20');
    const { people } = await c.json<People>('people');
    const { stdout } = await c.with({ tty: true, columns: 400 }, 'suggest', '--all', '--no-color');
    const calls = people.map(({ id, name }) => (name === 'José Álvarez' ? name : `#${id}`));
    expect(calls).toHaveLength(5);
    for (const call of calls) expect(stdout).toContain(`netcoach done "${call}"`);
  });

  it('is plain on a pipe', async () => {
    const { stdout, stderr } = await screen(undefined, false);
    expect(hasColour(stdout + stderr)).toBe(false);
    expect(stdout).toContain('Person 0');
  });

  it("says kindly when there's no one today", async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2025-01-10');
    const { code, stdout, stderr } = await c.run('suggest');
    expect(code).toBe(0);
    expect((stdout + stderr).trim()).not.toBe('');
  });
});

it('suggest mentions no lighter gesture after hard news', async () => {
  const c = coach();
  await c.log('milestone', 'Tom Becker', 'Laid off', '2026-11-20');
  const [found] = (await c.suggest()).suggestions;
  expect(found).toMatchObject({ action: 'check-in', moment: null });
  expect(found?.reasons).toEqual(['Tom Becker had news 2 days ago: Laid off']);
});
