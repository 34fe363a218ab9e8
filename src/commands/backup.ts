import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { backup } from '../database/backup.ts';
import { count } from '../text/count.ts';
import { safe } from '../text/safe.ts';
import { quoteForShell } from '../text/shell.ts';

/** Copies the database to FILE or the backup folder, and verifies the copy. */
export function run({ file }: { file?: string }, context: Context): undefined {
  const made = backup(context.storeToRead(), file === undefined ? null : resolve(file));
  context.print({ backup: made }, () => {
    const contents = `${count(made.people, 'person', 'people')}, ${count(made.interactions, 'interaction')}`;
    const restoreHint = safe(
      context.toType(`Restore it: netcoach restore ${quoteForShell(made.file)}`),
    );
    return `${safe(made.file)}\n${contents}. The backup has been checked, and only you can read it. ${restoreHint}`;
  });
}
