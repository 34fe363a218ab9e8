import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { compareText } from '../text/fold.ts';
import { writeAtomically } from './assemble.ts';
import { backupFolder, chunksOf } from './file.ts';
import { isClosed } from './owner.ts';
import { readSetting, withoutUndo, writeSetting } from './settings.ts';
import { connect } from './sqlite.ts';
import { firstFlaw } from './verify.ts';

/**
 * Copies an open database to `target`: verified and synced before it's renamed.
 * @throws Failure `database` if the copy doesn't pass; file system errors
 */
export function copyDatabase(db: Database, target: string, migrations?: readonly string[]): void {
  writeAtomically(target, (partFile) => {
    db.prepare('VACUUM INTO ?').run(partFile);
    const flaw = flawIn(partFile, migrations);
    if (flaw !== null) {
      throw new Failure(
        'database',
        `${db.name} is damaged: ${flaw}`,
        'Nothing was changed. See what can be saved: netcoach doctor',
      );
    }
  });
  if (dirname(target) === backupFolder(db.name)) recordDigest(target);
}

/** The first flaw in a file that no other process has open, or null. */
export function flawIn(file: string, migrations?: readonly string[]): string | null {
  let db: Database | null = null;
  try {
    db = connect(file, { readonly: true });
    return firstFlaw(db, migrations);
  } catch (error) {
    return (error as Error).message;
  } finally {
    db?.close();
  }
}

/** Overwrites an existing file; its mode stays. */
export function copyBytes(from: string, to: string): void {
  const target = openSync(to, 'r+');
  try {
    for (const chunk of chunksOf(from))
      for (let done = 0; done < chunk.length; ) done += writeSync(target, chunk, done);
    fsyncSync(target);
  } finally {
    closeSync(target);
  }
}

/** In the format of `sha256sum --check`. */
const DIGEST_LIST = 'SHA256SUMS';

/** Records the digest of a verified copy in the private folder, where it has its final name. */
export function recordDigest(copy: string): void {
  editDigests(dirname(copy), (digests) => digests.set(basename(copy), digestOf(copy)));
}

/** Before copies are replaced or deleted: a run that is cut short then leaves no wrong digest. */
export function dropDigests(copies: readonly string[]): void {
  const [first] = copies;
  if (first === undefined) return;
  editDigests(dirname(first), (digests) => {
    for (const copy of copies) digests.delete(basename(copy));
  });
}

/** Also drops those of deleted copies. */
function editDigests(folder: string, edit: (digests: Map<string, string>) => void): void {
  const digests = readDigests(folder);
  for (const name of digests.keys()) if (!existsSync(join(folder, name))) digests.delete(name);
  edit(digests);
  const lines = [...digests].sort(([a], [b]) => compareText(a, b));
  writeAtomically(join(folder, DIGEST_LIST), (file) => {
    writeFileSync(file, lines.map(([name, digest]) => `${digest}  ${name}\n`).join(''));
  });
}

/** Whether a copy is unchanged since it was verified. */
export function matchesDigest(file: string): boolean {
  const digest = readDigests(dirname(file)).get(basename(file));
  return digest !== undefined && digest === digestOf(file);
}

function readDigests(folder: string): Map<string, string> {
  const file = join(folder, DIGEST_LIST);
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true || isClosed(file))
    return new Map();
  const lines = readFileSync(file, 'latin1').matchAll(/^([0-9a-f]{64}) {2}([\w.-]+)$/gm);
  return new Map([...lines].map(([, digest, name]) => [name as string, digest as string]));
}

function digestOf(file: string): string {
  const { createHash } = createRequire(import.meta.url)(
    'node:crypto',
  ) as typeof import('node:crypto');
  const hash = createHash('sha256');
  for (const chunk of chunksOf(file)) hash.update(chunk);
  return hash.digest('hex');
}

const COPIES_KEY = 'copies';

/** Absolute paths of backups and exports outside the private folder. */
export function readCopies(db: Database): string[] {
  return readSetting<string[]>(db, COPIES_KEY) ?? [];
}

/** Records a copy so that `forget` can rewrite or list it; `undo` doesn't revert this. */
export function rememberCopy(db: Database, path: string): void {
  withoutUndo(db, () => {
    const known = readCopies(db);
    if (!known.includes(path)) writeSetting(db, COPIES_KEY, [...known, path]);
  });
}

/** Replaces the list of copies. */
export function writeCopies(db: Database, paths: readonly string[]): void {
  withoutUndo(db, () => writeSetting(db, COPIES_KEY, paths));
}
