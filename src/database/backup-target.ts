import { existsSync, lstatSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { belongsToDatabase } from './file.ts';
import { checkVersion, readHeader } from './header.ts';
import { lineageOf } from './lineage.ts';
import { isClosed } from './owner.ts';
import { APPLICATION_ID } from './schema.ts';
import { connect } from './sqlite.ts';
import { pathOf } from './standing.ts';

/**
 * Accepts a new file, or a backup of this database that holds nothing this one lacks.
 * @param target an absolute path
 * @throws Failure `usage` or `io`
 */
export function checkBackupTarget(db: Database, target: string): void {
  const folder = dirname(target);
  if (!existsSync(folder))
    throw new Failure(
      'io',
      `there's no folder ${folder}`,
      'Create it first, or give another file.',
    );
  if (belongsToDatabase(pathOf(db), target))
    throw new Failure('usage', `${target} belongs to the database`, 'Give another file.');
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (stat === undefined) return;
  const refuse = (what: string) =>
    new Failure(
      'usage',
      `${target} ${what}`,
      `Give another file: netcoach backup ${basename(target)}.new`,
    );
  if (stat.isDirectory()) throw new Failure('usage', `${target} is a folder`, 'Give a file in it.');
  if (!stat.isFile()) throw refuse("isn't a plain file");
  if (isClosed(target)) throw refuse('belongs to another user; it was left unchanged');
  const { isWal, isSqlite, applicationId, version } = readHeader(target);
  if (isWal || !isSqlite || applicationId !== APPLICATION_ID || existsSync(`${target}-wal`))
    throw refuse("exists and isn't a netcoach backup; it was left unchanged");
  checkVersion(target, version);
  const what = compare(target, db);
  if (what !== null) throw refuse(`${what}; it was left unchanged`);
}

/** Why a backup isn't one of this database, or what it would take away; null if neither. */
function compare(target: string, db: Database): string | null {
  const copy = connect(target, { readonly: true });
  try {
    if (lineageOf(copy) !== lineageOf(db)) return 'is a backup of another database';
    return holdsMore(copy, db) ? 'holds more than this database' : null;
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(String((error as { code?: unknown }).code)))
      throw error;
    return 'is damaged, so it may be a backup of another database';
  } finally {
    copy.close();
  }
}

interface Entries {
  people: number;
  interactions: number;
}

/** Number of people and interactions. */
export function countEntries(db: Database): Entries {
  return db
    .prepare(`SELECT (SELECT count(*) FROM person) AS people,
      (SELECT count(*) FROM interaction) AS interactions`)
    .get() as Entries;
}

/** More entries, unless its last change is recorded here: then they were deleted or merged since. */
function holdsMore(copy: Database, db: Database): boolean {
  const [theirs, ours] = [countEntries(copy), countEntries(db)];
  if (theirs.people <= ours.people && theirs.interactions <= ours.interactions) return false;
  const last = copy.prepare('SELECT id, at FROM change ORDER BY id DESC LIMIT 1').raw().get() as
    | [number, string]
    | undefined;
  if (last === undefined) return true;
  return db.prepare('SELECT 1 FROM change WHERE id = ? AND at = ?').get(...last) === undefined;
}
