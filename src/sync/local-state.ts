/** What this machine keeps for `sync`, in the database's private folder: its key, its name, what was last synced. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../database/assemble.ts';
import { newBackupPath } from '../database/backup.ts';
import { backupFolder } from '../database/file.ts';
import { machineFile } from '../database/synced.ts';
import type { Header } from './seal.ts';

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

/** What was last synced. */
export interface State {
  /** As the database has it; another one means that the database was restored since. */
  id: string;
  /** Other machines' files that are in it. */
  seen: Array<{ digest: string; header: Header }>;
  /** A digest of the key that opened them. */
  key: string;
  /** Uids of the forgotten that it's free of. */
  forgotten: string[];
  update: Uint8Array;
}

const keyFile = (path: string) => join(backupFolder(path), 'sync-key');
const STATE = /^sync-state-(\w+)$/;
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
  const text = `# netcoach sync: whoever has this can read your log. It goes to your other machines, by hand.\n${key}\n`;
  writePrivate(path, keyFile(path), text);
  return keyFile(path);
}

/** Whether a database was ever synced. */
export function isShared(path: string): boolean {
  return existsSync(machineFile(path)) && existsSync(keyFile(path));
}

/** What was last synced; null if nothing was, or not with this database. */
export function readState(path: string, id: string): State | null {
  const file = stateFile(path, id);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const end = bytes.indexOf('\n');
  try {
    const head = JSON.parse(bytes.subarray(0, end).toString('utf8')) as Omit<State, 'update'> & {
      size: number;
    };
    const update = bytes.subarray(end + 1);
    const { seen, key, forgotten, size } = head;
    return update.length === size ? { id, seen, key, forgotten, update } : null;
  } catch (error) {
    // Damaged: what other machines have tells.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Keeps what was synced; the database decides by its id whether it counts. */
export function writeState(path: string, { update, ...state }: State): void {
  const head = Buffer.from(`${JSON.stringify({ ...state, size: update.length })}\n`);
  writePrivate(path, stateFile(path, state.id), Buffer.concat([head, update]));
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

function writePrivate(path: string, file: string, content: string | Buffer): void {
  // Makes the folder, and tidies it.
  newBackupPath(path, 'manual');
  writeAtomically(file, (part) => writeFileSync(part, content));
}
