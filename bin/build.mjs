/**
 * Bundles dist/main.cjs from our sources, commander, date-fns and better-sqlite3's JavaScript: one
 * CommonJS file loads in half the time of ES modules.
 */
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

await build({
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/main.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external,
  define: { 'import.meta.url': '__filename' },
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
});
await import('./compile.mjs');
