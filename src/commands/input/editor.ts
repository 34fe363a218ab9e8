import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { Failure, Interrupted } from '../../failure.ts';

/**
 * Opens a text in the person's editor (VISUAL, then EDITOR, then vi) and returns what they saved. The file
 * lies in a folder of its own (0700), in memory where the system has such a place, and is gone afterwards.
 * @throws Failure `usage` off a terminal, `io` where the editor did not end well
 */
export function editText(text: string, context: Context): string {
  if (context.ask === null) {
    throw new Failure('usage', 'an editor needs a terminal', 'Leave --edit out here.');
  }
  const { env } = context;
  const editor = env.VISUAL || env.EDITOR || 'vi';
  const folder = mkdtempSync(join(env.XDG_RUNTIME_DIR || tmpdir(), 'netcoach-'));
  // Ctrl-C is the editor's while it runs, and whatever ends this program leaves no file behind.
  for (const signal of SIGNALS) process.on(signal, ignore);
  try {
    const file = join(folder, 'message.txt');
    writeFileSync(file, `${text}\n`, { mode: 0o600 });
    // The variable may hold flags ("code --wait"), which only a shell takes apart; the file name is no part of it.
    const done = spawnSync('/bin/sh', ['-c', `${editor} "$1"`, 'netcoach', file], {
      stdio: 'inherit',
    });
    if (done.signal !== null && SIGNALS.includes(done.signal)) throw new Interrupted();
    if (done.status !== 0) {
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
