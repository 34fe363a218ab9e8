import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './file.ts';
import { giveToOwnerOf } from './owner.ts';

/** Temporary path for `target`; the process id shows who left it behind. */
export function partFileOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.part`);
}

const PART_FILE = /\.(\d+)\.part(-journal|-wal|-shm)?$/;

/** Part files whose process has ended. */
export function abandonedPartFiles(folder: string): string[] {
  return partFilesIn(folder).filter((file) => {
    const pid = Number(PART_FILE.exec(file)?.[1]);
    return pid !== process.pid && !isRunning(pid);
  });
}

/** All part files in a folder. */
export function partFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => PART_FILE.test(name))
    .map((name) => join(folder, name));
}

/** Part files of one target; empty if the folder can't be read. */
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

/** Whether a process is there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Writes a file (mode 0600) under a temporary name with `write`, syncs and renames it. */
export function writeAtomically(target: string, write: (part: string) => void): void {
  const partFile = partFileOf(target);
  try {
    rmSync(partFile, { force: true });
    closeSync(openSync(partFile, 'wx', 0o600));
    giveToOwnerOf(existsSync(target) ? target : dirname(target), partFile);
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
