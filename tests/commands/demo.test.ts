import { existsSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { run, tempDb, tempFolder } from '../helpers/run.ts';
import { hasColour, unsafe } from '../helpers/text.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('demo', () => {
  it('shows the whole tour, the same every time', async () => {
    const first = await run(['demo'], { today: '2026-11-22' });
    expect(first.code).toBe(0);
    for (const word of ['log', 'suggest', 'draft']) {
      expect(first.stdout).toMatch(new RegExp(`netcoach ${word}\\b`));
    }
    expect(hasColour(first.stdout)).toBe(false);
    expect(unsafe(first.stdout)).toEqual([]);
    expect(first.stdout).not.toMatch(/undefined|NaN|\[object/);
    expect(await run(['demo'], { today: '2026-11-22' })).toEqual(first);
  });

  it('works on any day', async () => {
    for (const today of ['2024-02-29', '2027-01-01', '2030-07-15']) {
      expect(await run(['demo'], { today }), today).toMatchObject({ code: 0 });
    }
  });

  it('does not touch my own database', async () => {
    const c = coach();
    await c.log('project', 'Priya Shah', 'Apollo launch', '2026-11-20');
    const before = [await c.json('people'), await c.json('interactions'), await c.json('me')];
    expect((await c.run('demo')).code).toBe(0);
    expect([await c.json('people'), await c.json('interactions'), await c.json('me')]).toEqual(
      before,
    );
  });

  it('creates no database for me and leaves no files behind', async () => {
    const db = tempDb();
    const folder = tempFolder();
    const data = tempFolder();
    vi.stubEnv('TMPDIR', folder);
    const env = { TMPDIR: folder, XDG_DATA_HOME: data };
    expect((await run(['demo'], { db, env })).code).toBe(0);
    expect((await run(['demo'], { env })).code).toBe(0);
    expect(existsSync(db)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(data)).toEqual([]);
  });

  it('prints one document in JSON', async () => {
    const { code, stdout } = await run(['demo', '--json'], {
      today: '2026-11-22',
    });
    expect(code).toBe(0);
    expect(typeof JSON.parse(stdout)).toBe('object');
  });
});
