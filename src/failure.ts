/** The ways a command can fail, as the contract names them. */
export type FailureCode =
  | 'usage'
  | 'unknown-person'
  | 'ambiguous-person'
  | 'unknown-id'
  | 'bad-date'
  | 'no-context'
  | 'bad-file'
  | 'database'
  | 'newer-database'
  | 'io';

/** A failure that a person can act on: what went wrong, and how to mend it. Each is one sentence. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly hint: string;
  /** The people or ids that were meant, perhaps, and how to name each. */
  readonly candidates: ReadonlyArray<{ id: number; name: string }> | undefined;

  constructor(
    code: FailureCode,
    message: string,
    hint: string,
    options: {
      cause?: unknown;
      candidates?: ReadonlyArray<{ id: number; name: string }>;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = hint;
    this.candidates = options.candidates;
  }

  /** The same with another sentence on how to mend it. */
  withHint(hint: string): Failure {
    const { code, message, candidates } = this;
    const cause = this.cause ?? this;
    return new Failure(code, message, hint, { cause, ...(candidates && { candidates }) });
  }
}

/** Why the system does not give or take a file, behind its name. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: 'may not be opened by you',
  EPERM: 'may not be opened by you',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a link that leads back to itself',
  EMFILE: 'cannot be opened: too many files are open',
  ENFILE: 'cannot be opened: too many files are open',
  ENAMETOOLONG: 'has a name that is too long',
  ENOENT: 'is not there',
  ENOTDIR: 'takes a file for a folder',
  ENXIO: 'is a pipe or device that nobody reads',
  EIO: 'lies on a disk that failed',
  EROFS: 'lies on a disk that cannot be written',
};

/** What an error code of the system says of a file; null where it says something else. */
export function refusal(code: string): string | null {
  return REFUSALS[code] ?? null;
}

/** Thrown where a person leaves a question with Ctrl-C or Ctrl-D. */
export class Interrupted extends Error {}

/** Whether a command line asks for JSON, as far as one can tell before it is read. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end).includes('--json');
}
