/** What this machine keeps for `sync`, in the database's private folder: its key, its name, what was last synced. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../database/assemble.ts';
import { newBackupPath } from '../database/backup.ts';
import { backupFolder } from '../database/file.ts';
import { machineFile } from '../database/synced.ts';
import type { Header } from './seal.ts';

/** The digest of bytes. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** This machine. */
export interface Machine {
  /** A random name. */
  id: string;
  /** What its owner calls it: the host's name. */
  name: string;
  /** The absolute path of the folder last synced with. */
  folder: string;
  /** The name of its file there. */
  file: string;
  /** What it last wrote there: the file's digest, the state, and a digest of the key. */
  written: { digest: string; state: string; key: string } | null;
}

/** What was last synced, but for the document itself. */
export interface State {
  /** As the database has it; another one means that the database was restored since. */
  id: string;
  /** Other machines' files that are in it. */
  seen: Array<{ digest: string; header: Header }>;
  /** A digest of the key that opened them. */
  key: string;
  /** Uids of the forgotten that it's free of. */
  forgotten: string[];
  /** Of the encoded document, which is in a file beside. */
  document: string;
}

const keyFile = (path: string) => join(backupFolder(path), 'sync-key');
const STATE = /^sync-state-(\w+)(?:\.json)?$/;
const stateFile = (path: string, id: string) => join(backupFolder(path), `sync-state-${id}`);

/** This machine; null before its first sync. */
export function readMachine(path: string): Machine | null {
  if (!existsSync(machineFile(path))) return null;
  try {
    return JSON.parse(readFileSync(machineFile(path), 'utf8')) as Machine;
  } catch (error) {
    // Damaged: it begins anew.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Keeps what is said of this machine. */
export function writeMachine(path: string, machine: Machine): void {
  writePrivate(path, machineFile(path), `${JSON.stringify(machine)}\n`);
}

/** The key's file and text; null if there's none. */
export function readKey(path: string): { file: string; text: string } | null {
  const file = keyFile(path);
  return existsSync(file) ? { file, text: readFileSync(file, 'utf8') } : null;
}

/** Keeps a key. @returns the file */
export function writeKey(path: string, key: string): string {
  const text = `# netcoach sync: whoever has this can read your log. Carry it to your other machines by hand.\n${key}\n`;
  writePrivate(path, keyFile(path), text);
  return keyFile(path);
}

/** Whether a database was ever synced. */
export function isShared(path: string): boolean {
  return existsSync(machineFile(path)) && existsSync(keyFile(path));
}

/** What was last synced; null if nothing was, or not with this database. */
export function readState(path: string, id: string): State | null {
  const file = `${stateFile(path, id)}.json`;
  if (!existsSync(file)) return null;
  try {
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as State), id };
  } catch (error) {
    // Damaged: what other machines have tells.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The encoded document of a state; null if it's gone or damaged. */
export function readDocument(path: string, { id, document }: State): Buffer | null {
  const file = stateFile(path, id);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  return digestOf(bytes) === document ? bytes : null;
}

/**
 * Keeps what was synced; the database decides by its id whether it counts.
 * @param document null if it's there already
 */
export function writeState(path: string, state: State, document: Uint8Array | null): void {
  if (document !== null) writePrivate(path, stateFile(path, state.id), document);
  writePrivate(path, `${stateFile(path, state.id)}.json`, `${JSON.stringify(state)}\n`);
}

/** Deletes all states but one. */
export function dropOtherStates(path: string, kept: string | null): void {
  const folder = backupFolder(path);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const id = STATE.exec(name)?.[1];
    if (id !== undefined && id !== kept) rmSync(join(folder, name), { force: true });
  }
}

function writePrivate(path: string, file: string, content: string | Uint8Array): void {
  // Makes the folder, and tidies it.
  newBackupPath(path, 'manual');
  writeAtomically(file, (part) => writeFileSync(part, content));
}
