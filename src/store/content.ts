import type { Database } from 'better-sqlite3';
import { findDuplicates } from './duplicates.ts';
import type { Finding } from './health.ts';
import { contentFlaws } from './verify.ts';

/** So many findings of one kind are told of. */
const MOST = 20;

/** Rows and records of history that are not as they were written, and what the triggers keep. */
export function examineContent(db: Database): Finding[] {
  return contentFlaws(db, MOST).map((what) => ({
    severity: 'error',
    what,
    command: 'netcoach restore',
  }));
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
