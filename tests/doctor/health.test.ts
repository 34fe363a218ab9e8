import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { backup, listBackups } from '../../src/database/backup.ts';
import { change } from '../../src/database/change.ts';
import { backupFolder } from '../../src/database/file.ts';
import { openStore } from '../../src/database/open.ts';
import { newestBackup } from '../../src/database/restore.ts';
import { MIGRATIONS } from '../../src/database/schema.ts';
import * as sqlite from '../../src/database/sqlite.ts';
import { connect } from '../../src/database/sqlite.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { examine, examineVersions } from '../../src/doctor/health.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { addPerson, editPerson } from '../../src/store/people.ts';
import { later } from '../database/later.ts';
import { fails } from '../helpers/coach.ts';
import { filled, spoil } from '../helpers/databases.ts';
import { json, run, tempDb, tempFolder } from '../helpers/run.ts';

function damageAt(path: string, at: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(255, at, at + length);
  writeFileSync(path, bytes);
}

const UNSEEN = {
  severity: 'error',
  what: expect.stringMatching(/its backups cannot be looked at$/),
  command: null,
};

/** Examines a database, and expects that to change nothing. */
function look(path: string): Finding[] {
  const before = readFileSync(path);
  const found = examine(path);
  expect(readFileSync(path).equals(before)).toBe(true);
  return found;
}

