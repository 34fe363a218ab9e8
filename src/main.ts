import { CommanderError } from 'commander';
import type { World } from './context.ts';
import { Failure, type FailureCode, Interrupted, wantsJson } from './failure.ts';
import { safe, safeJson } from './render/safe.ts';

export { processWorld } from './world.ts';

/** What was not understood, or names something unknown, ends with 2; what could not be done with 1. */
const EXIT: Record<FailureCode, number> = {
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
const INTERRUPTED = 130;

/** Longer than this no word of the user's is repeated in an error. */
const ECHO = 300;

/**
 * Runs one command.
 * @param argv the words after `netcoach`
 * @returns the exit code: 0 done, 1 could not be done, 2 not understood, 130 interrupted
 */
export async function main(argv: readonly string[], world: World): Promise<number> {
  let exit = 0;
  try {
    const { run } = await import('./program.ts');
    exit = await run(argv, world);
  } catch (error) {
    exit = report(error, argv, world);
  }
  return exit;
}

function report(thrown: unknown, argv: readonly string[], world: World): number {
  if (thrown instanceof Interrupted) {
    world.stderr.write('\nLeft; nothing was saved.\n');
    return INTERRUPTED;
  }
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
  if ((thrown as NodeJS.ErrnoException)?.code === 'EPIPE') return 0;
  const failure = toFailure(thrown);
  const { code, message, hint, candidates } = failure;
  if (wantsJson(argv)) {
    world.stderr.write(`${safeJson({ error: { code, message, hint, candidates } })}\n`);
  } else {
    const line = `netcoach: ${brief(message).replace(/[.\s]+$/, '')}. ${hint}`;
    world.stderr.write(`${safe(line)}\n`);
  }
  if (world.env.NETCOACH_DEBUG === '1') {
    const cause = failure.cause instanceof Error ? failure.cause : failure;
    world.stderr.write(`${(cause.stack ?? '').split('\n').map(safe).join('\n')}\n`);
  }
  return EXIT[code];
}

function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (thrown instanceof CommanderError) {
    const message = thrown.message
      .replace(/^error: /, '')
      .replace(/\s*\(Did you mean (.+)\?\)$/s, '');
    const meant = /\(Did you mean (.+)\?\)$/s.exec(thrown.message)?.[1];
    const hint =
      meant === undefined ? 'See: netcoach --help' : `Did you mean ${meant}? See: netcoach --help`;
    return new Failure('usage', brief(message), hint, { cause: thrown });
  }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
    return new Failure('io', 'the disk is full', 'Make some space and try again.', {
      cause: error,
    });
  if ((error as NodeJS.ErrnoException).syscall === 'uv_cwd') {
    return new Failure('io', 'the folder you are in is gone', 'Change to another: cd', {
      cause: error,
    });
  }
  return new Failure(
    'io',
    `something went wrong inside: ${error.message}`,
    'Nothing more was done. NETCOACH_DEBUG=1 shows where.',
    { cause: error },
  );
}

function brief(text: string): string {
  return text.length <= ECHO ? text : `${text.slice(0, ECHO)}…`;
}
