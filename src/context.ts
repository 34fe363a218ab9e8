import type { Database } from 'better-sqlite3';
import type { Day } from './model.ts';

/** The parts of the process that a command can use; tests pass their own. */
export interface World {
  env: Record<string, string | undefined>;
  stdin: { isTTY: boolean; read(): Promise<string> };
  stdout: {
    isTTY: boolean;
    columns: number | undefined;
    /** The terminal's height in lines; undefined without one. */
    rows?: number | undefined;
    write(text: string): void;
  };
  /** Shows a text in the user's pager, and waits for its end. Returns false if there is none. */
  page?: (text: string) => boolean;
  stderr: { isTTY: boolean; write(text: string): void };
  now: () => Date;
  /** The command that starts this program: the absolute paths of Node and the script. */
  program?: readonly string[];
  /** Asks the user; inquirer by default, on a terminal only. */
  ask?: Ask;
  /**
   * Starts a process that outlives this one and makes the postponed backup of a database.
   * @returns its id; null if it didn't start
   */
  backUpLater?: (path: string) => number | null;
}

/** What a command runs with. */
export interface Context {
  version: string;
  /** How old it is: the day of its newest commit; null in a run of the sources. */
  built: Day | null;
  today: Day;
  /** Whether `today` is the clock's day, and not one that --today or NETCOACH_TODAY gives. */
  isClockDay: boolean;
  /** Terminal width in columns; 80 without a terminal. */
  width: number;
  isJson: boolean;
  paint: Paint;
  /** Whether standard output is a terminal. */
  isTerminal: boolean;
  env: World['env'];
  /** Asks the user; null if not interactive. */
  ask: Ask | null;
  /** Opens the database on first use, creating the file if needed. */
  store: () => Database;
  /** As `store`, for a command that only changes what's there: creates no file. */
  storeToEdit: () => Database;
  /** As `store`, for a command that only reads: creates no file. */
  storeToRead: () => Database;
  /** Whether a process that outlives the command does each day what nobody should wait for. */
  hasDailyProcess: boolean;
  /** The command that starts this program, with absolute paths. */
  program: readonly string[];
  /** The path of the database file, which may not exist yet. */
  path: string;
  /** Adds `--db FILE` to the commands in a text, if --db was given. */
  toType: (text: string) => string;
  /** Prints the result: `data` with --json, otherwise the text. */
  print: (data: unknown, text: () => string) => void;
  /** As `print`, for a text that may be long: what a terminal can't show at once goes through a pager. */
  printLong: (data: unknown, text: () => string) => void;
  /** Prints text as it is, even with --json. */
  write: (text: string) => void;
  /** Prints a remark on standard error. */
  note: (text: string) => void;
  /** Starts a progress bar, shown only on a terminal. */
  progress: () => { step: (done: number, total: number) => void; end: () => void };
  /** Shows on a terminal that something takes its time, until the function it returns is called. */
  busy: (message: string) => () => void;
  /** Reads standard input to the end. */
  read: () => Promise<string>;
  /** Runs a command non-interactively on another database and passes its output to `write`. */
  play: (
    argv: readonly string[],
    other: { db: string; today: Day; write: (text: string) => void },
  ) => Promise<void>;
  /**
   * Runs `work` with a context of its own on the same database, non-interactive and as under --json,
   * and closes it. For a server, which lives longer than one command: it holds no database open, sees
   * what others changed, and reads the clock anew.
   * @param stdin what standard input holds for it
   * @throws what `work` throws, explained
   */
  alone: <T>(work: (context: Context) => Promise<T> | T, stdin?: string) => Promise<T>;
}

/** `failed` if what the command checked didn't pass, which sets the exit code. */
export type Outcome = 'failed' | undefined;

/** Text styles. Each returns its text unchanged if colour is off. */
export interface Paint {
  bold: (text: string) => string;
  dim: (text: string) => string;
  accent: (text: string) => string;
  warn: (text: string) => string;
}

/** An option in a list prompt. */
export interface Choice {
  value: string;
  name: string;
}

/** The prompts a command can show. Each throws `Interrupted` on Ctrl-C or Ctrl-D. */
export interface Ask {
  text: (question: {
    message: string;
    initial?: string;
    /** Returns true, or what's wrong with the answer. */
    validate?: (answer: string) => string | true | Promise<string | true>;
  }) => Promise<string>;
  choose: (question: { message: string; choices: readonly Choice[] }) => Promise<string>;
  /** Filters as the user types: `search` returns the options that match the words so far. */
  search: (question: {
    message: string;
    search: (words: string) => readonly Choice[];
  }) => Promise<string>;
  confirm: (question: { message: string }) => Promise<boolean>;
  /** Waits for one of these keys, without Enter; letters in any case. Enter and Escape stand for others. */
  key: (question: {
    message: string;
    keys: readonly string[];
    enter: string;
    escape: string;
  }) => Promise<string>;
}
