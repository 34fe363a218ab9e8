import { existsSync, lstatSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { examineBackups, examineContent, examineTidiness } from './content.ts';
import { asFailure, damaged } from './failures.ts';
import { followLink, hasMarker, sizeOf } from './file.ts';
import { checkHeader, checkVersion, foreign } from './header.ts';
import type { Database } from './open.ts';
import { newestBackup } from './restore.ts';
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
    const around = examineSurroundings(real);
    return [...examineFile(real), ...around, ...versions];
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
  const isOlder = (version: string, least: string) =>
    version.localeCompare(least, 'en', { numeric: true }) < 0;
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

function examineFile(real: string): Finding[] {
  if (sizeOf(real) === 0) {
    const state = existsSync(real) ? 'empty' : 'missing';
    return [
      { severity: 'error', what: `${real} is ${state}`, command: null },
      salvation(real, null),
    ];
  }
  try {
    checkHeader(real);
    const hasLog = (lstatSync(`${real}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    const db = connect(real, { readonly: hasLog });
    try {
      settle(db);
      return snapshot(db, () => examineDatabase(db));
    } finally {
      db.close();
    }
  } catch (error) {
    return explain(error, real);
  }
}

/** Turns what a file refused into a finding. */
function explain(error: unknown, real: string): Finding[] {
  const code = String((error as { code?: string }).code);
  const what = (error as Error).message;
  if (code === 'newer-database')
    return [{ severity: 'error', what, command: 'npm install --global netcoach@latest' }];
  if (error instanceof Failure && what === foreign(real).message && !hasMarker(real))
    return [{ severity: 'error', what, command: 'netcoach --db FILE doctor' }];
  if (error instanceof Failure || /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) {
    const found: Finding[] = [{ severity: 'error', what: damaged(real).message, command: null }];
    return [...found, salvation(real, readable(real))];
  }
  throw error;
}

/** What can be saved, and how. */
function salvation(real: string, left: { people: number; interactions: number } | null): Finding {
  const backup = newestBackup(real);
  const file =
    left === null
      ? ''
      : `${left.people} people and ${left.interactions} interactions can still be read in the file itself; `;
  return backup === null
    ? {
        severity: 'error',
        what: `${file}there is no good backup`,
        command: 'netcoach restore FILE',
      }
    : {
        severity: 'error',
        what: `${file}the newest good backup is of ${backup.at.slice(0, 16).replace('T', ' ')} UTC; a restore keeps the damaged file aside`,
        command: 'netcoach restore',
      };
}

/** How many rows a damaged file still gives, up to the damage. */
function readable(real: string): { people: number; interactions: number } {
  const count = (table: string): number => {
    let rows = 0;
    const db = connect(real, { readonly: true });
    try {
      for (const _ of db.prepare(`SELECT * FROM ${table} NOT INDEXED`).iterate()) rows++;
    } catch {
      // This is where the damage begins.
    } finally {
      db.close();
    }
    return rows;
  };
  return { people: count('person'), interactions: count('interaction') };
}

function examineDatabase(db: Database): Finding[] {
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
  if (bad.length > 0) return [...bad, salvation(db.name, readable(db.name))];
  if (version < MIGRATIONS.length) return [];
  return [...examineContent(db), ...examineTidiness(db), ...examineBackups(db)];
}
