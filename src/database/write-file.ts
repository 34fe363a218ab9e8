import {
  closeSync,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describeFileError, Failure } from '../failure.ts';
import { writeAtomically } from './assemble.ts';
import { readCopies, rememberCopy } from './copy.ts';
import { belongsToDatabase } from './file.ts';
import { lockCopies } from './lock.ts';
import { isClosed } from './owner.ts';
import { isStandIn, pathOf, refuseWithoutFile } from './standing.ts';

/**
 * Writes a text to a user's file (mode 0600, all or nothing), or to a pipe or terminal. Records the
 * path for `forget`.
 * @param file an absolute path, not part of the database; replaced if it exists
 * @param makePieces called under the lock, so that no one is forgotten before it's written
 * @returns the size in bytes
 * @throws Failure `io`; nothing has been written then
 */
export async function writeCopy(
  db: Database,
  file: string,
  makePieces: () => Promise<Iterable<string>>,
): Promise<number> {
  refuseWithoutFile(db);
  const release = lockCopies(db.name);
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found !== undefined) refuseStandardOutput(file, found);
    if (found?.isFIFO() || found?.isCharacterDevice()) {
      return writeInto(openSync(file, 'w'), await makePieces());
    }
    if (found !== undefined && !found.isFile())
      throw refused(file, found.isDirectory() ? 'is a folder' : "isn't a plain file");
    const target = resolveTarget(file);
    if (isClosed(target)) throw refused(file, 'belongs to another user');
    if (belongsToDatabase(pathOf(db), target)) throw refused(file, 'belongs to the database');
    if (!isStandIn(db)) rememberCopy(db, target);
    const pieces = await makePieces();
    let size = 0;
    writeAtomically(target, (partFile) => {
      size = writeInto(openSync(partFile, 'w'), pieces);
    });
    return size;
  } catch (error) {
    throw asWriteFailure(error, file);
  } finally {
    release();
  }
}

/** Whether an existing file was written by `writeCopy` before, or another since in its place. */
export function isListedCopy(db: Database, file: string): boolean {
  return readCopies(db).includes(resolveTarget(file));
}

function refused(file: string, why: string, cause?: unknown): Failure {
  return new Failure('io', `${file} ${why}`, 'Nothing was written. Give another file.', { cause });
}

function asWriteFailure(error: unknown, file: string): unknown {
  if (error instanceof Failure) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const why = code === 'ENOENT' ? "is in a folder that doesn't exist" : describeFileError(code);
  if (why === null && !code.startsWith('E')) return error;
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) {
    const hint = 'Nothing was written. Make some space, or give another file.';
    return new Failure('io', 'the disk is full', hint, { cause: error });
  }
  return refused(file, `can't be written${why === null ? '' : `: it ${why}`}`, error);
}

/** Our messages would end up in the file. */
function refuseStandardOutput(file: string, found: Stats): void {
  if (found.isCharacterDevice()) return;
  let output: Stats;
  try {
    output = fstatSync(1);
  } catch {
    // Standard output is closed.
    return;
  }
  if (output.dev !== found.dev || output.ino !== found.ino) return;
  throw new Failure('io', `${file} is standard output`, 'Nothing was written. Use - for that.');
}

/** Resolves links, even to a missing file. */
function resolveTarget(file: string): string {
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) return realpathSync(file);
  const folder = realpathSync(dirname(file));
  const path = join(folder, basename(file));
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
    ? resolveTarget(resolve(folder, readlinkSync(path)))
    : path;
}

/** Writes to a file, whose descriptor it closes. @returns the size in bytes */
function writeInto(descriptor: number, pieces: Iterable<string>): number {
  let size = 0;
  try {
    for (const text of inBatches(pieces)) {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      size += bytes.length;
    }
  } finally {
    closeSync(descriptor);
  }
  return size;
}

/** In UTF-16 units: few writes, and little memory. */
const BATCH = 65_536;

/** Joins small pieces of a text into larger ones. */
export function* inBatches(pieces: Iterable<string>): Generator<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}
