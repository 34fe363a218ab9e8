/**
 * Prints how much processor time each command takes, as a ratio to its floor (the same Node opening the
 * same file and making the same reads, with no framework), and in brackets to the floor with no reads at
 * all, from runs that take turns. `npm run bench [-- 100 10000]`
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { populate, TODAY } from './populate.ts';

const SIZES: ReadonlyArray<readonly [number, number]> = [
  [100, 1_000],
  [10_000, 60_000],
  [30_000, 200_000],
];
const RUNS = Number(process.env.BENCH_RUNS ?? 15);

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const program = here('../../bin/netcoach.js');
const commands: Record<string, (db: string) => string[]> = {
  suggest: (db) => [program, '--db', db, '--today', TODAY, 'suggest'],
  draft: (db) => [program, '--db', db, '--today', TODAY, 'draft', '#17'],
  log: (db) => [
    ...[program, '--db', db, '--today', TODAY, 'log', '--kind', 'project'],
    ...['--with', '#23', '--title', 'Apollo launch'],
  ],
  show: (db) => [program, '--db', db, '--today', TODAY, 'show', '#23'],
};

/** Processor time of one run, in milliseconds. */
function measure(args: readonly string[]): number {
  const run = start(['--require', here('cpu.cjs'), ...args]);
  return Number.parseInt(String(run.output[3]), 10) / 1000;
}

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const run = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stderr}`);
  return run;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const folder = join(tmpdir(), 'netcoach-bench');
mkdirSync(folder, { recursive: true });
const noReads = join(folder, 'no-reads.json');
writeFileSync(noReads, '[]');
const wanted = process.argv.slice(2).map(Number);
for (const [people, interactions] of SIZES) {
  if (wanted.length > 0 && !wanted.includes(people)) continue;
  const db = join(folder, `${people}.db`);
  if (!existsSync(db)) populate(db, people, interactions);
  const floor = (reads: string) => [here('floor.js'), db, reads];
  const runs: Record<string, string[]> = { bare: floor(noReads) };
  for (const [name, args] of Object.entries(commands)) {
    const reads = join(folder, `${name}.json`);
    // The first write of a day makes the backup of the day, which reads everything.
    start(args(db));
    start(['--require', here('record.cjs'), ...args(db)], { BENCH_READS: reads });
    runs[name] = args(db);
    runs[`${name} floor`] = floor(reads);
  }
  const times = new Map(Object.keys(runs).map((name) => [name, [] as number[]]));
  for (let run = 0; run <= RUNS; run++) {
    for (const [name, args] of Object.entries(runs)) {
      const time = measure(args);
      if (run > 0) times.get(name)?.push(time);
    }
  }
  const middle = (name: string) => median(times.get(name) ?? []);
  const ratios = Object.keys(commands).map((name) => {
    const ratio = (floor: string) => (middle(name) / middle(floor)).toFixed(2);
    return `${name} ${ratio(`${name} floor`)} (${ratio('bare')})`;
  });
  console.log(
    `${people} people, ${interactions} interactions: ${ratios.join('  ')}  [no reads: ${middle('bare').toFixed(0)} ms]`,
  );
}
