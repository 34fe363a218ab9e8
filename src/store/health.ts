import { existsSync, lstatSync, statSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { listBackups } from './backup.ts';
import { readCopies } from './copies.ts';
import { damaged } from './failures.ts';
import { followLink, hasMarker } from './file.ts';
import { checkHeader, checkVersion, foreign } from './header.ts';
import type { Database } from './open.ts';
import { newestBackup } from './restore.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { connect, settle } from './sqlite.ts';
import { examineSurroundings } from './surroundings.ts';
import { badRows, schemaFlaws, structureFlaws } from './verify.ts';

/** Something that is wrong (`error`, `warning`) or could be better (`advice`), and the command that mends it. */
export interface Finding {
  severity: 'error' | 'warning' | 'advice';
  what: string;
  command: string | null;
}

/** So many findings of one kind are told of. */
const MOST = 20;
/** A backup older than this, with changes since, is worth a word: days. */
const STALE = 7;
/** The first SQLite without the WAL-reset bug: https://sqlite.org/wal.html */
const SOUND_SQLITE = [3, 51, 3];
/** What package.json asks for. */
const OLDEST_NODE = [20, 12, 0];

/** Looks at everything about a database and mends nothing. It is opened for reading alone where a log lies beside it. */
export function examine(path: string): Finding[] {
  const versions = examineVersions();
  const real = followLink(path);
  const stat = lstatSync(real, { throwIfNoEntry: false });
  if ((stat === undefined || stat.size === 0) && !hasMarker(real)) {
    const what = `nothing is recorded in ${path} yet`;
    return [...versions, { severity: 'advice', what, command: 'netcoach log' }];
  }
  const around = examineSurroundings(real);
  return [...examineFile(real), ...around, ...versions];
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

function examineVersions(): Finding[] {
  const isOlder = (version: string, least: readonly number[]) => {
    const parts = version.split('.').map(Number);
    const at = least.findIndex((part, index) => part !== parts[index]);
    return at !== -1 && (parts[at] ?? 0) < (least[at] ?? 0);
  };
  const found: Finding[] = [];
  const sqlite = sqliteVersion();
  if (isOlder(sqlite, SOUND_SQLITE)) {
    found.push({
      severity: 'error',
      what: `SQLite ${sqlite} may lose what several commands write at once`,
      command: 'npm install --global netcoach',
    });
  }
  if (isOlder(process.versions.node, OLDEST_NODE)) {
    found.push({
      severity: 'warning',
      what: `Node ${process.versions.node} is older than netcoach is made for`,
      command: `Install Node ${OLDEST_NODE.join('.')} or newer.`,
    });
  }
  return found;
}

function examineFile(real: string): Finding[] {
  if (!existsSync(real) || statSync(real).size === 0) {
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
      return db.transaction(() => examineDatabase(db)).deferred();
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
    } catch (error) {
      if (!String((error as { code?: string }).code).startsWith('SQLITE_')) throw error;
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
  return [...content(db), ...tidiness(db), ...backups(db)];
}

/** Rows that are not as they were written, and what the triggers keep. */
function content(db: Database): Finding[] {
  const found: Finding[] = badRows(db)
    .slice(0, MOST)
    .map(({ table, id }) => ({
      severity: 'error',
      what: `${table} ${id} is not as it was written: its checksum does not hold`,
      command: 'netcoach restore',
    }));
  const counted = db
    .prepare(`SELECT id FROM person LEFT JOIN (
        SELECT person_id, count(*) AS number, max(day) AS last FROM participant
        GROUP BY person_id) ON person_id = person.id
      WHERE interactions <> coalesce(number, 0) OR last_contact IS NOT last LIMIT ${MOST}`)
    .pluck()
    .all() as number[];
  const strayed = db
    .prepare(`SELECT interaction_id FROM participant JOIN interaction ON interaction.id = interaction_id
      WHERE participant.day <> interaction.day OR participant.kind <> interaction.kind LIMIT ${MOST}`)
    .pluck()
    .all() as number[];
  for (const id of strayed) {
    const what = `who took part in interaction ${id} does not fit it`;
    found.push({ severity: 'error', what, command: 'netcoach restore' });
  }
  for (const id of counted) {
    const what = `what is counted for person ${id} does not fit the log`;
    found.push({ severity: 'error', what, command: 'netcoach restore' });
  }
  return found;
}

/** What a person may want to tidy up. */
function tidiness(db: Database): Finding[] {
  const rows = <T>(sql: string) => db.prepare(sql).all() as T[];
  const alone = rows<{ id: number; title: string }>(`SELECT id, title FROM interaction
    WHERE id NOT IN (SELECT interaction_id FROM participant) LIMIT ${MOST}`);
  const twice = rows<{ a: number; b: number; name: string }>(`
    SELECT min(id) AS a, max(id) AS b, min(name) AS name FROM (
      SELECT id, name, substr(folded, 2, instr(substr(folded, 2), char(10)) - 1) AS same FROM person
      UNION ALL SELECT id, name, lower(email) FROM person WHERE email IS NOT NULL
      UNION ALL SELECT id, name, linkedin FROM person WHERE linkedin IS NOT NULL)
    GROUP BY same HAVING count(DISTINCT id) > 1 LIMIT ${MOST}`);
  const pairs = new Map(twice.map((one) => [`${one.a} ${one.b}`, one]));
  const found: Finding[] = [
    ...alone.map(
      ({ id, title }): Finding => ({
        severity: 'advice',
        what: `nobody took part in interaction ${id}, "${title}"`,
        command: `netcoach delete ${id}`,
      }),
    ),
    ...[...pairs.values()].map(
      ({ a, b, name }): Finding => ({
        severity: 'advice',
        what: `${name} may be there twice, as #${a} and #${b}`,
        command: `netcoach merge "#${b}" "#${a}"`,
      }),
    ),
  ];
  const pages = db.pragma('page_count', { simple: true }) as number;
  const free = db.pragma('freelist_count', { simple: true }) as number;
  // Half of a file that is larger than some ten megabytes.
  if (free > 1_250 && free > pages / 2) {
    const what = `${Math.round((free / pages) * 100)} % of the file is empty`;
    found.push({ severity: 'advice', what, command: 'netcoach backup && netcoach restore' });
  }
  return found;
}

function backups(db: Database): Finding[] {
  if (db.prepare('SELECT 1 FROM person LIMIT 1').get() === undefined) return [];
  const files = [...listBackups(db.name), ...readCopies(db)].filter((file) => existsSync(file));
  const newest = Math.max(0, ...files.map((file) => statSync(file).mtimeMs));
  const changed = db.prepare('SELECT max(at) FROM change').pluck().get() as string | null;
  const command = 'netcoach backup';
  if (newest === 0) return [{ severity: 'advice', what: 'there is no backup yet', command }];
  const days = changed === null ? 0 : Math.floor((Date.parse(changed) - newest) / 86_400_000);
  const what = `the newest backup is ${days} days older than the newest change`;
  return days > STALE ? [{ severity: 'advice', what, command }] : [];
}
