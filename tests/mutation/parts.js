/**
 * What is changed in small ways, and the tests that must see it: both are pure, so the tests of a folder
 * itself, without those that try thousands of texts. Apart, for each change costs a look at all of its tests.
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

/** The part that this process is about: its name comes from run.js. */
export const PART = process.env.MUTATION_PART ?? 'rules';
