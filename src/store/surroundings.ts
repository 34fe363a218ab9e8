import { existsSync, lstatSync, readdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shellWord } from '../text/shell.ts';
import { backupFolder, hasOwnFolder, isOpenToOthers } from './file.ts';
import type { Finding } from './health.ts';
import { leftParts } from './parts.ts';

/** Kinds of file system that lie on another machine, by their number in statfs(2), where SQLite's locks may not hold. */
const REMOTE: Readonly<Record<number, string>> = {
  26985: 'NFS',
  4283649346: 'CIFS',
  4266872130: 'SMB',
  20859: 'SMB',
  1397113167: 'AFS',
  12805120: 'Ceph',
};
/** Folders that a service copies elsewhere while the files are in use. */
const SYNCED =
  /[/\\](Dropbox|OneDrive[^/\\]*|Google ?Drive|iCloud ?Drive|Mobile Documents|Nextcloud)[/\\]/i;

/**
 * What is wrong around the file: modes, the file system, what unfinished runs left.
 * @param hasFolder whether the private folder can be looked into
 */
export function examineSurroundings(path: string, hasFolder: boolean): Finding[] {
  const folder = backupFolder(path);
  const own = hasFolder && existsSync(folder) ? [folder] : [];
  return [...modes(path, own), ...leftovers([dirname(path), ...own]), ...place(path)];
}

function modes(path: string, folders: readonly string[]): Finding[] {
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const wide = (file: string, mode: string): Finding[] =>
    isOpenToOthers(file)
      ? [
          {
            severity: 'warning',
            what: `others on this machine may open ${file}`,
            command: `chmod ${mode} ${shellWord(file)}`,
          },
        ]
      : [];
  return [
    ...[path, `${path}-wal`, `${path}-shm`, ...files].flatMap((file) => wide(file, '600')),
    ...folders.flatMap((folder) => wide(folder, '700')),
    ...(hasOwnFolder(path) ? wide(dirname(path), '700') : []),
  ];
}

function leftovers(folders: readonly string[]): Finding[] {
  return folders.flatMap(leftParts).map((file) => ({
    severity: 'advice',
    what: `a copy that was cut short lies in ${file}`,
    command: `rm ${shellWord(file)}`,
  }));
}

function place(path: string): Finding[] {
  const kind =
    process.platform === 'linux' ? REMOTE[statfsSync(dirname(path)).type >>> 0] : undefined;
  const where =
    kind !== undefined
      ? `a network folder (${kind})`
      : SYNCED.test(path)
        ? 'a synchronised folder'
        : null;
  if (where === null || lstatSync(path, { throwIfNoEntry: false }) === undefined) return [];
  return [
    {
      severity: 'warning',
      what: `the database lies in ${where}, where a file in use can be damaged`,
      command:
        'netcoach --db FILE on a disk of this machine; backups may go there: netcoach backup FILE',
    },
  ];
}
