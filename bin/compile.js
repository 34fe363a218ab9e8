// Run by the build: keeps V8's compiled form of what a common command uses.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CACHE, load } from './load.js';

rmSync(CACHE, { force: true });
const { exports, script } = load();
const folder = mkdtempSync(join(tmpdir(), 'netcoach-build-'));
const nobody = { isTTY: false, write: () => undefined };
const world = {
  env: { NETCOACH_DB: join(folder, 'warm.db') },
  stdin: { isTTY: false, read: async () => '' },
  stdout: { ...nobody, columns: 80 },
  stderr: nobody,
  now: () => new Date(),
};
try {
  for (const argv of [
    ['demo'],
    ['log', '--kind', 'event', '--with', 'A', '--title', 'B'],
    ['show', 'A'],
    ['suggest', '--json'],
  ]) {
    if ((await exports.main(argv, world)) !== 0) throw new Error(`${argv.join(' ')} failed`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
writeFileSync(CACHE, script.createCachedData());
