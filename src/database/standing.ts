import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';

/** Databases in memory that stand for a file which is missing or can't be written. */
const standIns = new WeakMap<Database, { path: string; isMissing: boolean }>();

/** Records the file that a database in memory stands for. */
export function markStandIn(db: Database, path: string, isMissing: boolean): void {
  standIns.set(db, { path, isMissing });
}

const unchangeable = new WeakSet<Database>();

/** Has changes of a database in memory refused: they would be lost. */
export function forbidChanges(db: Database): void {
  unchangeable.add(db);
}

/** @throws Failure `io` if changes are forbidden */
export function refuseForbiddenChange(db: Database): void {
  if (unchangeable.has(db)) refuseWithoutFile(db);
}

/** Whether a database is in memory, in place of its file. */
export function isStandIn(db: Database): boolean {
  return standIns.has(db);
}

/** Whether a database is in memory because its file is missing. */
export function isMissing(db: Database): boolean {
  return standIns.get(db)?.isMissing === true;
}

/** The path of a database's file, also of one that's in memory. */
export function pathOf(db: Database): string {
  return standIns.get(db)?.path ?? db.name;
}

/**
 * Keeps a mistyped --db from replacing a good file with an empty one.
 * @throws Failure `io`
 */
export function refuseWithoutFile(db: Database): void {
  const standIn = standIns.get(db);
  if (standIn?.isMissing !== true) return;
  throw new Failure(
    'io',
    `there's no database ${standIn.path}`,
    'Check its name, or log something first: netcoach log',
  );
}
