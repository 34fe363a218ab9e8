import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { abandonedPartFiles } from '../database/assemble.ts';
import { listBackups } from '../database/backup.ts';
import { backupTime, isAhead } from '../database/backup-date.ts';
import { flawIn, matchesDigest, readCopies } from '../database/copy.ts';
import { attemptOf } from '../database/daily-attempt.ts';
import { asFailure, damagedFile, whyUnwritable } from '../database/failures.ts';
import {
  backupFolder,
  followLink,
  isOpenToOthers,
  ownsFolder,
  sizeOf,
  wasHere,
} from '../database/file.ts';
import {
  checkHeader,
  checkVersion,
  foreignFile,
  hasDamagedLog,
  hasForeignWal,
} from '../database/header.ts';
import { chownCommand, isForeign, isOthers } from '../database/owner.ts';
import { isRestoreCandidate } from '../database/restore.ts';
import { APPLICATION_ID, MIGRATIONS } from '../database/schema.ts';
import { configure, connect, snapshot } from '../database/sqlite.ts';
import { contentFlaws, schemaFlaws, structureFlaws } from '../database/verify.ts';
import { Failure } from '../failure.ts';
import { listClashes } from '../store/clashes.ts';
import { findDuplicates } from '../store/duplicates.ts';
import { quoteForShell } from '../text/shell.ts';
import type { Finding } from './finding.ts';
import {
  absentWalFiles,
  countReadable,
  openForInspection,
  recoveryFinding,
  removeWalFiles,
} from './salvage.ts';

/** The first SQLite without the WAL-reset bug: https://sqlite.org/wal.html */
const SOUND_SQLITE = '3.51.3';
/** As in package.json. */
const OLDEST_NODE = '20.12.0';

/**
 * Checks a database, its folder and its backups; changes nothing.
 * @throws Failure `io` if the path isn't a readable file
 */
export function examine(path: string): Finding[] {
  const versions = examineVersions(sqliteVersion(), process.versions.node);
  try {
    const real = followLink(path);
    if (sizeOf(real) === 0 && !wasHere(real)) {
      return [...versions, nothingRecorded(path)];
    }
    const folder = examineFolder(real);
    const hasFolder = folder.length === 0;
    const owners = examineOwners(real, hasFolder);
    const around = [...examineSurroundings(real, hasFolder), ...versions];
    if (isOthers(real) && !isReadable(real)) return [...owners, ...folder, ...around];
    return [...examineFile(real, hasFolder), ...owners, ...folder, ...around];
  } catch (error) {
    throw asFailure(error, path);
  }
}

