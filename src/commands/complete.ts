import { resolve } from 'node:path';
import type { Argument, Command, Option } from 'commander';
import { rules } from '../../rules/index.ts';
import type { Context } from '../context.ts';
import { readNames, readNumbers } from '../store/find-people.ts';
import { fold } from '../text/fold.ts';
import { safe } from '../text/safe.ts';
import { unquote } from '../text/shell.ts';

/**
 * Prints completions for a shell, one a line: the value, a tab and its description. A line of
 * `\tfiles` asks the shell to complete file names.
 * @param input.words the command line after `netcoach` up to the cursor, with its quotes
 */
export async function run({ words, program, topics }: Input, context: Context): Promise<undefined> {
  const line = dropEqualSigns(words.map(unquote));
  const settings = line.includes('config') ? (await import('./config.ts')).SETTINGS : [];
  const found = completions(program, { topics, settings }, line, {
    names: (part) => orNone(() => readNames(databasePath(line, context), part)),
    numbers: () => orNone(() => readNumbers(databasePath(line, context), context.today)),
  });
  if (found === 'files') context.write('\tfiles\n');
  else
    context.write(
      found
        .map(({ value, about }) => `${value}${about === '' ? '' : `\t${safe(about)}`}\n`)
        .join(''),
    );
}

interface Input {
  words: readonly string[];
  program: Command;
  /** What `help` explains beside the commands. */
  topics: Readonly<Record<string, { about: string }>>;
}

/** Hides a database that can't be read: completion has no place for an error. */
function orNone<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch {
    return [];
  }
}

/** The database given by --db on the command line, with `~` expanded, else the context's. */
function databasePath(line: readonly string[], context: Context): string {
  const at = line.lastIndexOf('--db', line.length - 3);
  const [, given] = /^--db=(.+)$/s.exec(line.find((word) => word.startsWith('--db=')) ?? '') ?? [];
  const named = given ?? (at < 0 || line.length < 3 ? undefined : line[at + 1]);
  return named ? resolve(named.replace(/^~(?=\/)/, context.env.HOME ?? '~')) : context.path;
}

/** What can be completed beside the commands and people. */
interface Known {
  topics: Input['topics'];
  settings: ReadonlyArray<{ key: string; what: string; allowed: string | null }>;
}

/** Who can be named: names that begin like a part, and today's list by number. */
interface People {
  names: (part: string) => readonly string[];
  numbers: () => ReadonlyArray<readonly [place: number, name: string]>;
}

interface Candidate {
  value: string;
  about: string;
}

const PERSON_SLOTS = new Set(['name', 'person', 'into', '--with', '--to', '--add', '--remove']);
/** They take no number from the list. */
const NAME_ONLY_COMMANDS = new Set(['merge', 'forget']);
const FILE_SLOTS = new Set([
  ...['path', 'file', 'folder'],
  ...['--db', '--html', '--calendar', '--key', '--inbox', '--install'],
]);
/** Their `--with` takes several names, separated by commas. */
const MULTI_NAME_COMMANDS = new Set(['log', 'amend']);

/**
 * Completes the last word, which may be empty.
 * @param words unquoted
 * @returns `files` if the shell should complete file names
 */
