/** Keeps words about the forgotten out of what comes from a machine that doesn't know yet. */
import type { Database } from 'better-sqlite3';
import { scrubWords } from '../forget/erase.ts';
import type { Identity } from '../forget/identity.ts';
import { dropRecordedChanges, idsByUid } from '../store/shared-rows.ts';
import { columnsOfEntry, openDocument, parseRow, readEntries } from './document.ts';

/**
 * Scrubs the names that a machine's document has for people, in the caller's transaction.
 * @param uids of people who were forgotten, and aren't in the database
 * @returns whether it knows any of them
 */
export function scrubOnBehalf(
  db: Database,
  update: Uint8Array,
  uids: readonly string[],
  isWord: (word: string) => boolean,
): boolean {
  const theirs = openDocument(update);
  const entries = readEntries(theirs);
  let isKnown = false;
  for (const uid of uids) {
    const columns = columnsOfEntry(entries.get(uid));
    if (columns === null) continue;
    isKnown = true;
    const who: Identity = {
      ids: [],
      uids: [uid],
      names: [String(columns.name)],
      aliases: JSON.parse(String(columns.aliases)) as string[],
      addresses: [columns.email, columns.linkedin].flatMap((one) =>
        one == null ? [] : [String(one)],
      ),
    };
    for (const text of theirs.rows.address.values()) {
      const row = parseRow(text);
      if (row?.person_id === uid) who.addresses.push(String(row.value));
    }
    const shared = [...theirs.rows.interaction].flatMap(([key, text]) =>
      text?.includes(uid) === true ? [key] : [],
    );
    scrubWords(db, who, new Set(idsByUid(db, 'interaction', shared).values()), isWord);
  }
  if (isKnown) dropRecordedChanges(db);
  return isKnown;
}
