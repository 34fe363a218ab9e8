import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { PACKAGE } from '../../src/database/addon.ts';
import { backup, listBackups } from '../../src/database/backup.ts';
import { change } from '../../src/database/change.ts';
import { flawIn, readCopies, rememberCopy } from '../../src/database/copy.ts';
import { openStore } from '../../src/database/open.ts';
import { connect } from '../../src/database/sqlite.ts';
import { listChanges } from '../../src/database/undo.ts';
import { examine } from '../../src/doctor/health.ts';
import { forget } from '../../src/forget/forget.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { addInvitation } from '../../src/store/invitations.ts';
import { addPerson, editPerson, personById } from '../../src/store/people.ts';
import { addSkip } from '../../src/store/skips.ts';
import { later } from '../database/later.ts';
import { coach, TODAY } from '../helpers/coach.ts';
import { project, run, tempDb, tempFolder } from '../helpers/run.ts';

const quiet = () => undefined;

/** Words used only about the person who is forgotten. */
const WORDS = `Zebulon Quuxley zebbo wombat Fjordteam Krakenco Sphinxskill Obelisk zq-slug
  zebulon@quux.example wobbegong privatenote ownhighlight lonelytitle lonelynote calendarkey oldname Mergedaway
  Pharaoh umlautgoal Quokka importkey anaconda`.split(/\s+/);

/** The words found in any byte of any file below a folder. */
function wordsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  const found = new Set<string>();
  for (const file of files) {
    const text = readFileSync(file, 'latin1').toLowerCase();
    for (const word of WORDS) if (text.includes(word.toLowerCase())) found.add(word);
  }
  return [...found];
}

/** A log with all of these words, in many changes, and with backups of many kinds. */
function story(path = tempDb()): { db: Database; zeb: number; tom: number; folder: string } {
  const db = openStore(path, quiet);
  const folder = dirname(path);
  const add = (name: string, rest: object = {}) =>
    change(db, `add: ${name}`, () => addPerson(db, { name, ...rest }));
  const zeb = add('oldname wombat');
  backup(db, join(folder, 'first.db'));
  const tom = add('Tom Becker', { note: 'sat next to Zebulon Quuxley and Obelisk' });
  change(db, 'edit', () =>
    editPerson(db, zeb, {
      name: 'Zebulon Quuxley',
      aliases: ['zebbo', 'Obelisk', 'Mergedaway'],
      role: 'Pharaoh',
      team: 'Fjordteam',
      company: 'Krakenco',
      skills: ['Sphinxskill'],
      interests: ['Quokka'],
      linkedin: 'https://www.linkedin.com/in/zq-slug',
      emails: ['zebulon@quux.example', 'wobbegong@home.example'],
      note: 'privatenote umlautgoal anaconda',
    }),
  );
  change(db, 'edit', () => editPerson(db, zeb, { team: 'Krakenco two' }, '2026-11-19'));
  const log = (title: string, note: string, source: string, people: number[]) =>
    change(db, `log: ${title}`, () =>
      addInteraction(
        db,
        { kind: 'project', date: '2026-11-20', title, note, source },
        people.map((person) => ({
          person,
          highlight: person === zeb ? 'ownhighlight' : 'as ZEBBO said',
        })),
      ),
    );
  log('lonelytitle', 'lonelynote', 'calendarkey', [zeb]);
  log('Apollo with Zebulon', 'praised by zebulon quuxley', 'importkey:zebulon@quux.example', [
    zeb,
    tom,
  ]);
  change(db, 'sent: Zebulon Quuxley', () => addInvitation(db, zeb, '2026-11-21', true));
  change(db, 'skip: Zebulon Quuxley', () => addSkip(db, zeb, 'project', '2026-11-21'));
  backup(db, null);
  backup(db, join(folder, 'second.db'));
  return { db, zeb, tom, folder };
}

/** Runs `work` while no file may grow beyond this many bytes, as on a full disk. */
function limited<T>(bytes: number, work: () => T): T {
  const limit = (to: number | string) =>
    expect(sh(`prlimit --pid ${process.pid} --fsize=${to}:`)).toBe(0);
  limit(bytes);
  try {
    return work();
  } finally {
    limit('unlimited');
  }
}

const sh = (command: string) => spawnSync('sh', ['-c', command]).status;

const hasLimit = sh('prlimit --fsize=:unlimited true') === 0;

