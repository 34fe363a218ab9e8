import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { Failure } from '../failure.ts';
import { examineBackups, examineFolder } from './backups-health.ts';
import { examineContent, examineTidiness } from './content.ts';
import { asFailure, damaged } from './failures.ts';
import { followLink, hasMarker, sizeOf } from './file.ts';
import { checkHeader, checkVersion, foreign, hasForeignLog } from './header.ts';
import { absentLogs, openToLook, readable, removeLogs, salvation } from './salvage.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { connect, settle, snapshot } from './sqlite.ts';
import { examineSurroundings } from './surroundings.ts';
import { schemaFlaws, structureFlaws } from './verify.ts';

/** Something that is wrong (`error`, `warning`) or could be better (`advice`), and the command that mends it. */
export interface Finding {
  severity: 'error' | 'warning' | 'advice';
  what: string;
  command: string | null;
}

/** The first SQLite without the WAL-reset bug: https://sqlite.org/wal.html */
const SOUND_SQLITE = '3.51.3';
/** What package.json asks for. */
const OLDEST_NODE = '20.12.0';

/**
 * Looks at everything about a database and mends nothing. It is opened for reading alone where a log lies beside it.
 * @throws Failure `io` where the path names no plain file, or none that may be read
 */
export function examine(path: string): Finding[] {
  const versions = examineVersions(sqliteVersion(), process.versions.node);
  try {
    const real = followLink(path);
    if (sizeOf(real) === 0 && !hasMarker(real)) {
      const what = `nothing is recorded in ${path} yet`;
      return [...versions, { severity: 'advice', what, command: 'netcoach log' }];
    }
    const folder = examineFolder(real);
    const around = examineSurroundings(real, folder.length === 0);
    const file = examineFile(real, folder.length === 0);
    return [...file, ...folder, ...around, ...versions];
  } catch (error) {
    throw asFailure(error, path);
  }
}

/** SQLite's own version. */
export function sqliteVersion(): string {
  const db = connect(':memory:');
  try {
    return db.prepare('SELECT sqlite_version()').pluck().get() as string;
  } finally {
    db.close();
  }
}

/** What is too old to be trusted with a database. */
export function examineVersions(sqlite: string, node: string): Finding[] {
  // Cheaper than a comparison that knows numbers, which loads what it knows of languages.
  const key = (version: string) => version.replace(/\d+/g, (part) => part.padStart(5, '0'));
  const isOlder = (version: string, least: string) => key(version) < key(least);
  const found: Finding[] = [];
  if (isOlder(sqlite, SOUND_SQLITE)) {
    found.push({
      severity: 'error',
      what: `SQLite ${sqlite} may lose what several commands write at once`,
      command: 'npm install --global netcoach',
    });
  }
  if (isOlder(node, OLDEST_NODE)) {
    found.push({
      severity: 'warning',
      what: `Node ${node} is older than netcoach is made for`,
      command: `Install Node ${OLDEST_NODE} or newer.`,
    });
  }
  return found;
}

/** @param hasFolder whether the private folder can be looked into */
function examineFile(real: string, hasFolder: boolean): Finding[] {
  if (sizeOf(real) === 0) {
    const state = existsSync(real) ? 'empty' : 'missing';
    return [
      { severity: 'error', what: `${real} is ${state}`, command: null },
      salvation(real, null, hasFolder),
    ];
  }
  const absent = absentLogs(real);
  try {
    if (!checkHeader(real) && hasForeignLog(real)) throw foreign(real);
    const db = openToLook(real);
    try {
      settle(db);
      return snapshot(db, () => examineDatabase(db, hasFolder));
    } finally {
      db.close();
    }
  } catch (error) {
    return explain(error, real, hasFolder, absent);
  }
}

/**
 * Turns what a file refused into a finding.
 * @param absent what was not beside the file before it was looked at
 */
function explain(
  thrown: unknown,
  real: string,
  hasFolder: boolean,
  absent: readonly string[],
): Finding[] {
  const error = asFailure(thrown, real);
  if (!(error instanceof Failure)) throw error;
  const { code, message: what } = error;
  if (code === 'newer-database')
    return [{ severity: 'error', what, command: 'npm install --global netcoach@latest' }];
  if (what === foreign(real).message && !hasMarker(real))
    return [{ severity: 'error', what, command: 'netcoach --db FILE doctor' }];
  // A disk that failed, or is full, says nothing about the file.
  if (code !== 'database') throw error;
  const found: Finding[] = [{ severity: 'error', what: damaged(real).message, command: null }];
  const left = readable(real);
  removeLogs(real, absent);
  return [...found, salvation(real, left, hasFolder)];
}

function examineDatabase(db: Database, hasFolder: boolean): Finding[] {
  const application = db.pragma('application_id', { simple: true });
  const version = db.pragma('user_version', { simple: true }) as number;
  if (application !== APPLICATION_ID) throw foreign(db.name);
  checkVersion(db.name, version);
  const wrong = [...structureFlaws(db), ...schemaFlaws(db)];
  const bad: Finding[] = wrong.map((what) => ({
    severity: 'error',
    what,
    command: 'netcoach restore',
  }));
  if (bad.length > 0) return [...bad, salvation(db.name, readable(db.name), hasFolder)];
  if (version < MIGRATIONS.length) return [];
  const backups = hasFolder ? examineBackups(db) : [];
  return [...examineContent(db), ...examineTidiness(db), ...backups];
}
