/** Nothing is read twice: the queries that a command makes, by person. */
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { type Asked, readsOf } from '../helpers/statements.ts';

/** A log in which each command below has something to show. */
async function logged(): Promise<Coach> {
  const c = coach();
  await c.json('me', '--name', 'Sam Ortiz', '--role', 'engineer', '--team', 'Billing');
  await c.log('project', 'Priya Shah: her rollback plan', 'Apollo launch', '2026-11-20');
  await c.log('event', 'Tom Becker', 'Lisbon offsite', '2026-11-20');
  await c.log('milestone', 'Ana Ruiz', 'Promoted', '2026-11-20');
  await c.log('meeting', 'Noor Aziz', 'Coffee', '2026-11-19');
  return c;
}

/** Kinds of reads: `history` is everything logged with people, `outline` the same without text. */
const KINDS = {
  name: /WHERE folded >= |instr\(folded, \?\)/,
  person:
    /^SELECT person\.id, .*(FROM person WHERE id = \?|CROSS JOIN person ON person\.id = wanted\.value)$/,
  outline: /^SELECT p\.person_id, p\.interaction_id, p\.kind, p\.day,\s+CASE WHEN/,
  history: /SELECT p\.person_id, i\.id, i\.kind, i\.day, i\.title/,
  attendance: /SELECT p\.interaction_id AS interaction/,
  skips: /FROM json_each\(\?\) AS wanted CROSS JOIN skip/,
  strained: /WHERE strained = 1 ORDER BY id$/,
  me: /FROM setting WHERE key = \?/,
};

/** How often each kind of read was made. */
function counts(asked: readonly Asked[]): Partial<Record<keyof typeof KINDS, number>> {
  const found: Partial<Record<keyof typeof KINDS, number>> = {};
  for (const [kind, pattern] of Object.entries(KINDS)) {
    const count = asked.filter(({ sql }) => pattern.test(sql)).length;
    if (count > 0) found[kind as keyof typeof KINDS] = count;
  }
  return found;
}

/** The queries that were made more than once, word for word. */
function repeated(asked: readonly Asked[]): string[] {
  const seen = new Set<string>();
  return asked
    .filter(({ sql }) => !sql.includes('total_changes'))
    .map(({ sql, values }) => `${sql} ${values}`)
    .filter((question) => seen.size === seen.add(question).size);
}

async function reads(c: Coach, ...args: string[]): Promise<Asked[]> {
  return readsOf(async () => expect((await c.run(...args)).code, args.join(' ')).toBe(0));
}

describe('what a command reads', () => {
  it('suggest: everyone once in outline, and the people listed once in full', async () => {
    const asked = await reads(await logged(), 'suggest');
    const { outline, history, attendance, person, skips, strained } = counts(asked);
    expect({ outline, history, attendance, person, skips }).toEqual({
      outline: 1,
      history: 1,
      attendance: 1,
      person: 1,
      skips: 1,
    });
    // Once for the list, and once for the people held.
    expect(strained).toBe(2);
  });

  it('draft: the person once, their history once', async () => {
    const asked = await reads(await logged(), 'draft', 'Priya Shah');
    expect(repeated(asked)).toEqual([]);
    expect(counts(asked)).toMatchObject({ name: 1, history: 1, me: 1 });
    expect(counts(asked).outline).toBeUndefined();
    expect(counts(asked).person).toBeUndefined();
  });

  it('draft: others only in outline, where personal notes may run short', async () => {
    const c = await logged();
    await c.run('me', '--notes-per-month', '1');
    const asked = await reads(c, 'draft', 'Priya Shah');
    expect(repeated(asked)).toEqual([]);
    expect(counts(asked)).toMatchObject({ name: 1, history: 1, me: 1, outline: 1, person: 1 });
  });

  it('why: the person once, and others only in outline', async () => {
    const asked = await reads(await logged(), 'why', 'Tom Becker');
    expect(repeated(asked)).toEqual([]);
    expect(counts(asked)).toMatchObject({ name: 1, history: 1, me: 1, outline: 1 });
  });

  it('why: no one else if no invitation is at stake', async () => {
    const asked = await reads(await logged(), 'why', 'Ana Ruiz');
    expect(counts(asked)).toMatchObject({ name: 1, history: 1, me: 1 });
    expect(counts(asked).outline).toBeUndefined();
  });

  it('show: the person once', async () => {
    const asked = await reads(await logged(), 'show', 'Priya Shah');
    expect(repeated(asked)).toEqual([]);
    expect(counts(asked)).toEqual({ name: 1, attendance: 1 });
  });

  it('log with flags: each name once', async () => {
    const c = await logged();
    const flags = ['--kind', 'meeting', '--title', 'Tea'];
    const asked = await reads(c, 'log', ...flags, '--with', 'Priya Shah', '--with', 'Tom Becker');
    expect(repeated(asked)).toEqual([]);
    // Me, and who has read the log.
    expect(counts(asked)).toMatchObject({ name: 2, person: 1, history: 1, me: 2 });
    const byId = await reads(c, 'log', ...flags, '--with', '#1');
    expect(counts(byId).name).toBeUndefined();
  });
});
