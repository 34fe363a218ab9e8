import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { chownCommand } from '../database/owner.ts';
import { backupsOfOthers, newestBackup, restore, statBackup } from '../database/restore.ts';
import { Failure } from '../failure.ts';
import { count } from '../text/count.ts';
import { safe } from '../text/safe.ts';

/** Replaces the database by a backup: FILE, or the newest good one. Asks first on a terminal. */
export async function run(
  { file, yes }: { file?: string; yes?: boolean },
  context: Context,
): Promise<undefined> {
  const chosen = file === undefined ? newestBackup(context.path) : statBackup(resolve(file));
  if (file === undefined) {
    for (const other of backupsOfOthers(context.path))
      context.note(
        safe(
          `netcoach: ${other} belongs to another user, so it was skipped. If it should be yours: ${chownCommand([other])}`,
        ),
      );
  }
  if (chosen === null) {
    throw new Failure(
      'bad-file',
      `there's no good backup of ${context.path}`,
      'Give one: netcoach restore FILE',
    );
  }
  if (context.ask !== null && !yes) {
    const message = `Replace your current data with the backup of ${chosen.at.slice(0, 10)} (${safe(chosen.file)})?`;
    if (!(await context.ask.confirm({ message }))) {
      context.print({ restored: null }, () => 'Nothing was restored.');
      return;
    }
  }
  const restored = await restore(context.path, chosen.file, (notice) =>
    context.note(safe(`netcoach: ${notice}`)),
  );
  context.print({ restored }, () => {
    const contents = `${count(restored.people, 'person', 'people')}, ${count(restored.interactions, 'interaction')}`;
    const asideLine =
      restored.aside === null ? '' : `\nYour previous data is kept in: ${safe(restored.aside)}`;
    return `Restored ${safe(restored.file)}: ${contents}.${asideLine}`;
  });
}
