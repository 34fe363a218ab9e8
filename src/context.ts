import type { Database } from 'better-sqlite3';
import type { Day } from '../rules/rule.ts';
import type { Ask } from './ask.ts';
import type { Paint } from './render/paint.ts';

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
