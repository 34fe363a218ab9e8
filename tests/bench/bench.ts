/**
 * Prints the processor time of each command as a ratio to three floors, run in turns with it:
 * `node` (Node alone), `open` (Node opens the database and reads its schema) and `reads` (`open` plus every
 * read that the command makes; no floor includes a write).
 *
 * `npm run bench [-- 100 10000]` picks sizes by number of people; `npm run bench -- big` (or BIG=1) adds the
 * biggest. BENCH_RUNS sets the number of runs, and BENCH_OTHER=FOLDER names another checkout, built, whose commands
 * take turns with ours, each on a database of its own format.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { addonFile } from '../../src/database/addon.ts';
import { listBackups } from '../../src/database/backup.ts';
import { attemptOf } from '../../src/database/daily-attempt.ts';
import { backupFolder, writeMarker } from '../../src/database/file.ts';
import { MIGRATIONS } from '../../src/database/schema.ts';
import { connect } from '../../src/database/sqlite.ts';
import { populate, TODAY } from './populate.ts';

interface Command {
  name: string;
  /** The arguments after `netcoach`; `name` is the first name of #23. */
  words: (name: string) => string[];
  /**
   * What it writes to: `first` is a database restored before each run, without that day's backup, which a
   * process that isn't measured makes afterwards; `later` is one that has it.
   */
  writes?: 'first' | 'later';
}

const LOG = ['log', '--kind', 'project', '--with', '#23', '--title', 'Apollo launch'];

const COMMANDS: readonly Command[] = [
  { name: 'suggest', words: () => ['suggest'] },
  { name: 'draft', words: () => ['draft', '#17'] },
  { name: 'show', words: () => ['show', '#23'] },
  { name: 'why', words: () => ['why', '#23'] },
  { name: 'people', words: () => ['people', '--limit', '20'] },
  {
    name: 'check',
    words: (name) => ['check', `Hi ${name}, I liked working with you on Apollo.`, '--to', '#23'],
  },
  { name: 'log, first of a day', words: () => LOG, writes: 'first' },
  { name: 'log, later', words: () => LOG, writes: 'later' },
];

/** People and interactions. */
const SIZES: ReadonlyArray<readonly [number, number]> = [
  [100, 1_000],
  [10_000, 60_000],
  [30_000, 200_000],
];
const BIG = [100_000, 1_000_000] as const;

