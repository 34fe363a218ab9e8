import { existsSync, lstatSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { partFilesIn, partFilesOf, writeAtomically } from '../database/assemble.ts';
import { listBackups } from '../database/backup.ts';
import {
  copyBytes,
  dropDigests,
  flawIn,
  readCopies,
  recordDigest,
  writeCopies,
} from '../database/copy.ts';
import { asFailure } from '../database/failures.ts';
import { backupFolder } from '../database/file.ts';
import { readHeader } from '../database/header.ts';
import { lineageOf } from '../database/lineage.ts';
import { lockCopies } from '../database/lock.ts';
import { APPLICATION_ID, MIGRATIONS } from '../database/schema.ts';
import { withoutUndo } from '../database/settings.ts';
import { configure, connect } from '../database/sqlite.ts';
import { refuseDamage } from '../database/transaction.ts';
import { Failure } from '../failure.ts';
import { erase, wordsLeft } from './erase.ts';
import {
  IDENTITY_COLUMNS,
  type Identity,
  type IdentityRow,
  isSamePerson,
  type Others,
  readAbsentIdentity,
  readIdentity,
  readOthers,
  withRow,
} from './identity.ts';

export interface ForgetResult {
  /** Backups rewritten without the person. */
  rewritten: string[];
  /** Files that may still contain them: exports, damaged backups, copies on a missing disk. */
  unreached: string[];
  /** Those of them that are backups of another database, which may hold a namesake. */
  foreign: string[];
  /** Words of the name that stay in texts: somebody else has them, or they are ordinary ones. */
  left: Array<{ word: string; texts: number }>;
}

/**
 * Erases a person from the database, its recorded changes and the backups; interactions with others
 * stay, without the name. `undo` can't go back past this. Backups come first, so that an
 * interrupted run can be repeated.
 * @param isWord whether a lower-case word is in the dictionary
 * @throws Failure `io` if the database can't be written; the person is still in it then
 */
export function forget(
  db: Database,
  person: number,
  isWord: (word: string) => boolean = () => false,
): ForgetResult {
  return forgetRows(db, [person], () => readIdentity(db, person), isWord);
}

/**
 * Erases someone whom another machine forgot and who isn't in the database now from its recorded changes and
 * its backups; as `forget`.
 */
export function forgetAbsent(
  db: Database,
  uid: string,
  isWord: (word: string) => boolean,
): ForgetResult {
  return forgetRows(db, [], () => readAbsentIdentity(db, uid), isWord);
}

function forgetRows(
  db: Database,
  people: readonly number[],
  identity: () => Identity,
  isWord: (word: string) => boolean,
): ForgetResult {
  const release = lockCopies(db.name);
  try {
    // Its backups are rewritten first, and may be all that's left.
    refuseDamage(db, Number.POSITIVE_INFINITY);
    const others = readOthers(db, people);
    const copies = readCopies(db);
    const privateFiles = listPrivateFiles(db.name, copies);
    const files = [...privateFiles.backups, ...copies.filter((file) => stateOf(file) === 'there')];
    // Backups may hold earlier names.
    const who = files.reduce((known, file) => withRowsOf(file, known, others), identity());
    if (who.names.length === 0) return { rewritten: [], unreached: [], foreign: [], left: [] };
    const rewritten: string[] = [];
    const foreign: string[] = [];
    const unreached = new Set(privateFiles.rest);
    for (const file of new Set(files)) {
      const isOwn = privateFiles.backups.includes(file);
      if (!rewrite(file, { who, others, isWord, isListed: isOwn })) {
        unreached.add(file);
        if (isOfAnotherDatabase(file, others.lineage)) foreign.push(file);
        continue;
      }
      rewritten.push(file);
      if (isOwn) recordDigest(file);
    }
    for (const file of copies) if (stateOf(file) === 'unknown') unreached.add(file);
    withoutUndo(db, () => erase(db, who, people, isWord));
    // A path that holds the name stays: it's the only trace of that file.
    writeCopies(
      db,
      copies.filter((file) => existsSync(file) || unreached.has(file)),
    );
    if (!compact(db)) unreached.add(db.name);
    return { rewritten, unreached: [...unreached], foreign, left: wordsLeft(db, who) };
  } catch (error) {
    throw asFailure(error, db.name);
  } finally {
    release();
  }
}

/** Also deletes part files: with the copies locked, no one is writing them. */
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

/** `unknown`: on a missing disk, or in an inaccessible folder. */
function stateOf(file: string): 'there' | 'gone' | 'unknown' {
  try {
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) return 'there';
    // Maybe a mount point.
    return readdirSync(dirname(file)).length === 0 ? 'unknown' : 'gone';
  } catch {
    return 'unknown';
  }
}

