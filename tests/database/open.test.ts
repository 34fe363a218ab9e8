import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { change } from '../../src/database/change.ts';
import { backupFolder } from '../../src/database/file.ts';
import { openStore } from '../../src/database/open.ts';
import { MIGRATIONS } from '../../src/database/schema.ts';
import { connect } from '../../src/database/sqlite.ts';
import type { Failure } from '../../src/failure.ts';
import { addPerson } from '../../src/store/people.ts';
import { run, tempDb, tempFolder } from '../helpers/run.ts';

const quiet = () => undefined;

/** A closed database with a few people in it. */
function filled(path = tempDb()): string {
  const db = openStore(path, quiet);
  for (const name of ['Priya Shah', 'Tom Becker']) change(db, 'add', () => addPerson(db, { name }));
  db.close();
  return path;
}

/** The error from opening a file; expects every byte and mode in the folder to stay as it was. */
function refusal(path: string): Failure {
  const folder = dirname(path);
  const look = () =>
    readdirSync(folder)
      .filter((name) => lstatSync(join(folder, name)).isFile())
      .map((name) => {
        const path = join(folder, name);
        return [name, lstatSync(path).mode, readFileSync(path).toString('base64')];
      });
  const before = look();
  let thrown: unknown = null;
  try {
    openStore(path, quiet).close();
  } catch (error) {
    thrown = error;
  }
  expect(look()).toEqual(before);
  expect(thrown, 'it was opened').toMatchObject({
    code: expect.any(String),
    hint: expect.any(String),
  });
  return thrown as Failure;
}

const patch = (path: string, at: number, bytes: number[]) => {
  const file = readFileSync(path);
  file.set(bytes, at);
  writeFileSync(path, file);
};

/** Creates a database of another program. */
function other(path: string, sql: string): string {
  const db = connect(path);
  db.exec(sql);
  db.close();
  return path;
}

