import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { recordDigest } from './digests.ts';
import { backupFolder, chunksOf } from './file.ts';
import { assemble } from './parts.ts';
import { connect } from './sqlite.ts';
import { firstFlaw } from './verify.ts';

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
    if (dirname(target) === backupFolder(db.name)) recordDigest(part, target);
  });
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
  const target = openSync(to, 'r+');
  try {
    for (const chunk of chunksOf(from))
      for (let done = 0; done < chunk.length; ) done += writeSync(target, chunk, done);
    fsyncSync(target);
  } finally {
    closeSync(target);
  }
}
