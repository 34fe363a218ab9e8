import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Which tests are asked first: the first that fails ends the run of a mutant, so the cheapest lead. */
const ORDER = ['/tests/rules/', '/tests/coach/draft/', '/tests/'];

class CheapestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      ORDER.findIndex((folder) => moduleId.includes(folder));
    return [...files].sort((a, b) => place(a) - place(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** The tests that can see a change in `rules` or `src/coach`: one zone, no other process, no browser. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    env: { TZ: 'UTC' },
    // Both are pure, so their own tests must see it; those that try thousands of texts would take too long.
    include: ['tests/{rules,coach}/**/*.test.ts'],
    exclude: ['tests/coach/check/{drafts,hostile}.test.ts', 'tests/coach/draft/any.test.ts'],
    // Mutants are switched on while a test runs, so that modules may stay from file to file.
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: CheapestFirst },
    testTimeout: 60_000,
  },
});