describe('netcoach refuses to open, and never changes', () => {
  it.each<[string, (path: string) => void, string, RegExp]>([
    ['a text file', (path) => writeFileSync(path, 'Dear diary'), 'database', /isn't a netcoach/],
    [
      'a long text file',
      (path) => writeFileSync(path, 'x'.repeat(9000)),
      'database',
      /isn't a netc/,
    ],
    [
      'another program’s file',
      (p) => other(p, 'CREATE TABLE t (x)'),
      'database',
      /another program/,
    ],
    [
      'another program’s file with a log',
      (path) =>
        other(path, 'PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)'),
      'database',
      /another program/,
    ],
    [
      'another program’s mark',
      (path) => other(path, 'PRAGMA application_id = 77; CREATE TABLE t (x)'),
      'database',
      /another program/,
    ],
    ['a newer format', (path) => patch(filled(path), 60, [0, 0, 0, 99]), 'newer-database', /newer/],
    ['a damaged header', (path) => patch(filled(path), 0, [1, 2, 3, 4]), 'database', /damaged/],
    ['a cut file', (path) => truncateSync(filled(path), 20_000), 'database', /damaged/],
    ['a file cut in its header', (path) => truncateSync(filled(path), 50), 'database', /damaged/],
    ['an emptied file', (path) => truncateSync(filled(path), 0), 'database', /empty/],
    [
      'a cut file of large pages',
      (path) => {
        other(
          filled(path),
          'PRAGMA journal_mode = DELETE; PRAGMA page_size = 65536; VACUUM; PRAGMA journal_mode = WAL',
        );
        truncateSync(path, 5 * 65536);
      },
      'database',
      /damaged/,
    ],
    [
      'another program’s small file',
      (path) => other(path, 'PRAGMA page_size = 512; CREATE TABLE t (x)'),
      'database',
      /another program/,
    ],
    ['a file of zeros', (path) => writeFileSync(path, Buffer.alloc(4096)), 'database', /damaged/],
    ['a lost file', (path) => rmSync(filled(path)), 'database', /missing/],
    ['a folder', (path) => mkdirSync(path), 'io', /folder/],
    ['a link to nothing', (path) => symlinkSync(`${path}.gone`, path), 'io', /link/],
    [
      'a file under a file',
      (path) => {
        rmSync(dirname(path), { recursive: true });
        writeFileSync(dirname(path), 'a file');
      },
      'io',
      /./,
    ],
  ])('%s', (name, make, code, words) => {
    const path = tempDb();
    make(path);
    if (name === 'a file under a file') {
      expect(() => openStore(path, quiet)).toThrow(words);
      expect(readFileSync(dirname(path), 'utf8')).toBe('a file');
      return;
    }
    const failure = refusal(path);
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(words);
    if (/missing|empty/.test(failure.message)) expect(failure.hint).toMatch(/netcoach restore/);
  });

  it.skipIf(!existsSync('/dev/null'))('anything but a plain file', () => {
    expect(() => openStore('/dev/null', quiet)).toThrow(/isn't a plain file/);
  });

  it('another program’s file while that program writes to it', () => {
    const path = tempDb();
    const db = connect(path);
    db.exec(`PRAGMA journal_mode = WAL; CREATE TABLE t (x)`);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.exec('INSERT INTO t VALUES (1); CREATE TABLE u (x)');
    chmodSync(path, 0o644);
    expect(refusal(path)).toMatchObject({
      code: 'database',
      message: `${path} belongs to another program`,
      hint: "Nothing was changed. Give netcoach's own file with --db.",
    });
    db.close();
  });

  it.each([
    ['emptied', (path: string) => truncateSync(path, 0)],
    ['lost', (path: string) => rmSync(path)],
  ])('a file that was %s, by what is beside it alone', async (_how, spoil) => {
    const path = filled(tempDb());
    expect((await run(['backup'], { db: path })).code).toBe(0);
    // `cp -r from/* to` leaves out what begins with a dot.
    rmSync(`${path}-backups/.netcoach`);
    spoil(path);
    for (const args of [['people'], ['add', 'Ann Smith'], ['suggest']]) {
      const { code, stderr } = await run(args, { db: path });
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /is (empty|missing), but netcoach has written to it before.*netcoach restore/,
      );
    }
    const doctor = await run(['doctor'], { db: path });
    expect([doctor.code, doctor.stdout]).toEqual([1, expect.stringMatching(/netcoach restore/)]);
    expect((await run(['restore'], { db: path })).code).toBe(0);
    expect((await run(['people'], { db: path })).stdout).toContain('Priya Shah');
  });

  it('nothing where an empty file has nothing beside it', async () => {
    const path = tempDb();
    writeFileSync(path, '', { mode: 0o600 });
    expect((await run(['add', 'Ann Smith'], { db: path })).code).toBe(0);
  });

  it('a write-ahead log without its file', () => {
    const path = tempDb();
    writeFileSync(`${path}-wal`, 'what was written last');
    expect(refusal(path).hint).toMatch(/netcoach restore/);
  });
});

describe('opening a database', () => {
  it('starts afresh when the whole folder is gone', () => {
    const path = filled();
    rmSync(dirname(path), { recursive: true });
    const db = openStore(path, quiet);
    expect(db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(0);
    db.close();
  });

  it('follows a link, and keeps the copies next to the file itself', () => {
    const path = filled();
    const link = join(tempFolder(), 'link.db');
    symlinkSync(path, link);
    const db = openStore(link, quiet);
    expect(db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(2);
    db.close();
    expect(readdirSync(dirname(link))).toEqual(['link.db']);
  });

  it('sets SQLite to sync to disk every time', () => {
    const path = filled();
    for (let i = 0; i < 2; i++) {
      const db = openStore(path, quiet);
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      for (const [name, value] of Object.entries({
        foreign_keys: 1,
        secure_delete: 1,
        trusted_schema: 0,
        cell_size_check: 1,
        temp_store: 2,
      }))
        expect({ [name]: db.pragma(name, { simple: true }) }).toEqual({ [name]: value });
      db.close();
    }
  });

  it.skipIf(process.platform === 'win32')('tightens loose permissions and says so', () => {
    const folder = join(tempFolder(), 'made', 'by');
    const path = filled(join(folder, 'n.db'));
    chmodSync(path, 0o644);
    chmodSync(folder, 0o755);
    const said: string[] = [];
    openStore(path, (notice) => said.push(notice)).close();
    expect(said).toHaveLength(2);
    expect(said.join()).toMatch(/n\.db .*0600.*by .*0700/s);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it.skipIf(process.platform === 'win32')(
    'leaves the mode of a folder that it did not create',
    () => {
      const path = tempDb();
      chmodSync(dirname(path), 0o755);
      filled(path);
      const said: string[] = [];
      openStore(path, (notice) => said.push(notice)).close();
      expect(said).toEqual([]);
      expect(statSync(dirname(path)).mode & 0o777).toBe(0o755);
      expect(statSync(backupFolder(path)).mode & 0o777).toBe(0o700);
    },
  );

  it('recovers the first change from the write-ahead log if power was lost while copying it over', () => {
    const path = tempDb();
    const cut = tempDb();
    const db = openStore(path, quiet);
    change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    // The file had grown, but its first page was not yet written: only the log says whose it is.
    writeFileSync(cut, Buffer.concat([readFileSync(path).subarray(0, 4096), Buffer.alloc(4096)]));
    expect(() => openStore(cut, quiet)).toThrow(/another program/);
    writeFileSync(`${cut}-wal`, '');
    expect(() => openStore(cut, quiet)).toThrow(/another program/);
    writeFileSync(`${cut}-wal`, readFileSync(`${path}-wal`));
    db.close();
    const opened = openStore(cut, quiet);
    expect(opened.prepare('SELECT name FROM person').pluck().all()).toEqual(['Priya Shah']);
    opened.close();
  });

  it('starts afresh if power was lost while the file was being created', () => {
    const path = tempDb();
    const made = tempDb();
    const db = connect(made);
    db.exec('BEGIN IMMEDIATE; CREATE TABLE t (x)');
    // The journal is on disk, with its mark, and says that there was no file before.
    const journal = readFileSync(`${made}-journal`);
    journal.write('d9d505f920a163d7', 'hex');
    db.close();
    writeFileSync(path, Buffer.alloc(4096));
    writeFileSync(`${path}-journal`, journal);
    expect(filled(path)).toBe(path);
    expect(readdirSync(dirname(path)).sort()).toEqual(['netcoach.db', 'netcoach.db-backups']);
    const opened = openStore(path, quiet);
    expect(opened.prepare('SELECT count(*) FROM person').pluck().get()).toBe(2);
    opened.close();
  });

  it('creates no folder below a file or in /proc', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    expect(() => openStore(join(file, 'deep', 'n.db'), quiet)).toThrow(/is a file, not a folder/);
    if (process.platform !== 'linux') return;
    expect(() => openStore('/proc/no/such/n.db', quiet)).toThrow(/can't create a folder/);
    const link = join(tempFolder(), 'link');
    symlinkSync('/proc', link);
    expect(() => openStore(join(link, 'no', 'such', 'n.db'), quiet)).toThrow(
      /can't create a folder/,
    );
    const lost = join(tempFolder(), 'lost');
    symlinkSync('/no/such', lost);
    for (const path of [join(lost, 'n.db'), join(lost, 'deep', 'n.db')])
      expect(() => openStore(path, quiet)).toThrow(
        `${lost} is a link to a folder that isn't there`,
      );
  });

  it('reports a damaged page, whatever the command', async () => {
    const path = filled();
    const bytes = readFileSync(path);
    const page = Array.from({ length: bytes.length / 4096 }, (_, i) => i * 4096).find(
      (at) => bytes[at] === 13 && bytes.subarray(at, at + 4096).includes('Priya Shah'),
    );
    patch(path, page ?? 0, [77]);
    const { code, stdout, stderr } = await run(['people'], { db: path });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^netcoach: .*damaged.*netcoach doctor\n$/);
  });
});

describe('migrating', () => {
  const next = [...MIGRATIONS, 'CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT'];
  const copies = (path: string) =>
    readdirSync(backupFolder(path)).filter((name) => name.startsWith('before-upgrade'));

  it('makes a verified copy first and keeps every row', () => {
    const path = filled();
    const db = openStore(path, quiet, next);
    expect(db.pragma('user_version', { simple: true })).toBe(next.length);
    expect(db.prepare('SELECT name FROM person ORDER BY id').pluck().all()).toEqual([
      'Priya Shah',
      'Tom Becker',
    ]);
    db.close();
    expect(copies(path)).toHaveLength(1);
    const old = connect(join(backupFolder(path), copies(path)[0] ?? ''), { readonly: true });
    expect(old.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(old.prepare('SELECT count(*) FROM person').pluck().get()).toBe(2);
    old.close();
    expect(refusal(path).code).toBe('newer-database');
  });

  it('leaves the file as it was when a step fails', () => {
    const path = filled();
    expect(() =>
      openStore(path, quiet, [...next, 'INSERT INTO person (name) VALUES (NULL)']),
    ).toThrow();
    const db = openStore(path, quiet);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(
      db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'extra'`).pluck().get(),
    ).toBe(0);
    expect(db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(2);
    db.close();
  });
});
