/** A database in every released format, as its own release wrote it: today's netcoach reads them all. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../src/database/backup.ts';
import { readHeader } from '../../src/database/header.ts';
import { MIGRATIONS } from '../../src/database/schema.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { type Coach, coach, TODAY } from '../helpers/coach.ts';
import { tempDb } from '../helpers/run.ts';
import type { Interactions, Shown } from '../helpers/shapes.ts';
import { later } from './later.ts';

const folder = fileURLToPath(new URL('fixtures', import.meta.url));
const kept = readdirSync(folder).filter((name) => /^netcoach-\d+\.db$/.test(name));

/** A netcoach with a copy of a kept database. */
function keptCoach(name: string): Coach {
  const path = tempDb();
  copyFileSync(join(folder, name), path);
  return coach(TODAY, path);
}

const formatOf = (c: Coach) => readHeader(c.db).version;

/** The labels of the last changes, newest first. */
async function labels(c: Coach): Promise<string[]> {
  const { changes } = await c.json<{ changes: Array<{ label: string }> }>('undo', '--list');
  return changes.map(({ label }) => label);
}

/** Expects everything that keep.sh logged, through every command that shows it. */
async function expectAll(c: Coach, name: string): Promise<void> {
  const { netcoach: _, ...held } = JSON.parse(
    readFileSync(join(folder, name.replace(/db$/, 'json')), 'utf8'),
  );
  expect(JSON.parse((await c.run('export', 'json')).stdout)).toMatchObject(held);
  expect(await c.people()).toEqual(['José Álvarez', 'Priya Shah', 'Tom Becker', 'Viktor Stein']);
  expect(await c.json<Shown>('show', 'PJ')).toMatchObject({
    person: {
      name: 'Priya Shah',
      role: 'Staff Engineer',
      connection: { status: 'connected', since: '2026-11-20' },
      note: 'prefers chat',
    },
    timeline: [
      {
        kind: 'project',
        date: '2026-11-18',
        title: 'Apollo launch',
        note: 'she may move teams',
        people: [
          { id: 1, name: 'Priya Shah', highlight: 'your rollback plan' },
          { id: 2, name: 'Tom Becker', highlight: null },
        ],
      },
    ],
  });
  expect((await c.run('show', 'Priya')).stdout).toContain(
    'before: Analyst, Ledger at Northwind, until Nov 2026',
  );
  expect(await labels(c)).toEqual([
    'amend: Coffee on the roof',
    'log: Coffee',
    'add: Viktor Stein',
    'snooze: José Álvarez',
    'skip: José Álvarez',
    'log: Lisbon offsite',
    'sent: Tom Becker',
    'edit: Priya Shah',
    'accepted: Priya Shah',
    'sent: Priya Shah',
    'log: Apollo launch',
    'add: Priya Shah',
    'me: my profile',
  ]);
  const { ok, findings } = await c.json<{ ok: boolean; findings: Finding[] }>('doctor');
  expect({ ok, wrong: findings.filter(({ severity }) => severity !== 'advice') }).toEqual({
    ok: true,
    wrong: [],
  });
}

it('the newest format has a kept database too: tests/database/fixtures/keep.sh makes it', () => {
  expect(kept).toContain(`netcoach-${MIGRATIONS.length}.db`);
});

describe.each(kept)('%s', (name) => {
  const format = Number(/\d+/.exec(name)?.[0]);

  it('has the format that its name says', () => {
    expect(readHeader(join(folder, name))).toMatchObject({ isSqlite: true, version: format });
  });

  it('opens with everything that was logged', async () => {
    const c = keptCoach(name);
    await expectAll(c, name);
    expect(formatOf(c)).toBe(MIGRATIONS.length);
  });

  it('is upgraded to a later format, keeping a copy of the old one', async () => {
    const c = keptCoach(name);
    await later(async () => {
      await expectAll(c, name);
      expect(formatOf(c)).toBe(MIGRATIONS.length);
      const [copy = ''] = listBackups(c.db, 'before-upgrade');
      expect(readHeader(copy).version).toBe(format);
      await c.json('restore', copy);
      await expectAll(c, name);
    });
  });

  it('can be undone down to its first change', async () => {
    const c = keptCoach(name);
    await c.json('undo');
    const { interactions } = await c.json<Interactions>('interactions', '--with', 'Tom');
    expect(interactions.map(({ title }) => title)).toEqual(['Coffee', 'Apollo launch']);
    for (let left = (await labels(c)).length; left > 0; left--) await c.json('undo');
    expect(await c.people()).toEqual([]);
    expect(await c.json('me')).toMatchObject({ me: { name: null, goals: [] } });
    await c.fails('usage', 'undo');
  });

  it.each(['this', 'a later'])('is restored by %s netcoach, over another log', async (which) => {
    const c = coach();
    await c.add('Wei Chen');
    const check = async () => {
      const { restored } = await c.json<{ restored: { file: string; people: number } }>(
        'restore',
        join(folder, name),
      );
      expect(restored).toMatchObject({ file: join(folder, name), people: 4, interactions: 3 });
      expect(formatOf(c)).toBe(MIGRATIONS.length);
      await expectAll(c, name);
    };
    const before = readFileSync(join(folder, name));
    await (which === 'this' ? check() : later(check));
    expect(readFileSync(join(folder, name)).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((one) => one.startsWith(name))).toEqual([name]);
  });
});
