import { existsSync, lstatSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { assemble, partsIn, partsOf } from '../database/assemble.ts';
import { listBackups } from '../database/backup.ts';
import { copyBytes, flawIn, readCopies, recordDigest, writeCopies } from '../database/copy.ts';
import { asFailure } from '../database/failures.ts';
import { backupFolder } from '../database/file.ts';
import { readHeader } from '../database/header.ts';
import { lineageOf } from '../database/lineage.ts';
import { holdCopies } from '../database/lock.ts';
import { APPLICATION_ID, MIGRATIONS } from '../database/schema.ts';
import { withoutRecord } from '../database/settings.ts';
import { connect, settle } from '../database/sqlite.ts';
import { Failure } from '../failure.ts';
import { erase } from './erase.ts';
import {
  type Identity,
  identify,
  isSame,
  NAMED,
  type Named,
  type Others,
  readOthers,
  withRow,
} from './identity.ts';
import { scrubber } from './scrub.ts';

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
  const release = holdCopies(db.name);
  try {
    const others = readOthers(db, person);
    const copies = readCopies(db);
    const own = ownFiles(db.name, copies);
    const files = [...own.backups, ...copies.filter((file) => stateOf(file) === 'there')];
    // What they were called earlier stands in the copies, perhaps, and nowhere else.
    const who = files.reduce((known, file) => learn(file, known, others), identify(db, person));
    const rewritten: string[] = [];
    const unreached = new Set(own.rest);
    for (const file of new Set(files)) {
      if (!rewrite(file, who, others)) {
        unreached.add(file);
        continue;
      }
      rewritten.push(file);
      if (own.backups.includes(file)) recordDigest(file, file);
    }
    for (const file of copies) if (stateOf(file) === 'unknown') unreached.add(file);
    withoutRecord(db, () => erase(db, who, [person]));
    const names = scrubber([...who.names, ...who.aliases, ...who.addresses]);
    writeCopies(
      db,
      copies.filter((file) => (existsSync(file) || unreached.has(file)) && names(file) === file),
    );
    if (!compact(db)) unreached.add(db.name);
    return { rewritten, unreached: [...unreached] };
  } catch (error) {
    throw asFailure(error, db.name);
  } finally {
    release();
  }
}

/**
 * The backups in the private folder, and what else is kept there of a database. What unfinished runs left, there,
 * beside the database and beside the copies, is removed: nobody else makes any while they are held.
 */
function ownFiles(path: string, copies: readonly string[]): { backups: string[]; rest: string[] } {
  for (const file of [path, ...copies]) {
    for (const part of partsOf(file)) rmSync(part, { force: true });
  }
  const folder = backupFolder(path);
  if (!existsSync(folder)) return { backups: [], rest: [] };
  for (const part of partsIn(folder)) rmSync(part, { force: true });
  const backups = listBackups(path);
  const rest = readdirSync(folder)
    .filter((name) => /\.db-(wal|journal)$/.test(name))
    .map((name) => join(folder, name));
  return { backups, rest };
}

/** Whether a copy is there, was removed, or may be on a disk that is not there or in a folder that is closed to us. */
function stateOf(file: string): 'there' | 'gone' | 'unknown' {
  try {
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) return 'there';
    // An empty folder is, perhaps, where a disk is attached.
    return readdirSync(dirname(file)).length === 0 ? 'unknown' : 'gone';
  } catch {
    return 'unknown';
  }
}

/** A backup of ours that can be read and is one still: none that has been used as a database of its own. */
function isBackup(file: string): boolean {
  const stat = statSync(file);
  if (!stat.isFile() || stat.size < 100) return false;
  const { isSqlite, isWal, application, version } = readHeader(file);
  return (
    isSqlite &&
    !isWal &&
    application === APPLICATION_ID &&
    version === MIGRATIONS.length &&
    !existsSync(`${file}-wal`)
  );
}

/** The person, with what their rows in a backup tell of them. */
function learn(file: string, who: Identity, others: Others): Identity {
  try {
    if (!isBackup(file)) return who;
    const copy = connect(file, { readonly: true });
    try {
      return sameRows(copy, who, others).reduce(withRow, who);
    } finally {
      copy.close();
    }
  } catch (error) {
    // It cannot be rewritten either, and is named then.
    if (isRefused(error)) return who;
    throw error;
  }
}

function sameRows(copy: Database, who: Identity, others: Others): Named[] {
  const lineage = lineageOf(copy);
  const rows = copy.prepare(`SELECT ${NAMED} FROM person`).all() as Named[];
  return rows.filter((row) => isSame(row, lineage, who, others));
}

/** Whether a file is damaged, or not ours to read or write. */
function isRefused(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return /^(database|EACCES|EPERM|EROFS|EBUSY|ENOENT|SQLITE_(CORRUPT|NOTADB|ERROR|CANTOPEN|READONLY).*)$/.test(
    code,
  );
}

/** Writes a backup anew without the person. False where it is no backup that we can read and write. */
function rewrite(file: string, who: Identity, others: Others): boolean {
  try {
    if (!isBackup(file)) return false;
    const { atime, mtime } = statSync(file);
    assemble(file, (part) => {
      copyBytes(file, part);
      refuseFlaw(part);
      const copy = connect(part);
      try {
        settle(copy);
        copy.pragma('journal_mode = MEMORY');
        const ids = sameRows(copy, who, others).map(({ id }) => id);
        withoutRecord(copy, () => erase(copy, who, ids));
        copy.exec('VACUUM');
      } finally {
        copy.close();
      }
      refuseFlaw(part);
      utimesSync(part, atime, mtime);
    });
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
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
