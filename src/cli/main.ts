import { CommanderError } from 'commander';
import type { World } from '../context.ts';
import { Failure, type FailureCode, Interrupted, refusal, wantsJson } from '../failure.ts';
import { safe, safeJson } from '../text/safe.ts';
import { processWorld } from './world.ts';

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

/** Longer than this no sentence of an error is, and no name in it: words of the user's are repeated there. */
const ECHO = 300;
const ECHO_NAME = 80;

/**
 * Runs one command.
 * @param argv the words after `netcoach`
 * @param world this process, or another that a test gives
 * @returns the exit code: 0 done, 1 could not be done, 2 not understood, 130 interrupted
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
  const { code } = failure;
  const message = brief(failure.message);
  const hint = brief(failure.hint);
  const candidates = failure.candidates?.map(({ id, name }) => ({
    id,
    name: brief(name, ECHO_NAME),
  }));
  if (wantsJson(argv)) {
    world.stderr.write(`${safeJson({ error: { code, message, hint, candidates } })}\n`);
  } else {
    const line = `netcoach: ${message.replace(/[.\s]+$/, '')}. ${hint}`;
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
    return new Failure('usage', message, hint, { cause: thrown });
  }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const refused = refusedBySystem(error);
  if (refused !== null) return refused;
  return new Failure(
    'io',
    `something went wrong inside: ${error.message}`,
    'Nothing more was done. NETCOACH_DEBUG=1 shows where.',
    { cause: error },
  );
}

/** What the system refused, in words, or null. */
function refusedBySystem(error: NodeJS.ErrnoException): Failure | null {
  const io = (message: string, hint: string) => new Failure('io', message, hint, { cause: error });
  if (error.code === 'ENOSPC') return io('the disk is full', 'Make some space and try again.');
  if (error.syscall === 'uv_cwd')
    return io('the folder you are in is gone', 'Change to another: cd');
  const why = refusal(error.code ?? '');
  if (why === null) return null;
  return io(
    `${error.path ?? 'a file'} ${why}`,
    'Check the path, and who owns it; or name another.',
  );
}

/** A text, or its beginning and end where it is long: what is wrong with a name stands behind it. */
function brief(text: string, most = ECHO): string {
  if (text.length <= most) return text;
  const half = Math.floor(most / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`.toWellFormed();
}
