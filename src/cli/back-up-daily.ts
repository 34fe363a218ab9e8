import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { continueDailyBackup } from '../database/backup.ts';
import { readHeader } from '../database/header.ts';
import { MIGRATIONS } from '../database/schema.ts';
import { configure, connect } from '../database/sqlite.ts';
import { understandNewest } from '../reading/understand.ts';
import { toDay } from '../text/days.ts';

/** How often 200 titles are read, which takes about half a second. */
const MOST_ROUNDS = 25;

/**
 * Makes the backup that a command has postponed, then reads titles that an import or an earlier release has left
 * unread. Nobody waits for it, and nobody reads what it prints.
 * @returns the exit code
 * @throws Failure
 */
export async function backUpDaily(path: string): Promise<number> {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  continueDailyBackup(path);
  if (!existsSync(path) || readHeader(path).version !== MIGRATIONS.length) return 0;
  const db = connect(path, { fileMustExist: true });
  try {
    configure(db);
    for (let round = 0; round < MOST_ROUNDS; round++)
      if (!(await understandNewest(db, toDay(new Date())))) break;
  } finally {
    db.close();
  }
  return 0;
}
