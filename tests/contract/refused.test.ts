import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fails } from '../helpers/coach.ts';
import { run, tempDb, tempFolder } from '../helpers/run.ts';

/** The environment names neither a user nor a home folder. */
beforeAll(() => {
  vi.spyOn(os, 'userInfo').mockImplementation(() => {
    throw Object.assign(new Error('uv_os_get_passwd returned ENOENT'), {
      code: 'ERR_SYSTEM_ERROR',
    });
  });
  syncBuiltinESMExports();
});
afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

describe('an error from the system', () => {
  const long = 'x'.repeat(300);

  it.each<[string, (folder: string) => string[], RegExp]>([
    [
      'a table behind a file',
      (at) => ['import', 'csv', `${at}file/`],
      /has a file where a folder should be/,
    ],
    ['a table of a long name', (at) => ['import', 'csv', join(at, long)], /name that is too long$/],
    ['an export of a long name', (at) => ['import', 'json', join(at, long)], /too long$/],
    ['a backup of a long name', (at) => ['restore', join(at, long)], /too long$/],
    ['a page of a long name', (at) => ['review', '--html', join(at, long)], /too long$/],
    ['a copy of a long name', (at) => ['export', 'json', join(at, long)], /too long$/],
    [
      'a link that leads nowhere',
      (at) => ['import', 'vcard', join(at, 'loop')],
      /is a link to itself$/,
    ],
    ['a repository in a loop', (at) => ['import', 'git', join(at, 'loop')], /is a link to itself$/],
  ])('is explained: %s', async (_name, args, words) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync('loop', join(folder, 'loop'));
    const db = tempDb();
    await run(['add', 'Priya Shah'], { db });
    const { code, message } = await fails('io', args(`${folder}/`), { db });
    expect(code).toBe('io');
    expect(message).toMatch(words);
  });

  it.skipIf(process.getuid?.() === 0)('is explained: a file of another user', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'closed'), { mode: 0 });
    const file = join(folder, 'closed', 'people.csv');
    const { message } = await fails('io', ['import', 'csv', file], { db: tempDb() });
    expect(message).toBe(`${file} can't be opened: no permission`);
  });

  it('stays silent while completing names', async () => {
    for (const db of [`/${long}`, '/dev/null/x.db']) {
      const options = { env: { NETCOACH_DB: db } };
      expect(await run(['__complete', 'show', ''], options)).toMatchObject({ code: 0, stderr: '' });
    }
  });
});

describe('without a home folder', () => {
  const nowhere = { HOME: '', XDG_DATA_HOME: '' };

  it.each([
    ['', /^your home folder isn't known$/],
    ['here', /^HOME isn't an absolute path: here$/],
  ])('no database is created in the current folder: HOME=%s', async (HOME, words) => {
    const before = readdirSync('.');
    for (const args of [['people'], ['add', 'Priya Shah'], ['doctor']]) {
      const { message, hint } = await fails('io', args, { env: { ...nowhere, HOME } });
      expect(message).toMatch(words);
      expect(hint).toBe('Set HOME, or give a file: --db netcoach.db');
    }
    expect(readdirSync('.')).toEqual(before);
  });

  it('a named database is used', async () => {
    const env = { ...nowhere, XDG_DATA_HOME: tempFolder() };
    expect((await run(['people'], { env })).code).toBe(0);
    expect((await run(['people', '--db', tempDb()], { env: nowhere })).code).toBe(0);
    expect((await run(['people'], { env: nowhere, db: tempDb() })).code).toBe(0);
  });

  it('commands that need no database work', async () => {
    const commands = [['completion', 'bash'], ['rules'], ['--help'], ['__complete', 's']];
    for (const args of commands)
      expect(await run(args, { env: nowhere })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('a long argument', () => {
  const long = '漢'.repeat(7_000);

  it.each<[string, string[]]>([
    ['a name', ['show', long]],
    ['a name to draft to', ['draft', long]],
    ['a command', [long]],
    ['a day', ['people', '--today', long]],
    ['a choice', ['people', '--status', long]],
  ])('is not repeated in full: %s', async (_name, args) => {
    const db = tempDb();
    await run(['add', 'Priya Shah'], { db });
    for (const more of [[], ['--json']]) {
      const { code, stderr } = await run([...args, ...more], { db });
      expect(code).toBe(2);
      expect(Buffer.byteLength(stderr)).toBeLessThan(6_000);
    }
  });

  it('is not repeated in full: the names it could mean', async () => {
    const db = tempDb();
    for (let i = 0; i < 11; i++) await run(['add', `Ana ${'漢'.repeat(900)} ${i}`], { db });
    const { code, stderr } = await run(['show', 'Ana', '--json'], { db });
    expect(code).toBe(2);
    expect(Buffer.byteLength(stderr)).toBeLessThan(6_000);
    expect(JSON.parse(stderr).error.candidates).toHaveLength(10);
  });
});
