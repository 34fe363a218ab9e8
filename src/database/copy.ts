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
import { readSetting, withoutUndo, writeSetting } from './settings.ts';
import { connect } from './sqlite.ts';
import { firstFlaw } from './verify.ts';

/**
 * Copies an open database to `target`, whole or not at all: put together beside it (mode 0600 from the first
 * byte), checked, written through to the disk, then given its name. Others may write meanwhile.
 * @throws Failure `database` where the copy does not pass, and what the disk refuses
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
    if (dirname(target) === backupFolder(db.name)) recordDigest(partFile, target);
  });
}

/** The first thing wrong with a database file that nobody else has open, or null. */
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

/** Copies the bytes of a file into one that exists and keeps its mode. */
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

/** The digests of the copies in a private folder, in the form that `sha256sum --check` reads. */
const DIGEST_LIST = 'SHA256SUMS';

/**
 * Writes down the digest of a copy that passed every check, so that to look at it again is to read it once.
 * Those of copies that are gone are dropped.
 * @param file where the copy is now
 * @param target the name in the private folder that it has, or is about to have
 */
export function recordDigest(file: string, target: string): void {
  const folder = dirname(target);
  const digests = readDigests(folder);
  for (const name of digests.keys()) if (!existsSync(join(folder, name))) digests.delete(name);
  digests.set(basename(target), digestOf(file));
  const lines = [...digests].sort(([a], [b]) => compareText(a, b));
  writeAtomically(join(folder, DIGEST_LIST), (file) => {
    writeFileSync(file, lines.map(([name, digest]) => `${digest}  ${name}\n`).join(''));
  });
}

/** Whether a copy in the private folder has the very bytes that passed every check. */
export function matchesDigest(file: string): boolean {
  const digest = readDigests(dirname(file)).get(basename(file));
  return digest !== undefined && digest === digestOf(file);
}

function readDigests(folder: string): Map<string, string> {
  const file = join(folder, DIGEST_LIST);
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

const COPIES_KEY = 'copies';

/** The files elsewhere that netcoach was told to write: backups and exports, by absolute path. */
export function readCopies(db: Database): string[] {
  return readSetting<string[]>(db, COPIES_KEY) ?? [];
}

/**
 * Notes that a copy of what is in the database was written to `path`, so that forgetting a person can
 * reach it or name it. No change that `undo` would take back.
 */
export function rememberCopy(db: Database, path: string): void {
  withoutUndo(db, () => {
    const known = readCopies(db);
    if (!known.includes(path)) writeSetting(db, COPIES_KEY, [...known, path]);
  });
}

/** Sets the list of copies. */
export function writeCopies(db: Database, paths: readonly string[]): void {
  withoutUndo(db, () => writeSetting(db, COPIES_KEY, paths));
}
