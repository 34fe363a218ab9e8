import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { PART, PARTS } from './parts.js';

/** The first test that fails ends the run of a change: the thousand notes come when all else is asked. */
class CorpusLast extends BaseSequencer {
  async sort(files) {
    const place = ({ moduleId }) => (moduleId.includes('corpus') ? 1 : 0);
    return files.toSorted((a, b) => place(a) - place(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** The tests that must see a change in one part: one zone, no other process, no browser. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    env: { TZ: 'UTC' },
    include: PARTS[PART].tests,
    exclude: ['tests/coach/check/{drafts,hostile}.test.ts', 'tests/coach/draft/any.test.ts'],
    // Mutants are switched on while a test runs, so that modules may stay from file to file.
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: CorpusLast },
    testTimeout: 60_000,
  },
});
