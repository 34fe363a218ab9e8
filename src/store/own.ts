import { existsSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backupFolder } from './file.ts';

/** What SQLite writes beside a database, and the private folder: nothing else may take these names. */
const BESIDE = ['', '-wal', '-shm', '-journal', '-backups'];

/**
 * Whether a file is the database, belongs to it, or lies in its private folder, or would: whatever link, hard
 * link or linked folder leads there.
 * @param path of the database
 * @param file an absolute path in a folder that is there
 */
export function isOwn(path: string, file: string): boolean {
  const folder = statSync(dirname(file));
  const isName = isSame(folder, statOf(dirname(path)));
  if (isName && BESIDE.some((end) => basename(file) === basename(path) + end)) return true;
  if (isBelow(dirname(file), backupFolder(path))) return true;
  const target = statOf(file);
  return target !== undefined && ownFiles(path).some((own) => isSame(statOf(own), target));
}

/** The files that are there: the database, what lies beside it, and the copies in the private folder. */
function ownFiles(path: string): string[] {
  const folder = backupFolder(path);
  const copies = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return [...BESIDE.map((end) => path + end), ...copies];
}

function isBelow(inner: string, folder: string): boolean {
  const outer = statOf(folder);
  for (let at = realpathSync(inner); outer !== undefined; at = dirname(at)) {
    if (isSame(statOf(at), outer)) return true;
    if (at === dirname(at)) break;
  }
  return false;
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path, { throwIfNoEntry: false });
}

function isSame(one: Stats | undefined, other: Stats | undefined): boolean {
  return one !== undefined && one.dev === other?.dev && one.ino === other.ino;
}
