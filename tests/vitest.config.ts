import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** A day must be a day everywhere: the suite runs west of Greenwich, at it, and far east of it. */
const ZONES = ['UTC', 'America/Los_Angeles', 'Pacific/Auckland'];

/** What looks at processes, files, pages or wording, not at days, needs no second zone. */
const ZONELESS = [
  'tests/process/**',
  'tests/store/**',
  'tests/database/**',
  'tests/doctor/**',
  'tests/forget/**',
  'tests/faults/**',
  'tests/page/**',
  'tests/coach/check/**',
  'tests/coach/draft/**',
  'tests/coach/suggest/suggest.test.ts',
  'tests/commands/draft.test.ts',
  'tests/commands/hostile.test.ts',
  'tests/import/hostile.test.ts',
  'tests/*.test.ts',
];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: ZONES.map((zone) => ({
      extends: true as const,
      test: {
        name: zone,
        env: { TZ: zone },
        include: ['tests/**/*.test.ts'],
        exclude: zone === 'UTC' ? [] : ZONELESS,
        testTimeout: 60_000,
      },
    })),
    coverage: { include: ['src/**', 'rules/**'], reportsDirectory: 'coverage' },
  },
});
