import { existsSync, lstatSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { fold } from '../words/fold.ts';
import { listBackups } from './backup.ts';
import { readCopies, withoutRecord, writeCopies } from './copies.ts';
import { assemble, copyBytes, flawIn, leftParts } from './copy.ts';
import { asFailure } from './failures.ts';
import { backupFolder } from './file.ts';
import { readHeader } from './header.ts';
import { readMe, writeMe } from './me.ts';
import type { Database } from './open.ts';
import { personById } from './people.ts';
import { rowSum, updateRow, type Value } from './rows.ts';
import { APPLICATION_ID, MIGRATIONS, type Table } from './schema.ts';
import { scrubber } from './scrub.ts';
import { connect, settle } from './sqlite.ts';

export interface Forgotten {
  /** The files that were written anew without the person: the backups that netcoach made. */
  rewritten: string[];
  /** What may still hold the person and could not be changed: exports, copies on a disk that is not there. */
  unreached: string[];
}

/** All by which a person can be told. */
interface Identity {
  id: number;
  /** Every full name and alias they ever had in the log. */
  names: string[];
  /** Their addresses: e-mail and profile. */
  addresses: string[];
}

/**
 * Takes a person out of every file: the database with its history of changes, and the backups. The backups
 * come first, so that a run that was cut short can be made again. Interactions with others stay, without
 * the name. No change: it cannot be undone, and neither can any before it.
 * @throws Failure `io` where the database cannot be written; the person is then still there
 */
export function forget(db: Database, person: number): Forgotten {
  try {
    const who = identify(db, person);
    const others = namesOfOthers(db, person);
    const copies = readCopies(db);
    const names = scrubber([...who.names, ...who.addresses]);
    const rewritten: string[] = [];
    const unreached = new Set<string>();
    const clean = (file: string) => {
      if (rewritten.includes(file) || unreached.has(file)) return;
      if (rewrite(file, who, others)) rewritten.push(file);
      else unreached.add(file);
    };
    for (const file of privateFiles(db.name)) clean(file);
    for (const file of copies) {
      if (existsSync(file)) clean(file);
      else if (!existsSync(dirname(file))) unreached.add(file);
    }
    withoutRecord(db, () => forgetIn(db, who));
    // Another command may have made a backup meanwhile.
    for (const file of privateFiles(db.name)) clean(file);
    writeCopies(
      db,
      copies.filter((file) => (existsSync(file) || unreached.has(file)) && names(file) === file),
    );
    if (!compact(db)) unreached.add(db.name);
    return { rewritten, unreached: [...unreached] };
  } catch (error) {
    throw asFailure(error, db.name);
  }
}

/** The copies in the private folder, without what unfinished runs left there. */
function privateFiles(path: string): string[] {
  if (!existsSync(backupFolder(path))) return [];
  for (const left of leftParts(backupFolder(path))) rmSync(left, { force: true });
  return listBackups(path);
}

function identify(db: Database, id: number): Identity {
  const { name, aliases, email, linkedin } = personById(db, id);
  const names = new Set([name, ...aliases]);
  const addresses = new Set([email, linkedin]);
  const past = db
    .prepare(`SELECT before FROM change_row WHERE tbl = 'person' AND before ->> 'id' = ?`)
    .pluck()
    .all(id) as string[];
  for (const before of past) {
    const row = JSON.parse(before) as Record<'name' | 'aliases' | 'email' | 'linkedin', string>;
    for (const one of [row.name, ...(JSON.parse(row.aliases) as string[])]) names.add(one);
    addresses.add(row.email).add(row.linkedin);
  }
  return {
    id,
    names: [...names],
    addresses: [...addresses].filter((one) => one !== null),
  };
}

/** The folded full names of everybody else, by id. */
function namesOfOthers(db: Database, id: number): Map<number, string> {
  const rows = db.prepare('SELECT id, name FROM person WHERE id <> ?').raw().all(id);
  return new Map((rows as Array<[number, string]>).map(([one, name]) => [one, fold(name)]));
}

/** Whether a person of a backup is the one to forget, and nobody else who is still in the log. */
function isSame(
  row: { id: number; name: string; aliases: string; email: string | null; linkedin: string | null },
  who: Identity,
  others: ReadonlyMap<number, string>,
): boolean {
  const name = fold(row.name);
  if (others.get(row.id) === name) return false;
  if (row.id === who.id && ![...others.values()].includes(name)) return true;
  const known = new Set(who.names.map(fold));
  return (
    [row.name, ...(JSON.parse(row.aliases) as string[])].some((one) => known.has(fold(one))) ||
    [row.email, row.linkedin].some((one) => one !== null && who.addresses.includes(one))
  );
}

/** Writes a backup anew without the person. False where it is no backup that we can read and write. */
function rewrite(file: string, who: Identity, others: ReadonlyMap<number, string>): boolean {
  const stat = statSync(file);
  if (!stat.isFile() || stat.size < 100) return false;
  const header = readHeader(file);
  if (!header.isSqlite || header.application !== APPLICATION_ID) return false;
  if (header.version !== MIGRATIONS.length || existsSync(`${file}-wal`)) return false;
  if (flawIn(file) !== null) return false;
  try {
    assemble(file, (part) => {
      copyBytes(file, part);
      const copy = connect(part);
      try {
        settle(copy);
        copy.pragma('journal_mode = MEMORY');
        const people = copy.prepare('SELECT id, name, aliases, email, linkedin FROM person').all();
        withoutRecord(copy, () => {
          for (const row of people as Array<Parameters<typeof isSame>[0]>)
            if (isSame(row, who, others)) forgetIn(copy, { ...who, id: row.id });
        });
        withoutRecord(copy, () => forgetIn(copy, { ...who, id: 0 }));
        copy.exec('VACUUM');
      } finally {
        copy.close();
      }
      const flaw = flawIn(part);
      if (flaw !== null) throw new Failure('database', `${file}: ${flaw}`, 'Nothing was changed.');
      utimesSync(part, stat.atime, stat.mtime);
    });
    return true;
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (!/^(EACCES|EPERM|EROFS|EBUSY)$/.test(code)) throw error;
    return false;
  }
}

/** Takes a person out of one open database, and every earlier change with them. */
function forgetIn(db: Database, who: Identity): void {
  const all = <T>(sql: string) => db.prepare(sql).all(who.id) as T[];
  const run = (sql: string) => db.prepare(sql).run(who.id);
  const shared = new Set(
    all<{ id: number }>('SELECT interaction_id AS id FROM participant WHERE person_id = ?').map(
      ({ id }) => id,
    ),
  );
  const word = db.prepare('SELECT name FROM person WHERE id = ?').pluck().get(who.id);
  run('DELETE FROM participant WHERE person_id = ?');
  for (const id of shared) {
    if (db.prepare('SELECT 1 FROM participant WHERE interaction_id = ?').get(id) !== undefined)
      continue;
    db.prepare('DELETE FROM interaction WHERE id = ?').run(id);
  }
  for (const table of ['invitation', 'skip', 'position'])
    run(`DELETE FROM ${table} WHERE person_id = ?`);
  run('DELETE FROM person WHERE id = ?');
  scrubTexts(db, who, shared, callNames(db, word as string | undefined));
  db.exec('DELETE FROM change_row; DELETE FROM change WHERE id < (SELECT max(id) FROM change)');
}

/** The words of a name by which one may be called, where nobody else has them. */
function callNames(db: Database, name: string | undefined): string[] {
  const taken = db.prepare('SELECT 1 FROM person WHERE instr(folded, ?) > 0');
  return (name ?? '')
    .split(/\s+/)
    .filter((word) => fold(word).length > 2 && taken.get(fold(word)) === undefined);
}

/** Takes the names out of what others' rows say; single words of the name only where the person took part. */
function scrubTexts(
  db: Database,
  who: Identity,
  shared: ReadonlySet<number>,
  words: string[],
): void {
  const full = scrubber([...who.names, ...who.addresses]);
  const close = scrubber([...who.names, ...who.addresses], words);
  const each = (table: Table, columns: readonly string[], own: (row: Row) => boolean) => {
    const list = ['id', ...columns, ...(table === 'participant' ? ['interaction_id'] : [])];
    for (const row of db.prepare(`SELECT ${list.join(', ')} FROM ${table}`).all() as Row[]) {
      const scrub = own(row) ? close : full;
      const changes: Record<string, Value> = {};
      for (const column of columns) {
        const text = row[column];
        if (typeof text !== 'string') continue;
        const left = scrub(text);
        // What something was imported as stays its own, but says nothing.
        if (left !== text)
          changes[column] = column === 'source' ? `forgotten:${rowSum([text])}` : left;
      }
      if (Object.keys(changes).length > 0) updateRow(db, table, row.id, changes);
    }
  };
  each('interaction', ['title', 'note', 'source'], ({ id }) => shared.has(id));
  each('participant', ['highlight'], (row) => shared.has(row.interaction_id as number));
  each('person', ['note', 'role', 'team', 'company'], () => false);
  each('position', ['role', 'team', 'company'], () => false);
  scrubGoals(db, full);
}

/** What I work towards may name somebody; my own name and the list of copies stay. */
function scrubGoals(db: Database, scrub: (text: string) => string): void {
  const { goals } = readMe(db);
  const left = goals.map(scrub);
  if (left.join('\n') !== goals.join('\n')) writeMe(db, { goals: left });
}

type Row = Record<string, Value> & { id: number };

/** Leaves nothing deleted in the file and empties the log. False where others, or a full disk, do not let it. */
function compact(db: Database): boolean {
  let isDone = true;
  for (const step of ['VACUUM', 'PRAGMA wal_checkpoint(TRUNCATE)']) {
    try {
      db.exec(step);
    } catch (error) {
      // What was deleted is overwritten by now; it leaves the log with the next checkpoint.
      const code = String((error as { code?: string }).code);
      if (!/^SQLITE_(BUSY|LOCKED|FULL|IOERR)/.test(code)) throw error;
      isDone = false;
    }
  }
  const wal = lstatSync(`${db.name}-wal`, { throwIfNoEntry: false });
  return isDone && (wal?.size ?? 0) === 0;
}
