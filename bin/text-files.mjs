/**
 * Loads .txt files as their content, as esbuild does by itself: for tsx by
 * `--import ./bin/text-files.mjs`, for vitest as a plugin.
 */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

const moduleOf = (file) => `export default ${JSON.stringify(readFileSync(file, 'utf8'))};`;

/** The plugin for vitest. */
export const textFiles = {
  name: 'text-files',
  enforce: 'pre',
  load: (id) => (id.endsWith('.txt') ? moduleOf(id) : null),
};

/** The hook for Node, in the thread that loads modules. */
export async function load(url, context, next) {
  return url.endsWith('.txt')
    ? { format: 'module', source: moduleOf(fileURLToPath(url)), shortCircuit: true }
    : next(url, context);
}

if (process.execArgv.some((argument) => argument.includes('text-files'))) register(import.meta.url);
