import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './file.ts';

/** Where a copy of `target` is put together; the process that does so is named, so that what it left can be told. */
export function partOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.part`);
}

const PART = /\.(\d+)\.part(-journal|-wal|-shm)?$/;

/** Unfinished copies in a folder, of processes that are no more. */
export function leftParts(folder: string): string[] {
  return partsIn(folder).filter((file) => {
    const pid = Number(PART.exec(file)?.[1]);
    return pid !== process.pid && !isRunning(pid);
  });
}

/** All unfinished copies in a folder. */
export function partsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => PART.test(name))
    .map((name) => join(folder, name));
}

/** The unfinished copies of one file, or what is to be it; none where its folder cannot be read. */
export function partsOf(target: string): string[] {
  try {
    const start = `.${basename(target)}.`;
    return partsIn(dirname(target)).filter((file) => basename(file).startsWith(start));
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
export function assemble(target: string, work: (part: string) => void): void {
  const part = partOf(target);
  try {
    rmSync(part, { force: true });
    closeSync(openSync(part, 'wx', 0o600));
    work(part);
    const file = openSync(part, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, target);
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
  }
  syncFolder(dirname(target));
}
