import { fileURLToPath } from 'node:url';
import { PART, PARTS } from './parts.js';

/** The examples of a rule are its tests and its documentation: a changed one says nothing of the rule. */
const examples = {
  shouldIgnore: (path) =>
    path.isObjectProperty() && path.node.key.name === 'examples'
      ? 'the examples of a rule are its tests'
      : undefined,
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'examples', value: examples }];

/** Changes one part in small ways, one at a time, and asks which of them no test sees. */
export default {
  mutate: PARTS[PART].mutate,
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.js', related: false },
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(import.meta.url)],
  ignorers: ['examples'],
  coverageAnalysis: 'perTest',
  // What is made once, when a file is loaded (word lists, patterns), would cost a run of every test each.
  ignoreStatic: true,
  ignorePatterns: ['dist', 'coverage', '*.tgz'],
  // There is none to rewrite: the TypeScript of today has no such function, and vitest reads no tsconfig.
  tsconfigFile: 'none.json',
  timeoutMS: 20_000,
  // Which of some thousand tests reaches which mutant takes gigabytes to note.
  testRunnerNodeArgs: ['--max-old-space-size=8000'],
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation-${PART}.json` },
  htmlReporter: { fileName: `reports/mutation-${PART}.html` },
  incremental: true,
  incrementalFile: `reports/mutation-${PART}-incremental.json`,
};
