import { createRequire } from 'node:module';
import Sqlite, { type Database } from 'better-sqlite3';

/** How long a command waits for another that is writing, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/** Opens a file with SQLite; nothing is read or written before the first statement. */
export function connect(path: string, options: { readonly?: boolean } = {}): Database {
  const require = createRequire(import.meta.url);
  return new Sqlite(path, {
    timeout: BUSY_TIMEOUT,
    readonly: options.readonly === true,
    nativeBinding: require.resolve('better-sqlite3/build/Release/better_sqlite3.node'),
  });
}

/** Sets what every connection of ours works under; an open file keeps none of it but the journal mode. */
export function configure(db: Database): void {
  // FULL on every open: the default of later opens is NORMAL, which may lose what was announced as saved.
  // MEMORY: nothing that a person wrote goes to a temporary file elsewhere.
  db.exec(`PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
    PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;`);
  if (process.platform === 'darwin') db.pragma('fullfsync = ON');
}

/** Reads one state of a database, whatever other commands write meanwhile. */
export function snapshot<T>(db: Database, read: () => T): T {
  return db.transaction(read).deferred();
}
