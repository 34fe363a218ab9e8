import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './file.ts';

/** Where a copy of `target` is put together; the process that does so is named, so that what it left can be told. */
export function partFileOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.part`);
}

const PART_FILE = /\.(\d+)\.part(-journal|-wal|-shm)?$/;

/** Unfinished copies in a folder, of processes that are no more. */
export function abandonedPartFiles(folder: string): string[] {
  return partFilesIn(folder).filter((file) => {
    const pid = Number(PART_FILE.exec(file)?.[1]);
    return pid !== process.pid && !isRunning(pid);
  });
}

/** All unfinished copies in a folder. */
export function partFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => PART_FILE.test(name))
    .map((name) => join(folder, name));
}

/** The unfinished copies of one file, or what is to be it; none where its folder cannot be read. */
export function partFilesOf(target: string): string[] {
  try {
    const prefix = `.${basename(target)}.`;
    return partFilesIn(dirname(target)).filter((file) => basename(file).startsWith(prefix));
  } catch (error) {
    if (/^(ENOENT|ENOTDIR|EACCES|EPERM)$/.test(String((error as NodeJS.ErrnoException).code)))
      return [];
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Puts a file together under another name with `work`, writes it through and gives it its name. */
export function writeAtomically(target: string, write: (part: string) => void): void {
  const partFile = partFileOf(target);
  try {
    rmSync(partFile, { force: true });
    closeSync(openSync(partFile, 'wx', 0o600));
    write(partFile);
    const descriptor = openSync(partFile, 'r+');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(partFile, target);
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm'])
      rmSync(`${partFile}${suffix}`, { force: true });
  }
  syncFolder(dirname(target));
}
