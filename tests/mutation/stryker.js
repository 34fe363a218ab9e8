import { fileURLToPath } from 'node:url';
import { PART, PARTS } from './parts.js';

/** A rule's examples are its tests and its documentation: mutating one says nothing about the rule. */
const examples = {
  shouldIgnore: (path) =>
    path.isObjectProperty() && path.node.key.name === 'examples'
      ? 'the examples of a rule are its tests'
      : undefined,
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'examples', value: examples }];

/** Mutates one part, one mutant at a time, and reports the mutants that no test notices. */
export default {
  mutate: PARTS[PART].mutate,
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.js', related: false },
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(import.meta.url)],
  ignorers: ['examples'],
  coverageAnalysis: 'perTest',
  // Code that runs once when a file loads (word lists, patterns) would cost a run of every test per mutant.
  ignoreStatic: true,
  ignorePatterns: ['dist', 'coverage', '*.tgz'],
  // No tsconfig to rewrite: today's TypeScript lacks the function that Stryker calls, and vitest reads none.
  tsconfigFile: 'none.json',
  timeoutMS: 20_000,
  // Recording which of a thousand tests reaches which mutant takes gigabytes.
  testRunnerNodeArgs: ['--max-old-space-size=8000'],
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation-${PART}.json` },
  htmlReporter: { fileName: `reports/mutation-${PART}.html` },
  incremental: true,
  incrementalFile: `reports/mutation-${PART}-incremental.json`,
};
