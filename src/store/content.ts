import { existsSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { listBackups } from './backup.ts';
import { readCopies } from './copies.ts';
import { findDuplicates } from './duplicates.ts';
import type { Finding } from './health.ts';
import { badRows } from './verify.ts';

/** So many findings of one kind are told of. */
const MOST = 20;
/** A backup older than this, with changes since, is worth a word: days. */
const STALE = 7;
/** Rows that are not as they were written, and what the triggers keep. */
export function examineContent(db: Database): Finding[] {
  const found: Finding[] = badRows(db)
    .slice(0, MOST)
    .map(({ table, id }) => ({
      severity: 'error',
      what: `${table} ${id} is not as it was written: its checksum does not hold`,
      command: 'netcoach restore',
    }));
  const counted = db
    .prepare(`SELECT id FROM person LEFT JOIN (
        SELECT person_id, count(*) AS number, max(day) AS last FROM participant
        GROUP BY person_id) ON person_id = person.id
      WHERE interactions <> coalesce(number, 0) OR last_contact IS NOT last LIMIT ${MOST}`)
    .pluck()
    .all() as number[];
  const strayed = db
    .prepare(`SELECT interaction_id FROM participant JOIN interaction ON interaction.id = interaction_id
      WHERE participant.day <> interaction.day OR participant.kind <> interaction.kind LIMIT ${MOST}`)
    .pluck()
    .all() as number[];
  for (const id of strayed) {
    const what = `who took part in interaction ${id} does not fit it`;
    found.push({ severity: 'error', what, command: 'netcoach restore' });
  }
  for (const id of counted) {
    const what = `what is counted for person ${id} does not fit the log`;
    found.push({ severity: 'error', what, command: 'netcoach restore' });
  }
  return found;
}

/** What a person may want to tidy up. */
export function examineTidiness(db: Database): Finding[] {
  const rows = <T>(sql: string) => db.prepare(sql).all() as T[];
  const alone = rows<{ id: number; title: string }>(`SELECT id, title FROM interaction
    WHERE id NOT IN (SELECT interaction_id FROM participant) LIMIT ${MOST}`);
  const twice = findDuplicates(db).slice(0, MOST);
  const found: Finding[] = [
    ...alone.map(
      ({ id, title }): Finding => ({
        severity: 'advice',
        what: `nobody took part in interaction ${id}, "${title}"`,
        command: `netcoach delete ${id}`,
      }),
    ),
    ...twice.map(
      ({ people: [one, other] }): Finding => ({
        severity: 'advice',
        what: `${one.name} may be there twice, as #${one.id} and #${other.id}`,
        command: `netcoach merge "#${other.id}" "#${one.id}"`,
      }),
    ),
  ];
  const pages = db.pragma('page_count', { simple: true }) as number;
  const free = db.pragma('freelist_count', { simple: true }) as number;
  // Half of a file that is larger than some ten megabytes.
  if (free > 1_250 && free > pages / 2) {
    const what = `${Math.round((free / pages) * 100)} % of the file is empty`;
    found.push({ severity: 'advice', what, command: 'netcoach backup && netcoach restore' });
  }
  return found;
}

/** Whether there is a backup, and how old. */
export function examineBackups(db: Database): Finding[] {
  if (db.prepare('SELECT 1 FROM person LIMIT 1').get() === undefined) return [];
  const files = [...listBackups(db.name), ...readCopies(db)].filter((file) => existsSync(file));
  const newest = Math.max(0, ...files.map((file) => statSync(file).mtimeMs));
  const changed = db.prepare('SELECT max(at) FROM change').pluck().get() as string | null;
  const command = 'netcoach backup';
  if (newest === 0) return [{ severity: 'advice', what: 'there is no backup yet', command }];
  const days = changed === null ? 0 : Math.floor((Date.parse(changed) - newest) / 86_400_000);
  const what = `the newest backup is ${days} days older than the newest change`;
  return days > STALE ? [{ severity: 'advice', what, command }] : [];
}
