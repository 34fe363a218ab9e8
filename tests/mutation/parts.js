/**
 * What is mutated, and the tests that must notice: all parts are pure, so these are the tests of the folder
 * itself, without those that try thousands of texts. Separate parts, because each mutant runs all of its tests.
 */
export const PARTS = {
  rules: {
    mutate: ['rules/**/*.ts'],
    tests: [
      'tests/rules/**/*.test.ts',
      'tests/coach/suggest/**/*.test.ts',
      'tests/coach/draft/**/*.test.ts',
    ],
  },
  coach: {
    mutate: ['src/coach/suggest/**/*.ts', 'src/coach/review/**/*.ts'],
    tests: [
      'tests/rules/**/*.test.ts',
      'tests/coach/suggest/**/*.test.ts',
      'tests/coach/review/**/*.test.ts',
    ],
  },
  draft: {
    mutate: ['src/coach/draft/**/*.ts'],
    tests: ['tests/rules/**/*.test.ts', 'tests/coach/draft/**/*.test.ts'],
  },
  check: { mutate: ['src/coach/check/**/*.ts'], tests: ['tests/coach/check/**/*.test.ts'] },
};

/** The part that this process works on: run.js passes its name. */
export const PART = process.env.MUTATION_PART ?? 'rules';
