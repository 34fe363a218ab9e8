import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { Failure, Interrupted } from '../../failure.ts';

/**
 * Opens a text in the user's editor (VISUAL, then EDITOR, then vi) and returns what they saved. The
 * temporary file is in a private folder, in memory if XDG_RUNTIME_DIR is set.
 * @throws Failure `usage` without a terminal, `io` if the editor fails
 * @throws Interrupted if a signal ended the editor
 */
export function editText(text: string, context: Context): string {
  if (context.ask === null) {
    throw new Failure('usage', 'an editor needs a terminal', 'Leave --edit out here.');
  }
  const { env } = context;
  const editor = env.VISUAL || env.EDITOR || 'vi';
  const folder = mkdtempSync(join(env.XDG_RUNTIME_DIR || tmpdir(), 'netcoach-'));
  // The editor handles Ctrl-C; ignoring signals here makes sure that the file is deleted.
  for (const signal of SIGNALS) process.on(signal, ignore);
  try {
    const file = join(folder, 'message.txt');
    writeFileSync(file, `${text}\n`, { mode: 0o600 });
    // A shell splits flags in the variable ("code --wait"); the file name is passed separately.
    const result = spawnSync('/bin/sh', ['-c', `${editor} "$1"`, 'netcoach', file], {
      stdio: 'inherit',
    });
    if (result.signal !== null && SIGNALS.includes(result.signal)) throw new Interrupted();
    if (result.status !== 0) {
      throw new Failure(
        'io',
        `the editor (${editor}) ended with an error`,
        'Set EDITOR to another.',
      );
    }
    return readFileSync(file, 'utf8').trim().normalize('NFC');
  } finally {
    for (const signal of SIGNALS) process.off(signal, ignore);
    rmSync(folder, { recursive: true, force: true });
  }
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const ignore = () => undefined;
