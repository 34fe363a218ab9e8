import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { textFiles } from '../bin/text-files.mjs';

/** A day must be the same everywhere: tests about days also run west of Greenwich and far east of it. */
const OTHER_ZONES = ['America/Los_Angeles', 'Pacific/Auckland'];

/** Tests that read, count or compare days. */
const ABOUT_DAYS = [
  'tests/reading/**/*.test.ts',
  'tests/text/days.test.ts',
  'tests/rules/**/*.test.ts',
  'tests/coach/suggest/{caution,holds,judge,score}.test.ts',
  'tests/coach/review/**/*.test.ts',
  'tests/import/{calendar,csv,git,linkedin}/**/*.test.ts',
  'tests/export/files.test.ts',
  'tests/contract/{budget,dates,everywhere,moments,plain-words}.test.ts',
  'tests/commands/{edit,interactions,me,outcome,remind,skip,snooze,undo}.test.ts',
];

/** Slow tests that rarely fail (other processes, thousands of texts, pages): in `npm test`, not in `npm run check`. */
const LONG = [
  'tests/faults/**/*.test.ts',
  'tests/sync/schedules.test.ts',
  'tests/contract/{hostile,process,terminal}.test.ts',
  'tests/commands/completion-shells.test.ts',
  'tests/cli/help-snippets.test.ts',
  'tests/database/restore.test.ts',
  'tests/mcp/server.test.ts',
  'tests/import/hostile.test.ts',
  'tests/render/page/**/*.test.ts',
  'tests/coach/draft/{any,proof}.test.ts',
  'tests/coach/check/hostile.test.ts',
];

/** Some of the tests, in one time zone. */
function project(name: string, zone: string, include: string[], exclude: string[] = []) {
  return {
    extends: true as const,
    test: { name, env: { TZ: zone }, include, exclude },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [textFiles],
  test: {
    projects: [
      project('long', 'UTC', LONG),
      project('daily', 'UTC', ['tests/**/*.test.ts'], LONG),
      ...OTHER_ZONES.map((zone) => project(zone, zone, ABOUT_DAYS)),
    ],
    // All processors, and one process for many files: loading the program for each would take as long as the tests.
    maxWorkers: '100%',
    isolate: false,
    setupFiles: ['tests/helpers/setup.ts'],
    testTimeout: 60_000,
    coverage: { include: ['src/**', 'rules/**'], reportsDirectory: 'coverage' },
  },
});
