import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { syncFolder } from './file.ts';
import { connect } from './sqlite.ts';
import { firstFlaw } from './verify.ts';

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

/**
 * Copies an open database to `target`, whole or not at all: put together beside it (mode 0600 from the first
 * byte), checked, written through to the disk, then given its name. Others may write meanwhile.
 * @throws Failure `database` where the copy does not pass, and what the disk refuses
 */
export function copyDatabase(db: Database, target: string, migrations?: readonly string[]): void {
  assemble(target, (part) => {
    db.prepare('VACUUM INTO ?').run(part);
    const flaw = flawIn(part, migrations);
    if (flaw !== null) {
      throw new Failure(
        'database',
        `${db.name} is damaged: ${flaw}`,
        'Nothing was changed. See what can be saved: netcoach doctor',
      );
    }
  });
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
  const source = openSync(from, 'r');
  const target = openSync(to, 'r+');
  try {
    const buffer = Buffer.alloc(1 << 20);
    let at = 0;
    let count: number;
    do {
      count = readSync(source, buffer, 0, buffer.length, at);
      for (let done = 0; done < count; )
        done += writeSync(target, buffer, done, count - done, at + done);
      at += count;
    } while (count > 0);
    fsyncSync(target);
  } finally {
    closeSync(source);
    closeSync(target);
  }
}
