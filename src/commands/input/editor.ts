import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Context } from '../../context.ts';
import { abandonedPartFiles, partFileOf } from '../../database/assemble.ts';
import { backupFolder } from '../../database/file.ts';
import { Failure, Interrupted } from '../../failure.ts';

/**
 * Opens a text in the user's editor (VISUAL, then EDITOR, then vi) and returns what they saved. The
 * file is in memory if XDG_RUNTIME_DIR is there, else in the private folder; what a killed run left
 * there is deleted.
 * @throws Failure `usage` without a terminal, `io` if the editor fails
 * @throws Interrupted if a signal ended the editor
 */
export function editText(text: string, context: Context): string {
  if (context.ask === null) {
    throw new Failure('usage', 'an editor needs a terminal', 'Leave --edit out here.');
  }
  const { env } = context;
  const editor = env.VISUAL || env.EDITOR || 'vi';
  const folder =
    [env.XDG_RUNTIME_DIR, backupFolder(context.path)].find(isWritableFolder) ?? tmpdir();
  for (const left of abandonedPartFiles(folder))
    if (basename(left).startsWith(`.${MESSAGE}.`)) rmSync(left, { force: true });
  const file = partFileOf(join(folder, MESSAGE));
  rmSync(file, { force: true });
  // The editor handles Ctrl-C; ignoring signals here makes sure that the file is deleted.
  for (const signal of SIGNALS) process.on(signal, ignore);
  try {
    writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
    // A shell splits flags in the variable ("code --wait"); the file name is passed separately.
    const result = spawnSync('/bin/sh', ['-c', `${editor} "$1"`, 'netcoach', file], {
      stdio: 'inherit',
    });
    if (result.signal !== null && SIGNALS.includes(result.signal)) throw new Interrupted();
    if (result.status !== 0) {
      throw new Failure(
        'io',
        `the editor (${editor}) ended with an error`,
        'Set EDITOR to one that works.',
      );
    }
    return readFileSync(file, 'utf8').trim().normalize('NFC');
  } finally {
    for (const signal of SIGNALS) process.off(signal, ignore);
    rmSync(file, { force: true });
  }
}

const MESSAGE = 'netcoach-message.txt';

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const ignore = () => undefined;

function isWritableFolder(path: string | undefined): path is string {
  if (!path || statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
