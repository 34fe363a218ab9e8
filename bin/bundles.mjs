/**
 * Which of our sources each bundle of the program has. A bundle takes what its entries import, unless an earlier
 * one has it already: each file is in one bundle alone, and imports from its own or an earlier one.
 */

import { BUNDLES } from './compile.js';

const commands = (...names) => names.map((name) => `src/commands/${name}.ts`);

/** Files that are loaded by `import()`, by bundle; what nobody claims goes into the last one. */
const ENTRIES = {
  // What is typed every day, and what a terminal adds to it.
  main: [
    'src/cli/main.ts',
    'src/cli/program.ts',
    'src/cli/session.ts',
    'src/cli/questions.ts',
    'src/cli/help/topics.ts',
    ...commands('suggest', 'draft', 'show', 'why', 'due', 'people', 'undo', 'complete'),
    ...commands('log', 'done', 'outcome', 'skip', 'snooze', 'act-by-key', 'input/clipboard'),
  ],
  // What `log` reads of words, and the reading of titles that were left unread.
  reading: [
    'src/reading/sentence.ts',
    'src/reading/understand.ts',
    'src/reading/say/detail.ts',
    'src/reading/day-grammar.ts',
    'src/commands/input/ask-log.ts',
    'src/cli/back-up-daily.ts',
  ],
  check: [...commands('check'), 'src/coach/writer/prompt.ts'],
};

/**
 * The bundle of each file.
 * @param inputs of esbuild's metafile for the whole program
 */
export function assign(inputs) {
  const bundleOf = new Map();
  const take = (file, bundle) => {
    if (bundleOf.has(file)) return;
    bundleOf.set(file, bundle);
    for (const { path, kind, external } of inputs[file].imports)
      if (!external && kind !== 'dynamic-import') take(path, bundle);
  };
  for (const bundle of BUNDLES) {
    for (const entry of ENTRIES[bundle] ?? []) {
      if (inputs[entry] === undefined) throw new Error(`bin/bundles.mjs: ${entry} isn't there`);
      take(entry, bundle);
    }
  }
  const last = BUNDLES.at(-1);
  for (const file of Object.keys(inputs)) take(file, last);
  return bundleOf;
}
