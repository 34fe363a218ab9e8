import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { readNames } from '../store/find-people.ts';
import { safe } from '../text/safe.ts';
import { unquote } from '../text/shell.ts';
import { candidatesFor, joined } from './candidates.ts';

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
