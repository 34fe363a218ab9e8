import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFolder } from '../../src/database/file.ts';
import { connect } from '../../src/database/sqlite.ts';
import { type Coach, coach, TODAY } from '../helpers/coach.ts';
import { json, run, tempDb, tempFolder } from '../helpers/run.ts';

/** A database with these people, and a backup of it in a folder of its own. */
async function backedUp(...names: string[]): Promise<{ c: Coach; file: string }> {
  const c = coach();
  for (const name of names) await c.add(name);
  const file = join(tempFolder(), 'mine.db');
  await c.json('backup', file);
  return { c, file };
}

async function expectRefused(c: Coach, file: string, why: string): Promise<void> {
  const before = readFileSync(file);
  expect(await c.fails('usage', 'backup', file)).toMatchObject({
    message: `${file} ${why}; it was left unchanged`,
    hint: expect.stringContaining('netcoach backup mine.db.new'),
  });
  expect(readFileSync(file).equals(before)).toBe(true);
}

describe('netcoach backup', () => {
  it('says where the copy is and what it contains', async () => {
    const options = { db: tempDb(), today: '2026-11-22' };
    await run(['log', '--kind', 'event', '--with', 'Priya Shah', '--title', 'Offsite'], options);
    const file = join(tempFolder(), 'mine.db');
    interface Made {
      backup: { file: string; bytes: number; people: number; interactions: number };
    }
    const made = await json<Made>(['backup', file], options);
    expect(made.backup).toEqual({ file, bytes: statSync(file).size, people: 1, interactions: 1 });
    const own = await json<Made>(['backup'], options);
    expect(dirname(own.backup.file)).toBe(backupFolder(options.db));
    expect((await run(['backup'], options)).stdout).toMatch(/1 person, 1 interaction/);
    const taken = join(tempFolder(), 'letter.txt');
    writeFileSync(taken, 'Dear Tom');
    expect(await run(['backup', taken], options)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('netcoach backup FILE', () => {
  it('leaves the backup of another database alone, however much that holds', async () => {
    const { file } = await backedUp('Priya Shah');
    const other = coach();
    for (const name of ['Tom Becker', 'Wei Chen']) await other.add(name);
    await expectRefused(other, file, 'is a backup of another database');
  });

  it('leaves a backup alone that holds what an older state does not', async () => {
    const { c, file } = await backedUp('Priya Shah');
    const older = join(tempFolder(), 'older.db');
    await c.json('backup', older);
    await c.log('meeting', 'Tom Becker', 'Tea', '2026-11-20');
    await c.json('backup', file);
    await c.json('restore', older);
    await expectRefused(c, file, 'holds more than this database');
  });

  it('leaves a damaged backup alone, as nobody can tell whose it is', async () => {
    const { c, file } = await backedUp('Priya Shah');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(255, 100));
    await expectRefused(c, file, 'is damaged, so it may be a backup of another database');
  });

  it('leaves the backup of a newer netcoach alone', async () => {
    const { c, file } = await backedUp('Priya Shah');
    const db = connect(file);
    db.pragma('user_version = 99');
    db.close();
    const before = readFileSync(file);
    await c.fails('newer-database', 'backup', file);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('replaces an older backup, also after people were merged and entries deleted', async () => {
    const { c, file } = await backedUp('Priya Shah', 'Priya S');
    await c.log('meeting', 'Priya Shah', 'Tea', '2026-11-20');
    await c.json('backup', file);
    await c.json('merge', '#2', '#1');
    await c.json('delete', '1');
    expect(await c.json('backup', file)).toMatchObject({ backup: { people: 1, interactions: 0 } });
  });
});

describe('a mistyped --db', () => {
  it('makes no database, whatever is only read', async () => {
    const c = coach();
    const draft = join(tempFolder(), 'people.csv');
    writeFileSync(draft, 'name\nPriya Shah\n');
    for (const args of [
      [],
      ['suggest'],
      ['people'],
      ['people', '--duplicates'],
      ['people', '--goal', 'Rust'],
      ['interactions'],
      ['me'],
      ['review'],
      ['review', '--html', '-'],
      ['undo', '--list'],
      ['export', 'json'],
      ['export', 'csv'],
      ['export', 'vcard'],
      ['export', 'calendar'],
      ['check', 'Hi Priya, thanks for the review of my plan.'],
      ['show', 'Priya'],
      ['why', 'Priya'],
      ['draft', 'Priya'],
      ['import', 'csv', draft, '--dry-run'],
      ['log', 'coffee'],
      ['doctor'],
    ]) {
      const { stderr } = await c.run(...args);
      expect(stderr, args.join(' ')).not.toMatch(/inside|damaged/);
      expect(readdirSync(dirname(c.db)), args.join(' ')).toEqual([]);
    }
  });

  it('makes no database, whatever is refused', async () => {
    const c = coach();
    for (const args of [
      ['add', ''],
      ['add', 'Priya Shah', '--status', 'friends'],
      ['edit', 'Priya', '--team', 'Billing'],
      ['log', '--kind', 'project', '--with', '', '--title', 'Apollo'],
      ['log', '--kind', 'project', '--with', 'Priya', '--title', 'Apollo', '--on', '2099-01-01'],
      ['log', 'met', 'Priya', 'maybe'],
      ['me', '--account', 'gold'],
      ['config', 'check-in', 'soon'],
      ['import', 'csv', c.db],
      ['inbox', c.db],
      ['done', 'Priya'],
      ['sync'],
      ['sync', c.db],
      ['sync', dirname(c.db), '--key', c.db],
      ['sync', '--new-key'],
      ['sync', '--dismiss', '3'],
      ['undo'],
      ['redo'],
    ]) {
      const { code } = await c.run(...args);
      expect(code, args.join(' ')).toBeGreaterThan(0);
      expect(readdirSync(dirname(c.db)), args.join(' ')).toEqual([]);
    }
  });

  it('is not said to be well', async () => {
    const { stdout } = await coach().run('doctor');
    expect(stdout).toContain('nothing is recorded');
    expect(stdout).not.toContain('well');
  });

  it('replaces no file with an empty one', async () => {
    const c = coach();
    const folder = tempFolder();
    for (const args of [
      ['backup', 'mine.db'],
      ['export', 'json', 'mine.json'],
      ['review', '--html', 'mine.html'],
    ]) {
      const file = join(folder, args.pop() as string);
      writeFileSync(file, 'what was there');
      expect(await c.fails('io', ...args, file)).toMatchObject({
        message: `there's no database ${c.db}`,
        hint: 'Check its name, or log something first: netcoach log',
      });
      expect(readFileSync(file, 'utf8')).toBe('what was there');
    }
    await c.fails('io', 'backup');
    expect(existsSync(c.db)).toBe(false);
  });
});

describe('after a clock that ran ahead', () => {
  /** Leaves seven backups of a kind that are dated ahead, as a clock leaves them that was years ahead. */
  async function datedAhead(reason: string): Promise<{ c: Coach; file: string; ahead: string[] }> {
    const { c, file } = await backedUp('Priya Shah');
    const folder = `${c.db}-backups`;
    const ahead = [1, 2, 3, 4, 5, 6, 7].map((day) => {
      const time = reason === 'daily' ? '' : 'T10-00-00-000Z';
      return join(folder, `${reason}-2099-01-0${day}${time}.db`);
    });
    for (const copy of ahead) {
      copyFileSync(file, copy);
      utimesSync(copy, 4_070_908_800, 4_070_908_800);
    }
    return { c, file, ahead };
  }

  it('restore keeps the copy that it says it kept', async () => {
    const { c, file, ahead } = await datedAhead('before-restore');
    await c.add('Tom Becker');
    const { restored } = await c.json<{ restored: { aside: string } }>('restore', file);
    expect([restored.aside, ...ahead].filter((copy) => !existsSync(copy))).toEqual([]);
    expect(await coach(TODAY, restored.aside).people()).toEqual(['Priya Shah', 'Tom Becker']);
  });

  it('the daily backup stays, and restore takes it before those', async () => {
    const { c, ahead } = await datedAhead('daily');
    await c.add('Tom Becker');
    const daily = readdirSync(`${c.db}-backups`).filter((name) => /^daily-20[2-8]/.test(name));
    expect(daily).toHaveLength(1);
    expect(ahead.filter((copy) => !existsSync(copy))).toEqual([]);
    const { restored } = await c.json<{ restored: { file: string } }>('restore');
    expect(restored.file).toBe(join(`${c.db}-backups`, daily[0] ?? ''));
  });

  it('doctor names what is dated ahead', async () => {
    const { c, ahead } = await datedAhead('daily');
    const db = connect(c.db);
    db.exec(`UPDATE change SET at = '2099-01-08T10:00:00.000Z'`);
    db.close();
    const { stdout } = await c.with({ columns: 400 }, 'doctor');
    for (const copy of ahead) expect(stdout).toContain(`${copy} is dated in the future`);
    expect(stdout).toContain('the newest change is dated in the future (2099-01-08)');
  });
});

describe('a private folder that is none', () => {
  it.each([
    ['is a file, where backups belong', (at: string) => writeFileSync(at, '')],
    ["is a link to a folder that isn't there", (at: string) => symlinkSync('/nowhere/at/all', at)],
  ])('%s: each command says so', async (why, make) => {
    const c = coach();
    await c.add('Priya Shah');
    const file = join(tempFolder(), 'mine.db');
    await c.json('backup', file);
    const folder = `${c.db}-backups`;
    rmSync(folder, { recursive: true });
    make(folder);
    const expected = {
      message: `${folder} ${why}`,
      hint: `Move it away: mv ${folder} ${folder}.old`,
    };
    for (const args of [['backup'], ['restore'], ['restore', file], ['forget', 'Priya', '--yes']])
      expect(await c.fails('io', ...args)).toMatchObject(expected);
    const { stderr } = await c.run('add', 'Tom Becker');
    expect(stderr).toContain(`today's backup couldn't be made: ${folder} ${why}`);
    const { stdout } = await c.with({ columns: 400 }, 'doctor');
    expect(stdout).toContain(`${folder} ${why}.\n    mv ${folder} ${folder}.old`);
    const fresh = coach();
    make(`${fresh.db}-backups`);
    await fresh.fails('io', 'add', 'Priya Shah');
    expect(existsSync(fresh.db)).toBe(false);
  });
});
