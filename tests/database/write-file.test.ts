import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../src/database/backup.ts';
import { backupFolder } from '../../src/database/file.ts';
import { fails } from '../helpers/coach.ts';
import { json, run, shell, tempDb, tempFolder } from '../helpers/run.ts';

async function filled() {
  const db = tempDb();
  await run(['add', 'Priya Shah'], { db });
  await run(['add', 'Tom Becker'], { db });
  return { db };
}

/** Every file in a folder and its private folder, with its bytes. */
function state(db: string): Record<string, string> {
  const files = [dirname(db), backupFolder(db)].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  );
  return Object.fromEntries(
    files
      .filter((file) => statSync(file).isFile())
      .map((file) => [file, readFileSync(file, 'latin1')]),
  );
}

describe.skipIf(process.platform === 'win32')('an output file', () => {
  it.each<[string, (db: string, elsewhere: string) => string]>([
    ['itself', (db) => db],
    ['its log', (db) => `${db}-wal`],
    ['its index', (db) => `${db}-shm`],
    ['its journal', (db) => `${db}-journal`],
    ['a backup', (db) => listBackups(db)[0] as string],
    ['a new file among the backups', (db) => join(backupFolder(db), 'x.db')],
    [
      'a link to it',
      (db, elsewhere) => {
        symlinkSync(db, join(elsewhere, 'link'));
        return join(elsewhere, 'link');
      },
    ],
    [
      'a link to its journal, which is not there',
      (db, elsewhere) => {
        symlinkSync(`${db}-journal`, join(elsewhere, 'link'));
        return join(elsewhere, 'link');
      },
    ],
    [
      'a hard link to it',
      (db, elsewhere) => {
        linkSync(db, join(elsewhere, 'hard'));
        return join(elsewhere, 'hard');
      },
    ],
    [
      'a hard link to a backup',
      (db, elsewhere) => {
        linkSync(listBackups(db)[0] as string, join(elsewhere, 'hard'));
        return join(elsewhere, 'hard');
      },
    ],
    [
      'its log through a linked folder',
      (db, elsewhere) => {
        symlinkSync(dirname(db), join(elsewhere, 'folder'));
        return join(elsewhere, 'folder', `${basename(db)}-wal`);
      },
    ],
    [
      'a new file through a link to the backups',
      (db, elsewhere) => {
        symlinkSync(backupFolder(db), join(elsewhere, 'folder'));
        return join(elsewhere, 'folder', 'x');
      },
    ],
    [
      'a new file in a folder among the backups',
      (db) => {
        mkdirSync(join(backupFolder(db), 'deep'));
        return join(backupFolder(db), 'deep', 'x');
      },
    ],
  ])('is never the database: %s', async (_name, name) => {
    const options = await filled();
    const target = name(options.db, tempFolder());
    const before = state(options.db);
    for (const args of [
      ['export', 'csv', target],
      ['review', '--html', target],
    ])
      expect((await fails('io', args, options)).message).toBe(`${target} belongs to the database`);
    expect(state(options.db)).toEqual(before);
  });

  it('is never the database, even through a linked folder', async () => {
    const { db } = await filled();
    const folder = join(tempFolder(), 'linked');
    symlinkSync(dirname(db), folder);
    const options = { db: join(folder, basename(db)) };
    await fails('io', ['export', 'csv', `${db}-journal`], options);
    await fails('io', ['export', 'csv', join(backupFolder(db), 'x')], options);
    expect(existsSync(`${db}-journal`)).toBe(false);
  });

  it('is written through a link, which stays', async () => {
    const options = await filled();
    const folder = tempFolder();
    const [real, link, dangling] = ['real.csv', 'link', 'later'].map((name) => join(folder, name));
    writeFileSync(real as string, '');
    symlinkSync('real.csv', link as string);
    symlinkSync('new.csv', dangling as string);
    for (const [name, file] of [
      [link, real],
      [dangling, join(folder, 'new.csv')],
    ] as Array<[string, string]>) {
      expect((await run(['export', 'csv', name], options)).code).toBe(0);
      expect(lstatSync(name).isSymbolicLink()).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain('Priya Shah');
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    const { unreached } = await json<{ unreached: string[] }>(
      ['forget', 'Priya', '--yes'],
      options,
    );
    expect(unreached.toSorted()).toEqual([join(folder, 'new.csv'), real]);
  });

  it('is assembled next to its destination, under a name that identifies leftovers', async () => {
    const { db } = await filled();
    const target = join(dirname(db), 'out.csv');
    mkdirSync(join(dirname(db), `.out.csv.${process.pid}.part`));
    expect((await fails('io', ['export', 'csv', target], { db })).message).toContain(target);
    expect(existsSync(target)).toBe(false);
  });

  it('is filled if it is a pipe, and stays one', async () => {
    const options = await filled();
    const pipe = join(tempFolder(), 'pipe');
    spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe]);
    const { stdout } = await shell(
      `timeout 20 cat "${pipe}" & "$NODE" "$NETCOACH" export csv "${pipe}" >/dev/null; wait`,
      options,
    );
    expect(stdout).toContain('Priya Shah');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it('can be a device, but not standard output', async () => {
    const options = await filled();
    expect((await run(['export', 'csv', '/dev/null'], options)).code).toBe(0);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    const out = join(tempFolder(), 'out');
    for (const to of [`>"${out}"`, '| cat']) {
      const { stderr } = await shell(
        `"$NODE" "$NETCOACH" export csv /dev/stdout ${to}; exit \${PIPESTATUS[0]}`,
        options,
      );
      expect(stderr).toMatch(/^netcoach: \/dev\/stdout is standard output\. .*\n$/);
    }
  });

  it.each<[string, (folder: string) => string, RegExp]>([
    ['a folder', (folder) => folder, /is a folder$/],
    ['in no folder', (folder) => join(folder, 'no', 'x'), /is in a folder that doesn't exist$/],
    ['below a file', (folder) => join(folder, 'file', 'x'), /has a file where a folder should be$/],
    ['of a name that is too long', (folder) => join(folder, 'x'.repeat(300)), /too long$/],
    ['a link to itself', (folder) => join(folder, 'loop'), /is a link to itself$/],
  ])('is refused with a clear error if it is %s', async (_name, name, words) => {
    const options = await filled();
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('loop', join(folder, 'loop'));
    expect((await fails('io', ['export', 'csv', name(folder)], options)).message).toMatch(words);
  });
});
