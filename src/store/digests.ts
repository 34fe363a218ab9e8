import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { order } from '../text/fold.ts';
import { chunksOf } from './file.ts';
import { assemble } from './parts.ts';

/** The digests of the copies in a private folder, in the form that `sha256sum --check` reads. */
const LIST = 'SHA256SUMS';

/**
 * Writes down the digest of a copy that passed every check, so that to look at it again is to read it once.
 * Those of copies that are gone are dropped.
 * @param part where the copy is now
 * @param target the name in the private folder that it has, or is about to have
 */
export function recordDigest(part: string, target: string): void {
  const folder = dirname(target);
  const digests = readDigests(folder);
  for (const name of digests.keys()) if (!existsSync(join(folder, name))) digests.delete(name);
  digests.set(basename(target), digestOf(part));
  const lines = [...digests].sort(([a], [b]) => order(a, b));
  assemble(join(folder, LIST), (file) => {
    writeFileSync(file, lines.map(([name, digest]) => `${digest}  ${name}\n`).join(''));
  });
}

/** Whether a copy in the private folder has the very bytes that passed every check. */
export function isAsRecorded(file: string): boolean {
  const digest = readDigests(dirname(file)).get(basename(file));
  return digest !== undefined && digest === digestOf(file);
}

function readDigests(folder: string): Map<string, string> {
  const file = join(folder, LIST);
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return new Map();
  const lines = readFileSync(file, 'latin1').matchAll(/^([0-9a-f]{64}) {2}([\w.-]+)$/gm);
  return new Map([...lines].map(([, digest, name]) => [name as string, digest as string]));
}

/** SHA-256, in hexadecimal. */
function digestOf(file: string): string {
  const { createHash } = createRequire(import.meta.url)(
    'node:crypto',
  ) as typeof import('node:crypto');
  const hash = createHash('sha256');
  for (const chunk of chunksOf(file)) hash.update(chunk);
  return hash.digest('hex');
}
