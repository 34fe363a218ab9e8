import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { textFiles } from '../../bin/text-files.mjs';
import { PART, PARTS } from './parts.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The first test that fails settles a mutant, and later ones are not even loaded: the tests that mirror the
 * mutated file come first, the thousand messages last.
 */
class MirrorFirst extends BaseSequencer {
  async sort(files) {
    const { activeMutant } = this.ctx.getRootProject().getProvidedContext();
    const mirror = activeMutant === undefined ? '' : mirrorOf(fileOf(activeMutant));
    const place = ({ moduleId }) =>
      moduleId.endsWith(mirror) && mirror !== '' ? 0 : moduleId.includes('corpus') ? 2 : 1;
    return files.toSorted((a, b) => place(a) - place(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** Where the tests of a source are: tests/coach/draft/greeting.test.ts for src/coach/draft/greeting.ts. */
function mirrorOf(source) {
  return `/tests/${source.replace(/^src\//, '').replace(/\.ts$/, '.test.ts')}`;
}

let files;

/** The file of a mutant, by the number that Stryker writes into its copy of the source. */
function fileOf(mutant) {
  files ??= new Map(['rules', 'src/coach'].flatMap(changesIn));
  return files.get(String(mutant)) ?? '';
}

function changesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const source = `${folder}/${name}`;
      const changes = readFileSync(join(root, source), 'utf8').matchAll(/stryMutAct_\w+\("(\d+)"/g);
      return [...changes].map(([, id]) => [id, source]);
    });
}

/** The tests that must notice a mutant in one part: one time zone, no other process, no browser. */
export default defineConfig({
  root,
  plugins: [textFiles],
  test: {
    env: { TZ: 'UTC' },
    include: PARTS[PART].tests,
    exclude: ['tests/coach/check/{drafts,hostile}.test.ts', 'tests/coach/draft/any.test.ts'],
    // Mutants are switched on while a test runs, so modules can stay loaded from file to file.
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: MirrorFirst },
    testTimeout: 60_000,
  },
});
