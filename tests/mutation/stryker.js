import { fileURLToPath } from 'node:url';

/** The examples of a rule are its tests and its documentation: a changed one says nothing of the rule. */
const examples = {
  shouldIgnore: (path) =>
    path.isObjectProperty() && path.node.key.name === 'examples'
      ? 'the examples of a rule are its tests'
      : undefined,
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'examples', value: examples }];

/** Changes `rules` and `src/coach` in small ways, one at a time, and asks which of them no test sees. */
export default {
  mutate: ['rules/**/*.ts', 'src/coach/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(import.meta.url)],
  ignorers: ['examples'],
  coverageAnalysis: 'perTest',
  // What is made once, when a file is loaded (word lists, patterns), would cost a run of every test each.
  ignoreStatic: true,
  ignorePatterns: ['dist', 'coverage', '*.tgz'],
  // There is none to rewrite: the TypeScript of today has no such function, and vitest reads no tsconfig.
  tsconfigFile: 'none.json',
  timeoutMS: 20_000,
  // Which of some seven thousand tests reaches which mutant takes 4 GB to note.
  testRunnerNodeArgs: ['--max-old-space-size=9000'],
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation.html' },
  incremental: true,
  incrementalFile: 'reports/mutation-incremental.json',
};
