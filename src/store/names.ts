import { statSync } from 'node:fs';
import { readHeader } from './header.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { connect } from './sqlite.ts';

/**
 * Everybody's full name in a database that is there, by name; none where there is no database of ours that
 * this netcoach reads. Makes nothing, and writes nothing.
 */
export function readNames(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size < 100) return [];
  const { isSqlite, application, version } = readHeader(path);
  if (!isSqlite || application !== APPLICATION_ID || version !== MIGRATIONS.length) return [];
  // Not opened read-only: such a connection would leave its empty log and index files behind.
  const db = connect(path);
  try {
    db.pragma('query_only = ON');
    return db.prepare('SELECT name FROM person ORDER BY folded').pluck().all() as string[];
  } finally {
    db.close();
  }
}
