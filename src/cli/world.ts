import { fstatSync, statSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { World } from '../context.ts';
import { Failure } from '../failure.ts';

/** The world of a real process. */
export function processWorld(): World {
  const isShown = isTerminal(1);
  return {
    env: process.env,
    stdin: { isTTY: isTerminal(0), read: readAll },
    stdout: {
      isTTY: isShown,
      columns: isShown ? process.stdout.columns : undefined,
      write: (text) => {
        try {
          writeAll(1, text);
        } catch (error) {
          throw lost(error as NodeJS.ErrnoException);
        }
      },
    },
    stderr: {
      isTTY: isTerminal(2),
      write: (text) => {
        try {
          writeAll(2, text);
        } catch (error) {
          // Nobody listens to a closed standard error, or its disk is full: there is nowhere left to say so.
          if (!isGone(error)) throw error;
        }
      },
    },
    now: () => new Date(),
  };
}

/** Whether a descriptor is a terminal. Node's streams tell as well, but to make one costs 3 ms, and to ask node:tty 6. */
function isTerminal(file: number): boolean {
  try {
    const stat = fstatSync(file);
    if (!stat.isCharacterDevice() || stat.rdev === nullDevice()) return false;
  } catch (error) {
    // A closed descriptor is no terminal.
    if ((error as NodeJS.ErrnoException).code === 'EBADF') return false;
    throw error;
  }
  const { isatty } = createRequire(import.meta.url)('node:tty') as typeof import('node:tty');
  return isatty(file);
}

/** The number of the device that scripts and cron take for standard input, where the system has one. */
function nullDevice(): number | undefined {
  return statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

/** Writes at once: what waits in a stream is lost when the process ends, and its errors come too late. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      // A terminal or pipe that is slow to take more: wait a millisecond.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** What is said where the result cannot be printed: by then it is done. A reader that went away is no error. */
function lost(error: NodeJS.ErrnoException): Error {
  const code = error.code ?? '';
  if (code === 'EPIPE') return error;
  const why = FULL.includes(code) ? ': the disk is full' : '';
  return new Failure(
    'io',
    `the output could not be written${why}`,
    'A change, if it was one, is saved: netcoach undo --list shows it.',
    { cause: error },
  );
}

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

function isGone(error: unknown): boolean {
  return ['EPIPE', 'EBADF', 'EIO', 'ENOSPC'].includes((error as NodeJS.ErrnoException).code ?? '');
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}
