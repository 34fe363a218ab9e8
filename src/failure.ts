/** Error codes, as `--json` prints them. */
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

/**
 * An error the user can act on. `message` says what's wrong and `hint` how to fix it, one sentence
 * each.
 */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly hint: string;
  /** The people or records the user may have meant. */
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

  /** A copy with another hint. */
  withHint(hint: string): Failure {
    const { code, message, candidates } = this;
    const cause = this.cause ?? this;
    return new Failure(code, message, hint, { cause, ...(candidates && { candidates }) });
  }
}

/** Why the system refuses a file, to follow the file's name. */
const FILE_ERRORS: Readonly<Record<string, string>> = {
  EACCES: "can't be opened: no permission",
  EPERM: "can't be opened: no permission",
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a link to itself',
  EMFILE: "can't be opened: too many files are open",
  ENFILE: "can't be opened: too many files are open",
  ENAMETOOLONG: 'has a name that is too long',
  ENOENT: "doesn't exist",
  ENOTDIR: 'has a file where a folder should be',
  ENXIO: 'is a pipe that nothing reads',
  EIO: 'is on a disk that failed',
  EROFS: "is on a disk that can't be written",
};

/**
 * Describes a system error code such as `EACCES`, to follow a file's name; null for any other
 * error.
 */
export function describeFileError(code: string): string | null {
  return FILE_ERRORS[code] ?? null;
}

/** Thrown when the user leaves a prompt with Ctrl-C or Ctrl-D. */
export class Interrupted extends Error {
  /** Whether the command had saved something before. */
  readonly hasSaved: boolean;

  constructor(hasSaved = false) {
    super('interrupted');
    this.hasSaved = hasSaved;
  }
}

/** Whether a command line contains --json. For errors raised before the flags are parsed. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end).includes('--json');
}
