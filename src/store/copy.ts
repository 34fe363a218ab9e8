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

/** Unfinished copies in a folder, of processes that are no more. */
export function leftParts(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => {
      const pid = /\.(\d+)\.part(-journal|-wal|-shm)?$/.exec(name)?.[1];
      return pid !== undefined && Number(pid) !== process.pid && !isRunning(Number(pid));
    })
    .map((name) => join(folder, name));
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
        `no copy was made, for the database is damaged: ${flaw}`,
        'See what can be done: netcoach doctor',
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
  const db = connect(file, { readonly: true });
  try {
    return firstFlaw(db, migrations);
  } catch (error) {
    return (error as Error).message;
  } finally {
    db.close();
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
