import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In memory where the system has such a place: thousands of small databases wait for no disk there. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const root = mkdtempSync(join(memory, 'netcoach-test-'));

let made = 0;

/** An empty folder of its own, removed when the test file ends. */
export function tempFolder(): string {
  made += 1;
  const folder = join(root, String(made));
  // The file before this one took the root along.
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A path where no file is yet, in a folder of its own. */
export function tempDb(): string {
  return join(tempFolder(), 'netcoach.db');
}

/** Removes what the test file made. */
export function emptyTemp(): void {
  rmSync(root, { recursive: true, force: true });
}
