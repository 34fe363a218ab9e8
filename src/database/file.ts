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
import { quoteForShell } from '../text/shell.ts';
import { damagedFile } from './failures.ts';
import { checkHeader, foreignFile } from './header.ts';
import { chownCommand, giveToOwnerOf, isForeign } from './owner.ts';

/** A database's location. */
export interface DatabaseFile {
  /** Links resolved. */
  path: string;
  /** Whether this run created the folder. */
  hasMadeFolder: boolean;
}

/** The private folder: backups, and the marker that a database was created. */
export function backupFolder(path: string): string {
  return `${path}-backups`;
}

/** Contains `folder` if netcoach created the database's folder too. */
function markerPath(path: string): string {
  return join(backupFolder(path), '.netcoach');
}

/**
 * Checks a database file before SQLite opens it; creates folder (0700) and file (0600).
 * @param report receives a sentence about a file mode that was fixed, or couldn't be
 * @throws Failure `database`, `newer-database` or `io`; the file is unchanged then
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
    checkBackupFolder(real);
    closeSync(openSync(real, 'a', 0o600));
    giveToOwnerOf(dirname(real), real);
  }
  if (isOurs(real, newest) && process.platform !== 'win32') fixModes(real, report);
  return { path: real, hasMadeFolder };
}

/** As `checkHeader`, which can't know that netcoach has written to the file. */
function isOurs(real: string, newest?: number): boolean {
  try {
    return checkHeader(real, newest);
  } catch (error) {
    if ((error as Error).message === foreignFile(real).message && wasHere(real))
      throw damagedFile(real, error);
    throw error;
  }
}

/**
 * Resolves a link.
 * @throws Failure `io` if its target is missing
 */
export function followLink(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  if (existsSync(path)) return realpathSync(path);
  throw new Failure(
    'io',
    `${path} is a link to a file that isn't there`,
    'Check that its disk is there, or give another file with --db.',
  );
}

/**
 * Bytes of a file; 0 if it's missing.
 * @throws Failure `io` if it isn't a plain file
 */
export function sizeOf(path: string): number {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (stat.isFile()) return stat.size;
  const what = stat.isDirectory() ? 'is a folder, not a file' : "isn't a plain file";
  throw new Failure('io', `${path} ${what}`, 'Give a file with --db.');
}

/** Throws if a missing or empty file once had content. */
function refuseMissing(path: string): void {
  const wal = lstatSync(`${path}-wal`, { throwIfNoEntry: false });
  const isKnown = wasHere(path);
  if (!isKnown && !(wal !== undefined && wal.size > 0)) return;
  // Another first run may have created both since.
  const now = lstatSync(path, { throwIfNoEntry: false });
  if (now !== undefined && now.size > 0) return;
  throw new Failure(
    'database',
    `${path} is ${now === undefined ? 'missing' : 'empty'}, but netcoach has written to it before`,
    `To start afresh, move ${
      isKnown ? backupFolder(path) : `${path}-wal`
    } away. To bring back the newest backup: netcoach restore`,
  );
}

/** Creates the private folder and its marker. */
export function writeMarker({ path, hasMadeFolder }: DatabaseFile): void {
  const folder = backupFolder(path);
  checkBackupFolder(path);
  makePrivateFolder(folder);
  if (hasMadeFolder) writeFileSync(markerPath(path), 'folder\n', { mode: 0o600 });
  else if (!hasMarker(path)) writeFileSync(markerPath(path), '', { mode: 0o600 });
  for (const made of [folder, markerPath(path)]) giveToOwnerOf(dirname(path), made);
  syncFolder(dirname(path));
  if (hasMadeFolder) syncFolder(dirname(dirname(path)));
}

/** Not the folders above it: the database may be deleted at any moment. */
function makePrivateFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Checks that backups can go to the private folder: it's a folder, if it exists, and no other user
 * made it or can change it.
 * @throws Failure `io`
 */
export function checkBackupFolder(path: string): void {
  const folder = backupFolder(path);
  const hint = `Move it away: mv ${quoteForShell(folder)} ${quoteForShell(`${folder}.old`)}`;
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined && isLink(folder))
    throw new Failure('io', `${folder} is a link to a folder that isn't there`, hint);
  if (stat !== undefined && !stat.isDirectory())
    throw new Failure('io', `${folder} is a file, where backups belong`, hint);
  if (!isForeign(folder, path)) return;
  throw new Failure(
    'io',
    `${folder} belongs to another user`,
    `If it should be yours: ${chownCommand([folder], '-R ')}`,
  );
}

/** Whether a database was created here before; yes if the private folder is unreadable. */
export function hasMarker(path: string): boolean {
  try {
    statSync(markerPath(path));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}

/**
 * Whether there was a database here before: by the marker, which a copy of the folder may lack, as its name begins
 * with a dot, or by what netcoach has put beside it.
 */
export function wasHere(path: string): boolean {
  const folder = backupFolder(path);
  if (hasMarker(path)) return true;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return false;
  try {
    return readdirSync(folder).some((name) => OURS.test(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return true;
    throw error;
  }
}

/** Backups, the log that was damaged, and the name of this machine for `sync`. */
const OURS = /\.db(-wal)?$|^sync-machine\.json$/;

/** Whether netcoach created the database's folder, rather than the user. */
export function ownsFolder(path: string): boolean {
  const file = markerPath(path);
  return existsSync(file) && readFileSync(file, 'latin1').startsWith('folder');
}

/** Syncs a folder, so that a renamed file survives a power cut. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A file's bytes in chunks of 1 MiB; each chunk overwrites the last. */
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

/** Whether group or others have permissions; false for links, missing files and Windows. */
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
    report(`${path} could be read by others; only you can read it now (mode ${octal}).`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    report(`${path} can be read by others, and that couldn't be fixed (${code}).`);
  }
}

/**
 * Creates a folder.
 * @throws Failure `io`
 */
export function makeFolder(folder: string): void {
  checkNewFolder(folder);
  const parent = nearestFolder(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let made = folder; made !== parent; made = dirname(made)) giveToOwnerOf(parent, made);
}

function nearestFolder(folder: string): string {
  let at = folder;
  while (!existsSync(at)) at = dirname(at);
  return at;
}

/**
 * Checks that a folder exists or can be created: a recursive `mkdirSync` below /proc never returns
 * (Node 20).
 * @throws Failure `io`
 */
export function checkNewFolder(folder: string): void {
  const fail = (what: string) => new Failure('io', what, 'Give another file with --db.');
  let parent = folder;
  for (; !existsSync(parent); parent = dirname(parent)) {
    if (isLink(parent)) throw fail(`${parent} is a link to a folder that isn't there`);
  }
  if (!statSync(parent).isDirectory()) throw fail(`${parent} is a file, not a folder`);
  const real = realpathSync(parent);
  if (real === '/proc' || real.startsWith('/proc/'))
    throw fail(`can't create a folder in ${parent}`);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** Files of SQLite, and the private folder. */
const SUFFIXES = ['', '-wal', '-shm', '-journal', '-backups'];

/**
 * Whether a file is, or would be, part of a database or its private folder, through any link.
 * @param path of the database
 * @param file an absolute path in an existing folder
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

function databaseFiles(path: string): string[] {
  const folder = backupFolder(path);
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const copies = isFolder ? readdirSync(folder).map((name) => join(folder, name)) : [];
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
