import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backup, dailyBackup, listBackups } from '../../src/database/backup.ts';
import { change } from '../../src/database/change.ts';
import { flawIn, readCopies } from '../../src/database/copy.ts';
import { backupFolder } from '../../src/database/file.ts';
import { openStore } from '../../src/database/open.ts';
import { listChanges, undoChange } from '../../src/database/undo.ts';
import { addPerson } from '../../src/store/people.ts';
import { fails } from '../helpers/coach.ts';
import { tempDb, tempFolder } from '../helpers/run.ts';

function filled(): Database {
  const db = openStore(tempDb(), () => undefined);
  change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
  return db;
}

describe('a backup', () => {
  it('is complete, private and a single plain file', () => {
    const db = filled();
    const target = join(tempFolder(), 'mine.db');
    expect(backup(db, target)).toEqual({
      file: target,
      bytes: statSync(target).size,
      people: 1,
      interactions: 0,
    });
    expect(flawIn(target)).toBeNull();
    expect(readdirSync(dirname(target))).toEqual(['mine.db']);
    if (process.platform !== 'win32') expect(statSync(target).mode & 0o777).toBe(0o600);
    db.close();
  });

  it('replaces an older backup, and nothing else', () => {
    const db = filled();
    const folder = tempFolder();
    const target = join(folder, 'mine.db');
    backup(db, target);
    change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
    expect(backup(db, target).people).toBe(2);

    writeFileSync(join(folder, 'letter.txt'), 'Dear Tom');
    writeFileSync(join(folder, 'empty'), '');
    const live = openStore(join(folder, 'live.db'), () => undefined);
    for (const name of ['letter.txt', 'empty', 'live.db', '.', 'gone/x.db'])
      expect(() => backup(db, join(folder, name)), name).toThrow();
    for (const end of ['', '-wal', '-shm', '-journal'])
      expect(() => backup(db, db.name + end)).toThrow(/belongs to the database/);
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('Dear Tom');
    live.close();
    db.close();
  });

  it('never writes through a link', async () => {
    const db = filled();
    const letter = join(tempFolder(), 'letter.txt');
    writeFileSync(letter, 'Dear Tom');
    const link = join(tempFolder(), 'link.db');
    symlinkSync(letter, link);
    expect(await fails('usage', ['backup', link], { db: db.name })).toEqual({
      code: 'usage',
      message: `${link} isn't a plain file`,
      hint: 'Give another file: netcoach backup link.db.new',
    });
    expect(readFileSync(letter, 'utf8')).toBe('Dear Tom');
    db.close();
  });

  it('is not made from a database with a damaged row', () => {
    const db = filled();
    db.exec(`UPDATE person SET name = 'Priya Shbh'`);
    const target = join(tempFolder(), 'mine.db');
    expect(() => backup(db, target)).toThrow(/damaged.*person 1/);
    expect(readdirSync(dirname(target))).toEqual([]);
    db.close();
  });

  it('is remembered if it is elsewhere, and undo neither lists nor removes it', () => {
    const db = filled();
    const target = join(tempFolder(), 'mine.db');
    backup(db, target);
    backup(db, target);
    expect(readCopies(db)).toEqual([target]);
    expect(listChanges(db, 9).map(({ label }) => label)).toEqual(['add']);
    undoChange(db, listChanges(db, 1)[0]?.id ?? 0);
    expect(readCopies(db)).toEqual([target]);
    db.close();
  });
});

describe('the private folder', () => {
  it.skipIf(process.platform === 'win32')('is private again after the next backup', () => {
    const db = filled();
    const folder = backupFolder(db.name);
    chmodSync(folder, 0o755);
    backup(db, null);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    db.close();
  });

  it('lists only plain files, newest first by their names', () => {
    const db = filled();
    const folder = backupFolder(db.name);
    for (const [name, at] of [
      ['manual-2026-01-01.db', 1000],
      ['manual-2026-01-02.db', 1000],
      ['daily-2026-01-03.db', 2000],
      ['manual-2025-12-31.db', 3000],
      ['manual-2026-01-02T10-00-00-000Z.db', 1000],
      ['manual-copied.db', 4000],
    ] as const) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), at, at);
    }
    writeFileSync(join(folder, 'manual-2026.txt'), '');
    mkdirSync(join(folder, 'manual-2030.db'));
    symlinkSync(join(folder, 'gone'), join(folder, 'manual-2031.db'));
    const names = (files: string[]) => files.map((file) => file.slice(folder.length + 1));
    expect(names(listBackups(db.name))).toEqual([
      'daily-2026-01-03.db',
      'manual-2026-01-02T10-00-00-000Z.db',
      'manual-2026-01-02.db',
      'manual-2026-01-01.db',
      'manual-2025-12-31.db',
      'manual-copied.db',
    ]);
    expect(names(listBackups(db.name, 'daily'))).toEqual(['daily-2026-01-03.db']);
    db.close();
  });
});

describe('the daily backup', () => {
  it('is made once, at the first write to a log with people in it', () => {
    const db = filled();
    expect(listBackups(db.name)).toEqual([]);
    change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
    const [first] = listBackups(db.name);
    expect(first).toMatch(/daily-\d{4}-\d\d-\d\d\.db$/);
    const before = readFileSync(first ?? '');
    change(db, 'add', () => addPerson(db, { name: 'Wei Chen' }));
    expect(listBackups(db.name)).toEqual([first]);
    expect(readFileSync(first ?? '')).toEqual(before);
    db.close();
  });

  it('keeps the last seven', () => {
    const db = filled();
    const folder = backupFolder(db.name);
    for (let day = 1; day <= 9; day++) {
      const file = join(folder, `daily-2020-01-0${day}.db`);
      writeFileSync(file, '');
      utimesSync(file, day, day);
    }
    writeFileSync(join(folder, 'manual-2019-01-01.db'), '');
    expect(dailyBackup(db)).toBeNull();
    const names = listBackups(db.name, 'daily').map((file) => file.slice(-13));
    expect(names).toHaveLength(7);
    expect(names.at(-1)).toBe('2020-01-04.db');
    expect(existsSync(join(folder, 'manual-2019-01-01.db'))).toBe(true);
    db.close();
  });

  it('does not stop a change from being saved when it fails, and says so', () => {
    const said: string[] = [];
    const path = tempDb();
    const db = openStore(path, (notice) => said.push(notice));
    change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    rmSync(backupFolder(path), { recursive: true });
    writeFileSync(backupFolder(path), 'no folder');
    change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
    expect(said.join()).toMatch(/backup couldn't be made.*doctor/);
    expect(db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(2);
    db.close();
  });

  it('stops writes to a damaged database', () => {
    const path = tempDb();
    const db = openStore(path, () => undefined);
    change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    // A flipped bit that SQLite would not notice.
    db.exec(`UPDATE person SET name = 'Priya Shbh'`);
    expect(() => change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }))).toThrow(
      expect.objectContaining({
        code: 'database',
        message: expect.stringContaining(
          `${path} is damaged: person 1 has changed since it was written`,
        ),
      }),
    );
    expect(listBackups(path)).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(1);
    db.close();
  });
});
