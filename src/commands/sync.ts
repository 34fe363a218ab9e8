import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { Failure } from '../failure.ts';
import { renderSync } from '../render/sync.ts';
import { dismissClash, listClashes } from '../store/clashes.ts';
import { checkFolder } from '../sync/folder.ts';
import { changeKey, ownKey, type SyncOptions, sync } from '../sync/sync.ts';
import { safe } from '../text/safe.ts';
import { loadDictionary } from './input/dictionary.ts';

interface Input {
  folder?: string;
  key?: string;
  showKey?: boolean;
  newKey?: boolean;
  dismiss?: number;
}

/** Merges the log with those of other machines, over a folder. */
export async function run(input: Input, context: Context): Promise<undefined> {
  const { folder, key, showKey, newKey, dismiss } = input;
  const apart = [showKey, newKey, dismiss !== undefined].filter((one) => one === true);
  if (apart.length > 1 || (apart.length > 0 && (folder ?? key) !== undefined))
    throw new Failure(
      'usage',
      "--show-key, --new-key and --dismiss can't be combined",
      'Use one at a time. See: netcoach help sync',
    );
  if (showKey === true) return printKey(context);
  if (newKey === true) return replaceKey(context);
  if (dismiss !== undefined) return dismissOne(dismiss, context);
  if (folder !== undefined) checkFolder(resolve(folder));
  const options = {
    ...syncOptions(context),
    folder: folder === undefined ? null : resolve(folder),
    key: key === undefined ? null : await readKeyFile(key, context),
  };
  const db = folder === undefined ? context.storeToEdit() : context.store();
  const report = await sync(db, options);
  context.print(report, () => renderSync(report, context));
  return;
}

/** What every sync of this command line has in common. */
export function syncOptions({ today, env }: Context): SyncOptions {
  return {
    folder: null,
    key: null,
    today,
    now: new Date(),
    hostName: env.NETCOACH_MACHINE || hostname(),
    loadDictionary,
  };
}

async function readKeyFile(file: string, context: Context): Promise<string> {
  if (file === '-') return context.read();
  try {
    return readFileSync(resolve(file), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(
      'bad-file',
      code === 'ENOENT' ? `there's no file ${file}` : `${file} can't be read (${code})`,
      'Give the file with the key: netcoach sync FOLDER --key FILE',
      { cause: error },
    );
  }
}

/** On a terminal only: elsewhere it would end up in a log or in a file that anyone can read. */
async function printKey(context: Context): Promise<undefined> {
  const key = await ownKey(context.storeToRead());
  if (!context.isTerminal)
    throw new Failure(
      'usage',
      'the key is shown on a terminal only',
      'Type it in a terminal: netcoach sync --show-key',
    );
  context.note(
    'Anyone who has this line can read your log. Save it in a file on your other machine, then run there: netcoach sync FOLDER --key FILE',
  );
  context.print({ key }, () => key);
  return;
}

async function replaceKey(context: Context): Promise<undefined> {
  const { file, folder } = await changeKey(context.storeToEdit(), syncOptions(context));
  context.print({ newKey: file, folder }, () =>
    [
      `There's a new key, and this machine's file in ${safe(folder)} is locked with it.`,
      'On each of your other machines, save the line that "netcoach sync --show-key" prints here in a file, then run: netcoach sync FOLDER --key FILE',
      "Then delete the lost machine's file, which stays locked with the old key. Old copies of the folder can still be read with the old key.",
    ].join('\n'),
  );
  return;
}

function dismissOne(id: number, context: Context): undefined {
  const db = context.storeToEdit();
  const clash = listClashes(db).find((one) => one.id === id);
  if (clash === undefined)
    throw new Failure('unknown-id', `no conflict has the number ${id}`, 'See: netcoach doctor');
  change(db, `dismiss: ${clash.field}`, () => dismissClash(db, id));
  context.print({ dismissed: clash }, () => `Dismissed: ${safe(clash.lost)}`);
}
