/** Runs the built program as users do, under whatever the fault needs around it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
export const binary = join(project, 'bin', 'netcoach.js');

export interface Ended {
  /** Null if a signal ended it. */
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  /** Milliseconds from start to end. */
  ms: number;
}

export interface Around {
  /** What comes before `node`: `strace` and its options. */
  before?: readonly string[];
  env?: Readonly<Record<string, string>>;
  cwd?: string;
  stdin?: string;
  /** Milliseconds after which it is killed with SIGKILL. */
  killAfter?: number;
  /** Receives the process as soon as it runs. */
  onStart?: (child: ChildProcess) => void;
}

/** Starts `netcoach --db DB ...args` and waits for it to end. */
export function netcoach(db: string, args: readonly string[], around: Around = {}): Promise<Ended> {
  const command = [...(around.before ?? []), process.execPath, binary, '--db', db, ...args];
  const began = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const child = spawn(command[0] ?? '', command.slice(1), {
      cwd: around.cwd ?? project,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: tmpdir(),
        TZ: 'UTC',
        NETCOACH_TODAY: '2026-11-22',
        NODE_DISABLE_COMPILE_CACHE: '1',
        NETCOACH_BACKUP_FIRST: '1',
        ...around.env,
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error);
    });
    child.stdin.end(around.stdin ?? '');
    const timer =
      around.killAfter === undefined
        ? undefined
        : setTimeout(() => child.kill('SIGKILL'), around.killAfter);
    around.onStart?.(child);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const ms = Number(process.hrtime.bigint() - began) / 1e6;
      resolve({ code, signal, stdout, stderr, ms });
    });
  });
}

/** Whether it ended as no command may: by a signal that no one sent, or with a stack trace. */
export function isCrash({ code, signal, stderr }: Ended): boolean {
  return (
    (signal !== null && signal !== 'SIGKILL') || (code ?? 0) > 2 || /\n\s+at .*:\d+/.test(stderr)
  );
}

/** Runs `work` for every item, this many at once; results in the order of the items. */
export async function each<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++)
      results[at] = await work(items[at] as T, at);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** Repeatable random numbers from 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A folder for `work`, removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'netcoach-faults-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a program is installed and does what it is asked. */
export function has(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

export const hasStrace =
  process.platform === 'linux' && has('strace', '-f', '-o', '/dev/null', 'true');
