import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { Failure } from '../failure.ts';
import { damagedFile, damagedHeader } from './failures.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { readLog } from './wal.ts';

/** Header of a SQLite file: https://sqlite.org/fileformat2.html, section 1.3. */
export interface Header {
  /** Actual file size in bytes. */
  size: number;
  isSqlite: boolean;
  /** Whether it's all zeros. */
  isBlank: boolean;
  isWal: boolean;
  applicationId: number;
  version: number;
  /** File size according to the header, in bytes: 0 if not stated, too low for 64 KiB pages. */
  statedSize: number;
  /** The first byte that no database of ours has so, by its offset; null if there's none. */
  flaw: number | null;
}

/** What our files have at these offsets: reserved space, payload fractions, no vacuum by itself, format 4, UTF-8. */
const FIXED: ReadonlyArray<readonly [offset: number, bytes: readonly number[]]> = [
  [20, [0, 64, 32, 32]],
  [44, [0, 0, 0, 4]],
  [52, [0, 0, 0, 0]],
  [56, [0, 0, 0, 1]],
  [64, [0, 0, 0, 0]],
];

/** Such a byte would make SQLite refuse the file, take it for read-only, or read its pages wrongly. */
function flawIn(bytes: Buffer): number | null {
  const [pageSize, write, read] = [bytes.readUInt16BE(16), bytes[18], bytes[19]];
  if (pageSize !== 1 && (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0)) return 16;
  // 1: rollback journal, 2: write-ahead log.
  if (read !== 1 && read !== 2) return 19;
  if (write !== read) return 18;
  for (const [offset, fixed] of FIXED)
    for (const [i, byte] of fixed.entries()) if (bytes[offset + i] !== byte) return offset + i;
  return null;
}

/** Reads the header without SQLite, which may write to a file that it opens. */
export function readHeader(path: string): Header {
  const file = openSync(path, 'r');
  try {
    // Size first: a new database grows only after its header is written.
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(100);
    const isWhole = readSync(file, bytes, 0, 100, 0) === 100;
    const hasValidSize = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
    return {
      size,
      isSqlite: isWhole && bytes.toString('latin1', 0, 16) === 'SQLite format 3\0',
      isBlank: bytes.every((byte) => byte === 0),
      isWal: bytes[18] === 2,
      applicationId: bytes.readUInt32BE(68),
      version: bytes.readUInt32BE(60),
      statedSize: hasValidSize ? bytes.readUInt16BE(16) * bytes.readUInt32BE(28) : 0,
      flaw: flawIn(bytes),
    };
  } finally {
    closeSync(file);
  }
}

/**
 * Rejects a foreign file before SQLite opens it; accepts an empty one.
 * @returns false if only SQLite can tell
 * @throws Failure `database` or `newer-database`
 */
export function checkHeader(path: string, newest = MIGRATIONS.length): boolean {
  const header = readHeader(path);
  if (header.size === 0) return true;
  // A power cut on creation: SQLite rolls back from its journal.
  if (header.isBlank && existsSync(`${path}-journal`)) return true;
  if (!header.isSqlite) throw damagedFile(path);
  const { applicationId, version, flaw } = header;
  const wal = `${path}-wal`;
  const hasWal = existsSync(wal);
  if (applicationId === APPLICATION_ID) {
    if (flaw !== null) throw damagedHeader(path, flaw);
    checkVersion(path, version, newest);
    if (!hasWal && header.size < header.statedSize && isTruncated(path)) throw damagedFile(path);
    return true;
  }
  // Another process is creating it, or SQLite will find it empty.
  if (applicationId === 0 && version === 0 && header.size <= 4096) return false;
  if (applicationId === 0 && hasWal && isOurWal(wal)) return true;
  throw foreignFile(path);
}

/** Reads again: another process may have grown or shrunk the file. */
function isTruncated(path: string): boolean {
  const { statedSize } = readHeader(path);
  return statSync(path).size < statedSize && !existsSync(`${path}-wal`);
}

/** @throws Failure `newer-database` */
export function checkVersion(path: string, version: number, newest = MIGRATIONS.length): void {
  if (version <= newest) return;
  throw new Failure(
    'newer-database',
    `${path} was written by a newer netcoach (format ${version}; this one knows ${newest})`,
    'Nothing was changed. Install the newest netcoach, or if you have it: netcoach doctor',
  );
}

/** Failure for a file that another program wrote. */
export function foreignFile(path: string): Failure {
  return new Failure(
    'database',
    `${path} belongs to another program`,
    "Nothing was changed. Give netcoach's own file with --db.",
  );
}

/** Whether there's a write-ahead log that another program wrote. */
export function hasForeignWal(path: string): boolean {
  const wal = `${path}-wal`;
  if ((statSync(wal, { throwIfNoEntry: false })?.size ?? 0) === 0) return false;
  // A first run that was interrupted has committed nothing yet.
  return !isOurWal(wal) && (readLog(readFileSync(wal))?.size ?? 0) > 0;
}

/** Whether the log is damaged before its end, so that SQLite drops what was written after that. */
export function hasDamagedLog(path: string): boolean {
  const wal = `${path}-wal`;
  if ((statSync(wal, { throwIfNoEntry: false })?.size ?? 0) === 0) return false;
  return (readLog(readFileSync(wal))?.lostCommits ?? 0) > 0;
}

/** After a power cut in the first checkpoint, only page 1 in the log has our id. */
function isOurWal(wal: string): boolean {
  const bytes = readFileSync(wal);
  if (bytes.length < 32) return false;
  const page = bytes.readUInt32BE(8);
  for (let at = 32; at + 24 + 72 <= bytes.length && page > 0; at += 24 + page) {
    if (bytes.readUInt32BE(at) === 1 && bytes.readUInt32BE(at + 24 + 68) === APPLICATION_ID)
      return true;
  }
  return false;
}