function nothingRecorded(path: string): Finding {
  const what = `nothing is recorded in ${path} yet`;
  return { severity: 'advice', what, command: 'netcoach log' };
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** The bundled SQLite's version. */
export function sqliteVersion(): string {
  const db = connect(':memory:');
  try {
    return db.prepare('SELECT sqlite_version()').pluck().get() as string;
  } finally {
    db.close();
  }
}

/** Warnings about an old SQLite or Node. */
export function examineVersions(sqlite: string, node: string): Finding[] {
  // Loads no locale data, unlike `localeCompare`.
  const key = (version: string) => version.replace(/\d+/g, (part) => part.padStart(5, '0'));
  const isOlder = (version: string, least: string) => key(version) < key(least);
  const found: Finding[] = [];
  if (isOlder(sqlite, SOUND_SQLITE)) {
    found.push({
      severity: 'error',
      what: `SQLite ${sqlite} may lose data when several commands write at once`,
      command: 'npm install --global netcoach',
    });
  }
  if (isOlder(node, OLDEST_NODE)) {
    found.push({
      severity: 'warning',
      what: `Node ${node} is too old for netcoach`,
      command: `Install Node ${OLDEST_NODE} or newer.`,
    });
  }
  return found;
}

/** @param hasFolder whether the private folder is readable */
function examineFile(real: string, hasFolder: boolean): Finding[] {
  if (sizeOf(real) === 0) {
    const state = existsSync(real) ? 'empty' : 'missing';
    return [
      { severity: 'error', what: `${real} is ${state}`, command: null },
      recoveryFinding(real, null, hasFolder),
    ];
  }
  const absentFiles = absentWalFiles(real);
  const why = whyUnwritable(real);
  const unwritable: Finding[] =
    why === null
      ? []
      : [
          {
            severity: 'warning',
            what: `${real} can't be written: ${why}`,
            command: null,
          },
        ];
  const what = `the log of ${real} is damaged: the last changes in it are lost`;
  const log: Finding[] = hasDamagedLog(real) ? [{ severity: 'error', what, command: null }] : [];
  try {
    if (!checkHeader(real) && hasForeignWal(real)) throw foreignFile(real);
    const db = openForInspection(real);
    try {
      configure(db);
      return [...unwritable, ...log, ...snapshot(db, () => examineDatabase(db, real, hasFolder))];
    } finally {
      db.close();
    }
  } catch (error) {
    return findingsFor(error, real, hasFolder, absentFiles);
  }
}

/**
 * Converts an error into findings.
 * @param absentFiles log files that opening it may have created
 */
function findingsFor(
  thrown: unknown,
  real: string,
  hasFolder: boolean,
  absentFiles: readonly string[],
): Finding[] {
  const error = asFailure(thrown, real);
  if (!(error instanceof Failure)) throw error;
  const { code, message: what } = error;
  if (code === 'newer-database') {
    const command = 'npm install --global netcoach@latest';
    const newer: Finding = { severity: 'error', what, command };
    const isOfOurFormat = hasNewestTables(real);
    removeWalFiles(real, absentFiles);
    return isOfOurFormat ? [newer, MISSTATED] : [newer];
  }
  if (what === foreignFile(real).message && !wasHere(real))
    return [{ severity: 'error', what, command: 'netcoach --db FILE doctor' }];
  // A failing or full disk says nothing about the file.
  if (code !== 'database') throw error;
  const hasLostMark = what === foreignFile(real).message;
  const found: Finding[] = [
    { severity: 'error', what: hasLostMark ? damagedFile(real).message : what, command: null },
  ];
  const rows = countReadable(real);
  removeWalFiles(real, absentFiles);
  return [...found, recoveryFinding(real, rows, hasFolder)];
}

/** Whether the tables of a file are those of our newest format, whatever its header says. */
function hasNewestTables(real: string): boolean {
  let db: Database | null = null;
  try {
    db = openForInspection(real);
    return schemaFlaws(db, MIGRATIONS, MIGRATIONS.length).length === 0;
  } catch {
    // Not readable, so not recognised.
    return false;
  } finally {
    db?.close();
  }
}

const MISSTATED: Finding = {
  severity: 'error',
  what: `its tables are those of format ${MIGRATIONS.length}: unless a newer netcoach was used, its header is damaged`,
  command: 'netcoach restore',
};

function examineDatabase(db: Database, real: string, hasFolder: boolean): Finding[] {
  const applicationId = db.pragma('application_id', { simple: true });
  const version = db.pragma('user_version', { simple: true }) as number;
  const objects = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  // A first run that was interrupted; the next command goes on.
  if (applicationId === 0 && version === 0 && objects === 0) return [nothingRecorded(real)];
  if (applicationId !== APPLICATION_ID) throw foreignFile(real);
  checkVersion(real, version);
  const flaws = [...structureFlaws(db), ...schemaFlaws(db)];
  const found: Finding[] = flaws.map((what) => ({
    severity: 'error',
    what,
    command: 'netcoach restore',
  }));
  if (found.length > 0) return [...found, recoveryFinding(real, countReadable(real), hasFolder)];
  if (version < MIGRATIONS.length) return [];
  const backups = hasFolder ? examineBackups(db, real) : [];
  return [...examineContent(db), ...examineTidiness(db), ...backups];
}

/** Days between the newest backup and the last change. */
const STALE_DAYS = 7;

/** Checks that the private folder is a folder and accessible. */
function examineFolder(path: string): Finding[] {
  const folder = backupFolder(path);
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined && !isLink) return [];
  const word = quoteForShell(folder);
  if (stat?.isDirectory() !== true) {
    const what =
      stat === undefined
        ? `${folder} is a link to a folder that isn't there`
        : `${folder} is a file, where backups belong`;
    return [{ severity: 'error', what, command: `mv ${word} ${quoteForShell(`${folder}.old`)}` }];
  }
  if (isForeign(folder, path)) {
    const what = `${folder} belongs to another user, so no backup is made in it`;
    return [{ severity: 'error', what, command: chownCommand([folder], '-R ') }];
  }
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    accessSync(folder, constants.W_OK);
    return [];
  } catch (error) {
    // Reported with the database, and no hindrance to reading.
    if ((error as NodeJS.ErrnoException).code === 'EROFS') return [];
    const what = `backups can't be made or read in ${folder}`;
    return [{ severity: 'error', what, command: `chmod 700 ${word}` }];
  }
}

