import type { Database } from 'better-sqlite3';
import { engine } from './addon.ts';

/** Milliseconds to wait for another command that's writing. */
const BUSY_TIMEOUT = 10_000;

/** Opens a file, or a database's bytes, with SQLite; reads nothing before the first statement. */
export function connect(
  path: string | Buffer,
  options: { readonly?: boolean; fileMustExist?: boolean } = {},
): Database {
  const { Sqlite, addon } = engine();
  return new Sqlite(path, {
    timeout: BUSY_TIMEOUT,
    readonly: options.readonly === true,
    fileMustExist: options.fileMustExist === true,
    // An object is taken as it is; the types only know a path.
    nativeBinding: addon as unknown as string,
  });
}

/** Sets the pragmas of a connection, which the file doesn't store. */
export function configure(db: Database): void {
  // FULL: the default for later opens, NORMAL, may lose what we reported as saved. MEMORY: no
  // private text in temporary files.
  db.exec(`PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
    PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;`);
  if (process.platform === 'darwin') db.pragma('fullfsync = ON');
}

/** Runs `read` on one state, whatever other processes write meanwhile. */
export function snapshot<T>(db: Database, read: () => T): T {
  return db.transaction(read).deferred();
}
