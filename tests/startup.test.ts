/** What starting up loads: only commander until the command is known, then only what that command needs. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE } from '../src/database/addon.ts';
import { tempDb, tempFolder } from './helpers/run.ts';

const top = fileURLToPath(new URL('..', import.meta.url));
let inputs: Metafile['inputs'];

beforeAll(async () => {
  const built = await build({
    absWorkingDir: top,
    entryPoints: ['src/cli/main.ts'],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: 'unused',
    splitting: true,
  });
  inputs = built.metafile.inputs;
});

/** The packages a file loads at once, through all its static imports. */
function packagesOf(file: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (seen.has(file)) return found;
  seen.add(file);
  for (const one of inputs[file]?.imports ?? []) {
    if (one.kind !== 'import-statement') continue;
    if (one.external) {
      if (!one.path.startsWith('node:')) found.add(one.path);
    } else for (const name of packagesOf(one.path, seen)) found.add(name);
  }
  return found;
}

describe('starting up', () => {
  it('loads only commander', () => {
    const packages = new Set([
      ...packagesOf('src/cli/main.ts'),
      ...packagesOf('src/cli/program.ts'),
    ]);
    expect([...packages]).toEqual(['commander']);
  });

  it.each(['suggest', 'log', 'draft', 'show', 'outcome'])(
    'loads no more for %s than it needs',
    (name) => {
      const packages = new Set([
        ...packagesOf('src/cli/session.ts'),
        ...packagesOf(`src/commands/${name}.ts`),
      ]);
      expect(packages.size).toBeGreaterThan(0);
      const heavy = [...packages].filter(
        (path) => !/^(date-fns\/\w+|fast-wrap-ansi|fast-string-width)$/.test(path),
      );
      expect(heavy).toEqual([]);
    },
  );

  it('bundles the JavaScript of the exact SQLite release that npm installs', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(`${top}package.json`, 'utf8'));
    // One is bundled, npm installs the other, so the version must be exact.
    expect(optionalDependencies).toEqual({
      'better-sqlite3': expect.stringMatching(/^13\.\d+\.\d+$/),
      'better-sqlite3-node20': expect.stringMatching(/^npm:better-sqlite3@12\.\d+\.\d+$/),
    });
    const bundle = readFileSync(`${top}dist/main.cjs`, 'latin1');
    expect(bundle).not.toMatch(`require("${PACKAGE}")`);
    expect(bundle).toContain(PACKAGE === 'better-sqlite3' ? 'rowFactory' : 'setErrorConstructor');
  });

  it('imports date-fns function by function', () => {
    for (const { imports } of Object.values(inputs))
      for (const { path } of imports) expect(path).not.toBe('date-fns');
  });
});

const BUNDLES = ['main', 'reading', 'check', 'rest'];

describe('the bundles', () => {
  it('have each file once', () => {
    const files = BUNDLES.flatMap((name) => {
      const bundle = readFileSync(join(top, 'dist', `${name}.cjs`), 'latin1');
      return [...bundle.matchAll(/"((?:src|rules|node_modules)\/[\w@./-]+)"\(/g)].map(
        ([, file]) => file,
      );
    });
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file, at) => files.indexOf(file) !== at)).toEqual([]);
  });

  it('but the first are not needed for what only reads, nor for what needs no reading', () => {
    const folder = tempFolder();
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(join(top, part), join(folder, part), { recursive: true });
    symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'));
    for (const name of BUNDLES.slice(1)) rmSync(join(folder, 'dist', `${name}.cjs`));
    const env = { PATH: process.env.PATH ?? '', HOME: folder, NETCOACH_DB: tempDb() };
    const run = (home: string, ...words: string[]) =>
      spawnSync(process.execPath, [join(home, 'bin', 'netcoach.js'), ...words], {
        env,
        encoding: 'utf8',
      });
    const log = ['log', '--kind', 'project', '--with', 'Ana Ruiz', '--title', 'Apollo launch'];
    expect(run(top, ...log).stderr).toBe('');
    for (const words of [
      ['suggest'],
      ['suggest', '--json'],
      ['draft', 'Ana'],
      ['show', 'Ana'],
      ['why', 'Ana'],
      ['due'],
      ['people'],
      ['people', 'ana'],
      ['done', 'Ana'],
      ['undo'],
      ['--version'],
    ]) {
      const { stdout, stderr, status } = run(folder, ...words);
      expect({ words, stderr, status }).toEqual({ words, stderr: '', status: 0 });
      expect(stdout).not.toBe('');
    }
    expect(run(folder, 'backup').stderr).toContain('rest.cjs');
  });
});
