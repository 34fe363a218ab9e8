import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { chownCommand, isClosed } from './owner.ts';

const DOCTOR_HINT = 'See what can be saved: netcoach doctor';

/** Failure for a file that SQLite can't read or that isn't ours. */
export function damagedFile(path: string, cause?: unknown): Failure {
  return new Failure(
    'database',
    `${path} is damaged or isn't a netcoach database`,
    `Nothing was changed. ${DOCTOR_HINT}`,
    { cause },
  );
}

/** Failure for a file with a byte in its header, at this offset, that isn't as SQLite writes it. */
export function damagedHeader(path: string, offset: number): Failure {
  return new Failure(
    'database',
    `${path} is damaged: byte ${offset} of its header has changed since it was written`,
    `Nothing was changed. ${DOCTOR_HINT}`,
  );
}

/** Failure for a row whose checksum doesn't hold. */
export function damagedRow(path: string, table: string, id: number): Failure {
  return new Failure(
    'database',
    `${path} is damaged: ${table} ${id} has changed since it was written`,
    `Nothing was changed. ${DOCTOR_HINT}`,
  );
}

/** Failure for a row that another command has deleted. */
export function removedMeanwhile(cause?: unknown): Failure {
  return new Failure(
    'io',
    'another command has just removed what this one needs',
    "Check what's there now, and try again.",
    { cause },
  );
}

/** Messages about a missing or altered table, column or trigger. */
const SCHEMA_ERROR =
  /no such (table|column|index|view|trigger)|has no column|has \d+ columns but|malformed database schema|foreign key mismatch|is not a table|cannot modify|is a view|ON CONFLICT clause|already exists|duplicate column|unsupported file format/i;

/** Turns SQLite and file system errors into Failures; returns others unchanged. */
export function asFailure(error: unknown, path: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  // A damaged JSON column.
  if (error instanceof SyntaxError && error.message.includes('JSON'))
    return damagedFile(path, error);
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const startsWith = (...starts: string[]) => starts.some((start) => code.startsWith(start));
  const fail = (message: string, hint: string) =>
    new Failure('io', message, hint, { cause: error });
  if (startsWith('SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_SCHEMA'))
    return damagedFile(path, error);
  if (code === 'SQLITE_ERROR' && SCHEMA_ERROR.test(error.message)) return damagedFile(path, error);
  const full = () => fail('the disk is full', 'Nothing was saved. Make some space and try again.');
  if (startsWith('SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG')) return full();
  // Another command merged or forgot someone after this one looked them up.
  if (startsWith('SQLITE_CONSTRAINT_FOREIGNKEY')) return removedMeanwhile(error);
  // We write no such rows: the schema was altered, or the rows aren't ours.
  if (startsWith('SQLITE_CONSTRAINT', 'SQLITE_MISMATCH')) return damagedFile(path, error);
  if (startsWith('SQLITE_BUSY', 'SQLITE_LOCKED'))
    return fail('another program is using the database', 'Nothing was saved. Try again.');
  if (startsWith('SQLITE_READONLY', 'EACCES', 'EPERM', 'EROFS') || cannotOpenLog(code, path))
    return isClosed(path)
      ? fail(`${path} belongs to another user`, `If it should be yours: ${chownCommand([path])}`)
      : fail(
          `${path} can't be ${canRead(path) ? 'written' : 'opened'}${reasonAfterColon(path)}`,
          whyUnwritable(path) === READ_ONLY
            ? 'Nothing was saved. Give a file on another disk with --db.'
            : 'Nothing was saved. Check who owns the file and its folder, or give another with --db.',
        );
  if (startsWith('SQLITE_IOERR', 'SQLITE_CANTOPEN') && existsSync(path) && isDiskFull(path))
    return full();
  if (startsWith('SQLITE_IOERR', 'EIO'))
    return fail(
      `the disk failed or filled up while ${path} was in use`,
      'Nothing was saved. Check the disk and the space on it.',
    );
  if (startsWith('SQLITE_CANTOPEN', 'ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EISDIR'))
    return fail(`${path} can't be opened`, 'Check the path, or give another with --db.');
  return error;
}

/** Whether SQLite refused a write: the file is locked or read-only, or the disk is full or failing. */
export function isWriteRefused(error: unknown): boolean {
  return /^SQLITE_(BUSY|FULL|IOERR|READONLY)/.test(String((error as { code?: unknown }).code));
}

const READ_ONLY = 'its disk is read-only';

/** Why a file can't be written, to follow a colon; null if nothing is known to prevent it. */
export function whyUnwritable(path: string): string | null {
  for (const place of [dirname(path), path]) {
    const code = accessCode(place);
    if (code === 'EROFS') return READ_ONLY;
    if (code === 'EACCES' || code === 'EPERM') return "you don't have permission";
  }
  return isDiskFull(path) ? 'the disk is full' : null;
}

/** `: its disk is read-only`, or empty. */
export function reasonAfterColon(path: string): string {
  const why = whyUnwritable(path);
  return why === null ? '' : `: ${why}`;
}

/** SQLite says of a file that it can't open it, where it can't create the log beside it. */
function cannotOpenLog(code: string, path: string): boolean {
  return (
    code.startsWith('SQLITE_CANTOPEN') && existsSync(path) && accessCode(dirname(path)) !== null
  );
}

function accessCode(place: string): string | null {
  try {
    accessSync(place, constants.W_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? null;
  }
}

/** Yes for a missing file. */
function canRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

function isDiskFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < LEAST_SPACE;
  } catch {
    return false;
  }
}

/** Bytes that SQLite needs to open a database: its index of the log. */
const LEAST_SPACE = 32_768;
