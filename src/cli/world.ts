import { fstatSync, statSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import type { World } from '../context.ts';
import { Failure } from '../failure.ts';

/** The real process, for everything but tests. */
export function processWorld(): World {
  const isOutputTerminal = isTerminal(1);
  return {
    env: process.env,
    stdin: { isTTY: isTerminal(0), read: readAll },
    stdout: {
      isTTY: isOutputTerminal,
      columns: isOutputTerminal ? process.stdout.columns : undefined,
      rows: isOutputTerminal ? process.stdout.rows : undefined,
      write: (text) => {
        try {
          writeAll(1, text);
        } catch (error) {
          throw outputFailure(error as NodeJS.ErrnoException);
        }
      },
    },
    stderr: {
      isTTY: isTerminal(2),
      write: (text) => {
        try {
          writeAll(2, text);
        } catch (error) {
          // A closed standard error or a full disk leaves nowhere to report it.
          if (!isUnwritable(error)) throw error;
        }
      },
    },
    now: () => new Date(),
    page: throughPager,
    ...(PROGRAM !== null && { backUpLater: (path) => backUpLater(PROGRAM, path) }),
  };
}

/** `less` ends by itself where the text fits, keeps colours and leaves the text on the screen. */
const LESS_FLAGS = 'FRX';

/** Runs PAGER, or else `less` where it's installed. */
function throughPager(text: string): boolean {
  const { PAGER, TERM, LESS } = process.env;
  if (process.platform === 'win32' || TERM === 'dumb' || PAGER === '') return false;
  const command = PAGER ?? 'command -v less > /dev/null || exit 127; exec less';
  const { spawnSync } = createRequire(import.meta.url)(
    'node:child_process',
  ) as typeof import('node:child_process');
  // Ctrl-C is for the pager.
  process.on('SIGINT', ignore);
  try {
    const { status } = spawnSync('/bin/sh', ['-c', command], {
      input: text,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, LESS: LESS ?? LESS_FLAGS },
    });
    return status !== 126 && status !== 127;
  } finally {
    process.off('SIGINT', ignore);
  }
}

const ignore = () => undefined;

/** Hidden command that makes a postponed backup. */
export const DAILY_BACKUP = '__daily-backup';

/** What the bundle is started with; null in a run of the sources. */
const PROGRAM = import.meta.url.startsWith('file:')
  ? null
  : join(dirname(import.meta.url), '..', 'bin', 'netcoach.js');

function backUpLater(program: string, path: string): number | null {
  const { spawn } = createRequire(import.meta.url)(
    'node:child_process',
  ) as typeof import('node:child_process');
  const child = spawn(process.execPath, [program, DAILY_BACKUP, path], {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
    // It would keep the current folder's disk in use.
    cwd: parse(program).root,
  });
  child.on('error', () => undefined);
  child.unref();
  return child.pid ?? null;
}

/**
 * Avoids two slow ways where it can: opening Node's streams takes 3 ms, loading node:tty 6 ms.
 * @param file a file descriptor
 */
function isTerminal(file: number): boolean {
  try {
    const stat = fstatSync(file);
    if (!stat.isCharacterDevice() || stat.rdev === nullDevice()) return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EBADF') return false;
    throw error;
  }
  const { isatty } = createRequire(import.meta.url)('node:tty') as typeof import('node:tty');
  return isatty(file);
}

/** Scripts and cron use /dev/null as standard input. */
function nullDevice(): number | undefined {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

/** Writes synchronously: a stream loses its buffer at exit and reports errors too late. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(file, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      // The terminal or pipe is full: wait a millisecond.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** The error for unwritable output. EPIPE passes through: `main` treats it as success. */
function outputFailure(error: NodeJS.ErrnoException): Error {
  const code = error.code ?? '';
  if (code === 'EPIPE') return error;
  const reason = DISK_FULL_CODES.includes(code) ? ': the disk is full' : '';
  return new Failure(
    'io',
    `can't write the output${reason}`,
    "If it was a change, it's saved. See: netcoach undo --list",
    { cause: error },
  );
}

const DISK_FULL_CODES = ['ENOSPC', 'EDQUOT', 'EFBIG'];

function isUnwritable(error: unknown): boolean {
  return ['EPIPE', 'EBADF', 'EIO', 'ENOSPC'].includes((error as NodeJS.ErrnoException).code ?? '');
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}
