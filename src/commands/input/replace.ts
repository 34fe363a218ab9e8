import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../../context.ts';
import { belongsToDatabase } from '../../database/file.ts';
import { isClosed } from '../../database/owner.ts';
import { refuseWithoutFile } from '../../database/standing.ts';
import { Failure } from '../../failure.ts';
import { safe } from '../../text/safe.ts';

/** In bytes: more than the head of a review's page. */
const HEAD = 65_536;

/**
 * Asks before a file is replaced that isn't an earlier one of ours; without a terminal, refuses.
 * @param what one of ours is called: "an export"
 * @param isOurs told by the beginning of a file
 * @param again the command that replaces it unasked
 * @returns false if the answer is no
 * @throws Failure `usage`; `io` where there's no database
 */
export async function mayReplace(
  file: string,
  what: string,
  isOurs: (head: string) => boolean,
  again: string,
  { ask, path: database, storeToRead }: Context,
): Promise<boolean> {
  // Where --db is mistyped, that's what is wrong.
  refuseWithoutFile(storeToRead());
  const path = resolve(file);
  const found = statSync(path, { throwIfNoEntry: false });
  // Anything else is refused when it's written to; what is empty, or a pipe, loses nothing.
  if (found?.isFile() !== true || found.size === 0) return true;
  if (isClosed(path) || belongsToDatabase(database, path)) return true;
  if (isOurs(headOf(path))) return true;
  const message = `${path} exists and doesn't look like ${what} made by netcoach`;
  if (ask !== null) return ask.confirm({ message: `${safe(message)}. Replace it?` });
  throw new Failure(
    'usage',
    message,
    `It was left unchanged. Give another file, or replace it: ${again}`,
  );
}

function headOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEAD);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}
