/**
 * Bundles dist/main.cjs from our sources, commander, date-fns and better-sqlite3's JavaScript: one
 * CommonJS file loads in half the time of ES modules.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

/** Heavy or rarely used packages, loaded from node_modules when a command needs them. */
const external = [
  'bindings',
  'inquirer',
  'chrono-node',
  'wink-nlp',
  'wink-eng-lite-web-model',
  'chalk',
  'nspell',
  'dictionary-en',
  'fflate',
  'd3-force',
  'd3-scale',
  'd3-shape',
];

/** The JavaScript of SQLite goes into the bundle, for each release that is installed here; npm leaves some out. */
const sqlite = ['better-sqlite3', 'better-sqlite3-node20'];
const absent = sqlite.filter((name) => !isInstalled(name));

function isInstalled(name) {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Leaves the choice of SQLite a `require` that esbuild follows. */
const requireSqlite = {
  name: 'require-sqlite',
  setup(building) {
    building.onLoad({ filter: /[\\/]src[\\/]database[\\/]addon\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace('const require = createRequire(import.meta.url);', '');
      if (contents === text) throw new Error(`${path} has another way to load SQLite`);
      return { contents, loader: 'ts' };
    });
  },
};

await build({
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/main.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: [...external, ...absent],
  plugins: [requireSqlite],
  define: { 'import.meta.url': '__filename' },
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
});
await import('./compile.mjs');
