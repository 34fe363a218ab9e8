import {
  copyFileSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../src/database/backup.ts';
import { backupFolder } from '../../src/database/file.ts';
import { newestBackup } from '../../src/database/restore.ts';
import { peopleIn, sql, story } from '../helpers/databases.ts';
import { json, run, tempDb, tempFolder } from '../helpers/run.ts';

describe('netcoach restore', () => {
  it('uses the newest good backup by default', async () => {
    const options = { db: tempDb(), today: '2026-11-22' };
    await run(['add', 'Priya Shah'], options);
    const none = await run(['restore'], options);
    expect(none).toMatchObject({ code: 1, stdout: '' });
    await run(['backup'], options);
    await run(['add', 'Tom Becker'], options);
    const [bad, good] = listBackups(options.db);
    utimesSync(good ?? '', 1000, 1000);
    truncateSync(bad ?? '', 20_000);
    expect(newestBackup(options.db)?.file).toBe(good);
    interface Done {
      restored: { file: string; people: number; interactions: number; aside: string };
    }
    const { restored } = await json<Done>(['restore'], options);
    expect(restored).toMatchObject({ file: good, people: 1, interactions: 0 });
    expect(existsSync(restored.aside)).toBe(true);
    // The next restore must not bring back what this one set aside.
    expect(newestBackup(options.db)?.file).toBe(good);
    expect((await run(['restore'], options)).stdout).toMatch(/1 person/);
  });

  it('skips files that are not backups of this netcoach', async () => {
    const options = { db: tempDb(), today: '2026-11-22' };
    await run(['add', 'Priya Shah'], options);
    await run(['backup'], options);
    const [good = ''] = listBackups(options.db);
    const folder = backupFolder(options.db);
    for (const [name, text] of [
      ['manual-2031.db', 'PRAGMA user_version = 99'],
      ['manual-2032.db', 'PRAGMA application_id = 7'],
      ['manual-2033.db', 'DROP TABLE skip'],
    ] as const) {
      copyFileSync(good, join(folder, name));
      sql(text)(join(folder, name));
    }
    mkdirSync(join(folder, 'manual-2034.db'));
    const { restored } = await json<{ restored: object }>(['restore'], options);
    expect(restored).toMatchObject({ file: good, people: 1 });
  });

  it('creates a missing folder, for me alone', async () => {
    const { copy } = story();
    const db = join(tempFolder(), 'new', 'place', 'netcoach.db');
    const { code, stdout } = await run(['restore', copy], { db });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Restored ${copy}: 1 person, 0 interactions.\n`,
    });
    expect(peopleIn(db)).toEqual(['Priya Shah']);
    if (process.platform !== 'win32') expect(statSync(dirname(db)).mode & 0o777).toBe(0o700);
  });

  it('brings back the contents of a lost file', async () => {
    const options = { db: tempDb(), today: '2026-11-22' };
    await run(['add', 'Priya Shah'], options);
    await run(['add', 'Tom Becker'], options);
    rmSync(options.db);
    const lost = await run(['people'], options);
    expect(lost.code).toBe(1);
    expect(lost.stderr).toMatch(/netcoach restore/);
    expect(existsSync(options.db)).toBe(false);
    expect((await run(['restore'], options)).code).toBe(0);
    expect((await run(['people'], options)).stdout).toMatch(/Priya Shah/);
  });
});
