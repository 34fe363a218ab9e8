/** What is said of a database while it's open, beside what a command prints. */
import type { Database } from 'better-sqlite3';

const reporters = new WeakMap<Database, (notice: string) => void>();

/** Has the notices of a database passed to `report`. */
export function reportTo(db: Database, report: (notice: string) => void): void {
  reporters.set(db, report);
}

/** Passes a notice to the `report` of `openStore`. */
export function notify(db: Database, notice: string): void {
  reporters.get(db)?.(notice);
}
