import { existsSync, lstatSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { listBackups } from './backup.ts';
import { readCopies, writeCopies } from './copies.ts';
import { assemble, copyBytes, flawIn, leftParts } from './copy.ts';
import { erase } from './erase.ts';
import { asFailure } from './failures.ts';
import { backupFolder } from './file.ts';
import { readHeader } from './header.ts';
import { type Identity, identify, isSame, type Named, namesOfOthers } from './identity.ts';
import type { Database } from './open.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { scrubber } from './scrub.ts';
import { withoutRecord } from './settings.ts';
import { connect, settle } from './sqlite.ts';

export interface Forgotten {
  /** The files that were written anew without the person: the backups that netcoach made. */
  rewritten: string[];
  /** What may still hold the person and could not be changed: exports, copies on a disk that is not there. */
  unreached: string[];
}

/**
 * Takes a person out of every file: the database with its history of changes, and the backups. The backups
 * come first, so that a run that was cut short can be made again. Interactions with others stay, without
 * the name. No change: it cannot be undone, and neither can any before it.
 * @throws Failure `io` where the database cannot be written; the person is then still there
 */
export function forget(db: Database, person: number): Forgotten {
  try {
    const who = identify(db, person);
    const others = namesOfOthers(db, person);
    const copies = readCopies(db);
    const names = scrubber([...who.names, ...who.addresses]);
    const rewritten: string[] = [];
    const unreached = new Set<string>();
    const clean = (file: string) => {
      if (rewritten.includes(file) || unreached.has(file)) return;
      if (rewrite(file, who, others)) rewritten.push(file);
      else unreached.add(file);
    };
    for (const file of privateFiles(db.name)) clean(file);
    for (const file of copies) {
      if (existsSync(file)) clean(file);
      else if (!existsSync(dirname(file))) unreached.add(file);
    }
    withoutRecord(db, () => erase(db, who));
    // Another command may have made a backup meanwhile.
    for (const file of privateFiles(db.name)) clean(file);
    writeCopies(
      db,
      copies.filter((file) => (existsSync(file) || unreached.has(file)) && names(file) === file),
    );
    if (!compact(db)) unreached.add(db.name);
    return { rewritten, unreached: [...unreached] };
  } catch (error) {
    throw asFailure(error, db.name);
  }
}

/** The copies in the private folder, without what unfinished runs left there. */
function privateFiles(path: string): string[] {
  if (!existsSync(backupFolder(path))) return [];
  for (const left of leftParts(backupFolder(path))) rmSync(left, { force: true });
  return listBackups(path);
}

/** Writes a backup anew without the person. False where it is no backup that we can read and write. */
function rewrite(file: string, who: Identity, others: ReadonlyMap<number, string>): boolean {
  const stat = statSync(file);
  if (!stat.isFile() || stat.size < 100) return false;
  const header = readHeader(file);
  if (!header.isSqlite || header.application !== APPLICATION_ID) return false;
  if (header.version !== MIGRATIONS.length || existsSync(`${file}-wal`)) return false;
  try {
    assemble(file, (part) => {
      copyBytes(file, part);
      refuseFlaw(part);
      const copy = connect(part);
      try {
        settle(copy);
        copy.pragma('journal_mode = MEMORY');
        const people = copy.prepare('SELECT id, name, aliases, email, linkedin FROM person').all();
        withoutRecord(copy, () => {
          for (const row of people as Named[])
            if (isSame(row, who, others)) erase(copy, { ...who, id: row.id });
        });
        withoutRecord(copy, () => erase(copy, { ...who, id: 0 }));
        copy.exec('VACUUM');
      } finally {
        copy.close();
      }
      refuseFlaw(part);
      utimesSync(part, stat.atime, stat.mtime);
    });
    return true;
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (!/^(database|EACCES|EPERM|EROFS|EBUSY)$/.test(code)) throw error;
    return false;
  }
}

/** @throws Failure `database` */
function refuseFlaw(file: string): void {
  const flaw = flawIn(file);
  if (flaw !== null) throw new Failure('database', `${file}: ${flaw}`, 'Nothing was changed.');
}

/** Leaves nothing deleted in the file and empties the log. False where others, or a full disk, do not let it. */
function compact(db: Database): boolean {
  let isDone = true;
  for (const step of ['VACUUM', 'PRAGMA wal_checkpoint(TRUNCATE)']) {
    try {
      db.exec(step);
    } catch {
      // What was deleted is overwritten by now; it leaves the log with the next checkpoint.
      isDone = false;
    }
  }
  const wal = lstatSync(`${db.name}-wal`, { throwIfNoEntry: false });
  return isDone && (wal?.size ?? 0) === 0;
}
