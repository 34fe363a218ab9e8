import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyTally, type Tally } from './tally.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the tests whose properties `npm test` tries some hundred times, with `times` as many runs. */
export function properties(times: number): Tally {
  const tests = readdirSync(join(top, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('tests', name))
    .filter((name) => readFileSync(join(top, name), 'utf8').includes('numRuns: runs('));
  const { status, stdout } = spawnSync(
    join(top, 'node_modules', '.bin', 'vitest'),
    [
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      'daily',
      '--project',
      'long',
      ...tests,
    ],
    {
      cwd: top,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      env: { ...process.env, NETCOACH_RUNS: String(times) },
    },
  );
  const broken = status === 0 ? [] : [stdout];
  return { ...emptyTally(), tried: tests.length, broken, note: `${times} times as many runs` };
}
