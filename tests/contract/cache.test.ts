/** V8's compiled form of the program: used for the very program it was made from, and made where it is missing. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { project, tempDb, tempFolder } from '../helpers/run.ts';

/** A copy of the built program that may be changed. */
function copy(): string {
  const folder = tempFolder();
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function node(folder: string, args: string[], env: Record<string, string> = {}): string {
  const run = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: folder, NETCOACH_DB: tempDb(), ...env },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout;
}

const BUNDLES = ['main', 'reading', 'check', 'rest'];

/** Whether a bundle is loaded from its compiled form. */
function isCached(folder: string, env: Record<string, string> = {}, bundle = 'main'): boolean {
  const script = `const { bundle, lacksCache } = require('./bin/load.js');
    const { script } = bundle('${bundle}');
    console.log(!lacksCache() && script.cachedDataRejected === false);`;
  return node(folder, ['-e', script], env) === 'true\n';
}

const caches = (folder: string) =>
  readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.cache'));

/** The compiled form of the bundle that every command loads. */
const mainCache = (folder: string) =>
  caches(folder).find((name) => name.startsWith('main.')) as string;

describe('the compiled form', () => {
  it.each(BUNDLES)('of %s is used', (bundle) => {
    expect(isCached(copy(), {}, bundle)).toBe(true);
  });

  it('is used whatever the limit of the heap, which stays', () => {
    const env = { NODE_OPTIONS: '--max-old-space-size=300' };
    const folder = copy();
    expect(isCached(folder, env)).toBe(true);
    const script = `require('./bin/load.js').load();
      console.log(require('node:v8').getHeapStatistics().heap_size_limit < 600 * 2 ** 20);`;
    expect(node(folder, ['-e', script], env)).toBe('true\n');
  });

  it('is not used for another bundle of the same length, which is compiled anew', async () => {
    const folder = copy();
    const path = join(folder, 'dist', 'rest.cjs');
    const text = readFileSync(path, 'utf8');
    const edited = text.replace("All's well", "ALL'S WELL");
    expect(edited).not.toBe(text);
    writeFileSync(path, edited);
    expect(isCached(folder, {}, 'rest')).toBe(false);
    expect(node(folder, ['bin/netcoach.js', 'backup', '--help'])).toMatch(/^Usage|^netcoach/m);
    await vi.waitFor(() => expect(isCached(folder, {}, 'rest')).toBe(true), { timeout: 20_000 });
    expect(caches(folder)).toHaveLength(BUNDLES.length);
    const db = join(folder, 'a.db');
    node(folder, ['bin/netcoach.js', '--db', db, 'add', 'Ana Ruiz']);
    expect(node(folder, ['bin/netcoach.js', '--db', db, 'doctor'])).toMatch(/^ALL'S WELL/);
  });

  it('is made for everyone, whatever the options of who makes it', async () => {
    const folder = copy();
    const name = mainCache(folder);
    const env = { NODE_OPTIONS: '--max-old-space-size=300' };
    rmSync(join(folder, 'dist', name));
    node(folder, ['bin/netcoach.js', '--version'], env);
    await vi.waitFor(() => expect(isCached(folder)).toBe(true), { timeout: 20_000 });
    rmSync(join(folder, 'dist', name));
    const limit = ['--max-old-space-size=300', 'bin/compile.js'];
    node(folder, limit);
    expect(isCached(folder)).toBe(true);
  });

  it('is nothing to trust where it is cut short', () => {
    const folder = copy();
    const name = mainCache(folder);
    const path = join(folder, 'dist', name);
    writeFileSync(`${path}.making`, 'none is to be made');
    for (const length of [0, 100, readFileSync(path).length - 5]) {
      writeFileSync(path, readFileSync(path).subarray(0, length));
      expect(node(folder, ['bin/netcoach.js', '--version'])).toMatch(/^\d/);
    }
  });

  it('is made by one process alone', () => {
    const folder = copy();
    const name = mainCache(folder);
    writeFileSync(join(folder, 'dist', name), '');
    writeFileSync(join(folder, 'dist', `${name}.making`), 'another is at it');
    node(folder, ['bin/netcoach.js', '--version']);
    expect(readFileSync(join(folder, 'dist', `${name}.making`), 'utf8')).toBe('another is at it');
    expect(existsSync(join(folder, 'dist', name))).toBe(true);
  });
});
