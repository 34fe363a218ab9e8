import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { tempDb, tempFolder } from './temp.ts';

export { tempDb, tempFolder };

export interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  /** The database, passed as NETCOACH_DB; if absent, no database is named and the data folder is temporary. */
  db?: string;
  /** Passed as NETCOACH_TODAY; if absent, the clock in `now` decides. */
  today?: string;
  env?: Record<string, string>;
  stdin?: string;
  /** Whether stdout and stderr are a terminal. stdin never is: nothing may ask. */
  tty?: boolean;
  columns?: number;
  /** The time on the clock; if absent, noon on 22 November 2026, local time. */
  now?: Date;
}

/** The program's own folder: the project root. */
export const project = fileURLToPath(new URL('../..', import.meta.url));
const binary = join(project, 'bin', 'netcoach.js');

function environment(options: RunOptions): Record<string, string> {
  const home = tempFolder();
  return {
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    NETCOACH_BACKUP_FIRST: '1',
    ...(options.db === undefined ? {} : { NETCOACH_DB: options.db }),
    ...(options.today === undefined ? {} : { NETCOACH_TODAY: options.today }),
    ...options.env,
  };
}

/** Runs one command in this process, as `netcoach ...args` would. */
export async function run(args: string[], options: RunOptions = {}): Promise<Result> {
  const isTTY = options.tty ?? false;
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    env: environment(options),
    stdin: { isTTY: false, read: async () => options.stdin ?? '' },
    stdout: {
      isTTY,
      columns: options.columns ?? (isTTY ? 80 : undefined),
      write: (text: string) => {
        stdout += text;
      },
    },
    stderr: {
      isTTY,
      write: (text: string) => {
        stderr += text;
      },
    },
    now: () => new Date(options.now ?? new Date(2026, 10, 22, 12)),
  });
  return { code, stdout, stderr };
}

/** Runs one command with --json, expects it to succeed, and returns the one document on stdout. */
export async function json<T>(args: string[], options: RunOptions = {}): Promise<T> {
  const result = await run([...args, '--json'], options);
  expect(result.code, `netcoach ${JSON.stringify(args)} --json: ${result.stderr}`).toBe(0);
  return JSON.parse(result.stdout) as T;
}

function collect(command: string, args: string[], options: RunOptions): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: project,
      env: {
        PATH: process.env.PATH ?? '',
        ...(process.env.TZ === undefined ? {} : { TZ: process.env.TZ }),
        NODE: process.execPath,
        NETCOACH: binary,
        ...environment(options),
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === null) reject(new Error(`ended by ${signal}: ${stderr}`));
      else resolve({ code, stdout, stderr });
    });
    // A program that never reads its input may be gone before this is written.
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error);
    });
    child.stdin.end(options.stdin ?? '');
  });
}

/** Runs the built program in its own process. Needs `dist`. */
export function spawnRun(args: string[], options: RunOptions = {}): Promise<Result> {
  return collect(process.execPath, [binary, ...args], options);
}

/** Runs a bash script in which `"$NODE" "$NETCOACH"` is the built program. */
export function shell(script: string, options: RunOptions = {}): Promise<Result> {
  return collect('bash', ['-c', script], options);
}