describe('forget', () => {
  it('leaves no word in any byte of any file, and keeps what is shared with others', () => {
    const { db, zeb, tom, folder } = story();
    expect(wordsIn(folder).sort()).toEqual([...WORDS].sort());
    const { rewritten, unreached } = forget(db, zeb);
    expect(unreached).toEqual([]);
    const names = rewritten.map((file) => file.slice(folder.length + 1)).sort();
    expect(names.join(' ')).toMatch(
      /^first\.db netcoach\.db-backups\/daily-\S+ netcoach\.db-backups\/manual-\S+ second\.db$/,
    );
    expect(wordsIn(folder)).toEqual([]);
    expect(personById(db, tom)).toMatchObject({
      name: 'Tom Becker',
      interactions: 1,
      note: 'sat next to someone and someone',
    });
    expect(
      db.prepare('SELECT title, note, highlight FROM interaction JOIN participant').all(),
    ).toEqual([
      { title: 'Apollo with someone', note: 'praised by someone', highlight: 'as someone said' },
    ]);
    expect(listChanges(db, 9)).toEqual([]);
    for (const file of rewritten) expect(flawIn(file), file).toBeNull();
    db.close();
    expect(wordsIn(folder)).toEqual([]);
    expect(
      examine(join(folder, 'netcoach.db')).filter(({ severity }) => severity !== 'advice'),
    ).toEqual([]);
  });

  it('allows changes and undo afterwards', () => {
    const { db, zeb } = story();
    forget(db, zeb);
    const id = change(db, 'add', () => addPerson(db, { name: 'Wei Chen' }));
    expect(id).toBeGreaterThan(zeb);
    expect(listChanges(db, 9)).toHaveLength(1);
    db.close();
  });

  it('keeps another person with the same name, in the backups too', () => {
    const db = openStore(tempDb(), quiet);
    const [a, b] = [1, 2].map(() =>
      change(db, 'add', () => addPerson(db, { name: 'Grace Hopper' })),
    );
    change(db, 'log', () =>
      addInteraction(db, { kind: 'event', date: '2026-11-20', title: 'Tea with Grace Hopper' }, [
        { person: b ?? 0, highlight: null },
      ]),
    );
    const { file } = backup(db, null);
    forget(db, a ?? 0);
    const copy = openStore(file, quiet);
    for (const one of [db, copy])
      expect(one.prepare('SELECT id FROM person').pluck().all()).toEqual([b]);
    copy.close();
    db.close();
  });

  it('names the exports and copies that it cannot change', () => {
    const { db, zeb, folder } = story();
    const csv = join(tempFolder(), 'people.csv');
    writeFileSync(csv, 'name\nZebulon Quuxley\n');
    const away = join(folder, 'disk', 'away.db');
    mkdirSync(dirname(away));
    const gone = join(folder, 'gone.db');
    const damaged = join(folder, 'netcoach.db-backups', 'damaged-2026.db');
    writeFileSync(damaged, 'SQLite format 3\0 and then nothing that makes sense'.repeat(9));
    for (const path of [csv, gone, '/a/disk/that/is/away.db']) rememberCopy(db, path);
    const { unreached } = forget(db, zeb);
    expect(unreached.sort()).toEqual(['/a/disk/that/is/away.db', csv, damaged].sort());
    expect(readFileSync(csv, 'utf8')).toBe('name\nZebulon Quuxley\n');
    expect(readCopies(db)).not.toContain(gone);
    expect(readCopies(db)).toContain(csv);
    db.close();
  });

  it('names the backups that it cannot read, and leaves them as they are', () => {
    const { db, zeb, folder } = story();
    const [flipped, logged, replaced] = ['flipped', 'logged', 'replaced'].map((name) =>
      join(folder, `${name}.db`),
    ) as [string, string, string];
    const files = [flipped, logged];
    for (const file of files) copyFileSync(join(folder, 'second.db'), file);
    const copy = connect(flipped);
    copy.exec(`UPDATE person SET note = 'sat next to zebulon quuxley' WHERE name = 'Tom Becker'`);
    copy.close();
    writeFileSync(`${logged}-wal`, 'what was written last');
    mkdirSync(replaced);
    for (const file of [...files, replaced]) rememberCopy(db, file);
    const before = files.map((file) => readFileSync(file));
    const { rewritten, unreached } = forget(db, zeb);
    expect(unreached).toEqual([...files, replaced]);
    expect(rewritten).toContain(join(folder, 'second.db'));
    expect(files.map((file) => readFileSync(file))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
    db.close();
  });

  it('names the backups in an older format, and leaves them as they are', async () => {
    const { db, zeb, folder } = story();
    db.close();
    const before = readFileSync(join(folder, 'second.db'));
    await later(() => {
      const newer = openStore(db.name, quiet);
      const older = listBackups(db.name);
      expect(older[0]).toContain('before-upgrade');
      const { rewritten, unreached } = forget(newer, zeb);
      expect(rewritten).toEqual([]);
      expect(unreached).toEqual([...older, join(folder, 'first.db'), join(folder, 'second.db')]);
      expect(readFileSync(join(folder, 'second.db'))).toEqual(before);
      newer.close();
    });
  });

  it.each([
    ['email', 'zq@quux.example'],
    ['linkedin', 'https://www.linkedin.com/in/zq-slug'],
  ])('recognises a person in a backup by the %s alone', async (field, address) => {
    const c = coach();
    const [base, old] = ['base.db', 'old.db'].map((name) => join(tempFolder(), name));
    await c.add('Tom Becker', '--email', 'tom@example.com');
    await c.json('backup', base as string);
    await c.add('Zeb', `--${field}`, address);
    await c.json('backup', old as string);
    await c.json('restore', base as string);
    // By now someone else has the number they had in the backup.
    await c.add('Wei Chen');
    await c.add('Quuxley', `--${field}`, address);
    await c.json('forget', 'Quuxley', '--yes');
    expect(await c.people()).toEqual(['Tom Becker', 'Wei Chen']);
    expect(await coach(TODAY, old).people()).toEqual(['Tom Becker']);
  });

  it('works after the private folder was removed', () => {
    const { db, zeb, folder } = story();
    rmSync(join(folder, 'netcoach.db-backups'), { recursive: true });
    const { rewritten, unreached } = forget(db, zeb);
    expect(rewritten).toEqual([join(folder, 'first.db'), join(folder, 'second.db')]);
    expect(unreached).toEqual([]);
    expect(wordsIn(folder)).toEqual([]);
    db.close();
  });

  it('leaves no write-ahead log to empty if the disk does not support one', () => {
    const { db, zeb, folder } = story();
    db.pragma('journal_mode = DELETE');
    expect(forget(db, zeb).unreached).toEqual([]);
    expect(wordsIn(folder)).toEqual([]);
    db.close();
  });

  it.skipIf(!hasLimit)('says that the disk is full, and keeps the person', () => {
    const { db, zeb, folder } = story();
    const before = readFileSync(join(folder, 'first.db'));
    let failure: unknown;
    limited(100_000, () => {
      try {
        forget(db, zeb);
      } catch (error) {
        failure = error;
      }
    });
    expect(failure).toMatchObject({
      code: 'io',
      message: 'the disk is full',
      hint: 'Nothing was saved. Make some space and try again.',
    });
    expect(personById(db, zeb).name).toBe('Zebulon Quuxley');
    expect(readFileSync(join(folder, 'first.db'))).toEqual(before);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => name.includes('part'))).toEqual([]);
    expect(forget(db, zeb).unreached).toEqual([]);
    expect(wordsIn(folder)).toEqual([]);
    db.close();
  });

  it.skipIf(!hasLimit)(
    'is finished by the next command if the disk was too full to tidy up',
    async () => {
      const { db, zeb, folder } = story();
      for (const name of ['first.db', 'second.db']) rmSync(join(folder, name));
      rmSync(join(folder, 'netcoach.db-backups'), { recursive: true });
      db.pragma('wal_checkpoint(TRUNCATE)');
      const { size } = statSync(db.name);
      expect(limited(size, () => forget(db, zeb))).toEqual({
        rewritten: [],
        unreached: [db.name],
        foreign: [],
        left: [],
      });
      db.close();
      await run(['people'], { db: db.name });
      expect(wordsIn(folder)).toEqual([]);
      expect(examine(db.name).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it('is finished by the next command if another program was reading', async () => {
    const { db, zeb, folder } = story();
    const { name } = db;
    db.close();
    // Reads in one long transaction until told to stop.
    const reader = spawn(
      process.execPath,
      [
        '-e',
        `const db = require('${PACKAGE}')(process.argv[1]);
        db.exec('BEGIN'); db.prepare('SELECT * FROM person').all(); console.log('reading');
        process.stdin.on('data', () => { db.exec('COMMIT'); db.close(); process.exit(0); });`,
        name,
      ],
      { cwd: project },
    );
    await new Promise((resolve) => reader.stdout.once('data', resolve));
    const busy = openStore(name, quiet);
    busy.pragma('busy_timeout = 200');
    expect(forget(busy, zeb).unreached).toEqual([name]);
    expect(busy.prepare('SELECT count(*) FROM person').pluck().get()).toBe(1);
    busy.close();
    const ended = new Promise((resolve) => reader.once('exit', resolve));
    reader.stdin.write('stop\n');
    expect(await ended).toBe(0);
    await run(['people'], { db: name });
    expect(wordsIn(folder)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    "names a backup in a folder that can't be written to",
    () => {
      const { db, zeb } = story();
      const file = join(tempFolder(), 'fixed.db');
      backup(db, file);
      chmodSync(dirname(file), 0o500);
      expect(forget(db, zeb).unreached).toEqual([file]);
      chmodSync(dirname(file), 0o700);
      db.close();
    },
  );
});

describe('forget finds the person', () => {
  it('in each backup, even when several people are forgotten and backups made at once', async () => {
    const path = tempDb();
    const people = ['Xena Onequux', 'Yara Twoquux', 'Zora Threequux'];
    const own = (...args: string[]) =>
      new Promise<number | null>((resolve) => {
        const child = spawn(process.execPath, ['bin/netcoach.js', '--db', path, ...args], {
          cwd: project,
        });
        child.once('exit', resolve);
      });
    for (const name of [...people, 'Tom Becker']) await own('add', name);
    await own('backup');
    const done = await Promise.all([
      ...people.map((name) => own('forget', name, '--yes')),
      own('backup'),
      own('backup'),
    ]);
    expect(done).toEqual([0, 0, 0, 0, 0]);
    for (const file of listBackups(path))
      expect(readFileSync(file, 'latin1'), file).not.toMatch(/quux/i);
  });
});