const RUNS = Number(process.env.BENCH_RUNS ?? 15);

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Runs Node with these arguments. @throws Error if it fails */
function start(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const run = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, BENCH_ADDON: addonFile(), ...env },
  });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stderr}${run.stdout}`);
  return run;
}

/** Processor time of one run, in milliseconds. */
function measure(args: readonly string[]): number {
  const run = start(['--require', here('cpu.cjs'), ...args]);
  return Number.parseInt(String(run.output[3]), 10) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The sizes named on the command line. @throws Error if a size is unknown */
function chosen(words: readonly string[]): ReadonlyArray<readonly [number, number]> {
  const wanted = words.filter((word) => word !== 'big').map(Number);
  const all = [...SIZES, BIG];
  for (const people of wanted)
    if (!all.some((size) => size[0] === people))
      throw new Error(`The sizes are ${all.map((size) => size[0]).join(', ')} people, and big`);
  const isBig = words.includes('big') || process.env.BIG === '1';
  return all.filter(
    (size) =>
      (size === BIG && isBig) || (wanted.length === 0 ? size !== BIG : wanted.includes(size[0])),
  );
}

/** A checkout of netcoach. */
interface Build {
  root: string;
  populate: typeof populate;
  migrations: readonly string[];
}

const OURS: Build = { root: here('../..'), populate, migrations: MIGRATIONS };

/** The checkout that BENCH_OTHER names; null without one. */
async function other(): Promise<Build | null> {
  const root = process.env.BENCH_OTHER;
  if (!root) return null;
  const load = (path: string) => import(pathToFileURL(resolve(root, path)).href);
  const { populate } = await load('tests/bench/populate.ts');
  const { MIGRATIONS } = await load('src/database/schema.ts');
  return { root: resolve(root), populate, migrations: MIGRATIONS };
}

/** The populated database of a size, rebuilt when the schema or the code that fills it has changed. */
function populated(
  { root, populate, migrations }: Build,
  folder: string,
  people: number,
  interactions: number,
): string {
  const db = join(folder, 'populated.db');
  const mark = join(folder, 'built-from');
  const sources = [...migrations, readFileSync(join(root, 'tests/bench/populate.ts'), 'utf8')];
  const digest = createHash('sha256').update(sources.join('\n')).digest('hex');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== digest) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    populate(db, people, interactions);
    writeFileSync(mark, digest);
  }
  return db;
}

/** Waits for the backup that the first write of a day leaves to a process of its own. */
function awaitBackup(db: string): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  while (attemptOf(db) === 'running') Atomics.wait(clock, 0, 0, 20);
}

/** Removes a database and its backups. */
function remove(db: string): void {
  awaitBackup(db);
  for (const path of [db, `${db}-wal`, `${db}-shm`, backupFolder(db)])
    rmSync(path, { recursive: true, force: true });
}

/** Makes `db` a fresh copy of the populated database, without backups, and syncs it to disk. */
function putBack(db: string, from: string): void {
  remove(db);
  copyFileSync(from, db, constants.COPYFILE_FICLONE);
  const file = openSync(db, 'r+');
  fsyncSync(file);
  closeSync(file);
  writeMarker({ path: db, hasMadeFolder: false });
}

/** The first name of a person. */
function firstName(path: string, id: number): string {
  const db = connect(path);
  const name = db.prepare('SELECT name FROM person WHERE id = ?').pluck().get(id) as string;
  db.close();
  return name.split(' ')[0] ?? '';
}

/**
 * Writes the reads that a command makes of `db` to a file. Reads of a backup still being made get its final name.
 * @throws Error if no read touches people: the recording missed them
 */
function record(args: readonly string[], db: string, file: string): void {
  rmSync(file, { force: true });
  start(['--require', here('record.cjs'), ...args], { BENCH_READS: file });
  const reads: Array<{ file: string; sql: string }> = JSON.parse(readFileSync(file, 'utf8'));
  if (!reads.some(({ sql }) => /\bperson\b/.test(sql)))
    throw new Error(`No read of a person was recorded: ${args.join(' ')}`);
  const named = reads.map((read) =>
    read.file === db ? read : { ...read, file: listBackups(db)[0] },
  );
  writeFileSync(file, JSON.stringify(named));
}

/** A contender, and how long each of its runs took. */
interface Run {
  prepare?: () => void;
  finish?: () => void;
  args: string[];
  times: number[];
}

/** A command of a build, and the reads that it makes. */
interface Line {
  name: string;
  run: Run;
  floor: Run;
}

/** The commands of a build, ready to be run on a database of this size, which is kept in `folder`. */
function linesOf(build: Build, folder: string, db: string, written: Written): Line[] {
  const name = firstName(db, 23);
  return COMMANDS.map((command) => {
    const path = command.writes === undefined ? db : written[command.writes];
    const words = ['--db', path, '--today', TODAY, ...command.words(name)];
    const args = [join(build.root, 'bin/netcoach.js'), ...words];
    const reads = join(folder, `${command.name}.json`);
    if (command.writes !== undefined) putBack(path, db);
    if (command.writes === 'later') {
      start(args);
      awaitBackup(path);
    }
    if (build === OURS) record(args, path, reads);
    const run: Run = { args, times: [] };
    if (command.writes === 'first') {
      run.prepare = () => putBack(path, db);
      run.finish = () => awaitBackup(path);
    }
    return {
      name: command.name,
      run,
      floor: { args: [here('floor.cjs'), path, reads], times: [] },
    };
  });
}

/** Where the commands write to. */
type Written = Record<'first' | 'later', string>;

/** Prints a line for each command on a database of this size. */
function bench(people: number, interactions: number, than: Build | null): void {
  const base = join(tmpdir(), 'netcoach-bench', `${people}-${interactions}`);
  const writtenIn = (folder: string): Written => ({
    first: join(folder, 'first.db'),
    later: join(folder, 'later.db'),
  });
  const folders = than === null ? [base] : [base, `${base}-other`];
  try {
    const [lines = [], others = []] = folders.map((folder, i) => {
      const build = i === 0 ? OURS : (than as Build);
      const db = populated(build, folder, people, interactions);
      return linesOf(build, folder, db, writtenIn(folder));
    });
    const node: Run = { args: ['-e', '0'], times: [] };
    const open: Run = { args: [here('floor.cjs'), join(base, 'populated.db')], times: [] };
    const runs = [
      node,
      open,
      ...lines.flatMap(({ run, floor }, i) => [run, ...(others[i] ? [others[i].run] : []), floor]),
    ];
    for (let turn = 0; turn <= RUNS; turn++) {
      for (const { prepare, finish, args, times } of runs) {
        prepare?.();
        const time = measure(args);
        finish?.();
        // The first round only warms up.
        if (turn > 0) times.push(time);
      }
    }
    const floors = `node ${median(node.times).toFixed(0)} ms, open ${median(open.times).toFixed(0)} ms`;
    console.log(`${count(people)} people, ${count(interactions)} interactions (${floors})`);
    for (const [i, { name, run, floor }] of lines.entries()) {
      const time = median(run.times);
      const ratio = (to: Run) => (time / median(to.times)).toFixed(2).padStart(6);
      const before = others[i]?.run;
      const change = before === undefined ? '' : ` ${ratio(before)} × other`;
      console.log(
        `  ${name.padEnd(20)}${time.toFixed(0).padStart(6)} ms ${ratio(node)} × node ${ratio(open)} × open ${ratio(floor)} × reads${change}`,
      );
    }
  } finally {
    for (const folder of folders) for (const path of Object.values(writtenIn(folder))) remove(path);
  }
}

const count = (number: number) => number.toLocaleString('en-GB');

const than = await other();
for (const [people, interactions] of chosen(process.argv.slice(2)))
  bench(people, interactions, than);
