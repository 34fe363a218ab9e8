import { CommanderError } from 'commander';
import type { World } from '../context.ts';
import {
  describeFileError,
  Failure,
  type FailureCode,
  Interrupted,
  wantsJson,
} from '../failure.ts';
import { safe, safeJson } from '../text/safe.ts';
import { processWorld } from './world.ts';

/** 2 for input that is wrong or names something unknown, 1 for anything that couldn't be done. */
const EXIT_CODES: Record<FailureCode, number> = {
  usage: 2,
  'unknown-person': 2,
  'ambiguous-person': 2,
  'unknown-id': 2,
  'bad-date': 2,
  'no-context': 1,
  'bad-file': 1,
  database: 1,
  'newer-database': 1,
  io: 1,
};
const EXIT_INTERRUPTED = 130;

/** Limits in characters: error messages and names repeat what the user typed. */
const MAX_MESSAGE = 300;
const MAX_NAME = 80;

/**
 * Runs one command and prints its errors; never throws for them.
 * @param argv the words after `netcoach`
 * @returns the exit code: 0 done, 1 not done, 2 wrong input, 130 interrupted
 */
export async function main(
  argv: readonly string[],
  world: World = processWorld(),
): Promise<number> {
  let exit = 0;
  try {
    const { run } = await import('./program.ts');
    exit = await run(argv, world);
  } catch (error) {
    exit = await report(error, argv, world);
  }
  return exit;
}

async function report(thrown: unknown, argv: readonly string[], world: World): Promise<number> {
  if (thrown instanceof Interrupted) {
    const what = thrown.hasSaved
      ? 'Stopped; what you did before is saved.'
      : 'Cancelled; nothing saved.';
    world.stderr.write(`\n${what}\n`);
    return EXIT_INTERRUPTED;
  }
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
  if ((thrown as NodeJS.ErrnoException)?.code === 'EPIPE') return 0;
  const failure = toFailure(thrown);
  const { code } = failure;
  const message = shorten(failure.message);
  const hint = shorten(failure.hint);
  const candidates = failure.candidates?.map(({ id, name }) => ({
    id,
    name: shorten(name, MAX_NAME),
  }));
  if (wantsJson(argv)) {
    world.stderr.write(`${safeJson({ error: { code, message, hint, candidates } })}\n`);
  } else {
    const line = `netcoach: ${message.replace(/[.\s]+$/, '')}. ${hint}`;
    world.stderr.write(`${await fitted(safe(line), world)}\n`);
  }
  if (world.env.NETCOACH_DEBUG === '1') {
    const cause = failure.cause instanceof Error ? failure.cause : failure;
    world.stderr.write(`${(cause.stack ?? '').split('\n').map(safe).join('\n')}\n`);
  }
  return EXIT_CODES[code];
}

/** One line, but where a terminal would break words. */
async function fitted(line: string, { stderr, stdout }: World): Promise<string> {
  if (!stderr.isTTY || line.length <= (stdout.columns ?? 80)) return line;
  const { wrap } = await import('../render/layout.ts');
  return wrap(line, stdout.columns ?? 80);
}

function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const systemError = systemFailure(error);
  if (systemError !== null) return systemError;
  return new Failure(
    'io',
    `internal error: ${error.message}`,
    'Nothing more was done. To see where, set NETCOACH_DEBUG=1.',
    { cause: error },
  );
}

function systemFailure(error: NodeJS.ErrnoException): Failure | null {
  const io = (message: string, hint: string) => new Failure('io', message, hint, { cause: error });
  if (error.code === 'ENOSPC') return io('the disk is full', 'Free some space and try again.');
  if (error.syscall === 'uv_cwd')
    return io('the current folder no longer exists', 'Go to another: cd');
  const reason = describeFileError(error.code ?? '');
  if (reason === null) return null;
  return io(
    `${error.path ?? 'a file'} ${reason}`,
    'Check the path and its owner, or give another.',
  );
}

/** Shortens a long text in the middle: the end of a message says what is wrong. */
function shorten(text: string, limit = MAX_MESSAGE): string {
  if (text.length <= limit) return text;
  const half = Math.floor(limit / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`.toWellFormed();
}