function completions(
  program: Command,
  { topics, settings }: Known,
  words: readonly string[],
  { names, numbers }: People,
): Candidate[] | 'files' {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1).filter((word) => !word.startsWith('-'));
  if (before.at(-1) === 'help' && before.length === 1 && !typed.startsWith('-'))
    return startingWith(helpCandidates(program, topics), typed);
  const { command, pendingOption, position, isAfterDashes, isUnknown } = parsePosition(
    program,
    words.slice(0, -1),
  );
  if (isUnknown) return [];
  if (pendingOption !== null) return optionValues(pendingOption, typed);
  const [flag = '', given] = typed.split(/=(.*)/s);
  if (typed.startsWith('-') && !isAfterDashes) {
    const option = given === undefined ? undefined : findOption(flag);
    if (option === undefined) return startingWith(options(), typed);
    const found = optionValues(option, given ?? '');
    return found === 'files'
      ? found
      : found.map((one) => ({ ...one, value: `${flag}=${one.value}` }));
  }
  if (command === null)
    return startingWith([...program.commands.map(commandCandidate), HELP_CANDIDATE], typed);
  const { registeredArguments: slots } = command;
  const last = slots.at(-1);
  const argument = slots[position] ?? (last?.variadic === true ? last : undefined);
  return argument === undefined ? [] : argumentValues(argument);

  function findOption(word: string): Option | undefined {
    const all = [...(command?.options ?? []), ...program.options];
    return all.find(({ long, short }) => word === long || word === short);
  }

  function options(): Candidate[] {
    const all = [...(command?.options ?? []), ...program.options];
    const known = all.map(({ long, description }) => ({ value: long ?? '', about: description }));
    return [...known, { value: '--help', about: 'what it does' }];
  }

  function optionValues(option: Option, text: string): Candidate[] | 'files' {
    const { long = '', argChoices } = option;
    if (argChoices !== undefined) return startingWith(argChoices.map(bareCandidate), text);
    if (FILE_SLOTS.has(long)) return 'files';
    if (!PERSON_SLOTS.has(long)) return [];
    if (long !== '--with' || !MULTI_NAME_COMMANDS.has(command?.name() ?? '')) return people(text);
    const before = /^.*,\s*/s.exec(text)?.[0] ?? '';
    return people(text.slice(before.length)).map((one) => ({
      ...one,
      value: `${before}${one.value}`,
    }));
  }

  function argumentValues(argument: Argument): Candidate[] | 'files' {
    const name = argument.name();
    if (argument.argChoices !== undefined)
      return startingWith(argument.argChoices.map(bareCandidate), typed);
    if (FILE_SLOTS.has(name)) return 'files';
    if (command?.name() === 'rules') {
      return startingWith(
        rules.map(({ id, title }) => ({ value: id, about: title })),
        typed,
      );
    }
    if (command?.name() === 'config') return startingWith(settingCandidates(name), typed);
    if (!PERSON_SLOTS.has(name) || command?.name() === 'add') return [];
    if (!/^\d*$/.test(typed) || NAME_ONLY_COMMANDS.has(command?.name() ?? '')) return people(typed);
    const listed = numbers().map(([place, who]) => ({ value: String(place), about: who }));
    return [...startingWith(listed, typed), ...people(typed)];
  }

  /** The settings, or what the one that's named can be. */
  function settingCandidates(slot: string): Candidate[] {
    if (slot === 'key') return settings.map(({ key, what }) => ({ value: key, about: what }));
    const allowed = settings.find(({ key }) => key === before.at(-1))?.allowed ?? '';
    return allowed === '' || allowed.startsWith('a ') ? [] : allowed.split(', ').map(bareCandidate);
  }

  /** Falls back to a match inside the name, such as a surname, if there is only one. */
  function people(text: string): Candidate[] {
    const found = names(text);
    const isByLaterName = !fold(found[0] ?? '').startsWith(fold(text));
    return isByLaterName && found.length > 1 ? [] : found.map(bareCandidate);
  }
}

/**
 * Parses the words before the one being typed. `pendingOption` needs its value next; `position`
 * counts the command's arguments.
 */
function parsePosition(program: Command, words: readonly string[]) {
  let command: Command | null = null;
  let pendingOption: Option | null = null;
  let position = 0;
  let isAfterDashes = false;
  for (const word of words) {
    if (pendingOption !== null) pendingOption = null;
    else if (word === '--' && !isAfterDashes) isAfterDashes = true;
    else if (word.startsWith('-') && !isAfterDashes) {
      const all: readonly Option[] = [...(command?.options ?? []), ...program.options];
      const option = all.find(({ long, short }) => word === long || word === short);
      if (option?.required === true) pendingOption = option;
    } else if (command === null) {
      const found = program.commands.find(
        (one) => one.name() === word || one.aliases().includes(word),
      );
      if (found === undefined)
        return { command, pendingOption, position, isAfterDashes, isUnknown: true };
      command = found;
    } else position++;
  }
  return { command, pendingOption, position, isAfterDashes, isUnknown: false };
}

/** Drops the `=` words: bash splits `--kind=project` into three. */
function dropEqualSigns(words: readonly string[]): string[] {
  const line: string[] = [];
  words.forEach((word, at) => {
    const isEqualSign = word === '=' && (words[at - 1] ?? '').startsWith('--');
    if (!isEqualSign) line.push(word);
    else if (at === words.length - 1) line.push('');
  });
  return line;
}

function bareCandidate(value: string): Candidate {
  return { value, about: '' };
}

function commandCandidate(command: Command): Candidate {
  return { value: command.name(), about: command.description() };
}

const HELP_CANDIDATE: Candidate = { value: 'help', about: 'explain a command or a topic' };

function helpCandidates(program: Command, topics: Input['topics']): Candidate[] {
  const explained = Object.entries(topics).map(([value, { about }]) => ({ value, about }));
  return [...program.commands.map(commandCandidate), ...explained];
}

function startingWith(all: readonly Candidate[], text: string): Candidate[] {
  return all.filter(({ value }) => value.startsWith(text));
}
