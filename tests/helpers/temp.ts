import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In memory where possible: thousands of small databases need not wait for a disk. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const root = mkdtempSync(join(memory, 'netcoach-test-'));

let made = 0;

/** An empty folder, removed when the test file ends. */
export function tempFolder(): string {
  made += 1;
  const folder = join(root, String(made));
  // The previous test file removed the root.
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A path without a file yet, in its own folder. */
export function tempDb(): string {
  return join(tempFolder(), 'netcoach.db');
}

/** Removes everything the test file created. */
export function emptyTemp(): void {
  rmSync(root, { recursive: true, force: true });
}
