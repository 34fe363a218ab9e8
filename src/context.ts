import type { Database } from 'better-sqlite3';
import type { Day } from './model.ts';

/** All of the process that a command may touch, so that a test can give another. */
export interface World {
  env: Record<string, string | undefined>;
  stdin: { isTTY: boolean; read(): Promise<string> };
  stdout: {
    isTTY: boolean;
    columns: number | undefined;
    write(text: string): void;
  };
  stderr: { isTTY: boolean; write(text: string): void };
  now: () => Date;
  /** The words that start this program: Node and the script, by absolute path. */
  program?: readonly string[];
  /** Questions to a person; by default inquirer's, on a terminal. */
  ask?: Ask;
}

/** What a command works with. */
export interface Context {
  /** The version of netcoach. */
  version: string;
  today: Day;
  /** Columns of the terminal; 80 where there is none. */
  width: number;
  isJson: boolean;
  paint: Paint;
  /** Whether standard output is a terminal. */
  isTerminal: boolean;
  env: World['env'];
  /** The questions, or null where nobody is there to answer. */
  ask: Ask | null;
  /** The database, opened (and made) when first asked for. */
  store: () => Database;
  /** The words that start this program, by absolute path. */
  program: readonly string[];
  /** The path of the database, whether it exists or not. */
  path: string;
  /** A text with commands to type, which name the database where --db named it. */
  toType: (text: string) => string;
  /** Prints the result: `data` as the one JSON document, else the text. */
  print: (data: unknown, text: () => string) => void;
  /** Prints a result as it is, whatever the format asked for. */
  write: (text: string) => void;
  /** Says something beside the result, on standard error. */
  note: (text: string) => void;
  /** Shows how far a long work has come, on a terminal. */
  progress: () => { step: (done: number, total: number) => void; end: () => void };
  /** Reads all of standard input. */
  read: () => Promise<string>;
  /** Runs another command on another database, with nobody to ask; its output is handed over. */
  play: (
    argv: readonly string[],
    other: { db: string; today: Day; write: (text: string) => void },
  ) => Promise<void>;
}

/** What a command says of itself: nothing, or that what it looked at did not pass. */
export type Outcome = 'failed' | undefined;

/** Colour as an accent: each function returns its text, coloured or not. */
export interface Paint {
  bold: (text: string) => string;
  dim: (text: string) => string;
  accent: (text: string) => string;
  warn: (text: string) => string;
}

/** One thing to pick from a list. */
export interface Choice {
  value: string;
  name: string;
}

/** The questions that a command may ask. Each throws `Interrupted` when the person leaves. */
export interface Ask {
  text: (question: {
    message: string;
    initial?: string;
    /** Says what is wrong with an answer, or true. */
    validate?: (answer: string) => string | true | Promise<string | true>;
  }) => Promise<string>;
  choose: (question: { message: string; choices: readonly Choice[] }) => Promise<string>;
  /** Pick by typing: `search` gives what fits the words so far. */
  search: (question: {
    message: string;
    search: (words: string) => readonly Choice[];
  }) => Promise<string>;
  confirm: (question: { message: string }) => Promise<boolean>;
}
