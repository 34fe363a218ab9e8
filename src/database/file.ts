import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.ts';
import { checkHeader } from './header.ts';

/** Where a database lies, and what its first use made. */
export interface DatabaseFile {
  /** The file itself, links followed. */
  path: string;
  /** Whether the folder was made for it just now. */
  hasMadeFolder: boolean;
}

/** The private folder of a database's copies, which is also the sign that there was a database. */
export function backupFolder(path: string): string {
  return `${path}-backups`;
}

/** Written when a database was made; says `folder` where its folder was made too. */
function markerPath(path: string): string {
  return join(backupFolder(path), '.netcoach');
}

/**
 * Looks at the place of a database before SQLite does, and makes folder (0700) and file (0600) on first use.
 * @param report is told in one sentence when a mode had to be mended
 * @throws Failure `database`, `newer-database` or `io`: nothing was touched then
 */
export function prepareFile(
  path: string,
  report: (notice: string) => void,
  newest?: number,
): DatabaseFile {
  const hasMadeFolder = !existsSync(dirname(path));
  if (hasMadeFolder) makeFolder(dirname(path));
  const real = followLink(path);
  if (sizeOf(real) === 0) {
    refuseMissing(real);
    closeSync(openSync(real, 'a', 0o600));
  }
  if (checkHeader(real, newest) && process.platform !== 'win32') fixModes(real, report);
  return { path: real, hasMadeFolder };
}

/** The file that a path means. @throws Failure `io` where it is a link to nothing, perhaps to a disk that is not there */
export function followLink(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  if (existsSync(path)) return realpathSync(path);
  throw new Failure(
    'io',
    `${path} is a link to a file that is not there`,
    'Check that its disk is there, or name another file with --db.',
  );
}

/** Bytes of a database file; 0 where there is none. @throws Failure `io` where the path names no plain file */
export function sizeOf(path: string): number {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (stat.isFile()) return stat.size;
  const what = stat.isDirectory() ? 'a folder, not a file' : 'not a plain file';
  throw new Failure('io', `${path} is ${what}`, 'Name a file with --db.');
}

/** A missing or empty file where there was a database is a loss, not a first use. */
function refuseMissing(path: string): void {
  const wal = lstatSync(`${path}-wal`, { throwIfNoEntry: false });
  const isKnown = hasMarker(path);
  if (!isKnown && !(wal !== undefined && wal.size > 0)) return;
  // Another first run may have made all of it since we looked.
  const now = lstatSync(path, { throwIfNoEntry: false });
  if (now !== undefined && now.size > 0) return;
  throw new Failure(
    'database',
    `${path} is ${now === undefined ? 'missing' : 'empty'}, and netcoach had written to it`,
    `Bring back the newest backup: netcoach restore (to begin anew, move ${
      isKnown ? backupFolder(path) : `${path}-wal`
    } away).`,
  );
}

/** Leaves the sign that a database was made here. */
export function writeMarker({ path, hasMadeFolder }: DatabaseFile): void {
  mkdirSync(backupFolder(path), { recursive: true, mode: 0o700 });
  if (hasMadeFolder) writeFileSync(markerPath(path), 'folder\n', { mode: 0o600 });
  else if (!hasMarker(path)) writeFileSync(markerPath(path), '', { mode: 0o600 });
  syncFolder(dirname(path));
  if (hasMadeFolder) syncFolder(dirname(dirname(path)));
}

/** Whether a database of ours was made here once; a private folder that is closed to us says so, too. */
export function hasMarker(path: string): boolean {
  try {
    statSync(markerPath(path));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}

/** Whether netcoach made the folder of a database; any other folder is the user's own. */
export function ownsFolder(path: string): boolean {
  const file = markerPath(path);
  return existsSync(file) && readFileSync(file, 'latin1').startsWith('folder');
}

/** Makes what is entered in a folder outlast a loss of power. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The bytes of a file, a megabyte at a time; each piece holds until the next is asked for. */
export function* chunksOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(1 << 20);
    for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer))
      yield buffer.subarray(0, count);
  } finally {
    closeSync(file);
  }
}

/** Whether others may do anything with a file or folder; false where there is none. */
export function isOpenToOthers(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (process.platform === 'win32' || stat === undefined || stat.isSymbolicLink()) return false;
  return (stat.mode & 0o077) !== 0;
}

function fixModes(path: string, report: (notice: string) => void): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    if (isOpenToOthers(file)) fixMode(file, 0o600, report);
  }
  const folder = dirname(path);
  if (isOpenToOthers(folder) && ownsFolder(path)) fixMode(folder, 0o700, report);
}

function fixMode(path: string, mode: number, report: (notice: string) => void): void {
  const octal = mode.toString(8).padStart(4, '0');
  try {
    chmodSync(path, mode);
    report(`${path} could be read by others; it is yours alone again (mode ${octal}).`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    report(`${path} can be read by others, and this could not be mended (${code}).`);
  }
}

/** `mkdirSync` with `recursive` never returns for a folder below /proc (Node 20), so the parent is looked at first. */
export function makeFolder(folder: string): void {
  const fail = (what: string) => new Failure('io', what, 'Name another file with --db.');
  let parent = folder;
  for (; !existsSync(parent); parent = dirname(parent)) {
    if (isLink(parent)) throw fail(`${parent} is a link to a folder that is not there`);
  }
  if (!statSync(parent).isDirectory()) throw fail(`${parent} is a file, not a folder`);
  const real = realpathSync(parent);
  if (real === '/proc' || real.startsWith('/proc/'))
    throw fail(`no folder can be made in ${parent}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** What SQLite writes beside a database, and the private folder: nothing else may take these names. */
const SUFFIXES = ['', '-wal', '-shm', '-journal', '-backups'];

/**
 * Whether a file is the database, belongs to it, or lies in its private folder, or would: whatever link, hard
 * link or linked folder leads there.
 * @param path of the database
 * @param file an absolute path in a folder that is there
 */
export function belongsToDatabase(path: string, file: string): boolean {
  const folder = statSync(dirname(file));
  const isSameFolder = isSameFile(folder, statOf(dirname(path)));
  if (isSameFolder && SUFFIXES.some((end) => basename(file) === basename(path) + end)) return true;
  if (isInside(dirname(file), backupFolder(path))) return true;
  const target = statOf(file);
  return (
    target !== undefined &&
    databaseFiles(path).some((existing) => isSameFile(statOf(existing), target))
  );
}

/** The files that are there: the database, what lies beside it, and the copies in the private folder. */
function databaseFiles(path: string): string[] {
  const folder = backupFolder(path);
  const copies = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return [...SUFFIXES.map((end) => path + end), ...copies];
}

function isInside(inner: string, folder: string): boolean {
  const outer = statOf(folder);
  for (let at = realpathSync(inner); outer !== undefined; at = dirname(at)) {
    if (isSameFile(statOf(at), outer)) return true;
    if (at === dirname(at)) break;
  }
  return false;
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path, { throwIfNoEntry: false });
}

function isSameFile(one: Stats | undefined, other: Stats | undefined): boolean {
  return one !== undefined && one.dev === other?.dev && one.ino === other.ino;
}
