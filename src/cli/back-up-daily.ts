import { constants, setPriority } from 'node:os';
import { continueDailyBackup } from '../database/backup.ts';

/**
 * Makes the backup that a command has postponed. Nobody waits for it, and nobody reads what it prints.
 * @returns the exit code
 * @throws Failure
 */
export function backUpDaily(path: string): number {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  continueDailyBackup(path);
  return 0;
}
