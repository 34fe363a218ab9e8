import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backup, listBackups } from '../../src/store/backup.ts';
import { change } from '../../src/store/change.ts';
import { readCopies } from '../../src/store/copies.ts';
import { flawIn } from '../../src/store/copy.ts';
import { type Database, openStore } from '../../src/store/open.ts';
import { addPerson } from '../../src/store/people.ts';
import { newestBackup, restore } from '../../src/store/restore.ts';
import { connect } from '../../src/store/sqlite.ts';
import { json, run, tempDb, tempFolder } from '../helpers/run.ts';

const quiet = () => undefined;
const add = (db: Database, name: string) =>
  change(db, `add: ${name}`, () => addPerson(db, { name }));
const names = (db: Database) => db.prepare('SELECT name FROM person ORDER BY id').pluck().all();

/** A database with a backup of Priya alone; Tom came later. */
function story(): { path: string; copy: string } {
  const path = tempDb();
  const copy = join(tempFolder(), 'copy.db');
  const db = openStore(path, quiet);
  add(db, 'Priya Shah');
  backup(db, copy);
  add(db, 'Tom Becker');
  db.close();
  return { path, copy };
}

function peopleIn(path: string): unknown[] {
  const db = openStore(path, quiet);
  const found = names(db);
  db.close();
  return found;
}

describe('restore', () => {
  it('brings a backup back under everybody who has the database open, and keeps what was there', async () => {
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

  it('fills the place of a lost or emptied database', async () => {
    const { path, copy } = story();
    rmSync(path);
    expect(await restore(path, copy, quiet)).toMatchObject({ people: 1, aside: null });
    truncateSync(path, 0);
    expect(await restore(path, copy, quiet)).toMatchObject({ people: 1, aside: null });
    expect(peopleIn(path)).toEqual(['Priya Shah']);
  });

  it('does not replay an old log into the restored file', async () => {
    const { path, copy } = story();
    const writer = openStore(path, quiet);
    add(writer, 'Wei Chen');
    const log = readFileSync(`${path}-wal`);
    writer.close();
    rmSync(path);
    writeFileSync(`${path}-wal`, log);
    const { aside } = await restore(path, copy, quiet);
    expect(peopleIn(path)).toEqual(['Priya Shah']);
    expect(readFileSync(`${aside}-wal`)).toEqual(log);
  });

  const sql = (text: string) => (file: string) => {
    const db = connect(file);
    db.exec(text);
    db.close();
  };
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
  ])('refuses %s and changes nothing', async (_name, spoil) => {
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

  it('does not put another program’s file aside', async () => {
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

  it('takes a copy that was made with its log, as it is', async () => {
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

describe('netcoach restore', () => {
  it('takes the newest good backup unless one is named', async () => {
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
    // What was set aside is not what the next restore brings back.
    expect(newestBackup(options.db)?.file).toBe(good);
    expect((await run(['restore'], options)).stdout).toMatch(/1 person/);
  });

  it('brings back what a lost file held', async () => {
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