/** Files that a run as another user, such as root, left behind. */
function examineOwners(path: string, hasFolder: boolean): Finding[] {
  const folder = backupFolder(path);
  const copies =
    hasFolder && existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const files = [path, `${path}-wal`, `${path}-shm`, ...copies].filter((file) =>
    isOthers(file, dirname(path)),
  );
  if (files.length === 0) return [];
  const what = `${files.length === 1 ? 'a file belongs' : `${files.length} files belong`} to another user: ${files.join(', ')}`;
  return [{ severity: 'error', what, command: chownCommand(files) }];
}

function examineBackups(db: Database, real: string): Finding[] {
  if (db.prepare('SELECT 1 FROM person LIMIT 1').get() === undefined) return [];
  const backups = listBackups(real);
  const command = 'netcoach backup';
  const times = [
    ...backups.map(backupTime),
    ...readCopies(db)
      .filter((file) => existsSync(file))
      .map((file) => statSync(file).mtimeMs),
  ];
  const found: Finding[] = [];
  if (attemptOf(real) === 'cut short')
    found.push({ severity: 'advice', what: "today's backup was cut short", command });
  if (times.length === 0)
    return [...found, { severity: 'advice', what: "there's no backup yet", command }];
  for (const file of backups.filter((one) => isAhead(backupTime(one))))
    found.push(dated(`${file} is dated in the future, so restore tries it last`));
  const [file] = backups.filter((one) => isRestoreCandidate(one) && !isForeign(one, real));
  const flaw = file === undefined || matchesDigest(file) ? null : flawIn(file);
  if (flaw !== null) {
    const what = `the newest backup, ${file}, doesn't pass its checks: ${flaw}`;
    found.push({ severity: 'warning', what, command });
  }
  const changed = db.prepare('SELECT max(at) FROM change').pluck().get() as string | null;
  const at = changed === null ? 0 : Date.parse(changed);
  if (isAhead(at))
    found.push(dated(`the newest change is dated in the future (${changed?.slice(0, 10)})`));
  const known = times.filter((time) => !isAhead(time));
  const days =
    known.length === 0 || isAhead(at) ? 0 : Math.floor((at - Math.max(...known)) / 86_400_000);
  const what = `the newest backup is ${days} days older than the newest change`;
  return days > STALE_DAYS ? [...found, { severity: 'advice', what, command }] : found;
}

function dated(what: string): Finding {
  return {
    severity: 'advice',
    what: `${what}: this machine's clock is wrong, or was wrong then`,
    command: 'date',
  };
}

/** By `f_type` of statfs(2); SQLite's locks may not work there. */
const NETWORK_FILE_SYSTEMS: Readonly<Record<number, string>> = {
  26985: 'NFS',
  4283649346: 'CIFS',
  4266872130: 'SMB',
  20859: 'SMB',
  1397113167: 'AFS',
  12805120: 'Ceph',
};
/** Services that copy files while they're in use. */
const SYNCED_FOLDER =
  /[/\\](Dropbox|OneDrive[^/\\]*|Google ?Drive|iCloud ?Drive|Mobile Documents|Nextcloud)[/\\]/i;

