import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PACKAGE } from '../../src/database/addon.ts';
import { backup, listBackups } from '../../src/database/backup.ts';
import { change } from '../../src/database/change.ts';
import { flawIn, readCopies } from '../../src/database/copy.ts';
import { backupFolder } from '../../src/database/file.ts';
import { readHeader } from '../../src/database/header.ts';
import { openStore } from '../../src/database/open.ts';
import { restore } from '../../src/database/restore.ts';
import { MIGRATIONS } from '../../src/database/schema.ts';
import { connect } from '../../src/database/sqlite.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { coach, fails } from '../helpers/coach.ts';
import { add, names, peopleIn, quiet, sql, story } from '../helpers/databases.ts';
import { json, project, run, tempDb, tempFolder } from '../helpers/run.ts';
import { later } from './later.ts';

function peopleOf(copy: string): unknown[] {
  if (!existsSync(copy)) return [];
  const db = connect(copy, { readonly: true });
  const found = names(db);
  db.close();
  return found;
}

describe('restore', () => {
  it('restores a backup while others have the database open, and keeps what was there', async () => {
    const { path, copy } = story();
    const other = openStore(path, quiet);
    const restored = await restore(path, copy, quiet);
    expect(restored).toMatchObject({ file: copy, people: 1, interactions: 0 });
    expect(names(other)).toEqual(['Priya Shah']);
    add(other, 'Wei Chen');
    other.close();
    expect(peopleIn(path)).toEqual(['Priya Shah', 'Wei Chen']);
    expect(flawIn(restored.aside ?? '')).toBeNull();
    const aside = connect(restored.aside ?? '', { readonly: true });
    expect(names(aside)).toEqual(['Priya Shah', 'Tom Becker']);
    aside.close();
  });

  it('keeps the list of copies elsewhere', async () => {
    const { path, copy } = story();
    const later = join(tempFolder(), 'later.db');
    const before = openStore(path, quiet);
    backup(before, later);
    before.close();
    await restore(path, copy, quiet);
    const db = openStore(path, quiet);
    expect(readCopies(db).sort()).toEqual([copy, later].sort());
    db.close();
  });

  it.each<[string, (path: string) => void]>([
    ['with a damaged header', (path) => writeFileSync(path, 'x'.repeat(9000))],
    ['cut short', (path) => truncateSync(path, 30_000)],
    [
      'that is a page of nothing',
      (path) => {
        const bytes = readFileSync(path);
        bytes.fill(0, 8192, 40_000);
        writeFileSync(path, bytes);
      },
    ],
  ])('replaces a database %s, and keeps its bytes', async (_name, damage) => {
    const { path, copy } = story();
    damage(path);
    const bytes = readFileSync(path);
    const { aside } = await restore(path, copy, quiet);
    expect(peopleIn(path)).toEqual(['Priya Shah']);
    expect(readFileSync(aside ?? '')).toEqual(bytes);
  });

  it('replaces a database with any one page damaged', async () => {
    const { path, copy } = story();
    const db = openStore(path, quiet);
    change(db, 'log', () =>
      addInteraction(db, { kind: 'project', date: '2026-11-20', title: 'Apollo launch' }, [
        { person: 1, highlight: 'your rollback plan' },
      ]),
    );
    db.close();
    const whole = readFileSync(path);
    const leaves = Array.from({ length: whole.length / 4096 - 1 }, (_, i) => (i + 1) * 4096).filter(
      (at) => [10, 13].includes(whole[at] ?? 0),
    );
    expect(leaves.length).toBeGreaterThan(20);
    for (const at of leaves) {
      const bytes = Buffer.from(whole);
      bytes[at] = 77;
      writeFileSync(path, bytes);
      const { aside } = await restore(path, copy, quiet);
      expect(peopleIn(path), `page ${at / 4096 + 1}`).toEqual(['Priya Shah']);
      expect(readFileSync(aside ?? '').equals(bytes)).toBe(true);
    }
  });

  const disk = mkdtempSync(join(tmpdir(), 'netcoach-test-'));
  afterAll(() => rmSync(disk, { recursive: true, force: true }));
  it.skipIf(statSync(disk).dev === statSync(tempFolder()).dev)(
    'keeps a damaged database on another disk when the private folder is a link to it',
    async () => {
      const { path, copy } = story();
      rmSync(backupFolder(path), { recursive: true });
      symlinkSync(disk, backupFolder(path));
      truncateSync(path, 30_000);
      const bytes = readFileSync(path);
      const { aside } = await restore(path, copy, quiet);
      expect(peopleIn(path)).toEqual(['Priya Shah']);
      expect(readFileSync(aside ?? '')).toEqual(bytes);
      expect(readdirSync(disk)).toContain((aside ?? '').slice(backupFolder(path).length + 1));
      expect(statSync(aside ?? '').mode & 0o777).toBe(0o600);
    },
  );

  it('waits for a command that is writing', async () => {
    const { path, copy } = story();
    const script = `const db = require('${PACKAGE}')(process.argv[1]);
      db.exec('BEGIN IMMEDIATE'); console.log('writing');
      setTimeout(() => { db.exec('COMMIT'); db.close(); }, 300);`;
    const writer = spawn(process.execPath, ['-e', script, path], { cwd: project });
    await new Promise((resolve) => writer.stdout.once('data', resolve));
    expect(await restore(path, copy, quiet)).toMatchObject({ people: 1 });
    expect(peopleIn(path)).toEqual(['Priya Shah']);
  });

  it('sets aside everything that others wrote up to that moment', async () => {
    const { path, copy } = story();
    const script = `const { execFileSync } = require('node:child_process');
      console.log('writing');
      for (let i = 0; i < 12; i++) execFileSync(process.execPath,
        ['bin/netcoach.js', '--db', process.argv[1], 'add', 'Person ' + i]);`;
    const writer = spawn(process.execPath, ['-e', script, path], { cwd: project });
    const ended = new Promise((resolve) => writer.once('exit', resolve));
    await new Promise((resolve) => writer.stdout.once('data', resolve));
    const asides: string[] = [];
    while (writer.exitCode === null) {
      const done = await json<{ restored: { aside: string } }>(['restore', copy], { db: path });
      asides.push(done.restored.aside);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await ended).toBe(0);
    const kept = new Set(asides.flatMap((file) => peopleOf(file)));
    for (const name of peopleIn(path)) kept.add(name);
    // Each restore keeps the last seven copies; what the older ones contained was set aside as well.
    const seen = [...kept].filter((name) => String(name).startsWith('Person'));
    expect(asides.length > 7 || seen.length === 12, seen.join()).toBe(true);
  });

  it('never reuses a number, in whatever order backups are restored', async () => {
    const { path, copy } = story();
    await restore(path, copy, quiet);
    const db = openStore(path, quiet);
    expect(add(db, 'Wei Chen')).toBe(3);
    db.close();
  });

  it('remembers the file it restored from as a copy', async () => {
    const { path, copy } = story();
    const usb = join(tempFolder(), 'usb.db');
    copyFileSync(copy, usb);
    rmSync(path);
    await restore(path, usb, quiet);
    const db = openStore(path, quiet);
    expect(readCopies(db)).toContain(usb);
    db.close();
  });

  it('gives up after ten seconds if another program keeps the database locked, and changes nothing', async () => {
    const { path, copy } = story();
    const holder = openStore(path, quiet);
    holder.exec('BEGIN IMMEDIATE');
    await expect(restore(path, copy, quiet)).rejects.toMatchObject({
      code: 'io',
      message: 'another program is using the database',
      hint: 'Nothing was saved. Try again.',
    });
    holder.exec('ROLLBACK');
    holder.close();
    expect(peopleIn(path)).toEqual(['Priya Shah', 'Tom Becker']);
  });

  it.skipIf(process.platform === 'win32')('leaves folders and pipes as they are', async () => {
    const { copy } = story();
    const folder = tempFolder();
    expect(await fails('io', ['restore', copy], { db: folder })).toEqual({
      code: 'io',
      message: `${folder} is a folder, not a file`,
      hint: 'Give a file with --db.',
    });
    const pipe = tempDb();
    spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe]);
    expect((await fails('io', ['restore', copy], { db: pipe })).message).toBe(
      `${pipe} isn't a plain file`,
    );
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(readdirSync(dirname(pipe))).toEqual(['netcoach.db']);
  });

  it('leaves a newer netcoach’s database as it is', async () => {
    const { path, copy } = story();
    await later(() => openStore(path, quiet).close());
    const before = readFileSync(path);
    expect(await fails('newer-database', ['restore', copy], { db: path })).toMatchObject({
      hint: 'Nothing was changed. Install the newest netcoach, or if you have it: netcoach doctor',
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('rejects another program’s copy that was made with its write-ahead log', async () => {
    const { path } = story();
    const file = join(tempFolder(), 'letters.db');
    const db = connect(file);
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE letter (text)');
    expect(await fails('bad-file', ['restore', file], { db: path })).toEqual({
      code: 'bad-file',
      message: `${file} can't be restored: it belongs to another program`,
      hint: 'Nothing was changed.',
    });
    db.close();
    expect(peopleIn(path)).toEqual(['Priya Shah', 'Tom Becker']);
  });

  it('replaces a lost or emptied database', async () => {
    const { path, copy } = story();
    rmSync(path);
    expect(await restore(path, copy, quiet)).toMatchObject({ people: 1, aside: null });
    truncateSync(path, 0);
    expect(await restore(path, copy, quiet)).toMatchObject({ people: 1, aside: null });
    expect(peopleIn(path)).toEqual(['Priya Shah']);
  });

  it('does not replay an old write-ahead log into the restored file', async () => {
    const { path, copy } = story();
    const writer = openStore(path, quiet);
    add(writer, 'Wei Chen');
    const log = readFileSync(`${path}-wal`);
    writer.close();
    rmSync(path);
    writeFileSync(`${path}-wal`, log);
    const { aside } = await restore(path, copy, quiet);
    expect(peopleIn(path)).toEqual(['Priya Shah']);
    expect(aside).toMatch(/-wal$/);
    expect(readFileSync(aside ?? '')).toEqual(log);
  });

  it.each<[string, (file: string) => void]>([
    ['a text', (file) => writeFileSync(file, 'Dear Tom')],
    ['nothing', (file) => writeFileSync(file, '')],
    ['a cut file', (file) => truncateSync(file, 20_000)],
    ['another program’s file', sql('PRAGMA application_id = 7')],
    ['a newer format', sql('PRAGMA user_version = 99')],
    [
      'a foreign trigger',
      sql('CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM skip; END'),
    ],
    ['a missing index', sql('DROP INDEX person_folded')],
    ['an altered row', sql(`UPDATE person SET note = 'not what was written'`)],
    [
      'a row that leads nowhere',
      sql(`PRAGMA foreign_keys = OFF; INSERT INTO skip
      (person_id, moment, skipped_on, sum) VALUES (9, 'x', '2020-01-01', 0)`),
    ],
    [
      'damaged pages',
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0xaa, 5000, 60_000);
        writeFileSync(file, bytes);
      },
    ],
    [
      'a folder',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
    ['no file', (file) => rmSync(file)],
  ])('rejects %s and changes nothing', async (_name, spoil) => {
    const { path, copy } = story();
    spoil(copy);
    const before = readFileSync(path);
    const kept = existsSync(copy) && !_name.includes('folder') ? readFileSync(copy) : null;
    const { code, stdout, stderr } = await run(['restore', copy], { db: path });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^netcoach: [^\n]*Nothing was changed[^\n]*\n$/);
    expect(readFileSync(path)).toEqual(before);
    if (kept !== null) expect(readFileSync(copy)).toEqual(kept);
    expect(readdirSync(dirname(path)).sort()).toEqual(['netcoach.db', 'netcoach.db-backups']);
    expect(readdirSync(dirname(copy)).length).toBeLessThan(2);
  });

  it('does not move another program’s file', async () => {
    const { copy } = story();
    for (const make of [
      (file: string) => writeFileSync(file, 'Dear Tom, '.repeat(50)),
      sql('CREATE TABLE letter (text)'),
    ]) {
      const file = join(tempFolder(), 'letters');
      make(file);
      const before = readFileSync(file);
      await expect(restore(file, copy, quiet)).rejects.toThrow();
      expect(readFileSync(file)).toEqual(before);
    }
  });

  it('restores a copy that was made with its write-ahead log', async () => {
    const { path } = story();
    const db = openStore(path, quiet);
    add(db, 'Wei Chen');
    const copy = join(tempFolder(), 'raw.db');
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    add(db, 'Omar Haddad');
    db.close();
    expect(await restore(path, copy, quiet)).toMatchObject({ people: 3 });
    expect(readdirSync(dirname(copy)).sort()).toEqual(['raw.db', 'raw.db-wal']);
  });
});

