import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { rememberCopy } from '../store/copies.ts';
import type { Database } from '../store/open.ts';

/**
 * Writes what a person asked for to a file of theirs, and remembers where, so that forgetting can name it.
 * @param file an absolute path; a file that is there is replaced, as a shell would, but never the database
 * @throws Failure `io`: nothing was written
 */
export function writeCopy(db: Database, file: string, text: string): void {
  const isOurs =
    ['', '-wal', '-shm'].some((end) => file === db.name + end) ||
    file.startsWith(`${db.name}-backups/`);
  if (isOurs) {
    throw new Failure(
      'io',
      `${file} belongs to the database`,
      'Nothing was written. Name another file.',
    );
  }
  writeWhole(file, text);
  rememberCopy(db, file);
}

/**
 * Writes a file of mine (0600) beside the target and renames: it is whole, or is not there under its name.
 * @throws Failure `io`: nothing was written
 */
function writeWhole(file: string, text: string): void {
  const part = `${file}.part-${process.pid}`;
  try {
    const handle = openSync(part, 'wx', 0o600);
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(part, file);
  } catch (cause) {
    rmSync(part, { force: true });
    const { code } = cause as NodeJS.ErrnoException;
    const why =
      code === 'ENOSPC' || code === 'EFBIG' ? 'the disk is full' : `${file} cannot be written`;
    throw new Failure('io', why, 'Nothing was written. Name another file.', { cause });
  }
}
