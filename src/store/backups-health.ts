import { accessSync, constants, existsSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { shellWord } from '../text/shell.ts';
import { listBackups } from './backup.ts';
import { readCopies } from './copies.ts';
import { flawIn } from './copy.ts';
import { isAsRecorded } from './digests.ts';
import { backupFolder } from './file.ts';
import type { Finding } from './health.ts';
import { isChosen } from './restore.ts';

/** A backup older than this, with changes since, is worth a word: days. */
const STALE = 7;

/** What is wrong with the private folder itself: then there is no looking into it. */
export function examineFolder(path: string): Finding[] {
  const folder = backupFolder(path);
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  const word = shellWord(folder);
  if (!stat.isDirectory()) {
    const what = `${folder} is a file, where backups belong`;
    return [{ severity: 'error', what, command: `mv ${word} ${shellWord(`${folder}.old`)}` }];
  }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return [];
  } catch {
    const what = `no backup can be made or read in ${folder}`;
    const isMine = process.getuid?.() === stat.uid;
    const command = isMine ? `chmod 700 ${word}` : `sudo chown -R "$(id -u)" ${word}`;
    return [{ severity: 'error', what, command }];
  }
}

/** Whether there is a backup, how old, and whether the newest passes its checks. */
export function examineBackups(db: Database): Finding[] {
  if (db.prepare('SELECT 1 FROM person LIMIT 1').get() === undefined) return [];
  const own = listBackups(db.name);
  const command = 'netcoach backup';
  const newest = Math.max(
    0,
    ...[...own, ...readCopies(db)]
      .filter((file) => existsSync(file))
      .map((file) => statSync(file).mtimeMs),
  );
  if (newest === 0) return [{ severity: 'advice', what: 'there is no backup yet', command }];
  const found: Finding[] = [];
  const [file] = own.filter(isChosen);
  const flaw = file === undefined || isAsRecorded(file) ? null : flawIn(file);
  if (flaw !== null) {
    const what = `the newest backup, ${file}, does not pass its checks: ${flaw}`;
    found.push({ severity: 'warning', what, command });
  }
  const changed = db.prepare('SELECT max(at) FROM change').pluck().get() as string | null;
  const days = changed === null ? 0 : Math.floor((Date.parse(changed) - newest) / 86_400_000);
  const what = `the newest backup is ${days} days older than the newest change`;
  return days > STALE ? [...found, { severity: 'advice', what, command }] : found;
}