describe('a backup of an older format', () => {
  const formatOf = (path: string) => readHeader(path).version;

  it('is upgraded as it is restored, also for others who have it open', async () => {
    const { path, copy } = story();
    await later(async () => {
      const other = openStore(path, quiet);
      add(other, 'Wei Chen');
      expect(await restore(path, copy, quiet)).toMatchObject({ people: 1 });
      expect(names(other)).toEqual(['Priya Shah']);
      add(other, 'Omar Haddad');
      other.close();
      expect(peopleIn(path)).toEqual(['Priya Shah', 'Omar Haddad']);
      expect(formatOf(path)).toBe(MIGRATIONS.length);
      const [aside = ''] = listBackups(path, 'before-restore');
      expect({ format: formatOf(aside), flaw: flawIn(aside) }).toEqual({
        format: MIGRATIONS.length,
        flaw: null,
      });
      expect(await coach('2026-11-22', path).json('doctor')).toMatchObject({ ok: true });
    });
    expect(formatOf(copy)).toBe(MIGRATIONS.length);
  });

  it.each<[string, (path: string) => void]>([
    ['damaged', (path) => truncateSync(path, 30_000)],
    ['lost', (path) => rmSync(path)],
  ])('is found and upgraded when the database is %s', async (_name, damage) => {
    const { path } = story();
    damage(path);
    await later(async () => {
      const [newest] = listBackups(path);
      const { restored } = await json<{ restored: object }>(['restore'], { db: path });
      expect(restored).toMatchObject({ file: newest, people: 1 });
      expect(peopleIn(path)).toEqual(['Priya Shah']);
      expect(formatOf(path)).toBe(MIGRATIONS.length);
    });
  });
});
