import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BadFile } from './records.ts';

/** Measured archives take 1 to 50 MB packed. */
const LARGEST_FILE = 100_000_000;
/** The largest table of an archive, unpacked; 46,000 messages take about 20 MB. */
const LARGEST_ENTRY = 64_000_000;
/** All that is wanted of one archive, unpacked. */
const LARGEST_TOTAL = 160_000_000;
const MOST_ENTRIES = 10_000;

/** Files by name, wherever they lie. Names are only compared, never used as paths outside. */
export interface Archive {
  /** Full names inside: "Jobs/Saved Jobs.csv". */
  names: string[];
  /** The bytes of one of them. @throws BadFile where it is too large or damaged */
  read: (name: string) => Uint8Array;
}

/**
 * The bytes of a plain file.
 * @throws BadFile where it is missing, a folder, empty or larger than `largest` bytes
 */
export function readBytes(path: string, largest = LARGEST_FILE): Uint8Array {
  const found = statSync(path, { throwIfNoEntry: false });
  const name = basename(path);
  if (found === undefined) throw new BadFile(`there is no file ${path}`, 'Check the path.');
  if (!found.isFile()) throw new BadFile(`${name} is not a plain file`, 'Name one file.');
  if (found.size === 0) throw new BadFile(`${name} is empty`, 'Export or download it again.');
  checkSize(name, found.size, largest);
  return readFileSync(path);
}

/** A file to read: its path, or its bytes. */
export type Input = string | Uint8Array;

/** The bytes of an input, and the name by which its rows are told. @throws BadFile as `readBytes` does */
export function loadInput(input: Input): { bytes: Uint8Array; name: string } {
  if (typeof input === 'string') return { bytes: readBytes(input), name: basename(input) };
  if (input.length === 0) throw new BadFile('the file is empty', 'Export or download it again.');
  return { bytes: input, name: 'line' };
}

function checkSize(name: string, size: number, largest: number): void {
  if (size <= largest) return;
  throw new BadFile(
    `${name} is larger than ${Math.round(largest / 1_000_000)} MB`,
    'Split it, or check that this is the file you meant.',
  );
}

/** A folder as an archive: its files, and those of the folders in it. */
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
    if (names.length > MOST_ENTRIES) throw tooMany(basename(path));
  }
  return { names, read: (name) => readBytes(join(path, name), LARGEST_ENTRY) };
}

/** Whether bytes begin as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9;
}

/**
 * A zip in memory; nothing is ever written to disk. A zip that holds but one other zip is opened through.
 * @throws BadFile where it is damaged, cut off or names a path outside itself
 */
export async function openZip(bytes: Uint8Array, name: string): Promise<Archive> {
  const { unzipSync } = await import('fflate');
  const broken = (cause: unknown) =>
    new BadFile(`${name} is a damaged or cut-off zip`, 'Download it again.', {
      cause,
    });
  const sizes = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        if (sizes.size >= MOST_ENTRIES) throw tooMany(name);
        if (isOutside(entry.name))
          throw new BadFile(
            `${name} holds a path that leads out of it`,
            'LinkedIn writes no such file; do not trust it.',
          );
        sizes.set(entry.name, entry.originalSize);
        return false;
      },
    });
  } catch (cause) {
    throw cause instanceof BadFile ? cause : broken(cause);
  }
  let total = 0;
  const read = (wanted: string): Uint8Array => {
    const size = sizes.get(wanted) ?? 0;
    checkSize(`${wanted} in ${name}`, size, LARGEST_ENTRY);
    total += size;
    checkSize(`what ${name} unpacks to`, total, LARGEST_TOTAL);
    let data: Uint8Array | undefined;
    try {
      data = unzipSync(bytes, { filter: (entry) => entry.name === wanted })[wanted];
    } catch (cause) {
      throw broken(cause);
    }
    if (data?.length !== size)
      throw broken(new Error(`${wanted}: ${data?.length} of ${size} bytes`));
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

/** Whether an entry's name climbs out: absolute, with a drive, or through "..". */
function isOutside(name: string): boolean {
  return /^([/\\]|[a-z]:)/i.test(name) || /(^|[/\\])\.\.([/\\]|$)/.test(name);
}

function tooMany(name: string): BadFile {
  return new BadFile(
    `${name} holds more than ${MOST_ENTRIES} files`,
    'Check that this is the archive you meant.',
  );
}
