import { accessSync, chownSync, constants, lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { quoteForShell } from '../text/shell.ts';

/**
 * Whether a file belongs to another user; never for root, a missing file or on Windows.
 * @param peers whose owner counts as the user: on some disks one owner has everything
 */
export function isOthers(path: string, ...peers: readonly string[]): boolean {
  const owner = ownerOf(path);
  const uid = process.geteuid?.();
  if (uid === undefined || uid === 0 || owner === undefined || owner === uid) return false;
  return !peers.some((peer) => ownerOf(peer) === owner);
}

function ownerOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.uid;
}

/** Whether a file beside a database belongs neither to the user nor to the database's owner. */
export function isForeign(file: string, database: string): boolean {
  return isOthers(file, database, dirname(database));
}

/** Whether a file belongs to another user, who doesn't let this one write it. */
export function isClosed(file: string): boolean {
  if (!isOthers(file)) return false;
  try {
    accessSync(file, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** What root creates belongs to the owner of the files around it, who couldn't open it otherwise. */
export function giveToOwnerOf(like: string, file: string): void {
  if (process.geteuid?.() !== 0) return;
  const { uid, gid } = statSync(like);
  if (uid !== 0) chownSync(file, uid, gid);
}

/** The command that makes files the user's own. */
export function chownCommand(files: readonly string[], flag = ''): string {
  return `sudo chown ${flag}"$(id -u)" ${files.map(quoteForShell).join(' ')}`;
}