/** In the newest format, and never opened as a database. */
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

/** Whether it's a readable backup whose ids mean other people. */
function isOfAnotherDatabase(file: string, lineage: string | null): boolean {
  try {
    if (!isReadableBackup(file)) return false;
    const copy = connect(file, { readonly: true });
    try {
      return lineageOf(copy) !== lineage;
    } finally {
      copy.close();
    }
  } catch (error) {
    if (isUnusable(error)) return false;
    throw error;
  }
}

/** Adds names and addresses from a backup. */
function withRowsOf(file: string, who: Identity, others: Others): Identity {
  try {
    if (!isReadableBackup(file) || isOfAnotherDatabase(file, others.lineage)) return who;
    const copy = connect(file, { readonly: true });
    try {
      return matchingRows(copy, who, others).reduce(withRow, who);
    } finally {
      copy.close();
    }
  } catch (error) {
    // `rewrite` will fail too, and report the file.
    if (isUnusable(error)) return who;
    throw error;
  }
}

function matchingRows(copy: Database, who: Identity, others: Others): IdentityRow[] {
  const rows = copy.prepare(`SELECT ${IDENTITY_COLUMNS} FROM person`).all() as IdentityRow[];
  return rows.filter((row) => isSamePerson(row, who, others));
}

/** Whether a file is damaged, missing or inaccessible. */
function isUnusable(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return /^(database|EACCES|EPERM|EROFS|EBUSY|ENOENT|SQLITE_(CORRUPT|NOTADB|ERROR|CANTOPEN|READONLY).*)$/.test(
    code,
  );
}

/** False if it isn't a readable, writable backup of this database. */
function rewrite(
  file: string,
  {
    who,
    others,
    isWord,
    isListed,
  }: {
    who: Identity;
    others: Others;
    isWord: (word: string) => boolean;
    isListed: boolean;
  },
): boolean {
  try {
    if (!isReadableBackup(file) || isOfAnotherDatabase(file, others.lineage)) return false;
    const { atime, mtime } = statSync(file);
    writeAtomically(file, (partFile) => {
      copyBytes(file, partFile);
      refuseDamaged(partFile);
      const copy = connect(partFile);
      try {
        configure(copy);
        copy.pragma('journal_mode = MEMORY');
        const ids = matchingRows(copy, who, others).map(({ id }) => id);
        withoutUndo(copy, () => erase(copy, who, ids, isWord));
        copy.exec('VACUUM');
      } finally {
        copy.close();
      }
      refuseDamaged(partFile);
      utimesSync(partFile, atime, mtime);
      if (isListed) dropDigests([file]);
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

/** False if other processes or a full disk prevent it. */
function compact(db: Database): boolean {
  let isDone = true;
  for (const step of ['VACUUM', 'PRAGMA wal_checkpoint(TRUNCATE)']) {
    try {
      db.exec(step);
    } catch {
      // Already overwritten (`secure_delete`); the next checkpoint clears the log.
      isDone = false;
    }
  }
  const wal = lstatSync(`${db.name}-wal`, { throwIfNoEntry: false });
  return isDone && (wal?.size ?? 0) === 0;
}
