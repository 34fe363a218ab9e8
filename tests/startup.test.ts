/** What starting up loads: only commander until the command is known, then only what that command needs. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE } from '../src/database/addon.ts';

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