/** @param hasFolder whether the private folder is readable */
function examineSurroundings(path: string, hasFolder: boolean): Finding[] {
  const folder = backupFolder(path);
  const folders = hasFolder && existsSync(folder) ? [folder] : [];
  return [
    ...examineModes(path, folders),
    ...examinePartFiles([dirname(path), ...folders]),
    ...examineLocation(path),
  ];
}

function examineModes(path: string, folders: readonly string[]): Finding[] {
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const openToOthers = (file: string, mode: string): Finding[] =>
    isOpenToOthers(file)
      ? [
          {
            severity: 'warning',
            what: `other people on this machine can open ${file}`,
            command: `chmod ${mode} ${quoteForShell(file)}`,
          },
        ]
      : [];
  return [
    ...[path, `${path}-wal`, `${path}-shm`, ...files].flatMap((file) => openToOthers(file, '600')),
    ...folders.flatMap((folder) => openToOthers(folder, '700')),
    ...(ownsFolder(path) ? openToOthers(dirname(path), '700') : []),
  ];
}

function examinePartFiles(folders: readonly string[]): Finding[] {
  return folders.flatMap(abandonedPartFiles).map((file) => ({
    severity: 'advice',
    what: `there's an unfinished copy: ${file}`,
    command: `rm ${quoteForShell(file)}`,
  }));
}

function examineLocation(path: string): Finding[] {
  const kind =
    process.platform === 'linux'
      ? NETWORK_FILE_SYSTEMS[statfsSync(dirname(path)).type >>> 0]
      : undefined;
  const where =
    kind !== undefined
      ? `a network folder (${kind})`
      : SYNCED_FOLDER.test(path)
        ? 'a synchronised folder'
        : null;
  if (where === null || lstatSync(path, { throwIfNoEntry: false }) === undefined) return [];
  return [
    {
      severity: 'warning',
      what: `the database is in ${where}, where a file in use can be damaged`,
      command:
        "netcoach --db FILE on one of this machine's own disks; backups can stay there: netcoach backup FILE",
    },
  ];
}

/** For each kind of check. */
const MAX_FINDINGS = 20;

function examineContent(db: Database): Finding[] {
  return contentFlaws(db, MAX_FINDINGS).map((what) => ({
    severity: 'error',
    what,
    command: 'netcoach restore',
  }));
}

function examineTidiness(db: Database): Finding[] {
  const rows = <T>(sql: string) => db.prepare(sql).all() as T[];
  const withoutPeople = rows<{ id: number; title: string }>(`SELECT id, title FROM interaction
    WHERE id NOT IN (SELECT interaction_id FROM participant) LIMIT ${MAX_FINDINGS}`);
  const duplicates = findDuplicates(db).slice(0, MAX_FINDINGS);
  const found: Finding[] = [
    ...withoutPeople.map(
      ({ id, title }): Finding => ({
        severity: 'advice',
        what: `no one took part in log entry ${id}, "${title}"`,
        command: `netcoach delete ${id}`,
      }),
    ),
    ...duplicates.map(
      ({ people: [one, other] }): Finding => ({
        severity: 'advice',
        what: `${one.name} may be in the log twice, as #${one.id} and #${other.id}`,
        command: `netcoach merge "#${other.id}" "#${one.id}"`,
      }),
    ),
  ];
  found.push(
    ...listClashes(db).map(({ id, subject, field, lost }): Finding => {
      const whose = subject === null ? 'your profile' : `"${subject}"`;
      return {
        severity: 'advice',
        what: `two machines changed ${whose} (${field}), and this version was lost: ${lost}`,
        command: `netcoach sync --dismiss ${id}`,
      };
    }),
  );
  const pages = db.pragma('page_count', { simple: true }) as number;
  const free = db.pragma('freelist_count', { simple: true }) as number;
  // More than 5 MB (4 KiB pages), and more than half of the file.
  if (free > 1_250 && free > pages / 2) {
    const what = `${Math.round((free / pages) * 100)}% of the file is empty`;
    found.push({ severity: 'advice', what, command: 'netcoach backup && netcoach restore' });
  }
  return found;
}
