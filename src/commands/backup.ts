import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { backup } from '../database/backup.ts';
import { count } from '../text/count.ts';
import { safe } from '../text/safe.ts';
import { shellWord } from '../text/shell.ts';

/** Makes a checked copy of the database: in the private folder, or as FILE. */
export function run({ file }: { file?: string }, context: Context): undefined {
  const made = backup(context.store(), file === undefined ? null : resolve(file));
  context.print({ backup: made }, () => {
    const holds = `${count(made.people, 'person', 'people')}, ${count(made.interactions, 'interaction')}`;
    const bringBack = safe(
      context.toType(`Bring it back: netcoach restore ${shellWord(made.file)}`),
    );
    return `${safe(made.file)}\n${holds}; checked, and yours alone to read. ${bringBack}`;
  });
}
