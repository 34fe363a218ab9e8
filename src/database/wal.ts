/*
 * SQLite's write-ahead log: https://sqlite.org/walformat.html. A header of 32 bytes, then frames: 24
 * bytes and a page. Checksums run on from the header; a frame with the size of the database commits.
 */

const HEADER = 32;
const FRAME_HEADER = 24;
const LITTLE_ENDIAN = 0x377f0682;
const BIG_ENDIAN = 0x377f0683;

/** What SQLite would read from a log. */
export interface Log {
  pageSize: number;
  /** The offset of each committed page's newest bytes in the log, by page number. */
  pages: Map<number, number>;
  /** Pages of the database after the last commit. */
  size: number;
  /** Commits after a damaged frame, at the least one change, which SQLite drops without an error. */
  lostCommits: number;
}

/** Reads a log; null if it has no valid header, so that SQLite ignores it. */
export function readLog(bytes: Buffer): Log | null {
  if (bytes.length < HEADER) return null;
  const magic = bytes.readUInt32BE(0);
  if (magic !== LITTLE_ENDIAN && magic !== BIG_ENDIAN) return null;
  const isLittle = magic === LITTLE_ENDIAN;
  const pageSize = bytes.readUInt32BE(8);
  let sums = checksum(bytes, 0, 24, isLittle, [0, 0]);
  if (pageSize < 512 || !matches(bytes, 24, sums)) return null;
  const log: Log = { pageSize, pages: new Map(), size: 0, lostCommits: 0 };
  let pending = new Map<number, number>();
  let isBroken = false;
  let wasBroken = false;
  const step = FRAME_HEADER + pageSize;
  for (let at = HEADER; at + step <= bytes.length; at += step) {
    // Frames of an earlier round have another salt.
    if (bytes.compare(bytes, 16, 24, at + 8, at + 16) !== 0) break;
    const committedSize = bytes.readUInt32BE(at + 4);
    if (!isBroken) {
      sums = checksum(bytes, at, at + 8, isLittle, sums);
      sums = checksum(bytes, at + FRAME_HEADER, at + step, isLittle, sums);
      isBroken = !matches(bytes, at + 16, sums);
    }
    // The last frame may be of a change that was cut short; what follows a damaged one is not.
    if (isBroken) {
      if (wasBroken && committedSize > 0) log.lostCommits++;
      wasBroken = true;
      continue;
    }
    pending.set(bytes.readUInt32BE(at), at + FRAME_HEADER);
    if (committedSize === 0) continue;
    for (const [page, offset] of pending) log.pages.set(page, offset);
    log.size = committedSize;
    pending = new Map();
  }
  return log;
}

/** A database with its log applied, as SQLite opens it from memory: not in WAL mode. */
export function withLogApplied(file: Buffer, logBytes: Buffer): Buffer {
  const log = readLog(logBytes);
  const hasCommits = log !== null && log.size > 0;
  const bytes = hasCommits ? Buffer.alloc(log.size * log.pageSize) : Buffer.from(file);
  if (hasCommits) {
    file.copy(bytes);
    for (const [page, offset] of log.pages) {
      if (page <= log.size)
        logBytes.copy(bytes, (page - 1) * log.pageSize, offset, offset + log.pageSize);
    }
  }
  // Read and write version 1: rollback journal.
  bytes.fill(1, 18, 20);
  return bytes;
}

type Sums = readonly [number, number];

function checksum(bytes: Buffer, from: number, to: number, isLittle: boolean, start: Sums): Sums {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [a, b] = start;
  for (let at = from; at < to; at += 8) {
    a = (a + view.getUint32(at, isLittle) + b) >>> 0;
    b = (b + view.getUint32(at + 4, isLittle) + a) >>> 0;
  }
  return [a, b];
}

function matches(bytes: Buffer, at: number, [a, b]: Sums): boolean {
  return bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b;
}
