import { existsSync, lstatSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { partFilesIn, partFilesOf, writeAtomically } from '../database/assemble.ts';
import { listBackups } from '../database/backup.ts';
import { copyBytes, flawIn, readCopies, recordDigest, writeCopies } from '../database/copy.ts';
import { asFailure } from '../database/failures.ts';
import { backupFolder } from '../database/file.ts';
import { readHeader } from '../database/header.ts';
import { lineageOf } from '../database/lineage.ts';
import { lockCopies } from '../database/lock.ts';
import { APPLICATION_ID, MIGRATIONS } from '../database/schema.ts';
import { withoutUndo } from '../database/settings.ts';
import { configure, connect } from '../database/sqlite.ts';
import { Failure } from '../failure.ts';
import { erase } from './erase.ts';
import {
  IDENTITY_COLUMNS,
  type Identity,
  type IdentityRow,
  isSamePerson,
  type Others,
  readIdentity,
  readOthers,
  withRow,
} from './identity.ts';
import { makeScrubber } from './scrub.ts';

export interface ForgetResult {
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
export function forget(db: Database, person: number): ForgetResult {
  const release = lockCopies(db.name);
  try {
    const others = readOthers(db, person);
    const copies = readCopies(db);
    const privateFiles = listPrivateFiles(db.name, copies);
    const files = [...privateFiles.backups, ...copies.filter((file) => stateOf(file) === 'there')];
    // What they were called earlier stands in the copies, perhaps, and nowhere else.
    const who = files.reduce(
      (known, file) => withRowsOf(file, known, others),
      readIdentity(db, person),
    );
    const rewritten: string[] = [];
    const unreached = new Set(privateFiles.rest);
    for (const file of new Set(files)) {
      if (!rewrite(file, who, others)) {
        unreached.add(file);
        continue;
      }
      rewritten.push(file);
      if (privateFiles.backups.includes(file)) recordDigest(file, file);
    }
    for (const file of copies) if (stateOf(file) === 'unknown') unreached.add(file);
    withoutUndo(db, () => erase(db, who, [person]));
    const scrub = makeScrubber([...who.names, ...who.aliases, ...who.addresses]);
    writeCopies(
      db,
      copies.filter((file) => (existsSync(file) || unreached.has(file)) && scrub(file) === file),
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
function listPrivateFiles(
  path: string,
  copies: readonly string[],
): { backups: string[]; rest: string[] } {
  for (const file of [path, ...copies]) {
    for (const part of partFilesOf(file)) rmSync(part, { force: true });
  }
  const folder = backupFolder(path);
  if (!existsSync(folder)) return { backups: [], rest: [] };
  for (const part of partFilesIn(folder)) rmSync(part, { force: true });
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
function isReadableBackup(file: string): boolean {
  const stat = statSync(file);
  if (!stat.isFile() || stat.size < 100) return false;
  const { isSqlite, isWal, applicationId, version } = readHeader(file);
  return (
    isSqlite &&
    !isWal &&
    applicationId === APPLICATION_ID &&
    version === MIGRATIONS.length &&
    !existsSync(`${file}-wal`)
  );
}

/** The person, with what their rows in a backup tell of them. */
function withRowsOf(file: string, who: Identity, others: Others): Identity {
  try {
    if (!isReadableBackup(file)) return who;
    const copy = connect(file, { readonly: true });
    try {
      return matchingRows(copy, who, others).reduce(withRow, who);
    } finally {
      copy.close();
    }
  } catch (error) {
    // It cannot be rewritten either, and is named then.
    if (isUnusable(error)) return who;
    throw error;
  }
}

function matchingRows(copy: Database, who: Identity, others: Others): IdentityRow[] {
  const lineage = lineageOf(copy);
  const rows = copy.prepare(`SELECT ${IDENTITY_COLUMNS} FROM person`).all() as IdentityRow[];
  return rows.filter((row) => isSamePerson(row, lineage, who, others));
}

/** Whether a file is damaged, or not ours to read or write. */
function isUnusable(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return /^(database|EACCES|EPERM|EROFS|EBUSY|ENOENT|SQLITE_(CORRUPT|NOTADB|ERROR|CANTOPEN|READONLY).*)$/.test(
    code,
  );
}

/** Writes a backup anew without the person. False where it is no backup that we can read and write. */
function rewrite(file: string, who: Identity, others: Others): boolean {
  try {
    if (!isReadableBackup(file)) return false;
    const { atime, mtime } = statSync(file);
    writeAtomically(file, (partFile) => {
      copyBytes(file, partFile);
      refuseDamaged(partFile);
      const copy = connect(partFile);
      try {
        configure(copy);
        copy.pragma('journal_mode = MEMORY');
        const ids = matchingRows(copy, who, others).map(({ id }) => id);
        withoutUndo(copy, () => erase(copy, who, ids));
        copy.exec('VACUUM');
      } finally {
        copy.close();
      }
      refuseDamaged(partFile);
      utimesSync(partFile, atime, mtime);
    });
    return true;
  } catch (error) {
    if (isUnusable(error)) return false;
    throw error;
  }
}

/** @throws Failure `database` */
function refuseDamaged(file: string): void {
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