describe('doctor', () => {
  it('finds nothing wrong with a healthy database', () => expect(look(filled())).toEqual([]));

  it('creates no database if there is none', () => {
    const path = tempDb();
    expect(examine(path)).toMatchObject([{ severity: 'advice', command: 'netcoach log' }]);
    expect(() => readFileSync(path)).toThrow();
  });

  it.each<[string, (path: string) => void]>([
    ['before anything was written', (path) => writeFileSync(path, '')],
    [
      'once the file was in WAL mode',
      (path) => {
        const db = connect(path);
        db.pragma('journal_mode = WAL');
        db.close();
      },
    ],
    [
      'in the first transaction',
      (path) => {
        const db = connect(path);
        db.pragma('journal_mode = WAL');
        db.exec('CREATE TABLE t (x)');
        const log = readFileSync(`${path}-wal`);
        const file = readFileSync(path);
        db.close();
        writeFileSync(path, file);
        // Page 1 is in the log, but what commits it is not.
        log.writeUInt32BE(0, 36);
        writeFileSync(`${path}-wal`, log.subarray(0, 32 + 24 + 4096));
      },
    ],
    [
      'as the log was begun',
      (path) => {
        const db = connect(path);
        db.pragma('journal_mode = WAL');
        db.exec('CREATE TABLE t (x)');
        const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
        db.close();
        writeFileSync(path, file);
        writeFileSync(`${path}-wal`, log.subarray(0, 32));
      },
    ],
  ])('takes a first run for nothing that was cut short %s', async (_name, cut) => {
    const path = tempDb();
    cut(path);
    for (const file of [path, `${path}-wal`]) if (existsSync(file)) chmodSync(file, 0o600);
    expect(look(path)).toEqual([
      { severity: 'advice', what: `nothing is recorded in ${path} yet`, command: 'netcoach log' },
    ]);
    expect((await run(['doctor'], { db: path })).code).toBe(0);
    await json(['add', 'Priya Shah'], { db: path });
  });

  it('creates nothing for a folder or a pipe', async () => {
    const folder = tempFolder();
    expect(await fails('io', ['doctor'], { db: folder })).toEqual({
      code: 'io',
      message: `${folder} is a folder, not a file`,
      hint: 'Give a file with --db.',
    });
    expect(readdirSync(folder)).toEqual([]);
    if (process.platform === 'win32') return;
    const pipe = tempDb();
    spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe]);
    expect((await fails('io', ['doctor'], { db: pipe })).message).toBe(
      `${pipe} isn't a plain file`,
    );
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'says who owns a file that it cannot read',
    async () => {
      const path = filled();
      chmodSync(path, 0);
      expect(await fails('io', ['doctor'], { db: path })).toEqual({
        code: 'io',
        message: `${path} can't be opened: you don't have permission`,
        hint: 'Nothing was saved. Check who owns the file and its folder, or give another with --db.',
      });
    },
  );

  it('recommends a backup if there is none yet', () => {
    const path = tempDb();
    const db = openStore(path, () => undefined);
    change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    db.close();
    expect(look(path)).toEqual([
      { severity: 'advice', what: "there's no backup yet", command: 'netcoach backup' },
    ]);
  });

  it('says that a lost database is missing, and how to get it back', () => {
    const path = filled();
    rmSync(path);
    expect(examine(path)).toEqual([
      { severity: 'error', what: `${path} is missing`, command: null },
      {
        severity: 'error',
        what: expect.stringMatching(
          /^the newest good backup is from \d{4}-\d\d-\d\d \d\d:\d\d UTC; a restore also keeps/,
        ),
        command: 'netcoach restore',
      },
    ]);
    expect(existsSync(path)).toBe(false);
  });

  it('points the owner of a newer database to the newest netcoach', () => {
    const path = filled();
    spoil(path, 'PRAGMA user_version = 99');
    expect(look(path)).toEqual([
      {
        severity: 'error',
        what: `${path} was written by a newer netcoach (format 99; this one knows ${MIGRATIONS.length})`,
        command: 'npm install --global netcoach@latest',
      },
      {
        severity: 'error',
        what: `its tables are those of format ${MIGRATIONS.length}: unless a newer netcoach was used, its header is damaged`,
        command: 'netcoach restore',
      },
    ]);
    spoil(path, 'CREATE TABLE later (x)');
    expect(look(path)).toHaveLength(1);
  });

  it('finds nothing wrong with an older database, and leaves upgrading to the next command', async () => {
    const path = tempDb();
    const db = openStore(path, () => undefined);
    change(db, 'add', () => addPerson(db, { name: 'Priya Shah' }));
    db.close();
    await later(() => expect(look(path)).toEqual([]));
  });

  it.each([
    ['', 'CREATE TABLE letter (text)'],
    ['small ', 'PRAGMA page_size = 512; CREATE TABLE letter (text)'],
  ])('reports another program’s %sfile, and suggests no restore', (_size, sql) => {
    const path = tempDb();
    spoil(path, sql);
    chmodSync(path, 0o600);
    expect(look(path)).toEqual([
      {
        severity: 'error',
        what: `${path} belongs to another program`,
        command: 'netcoach --db FILE doctor',
      },
    ]);
  });

  it('calls a database that lost its netcoach mark damaged', () => {
    const path = filled();
    spoil(path, 'PRAGMA application_id = 7');
    expect(look(path)).toEqual([
      {
        severity: 'error',
        what: `${path} is damaged or isn't a netcoach database`,
        command: null,
      },
      {
        severity: 'error',
        what: expect.stringMatching(
          /^1 people and 1 interactions can still be read in the file itself; the newest good/,
        ),
        command: 'netcoach restore',
      },
    ]);
  });

  it('says which versions are too old to be trusted with a database', () => {
    expect(examineVersions('3.51.3', '20.12.0')).toEqual([]);
    expect(examineVersions('3.100.0', '100.0.0')).toEqual([]);
    expect(examineVersions('3.51.2', '20.11.1')).toEqual([
      {
        severity: 'error',
        what: 'SQLite 3.51.2 may lose data when several commands write at once',
        command: 'npm install --global netcoach',
      },
      {
        severity: 'warning',
        what: 'Node 20.11.1 is too old for netcoach',
        command: 'Install Node 20.12.0 or newer.',
      },
    ]);
    expect(examineVersions('3.6.99', '9.99.0')).toHaveLength(2);
  });

  it('warns about a synced folder while the database is in use', () => {
    const folder = join(tempFolder(), 'Dropbox', 'work');
    const path = filled(() => undefined, join(folder, 'netcoach.db'));
    const warning = {
      severity: 'warning',
      what: 'the database is in a synchronised folder, where a file in use can be damaged',
      command:
        "netcoach --db FILE on one of this machine's own disks; backups can stay there: netcoach backup FILE",
    };
    expect(look(path)).toEqual([warning]);
    rmSync(path);
    expect(examine(path)).not.toContainEqual(warning);
    const other = join(tempFolder(), 'Dropbox.old', 'netcoach.db');
    mkdirSync(dirname(other));
    expect(look(filled(() => undefined, other))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'reports a folder made for the database that others can open',
    () => {
      const folder = join(tempFolder(), 'made');
      const path = filled(() => undefined, join(folder, 'netcoach.db'));
      chmodSync(folder, 0o750);
      expect(look(path)).toEqual([
        {
          severity: 'warning',
          what: `other people on this machine can open ${folder}`,
          command: `chmod 700 ${folder}`,
        },
      ]);
    },
  );

  it.each<[string, string]>([
    ['a table that is missing', 'DROP TABLE participant'],
    ['a column that is missing', 'ALTER TABLE person DROP COLUMN note'],
    ['a list that is none', `UPDATE person SET skills = '[', interests = '{'`],
    [
      'a key that is missing',
      `PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, 'id INTEGER PRIMARY KEY AUTOINCREMENT', 'id INTEGER')
        WHERE name = 'person'`,
    ],
    [
      'a definition that is none',
      `PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = 'CREATE TABLE skip (' WHERE name = 'skip'`,
    ],
  ])('calls a file with %s damaged, as every command does', async (_name, sql) => {
    const path = filled();
    spoil(
      path,
      sql.startsWith('ALTER')
        ? `DROP TRIGGER person_altered; DROP TRIGGER person_removed;
          DROP INDEX person_foreign; DROP INDEX person_noted; ${sql}`
        : sql,
    );
    expect(look(path).at(-1)).toMatchObject({
      severity: 'error',
      command: expect.stringMatching(/^netcoach restore/),
    });
    for (const args of [['people'], ['interactions'], ['log', 'Met Priya Shah today']]) {
      const { code, stderr } = await run(args, { db: path });
      expect(stderr).not.toMatch(/went wrong inside/);
      if (code !== 0) expect(stderr).toMatch(/damaged/);
    }
  });

  it.each<[string, string, RegExp]>([
    [
      'a row that is not as it was written',
      `UPDATE person SET note = 'kind'`,
      /person 1 has changed since/,
    ],
    ['a count that does not fit', 'UPDATE person SET interactions = 7', /counts for person 1/],
    ['a last contact that does not fit', 'UPDATE person SET last_contact = NULL', /counts for/],
    ['a row that leads nowhere', 'DELETE FROM interaction', /participant names no interaction/],
    ['a day that does not fit', `UPDATE participant SET day = '2001-01-01'`, /people in inter/],
    [
      'a foreign trigger',
      'CREATE TRIGGER x AFTER INSERT ON skip BEGIN DELETE FROM person; END',
      /trigger x isn't netcoach's/,
    ],
    [
      'a record of history that is none',
      `UPDATE change_row SET before = '{'`,
      /record of change 3/,
    ],
    ['a record that is a number', `UPDATE change_row SET before = 7`, /record of change 3/],
    [
      'a record of another row',
      `UPDATE change_row SET before = json_set(before, '$.name', 'Priya Shaw')`,
      /record of change 3 has been altered/,
    ],
    ['a record of no table', `UPDATE change_row SET tbl = 'persom'`, /record of change 3/],
    ['marks that do not hold', `UPDATE change SET marks = replace(marks, '1', '0')`, /change 2/],
    ['marks that are none', `UPDATE change SET marks = 'x'`, /record of change 1 has been/],
    [
      'a record for redo that is none',
      `INSERT INTO undone (at, label, marks) VALUES ('', 'log: Tea', 'x')`,
      /the record of the undone "log: Tea" has been altered/,
    ],
    ['a missing index', 'DROP INDEX interaction_day', /index interaction_day is missing/],
    ['an altered table', 'ALTER TABLE skip ADD COLUMN more TEXT', /table skip isn't netcoach's/],
  ])('finds %s', (_name, sql, words) => {
    const path = filled((db) => {
      change(db, 'edit', () => editPerson(db, 1, { note: 'Runs.' }));
    });
    spoil(path, sql);
    const errors = look(path).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ what }) => what).join('\n')).toMatch(words);
    for (const { command } of errors) expect(command).toMatch(/^netcoach restore/);
  });

  it.each<[string, (path: string) => void]>([
    ['cut short', (path) => truncateSync(path, 30_000)],
    ['overwritten', (path) => writeFileSync(path, 'x'.repeat(9000))],
    ['emptied', (path) => truncateSync(path, 0)],
  ])('names the backup for a file that was %s', (_name, damage) => {
    const path = filled((db) => {
      change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
    });
    damage(path);
    const found = look(path);
    expect(found[0]).toMatchObject({ severity: 'error' });
    expect(found).toContainEqual({
      severity: 'error',
      what: expect.stringMatching(/newest good backup is from \d{4}-/),
      command: 'netcoach restore',
    });
    rmSync(backupFolder(path), { recursive: true });
    writeFileSync(join(dirname(path), 'x'), '');
    if (_name !== 'emptied')
      expect(look(path)).toContainEqual(
        expect.objectContaining({ command: 'netcoach restore FILE' }),
      );
  });

  it('says how much of a damaged file can be read', () => {
    const path = filled();
    const bytes = readFileSync(path);
    const page = Array.from({ length: bytes.length / 4096 }, (_, i) => i * 4096).find(
      (at) => bytes[at] === 13 && bytes.subarray(at, at + 4096).includes('Apollo'),
    );
    bytes[page ?? 0] = 77;
    writeFileSync(path, bytes);
    expect(
      look(path)
        .map(({ what }) => what)
        .join(),
    ).toMatch(/1 people and 0 interactions can still/);
  });

  it('reports likely duplicates and interactions without people as advice', () => {
    const path = filled((db) => {
      change(db, 'add', () => addPerson(db, { name: 'PRIYA SHAH' }));
      change(db, 'add', () => addPerson(db, { name: 'P. Shah', emails: ['Priya@x.org'] }));
      change(db, 'log', () =>
        addInteraction(db, { kind: 'event', date: '2026-11-20', title: 'Alone' }, []),
      );
    });
    expect(look(path)).toEqual([
      { severity: 'advice', what: expect.stringMatching(/"Alone"/), command: 'netcoach delete 2' },
      { severity: 'advice', what: expect.any(String), command: 'netcoach merge "#2" "#1"' },
      { severity: 'advice', what: expect.any(String), command: 'netcoach merge "#3" "#1"' },
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'reports files that others can read, and changes none',
    () => {
      const path = filled((db) => {
        change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
      });
      chmodSync(path, 0o640);
      chmodSync(backupFolder(path), 0o755);
      expect(look(path)).toEqual([
        { severity: 'warning', what: expect.any(String), command: `chmod 600 ${path}` },
        {
          severity: 'warning',
          what: expect.any(String),
          command: `chmod 700 ${backupFolder(path)}`,
        },
      ]);
    },
  );

  it('reports leftovers of interrupted runs, an old backup and a mostly empty file', () => {
    const path = filled((db) => {
      change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
      db.exec(
        'CREATE TABLE filler (text); INSERT INTO filler VALUES (zeroblob(6000000)); DROP TABLE filler',
      );
    });
    const [backup] = listBackups(path);
    renameSync(backup ?? '', join(backupFolder(path), 'daily-2020-01-01.db'));
    const gone = spawnSync('node', ['-e', '']).pid;
    const left = join(backupFolder(path), `.daily-2026-01-01.db.${gone}.part`);
    writeFileSync(left, '', { mode: 0o600 });
    writeFileSync(`${left.replace(String(gone), String(process.ppid))}`, '', { mode: 0o600 });
    expect(look(path)).toEqual([
      {
        severity: 'advice',
        what: expect.stringMatching(/% of the file is empty/),
        command: 'netcoach backup && netcoach restore',
      },
      { severity: 'advice', what: expect.stringMatching(/days older/), command: 'netcoach backup' },
      { severity: 'advice', what: expect.stringMatching(/unfinished copy/), command: `rm ${left}` },
    ]);
  });

  it('does not call a failing or full disk damage', () => {
    const path = filled();
    for (const code of ['SQLITE_IOERR_SHMSIZE', 'SQLITE_FULL']) {
      const refused = vi.spyOn(sqlite, 'snapshot').mockImplementation(() => {
        throw Object.assign(new Error('raw'), { code });
      });
      expect(() => look(path)).toThrow(/disk (?:is full|failed or filled up)/);
      refused.mockRestore();
    }
  });

  it.each<[string, (path: string) => void]>([
    ['cut short', (path) => truncateSync(path, 30_000)],
    ['damaged in its header', (path) => damageAt(path, 20, 20)],
    ['damaged in its schema', (path) => damageAt(path, 100, 3_000)],
  ])('leaves nothing next to a file that is %s', (_name, damage) => {
    const path = filled();
    damage(path);
    const before = readdirSync(dirname(path));
    look(path);
    expect(readdirSync(dirname(path))).toEqual(before);
  });

  it('leaves nothing next to another program’s file and its write-ahead log', () => {
    const path = tempDb();
    const db = connect(path);
    db.pragma('journal_mode = WAL');
    db.exec('CREATE TABLE letter (text)');
    const copy = `${path}.copy`;
    for (const end of ['', '-wal']) copyFileSync(path + end, copy + end);
    db.close();
    const before = readdirSync(dirname(path));
    expect(look(copy)[0]?.what).toBe(`${copy} belongs to another program`);
    expect(readdirSync(dirname(path))).toEqual(before);
  });

  it('leaves an old write-ahead log next to a damaged file', () => {
    const path = filled();
    truncateSync(path, 30_000);
    writeFileSync(`${path}-wal`, 'x'.repeat(100), { mode: 0o600 });
    look(path);
    expect(readFileSync(`${path}-wal`, 'utf8')).toBe('x'.repeat(100));
    expect(existsSync(`${path}-shm`)).toBe(false);
  });

  it('quotes a path for the shell, and shows none that cannot be quoted', async () => {
    if (process.platform === 'win32') return;
    for (const name of ['it\'s $(touch x) `y` "z".db', 'well!.db', "it's!.db"]) {
      const path = filled(undefined, join(tempFolder(), name));
      chmodSync(path, 0o640);
      const [wide] = look(path);
      expect(wide?.what).toContain(path);
      expect(spawnSync('bash', ['-c', wide?.command ?? '']).status).toBe(0);
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
    const path = filled(undefined, join(tempFolder(), 'two\nlines.db'));
    chmodSync(path, 0o640);
    expect((await run(['doctor'], { db: path })).stdout).not.toMatch(/chmod/);
  });

  it('makes no backup of a database with wrong counts, and never picks such a backup', () => {
    const path = filled();
    spoil(path, 'UPDATE person SET interactions = 7');
    const db = openStore(path, () => undefined);
    expect(() => backup(db, null)).toThrow(/counts for person 1 don't match/);
    db.close();
    const [kept] = listBackups(path);
    spoil(kept as string, 'UPDATE person SET last_contact = NULL');
    spoil(kept as string, 'UPDATE person SET interactions = 3');
    expect(newestBackup(path)).toBeNull();
  });

  it('reports that the newest backup is bad', () => {
    const path = filled((db) => {
      change(db, 'add', () => addPerson(db, { name: 'Tom Becker' }));
    });
    const [kept] = listBackups(path);
    truncateSync(kept as string, 9_000);
    expect(look(path)).toEqual([
      {
        severity: 'warning',
        what: expect.stringContaining(`the newest backup, ${kept}, doesn't pass its checks: `),
        command: 'netcoach backup',
      },
    ]);
  });

  it("reports that there's no folder for backups", () => {
    const path = filled();
    const folder = backupFolder(path);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '', { mode: 0o600 });
    const what = `${folder} is a file, where backups belong`;
    expect(look(path)).toEqual([
      { severity: 'error', what, command: `mv ${folder} ${folder}.old` },
    ]);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32').each([0o500, 0o300, 0o000])(
    'reports that a backup folder with mode %i is not accessible',
    (mode) => {
      const path = filled();
      const folder = backupFolder(path);
      chmodSync(folder, mode);
      const found = examine(path);
      truncateSync(path, 30_000);
      const lost = examine(path);
      rmSync(path);
      const gone = examine(path);
      expect(() => openStore(path, () => undefined)).toThrow(/is missing/);
      chmodSync(folder, 0o700);
      const what = `backups can't be made or read in ${folder}`;
      const finding = { severity: 'error', what, command: `chmod 700 ${folder}` };
      expect(found).toEqual([finding]);
      for (const one of [lost, gone]) expect(one).toContainEqual(finding);
      for (const one of [lost, gone]) expect(one).toContainEqual(UNSEEN);
    },
  );
});
