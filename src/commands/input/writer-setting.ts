/**
 * The program that words messages: in NETCOACH_WRITER, or in a file beside the database that only the
 * user can write. Never in the database, so that no import, restore or sync can set what is run.
 */
import {
  accessSync,
  constants,
  lstatSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import type { Context } from '../../context.ts';
import { writeAtomically } from '../../database/assemble.ts';
import { isForeign } from '../../database/owner.ts';
import { Failure } from '../../failure.ts';
import { splitWords } from '../../text/shell.ts';

/** How long it may take, in seconds: ours; a model on a laptop takes half of it. */
export const DEFAULT_SECONDS = 60;
const SECONDS = { least: 1, most: 3600 } as const;

/** In UTF-16 units. */
const LONGEST_COMMAND = 1_000;

interface Stored {
  writer: string | null;
  seconds: number | null;
}

export interface Writer {
  /** As typed. */
  command: string;
  words: string[];
  seconds: number;
}

/** The file for a database. */
function fileOf({ path }: Pick<Context, 'path'>): string {
  return `${path}.writer`;
}

/** The program and its time limit; null if none is set. @throws Failure `io` if the file can't be trusted */
export function readWriter(context: Context): Writer | null {
  const stored = readStored(context);
  const command = context.env.NETCOACH_WRITER?.trim() || stored.writer;
  if (command === null || command === undefined) return null;
  return { command, words: wordsOf(command), seconds: stored.seconds ?? DEFAULT_SECONDS };
}

/** Whether a program is set; what is wrong with it shows when it is to run. */
export function isWriterSet(context: Context): boolean {
  if (context.env.NETCOACH_WRITER?.trim()) return true;
  try {
    return readStored(context).writer !== null;
  } catch (error) {
    if (error instanceof Failure) return true;
    throw error;
  }
}

/** What the file holds, beside what NETCOACH_WRITER says. */
export function readStored(context: Context): Stored {
  const file = fileOf(context);
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return { writer: null, seconds: null };
  const isWritableByOthers = process.platform !== 'win32' && (found.mode & 0o022) !== 0;
  if (!found.isFile() || isWritableByOthers || isForeign(file, context.path))
    throw new Failure(
      'io',
      `${file} may belong to another user, so the program in it wasn't run`,
      'Look at it, delete it, and set the program again: netcoach config writer "…"',
    );
  const stored = parse(readFileSync(file, 'utf8'));
  if (stored === null)
    throw new Failure(
      'io',
      `${file} has been changed since netcoach wrote it`,
      'Delete it, and set the program again: netcoach config writer "…"',
    );
  return stored;
}

function parse(text: string): Stored | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { writer = null, seconds = null } = Object(value) as Partial<Stored>;
  const isRight =
    (writer === null || typeof writer === 'string') &&
    (seconds === null || Number.isSafeInteger(seconds));
  return isRight ? { writer, seconds } : null;
}

/** Sets the program; null for none. @throws Failure `usage` if it can't be run */
export function setWriter(command: string | null, context: Context): void {
  if (command !== null) checkRunnable(command, context.env.PATH);
  store({ ...readStored(context), writer: command }, context);
  if (context.env.NETCOACH_WRITER?.trim())
    context.note('NETCOACH_WRITER is set, and takes precedence over this.');
}

/** Sets the time limit; null for the default. @throws Failure `usage` */
export function setWriterSeconds(text: string | null, context: Context): void {
  const seconds = text === null ? null : Number(text);
  const isRight =
    seconds === null ||
    (/^\d+$/.test(text ?? '') && seconds >= SECONDS.least && seconds <= SECONDS.most);
  if (!isRight)
    throw new Failure(
      'usage',
      `"${text}" isn't a number of seconds`,
      `Give ${SECONDS.least} to ${SECONDS.most}, such as: netcoach config writer-seconds 120`,
    );
  store({ ...readStored(context), seconds }, context);
}

function store(stored: Stored, context: Context): void {
  const file = fileOf(context);
  if (stored.writer === null && stored.seconds === null) {
    rmSync(file, { force: true });
    return;
  }
  if (statSync(dirname(file), { throwIfNoEntry: false }) === undefined) context.store();
  writeAtomically(file, (partFile) => writeFileSync(partFile, `${JSON.stringify(stored)}\n`));
}

/** @throws Failure `usage` for a quote that is left open */
function wordsOf(command: string): string[] {
  const words = command.length > LONGEST_COMMAND ? null : splitWords(command);
  if (words !== null && words.length > 0 && words[0] !== '' && !command.includes('\0'))
    return words;
  throw new Failure(
    'usage',
    `this can't be run: ${command.slice(0, 80)}`,
    'Give a program and its arguments, as in: netcoach config writer "ollama run qwen3"',
  );
}

/** A relative path would name another program in another folder. */
function checkRunnable(command: string, path: string | undefined): void {
  const [program = ''] = wordsOf(command);
  const hasFolder = /[/\\]/.test(program);
  if (hasFolder && !isAbsolute(program))
    throw new Failure(
      'usage',
      `${program} is a relative path`,
      "Give the full path; ~ and $HOME aren't expanded.",
    );
  const places = hasFolder
    ? [program]
    : (path ?? '').split(delimiter).map((folder) => join(folder, program));
  if (process.platform === 'win32' || places.some(isExecutable)) return;
  throw new Failure(
    'usage',
    `there's no program ${program}`,
    'Install it first, or give its full path.',
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
