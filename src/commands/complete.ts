import { resolve } from 'node:path';
import type { Argument, Command, Option } from 'commander';
import { rules } from '../../rules/index.ts';
import type { Context } from '../context.ts';
import { readNames } from '../store/find-people.ts';
import { fold } from '../text/fold.ts';
import { safe } from '../text/safe.ts';
import { unquote } from '../text/shell.ts';

/**
 * Tells a shell what could be typed next, one a line with what it is behind a tab; a line of `\tfiles` asks
 * it for its own file names.
 * @param input.words what is on the command line behind `netcoach`, quotes and all, up to the cursor
 */
export function run(
  { words, program }: { words: readonly string[]; program: Command },
  context: Context,
): undefined {
  const line = joined(words.map(unquote));
  const found = candidatesFor(program, line, () =>
    // A name that no terminal shows as it is could not be typed either.
    namesIn(line, context).filter((name) => name === safe(name)),
  );
  if (found === 'files') context.write('\tfiles\n');
  else
    context.write(
      found
        .map(({ value, about }) => `${value}${about === '' ? '' : `\t${safe(about)}`}\n`)
        .join(''),
    );
}

/** The names to complete; none where the database cannot be read, for a shell has nowhere to say so. */
function namesIn(line: readonly string[], context: Context): string[] {
  try {
    return readNames(databaseOf(line, context));
  } catch {
    return [];
  }
}

/** The database that the command line names, as netcoach would take it once the shell is done with it. */
function databaseOf(line: readonly string[], context: Context): string {
  const at = line.lastIndexOf('--db', line.length - 3);
  const [, given] = /^--db=(.+)$/s.exec(line.find((word) => word.startsWith('--db=')) ?? '') ?? [];
  const named = given ?? (at < 0 || line.length < 3 ? undefined : line[at + 1]);
  return named ? resolve(named.replace(/^~(?=\/)/, context.env.HOME ?? '~')) : context.path;
}

/** What could stand at the end of a command line. */
interface Candidate {
  value: string;
  /** What it is, in a few words; empty where it speaks for itself. */
  about: string;
}

/** Arguments that name somebody who is known, and options that do. */
const PEOPLE = new Set(['name', 'whom', 'into', '--with', '--to']);
/** Arguments and options that name a file, which the shell knows best. */
const FILES = new Set(['path', 'file', '--db', '--html']);
/** Commands whose `--with` takes several names, with commas. */
const SEVERAL = new Set(['log', 'amend']);

/**
 * What fits the last of the words of a command line.
 * @param words without quotes; the last is being typed and may be empty
 * @param names everybody's name, asked for only where somebody can be named
 * @returns `files` where the shell is to complete file names
 */
function candidatesFor(
  program: Command,
  words: readonly string[],
  names: () => readonly string[],
): Candidate[] | 'files' {
  const typed = words.at(-1) ?? '';
  const { command, value, place, isBare, isLost } = walk(program, words.slice(0, -1));
  // What follows an unknown command is anybody's guess.
  if (isLost) return [];
  if (value !== null) return ofOption(value, typed);
  const [flag = '', given] = typed.split(/=(.*)/s);
  if (typed.startsWith('-') && !isBare) {
    const option = given === undefined ? undefined : findOption(flag);
    if (option === undefined) return starting(options(), typed);
    const found = ofOption(option, given ?? '');
    return found === 'files'
      ? found
      : found.map((one) => ({ ...one, value: `${flag}=${one.value}` }));
  }
  if (command === null) return starting(program.commands.map(described), typed);
  const { registeredArguments: places } = command;
  const last = places.at(-1);
  const argument = places[place] ?? (last?.variadic === true ? last : undefined);
  return argument === undefined ? [] : ofArgument(argument);

  function findOption(word: string): Option | undefined {
    const all = [...(command?.options ?? []), ...program.options];
    return all.find(({ long, short }) => word === long || word === short);
  }

  function options(): Candidate[] {
    const all = [...(command?.options ?? []), ...program.options];
    const known = all.map(({ long, description }) => ({ value: long ?? '', about: description }));
    return [...known, { value: '--help', about: 'what it does' }];
  }

  function ofOption(option: Option, text: string): Candidate[] | 'files' {
    const { long = '', argChoices } = option;
    if (argChoices !== undefined) return starting(argChoices.map(plain), text);
    if (FILES.has(long)) return 'files';
    if (!PEOPLE.has(long)) return [];
    if (long !== '--with' || !SEVERAL.has(command?.name() ?? '')) return people(text);
    const before = /^.*,\s*/s.exec(text)?.[0] ?? '';
    return people(text.slice(before.length)).map((one) => ({
      ...one,
      value: `${before}${one.value}`,
    }));
  }

  function ofArgument(argument: Argument): Candidate[] | 'files' {
    const name = argument.name();
    if (argument.argChoices !== undefined) return starting(argument.argChoices.map(plain), typed);
    if (FILES.has(name)) return 'files';
    if (command?.name() === 'rules') {
      return starting(
        rules.map(({ id, title }) => ({ value: id, about: title })),
        typed,
      );
    }
    return PEOPLE.has(name) && command?.name() !== 'add' ? people(typed) : [];
  }

  /** Those whose name begins so, without case and accents; else the one of whom another name does. */
  function people(text: string): Candidate[] {
    const part = fold(text);
    const all = [...new Set(names())];
    const first = all.filter((name) => fold(name).startsWith(part));
    if (first.length > 0) return first.map(plain);
    const later = all.filter((name) => fold(name).includes(` ${part}`));
    return later.length === 1 ? later.map(plain) : [];
  }
}

/** Where a command line has come to: the command, the option that waits for its value, or the argument's place. */
function walk(program: Command, words: readonly string[]) {
  let command: Command | null = null;
  let value: Option | null = null;
  let place = 0;
  let isBare = false;
  for (const word of words) {
    if (value !== null) value = null;
    else if (word === '--' && !isBare) isBare = true;
    else if (word.startsWith('-') && !isBare) {
      const all: readonly Option[] = [...(command?.options ?? []), ...program.options];
      const option = all.find(({ long, short }) => word === long || word === short);
      if (option?.required === true) value = option;
    } else if (command === null) {
      const found = program.commands.find((one) => one.name() === word);
      if (found === undefined) return { command, value, place, isBare, isLost: true };
      command = found;
    } else place++;
  }
  return { command, value, place, isBare, isLost: false };
}

/** Words without the signs between an option and its value: bash takes `--kind=project` apart into three. */
function joined(words: readonly string[]): string[] {
  const line: string[] = [];
  words.forEach((word, at) => {
    const isSign = word === '=' && (words[at - 1] ?? '').startsWith('--');
    if (!isSign) line.push(word);
    else if (at === words.length - 1) line.push('');
  });
  return line;
}

function plain(value: string): Candidate {
  return { value, about: '' };
}

function described(command: Command): Candidate {
  return { value: command.name(), about: command.description() };
}

function starting(all: readonly Candidate[], text: string): Candidate[] {
  return all.filter(({ value }) => value.startsWith(text));
}
