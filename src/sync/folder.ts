/** The folder that some other program carries from machine to machine: each machine writes one file in it. */
import { lstatSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partFilesOf, writeAtomically } from '../database/assemble.ts';
import { describeFileError, Failure } from '../failure.ts';
import { digestOf } from './local-state.ts';
import { type Opened, Unusable, unseal } from './seal.ts';

/** How files of machines end. */
export const ENDING = '.netcoach';
/** Bytes; a larger file is nobody's log. */
const MAX_FILE = 1 << 30;

/** A file of a machine. */
export interface MachineFile extends Opened {
  file: string;
  digest: string;
}

/** A file that is left alone, and why; `why` follows its name. */
export interface LeftAlone {
  file: string;
  why: string;
  isLocked: boolean;
}

/**
 * Checks that a folder is there.
 * @throws Failure `io` or `usage`
 */
export function checkFolder(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new Failure(
      'io',
      `there's no folder ${folder}`,
      'Create it, or check that the disk is connected.',
    );
  if (!stat.isDirectory())
    throw new Failure('usage', `${folder} isn't a folder`, 'Give the folder: netcoach sync FOLDER');
}

/** Names of the machines' files in a folder. */
export function machineFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
    .sort();
}

/** Bytes of a file and their digest; null if it's gone, or isn't a plain file. */
export function readBytes(file: string): { bytes: Buffer; digest: string } | null {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size > MAX_FILE) return null;
  const bytes = readFileSync(file);
  return { bytes, digest: digestOf(bytes) };
}

/**
 * Reads the files of a folder that this key opens.
 * @param isSkipped whether a file, of this name and digest, needn't be opened
 */
export async function readFolder(
  folder: string,
  key: string,
  isSkipped: (name: string, digest: string) => boolean,
): Promise<{ files: MachineFile[]; leftAlone: LeftAlone[] }> {
  const files: MachineFile[] = [];
  const leftAlone: LeftAlone[] = [];
  for (const file of machineFiles(folder)) {
    try {
      const found = readBytes(join(folder, file));
      if (found === null) throw new Unusable("isn't a plain file");
      if (isSkipped(file, found.digest)) continue;
      files.push({ file, digest: found.digest, ...(await unseal(key, found.bytes)) });
    } catch (error) {
      const reason = describeFileError(String((error as NodeJS.ErrnoException).code ?? ''));
      if (!(error instanceof Unusable) && reason === null) throw error;
      const why = reason ?? (error as Error).message;
      leftAlone.push({ file, why, isLocked: error instanceof Unusable && error.isLocked });
    }
  }
  return { files, leftAlone };
}

/** Writes this machine's file, whole or not at all. */
export function writeFile(folder: string, file: string, bytes: Uint8Array): void {
  // Of a sync that was cut short: no other runs now.
  for (const part of partFilesOf(join(folder, file))) rmSync(part, { force: true });
  writeAtomically(join(folder, file), (part) => writeFileSync(part, bytes));
}
