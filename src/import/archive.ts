import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BadFile } from './records.ts';

/** Measured LinkedIn archives are 1 to 50 MB zipped. */
const MAX_FILE_BYTES = 100_000_000;
/** Unzipped; 46,000 messages take about 20 MB. */
const MAX_ENTRY_BYTES = 64_000_000;
/** Unzipped, over all files read. */
const MAX_TOTAL_BYTES = 160_000_000;
const MAX_ENTRIES = 10_000;

/** A folder or zip. Names are only compared, never written to. */
export interface Archive {
  /** Paths inside: "Jobs/Saved Jobs.csv". */
  names: string[];
  /** @throws BadFile if the file is too large or damaged */
  read: (name: string) => Uint8Array;
}

/**
 * Reads a file of at most `maxBytes`.
 * @throws BadFile if it's missing, a folder, empty or too large
 */
export function readBytes(path: string, maxBytes = MAX_FILE_BYTES): Uint8Array {
  const stats = statSync(path, { throwIfNoEntry: false });
  const name = basename(path);
  if (stats === undefined) throw new BadFile(`no such file: ${path}`, 'Check the path.');
  if (!stats.isFile()) throw new BadFile(`${name} isn't a file`, 'Give one file.');
  if (stats.size === 0) throw new BadFile(`${name} is empty`, 'Export or download it again.');
  checkSize(name, stats.size, maxBytes);
  return readFileSync(path);
}

/** A path, or the file's bytes. */
export type FileInput = string | Uint8Array;

/** Reads an input. `name` is for row references. @throws BadFile as `readBytes` does */
export function readInput(input: FileInput): { bytes: Uint8Array; name: string } {
  if (typeof input === 'string') return { bytes: readBytes(input), name: basename(input) };
  if (input.length === 0) throw new BadFile('the file is empty', 'Export or download it again.');
  return { bytes: input, name: 'line' };
}

function checkSize(name: string, size: number, maxBytes: number): void {
  if (size <= maxBytes) return;
  throw new BadFile(
    `${name} is larger than ${Math.round(maxBytes / 1_000_000)} MB`,
    'Split it, or check that this is the right file.',
  );
}

/** Opens a folder and its direct subfolders. */
export function openFolder(path: string): Archive {
  const names: string[] = [];
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isFile()) names.push(entry.name);
    else if (entry.isDirectory()) {
      for (const inner of readdirSync(join(path, entry.name), {
        withFileTypes: true,
      }))
        if (inner.isFile()) names.push(`${entry.name}/${inner.name}`);
    }
    if (names.length > MAX_ENTRIES) throw tooManyFiles(basename(path));
  }
  return { names, read: (name) => readBytes(join(path, name), MAX_ENTRY_BYTES) };
}

/** Checks for a zip signature. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9;
}

/**
 * Opens a zip in memory. A zip that contains only another zip is opened recursively.
 * @throws BadFile if it's damaged, truncated or has a path that leads outside
 */
export async function openZip(bytes: Uint8Array, name: string): Promise<Archive> {
  const { unzipSync } = await import('fflate');
  const { inflateRawSync } = await import('node:zlib');
  const damaged = (cause: unknown) =>
    new BadFile(`${name} is a damaged or incomplete zip`, 'Download it again.', {
      cause,
    });
  const sizes = new Map<string, number>();
  const places = new Map<string, number>();
  let entries = 0;
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        if (sizes.size >= MAX_ENTRIES) throw tooManyFiles(name);
        if (leadsOutside(entry.name))
          throw new BadFile(
            `${name} has a path that points outside it`,
            "LinkedIn doesn't write such files: don't trust it.",
          );
        sizes.set(entry.name, entry.originalSize);
        places.set(entry.name, entries++);
        return false;
      },
    });
  } catch (cause) {
    throw cause instanceof BadFile ? cause : damaged(cause);
  }
  // fflate would unpack all of an entry that's larger than it says.
  const unpack = (zip: Uint8Array, place: number, size: number): Uint8Array => {
    const { method, data } = locateEntry(zip, place);
    return method === 0 ? data : inflateRawSync(data, { maxOutputLength: size + 1 });
  };
  let total = 0;
  const read = (wanted: string): Uint8Array => {
    const size = sizes.get(wanted) ?? 0;
    checkSize(`${wanted} in ${name}`, size, MAX_ENTRY_BYTES);
    total += size;
    checkSize(`what ${name} unpacks to`, total, MAX_TOTAL_BYTES);
    let data: Uint8Array;
    try {
      data = unpack(bytes, places.get(wanted) ?? 0, size);
    } catch (cause) {
      throw damaged(cause);
    }
    if (data.length !== size)
      throw damaged(new Error(`${wanted}: ${data.length} of ${size} bytes`));
    return data;
  };
  const files = [...sizes.keys()].filter((entry) => !entry.endsWith('/'));
  const [only] = files;
  if (files.length === 1 && only !== undefined && /\.zip$/i.test(only)) {
    const inner = read(only);
    if (isZip(inner)) return openZip(inner, name);
  }
  return { names: files, read };
}

/**
 * Finds the packed bytes of the nth entry through the central directory (APPNOTE.TXT 4.3).
 * @throws RangeError if there's no such entry
 */
function locateEntry(zip: Uint8Array, nth: number): { method: number; data: Uint8Array } {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  let at = view.readUInt32LE(view.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  for (let index = 0; index < nth; index++)
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  const header = view.readUInt32LE(at + 42);
  const start = header + 30 + view.readUInt16LE(header + 26) + view.readUInt16LE(header + 28);
  const data = zip.subarray(start, start + view.readUInt32LE(at + 20));
  return { method: view.readUInt16LE(at + 10), data };
}

function leadsOutside(name: string): boolean {
  return /^([/\\]|[a-z]:)/i.test(name) || /(^|[/\\])\.\.([/\\]|$)/.test(name);
}

function tooManyFiles(name: string): BadFile {
  return new BadFile(
    `${name} has more than ${MAX_ENTRIES} files`,
    'Check that this is the right archive.',
  );
}
