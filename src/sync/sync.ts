/** Merges the log with those of other machines, over a folder that some other program carries. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { forgetUndone } from '../database/change.ts';
import { asFailure } from '../database/failures.ts';
import {
  boundLastChange,
  highestIds,
  newRebase,
  type Rebase,
  rebaseChanges,
} from '../database/journal.ts';
import { readJoined } from '../database/lineage.ts';
import { lockCopies } from '../database/lock.ts';
import { withoutUndo } from '../database/settings.ts';
import { newestChange, readSynced, writeSynced } from '../database/synced.ts';
import { refuseDamage } from '../database/transaction.ts';
import { Failure } from '../failure.ts';
import { forget, forgetAbsent } from '../forget/forget.ts';
import type { Day } from '../model.ts';
import { addClash } from '../store/clashes.ts';
import { findSamePeople, joinPeople } from '../store/same-people.ts';
import {
  addForgotten,
  nameRows,
  personWithUid,
  readForgotten,
  readNames,
  rowById,
} from '../store/shared-rows.ts';
import { lostFields, recordClashes } from './clashes.ts';
import { encodeDocument, openDocument } from './document.ts';
import {
  checkFolder,
  ENDING,
  type LeftAlone,
  type MachineFile,
  machineFiles,
  readBytes,
  readFolder,
  writeFile,
} from './folder.ts';
import { putLocalChanges, putUnknownPast } from './local-changes.ts';
import {
  digestOf,
  dropOtherStates,
  type Machine,
  readDocument,
  readKey,
  readMachine,
  readState,
  type State,
  writeKey,
  writeMachine,
  writeState,
} from './local-state.ts';
import { clashId, mergeUpdate, nothingMerged } from './merge.ts';
import { scrubOnBehalf } from './on-behalf.ts';
import { findKey, type Header, newKey, seal } from './seal.ts';
import { dropForgotten, foldJoined, settle } from './settle.ts';

/** Whether a lower-case word is in the dictionary; loaded when somebody is to be forgotten. */
type LoadDictionary = () => Promise<(word: string) => boolean>;

export interface SyncOptions {
  /** An absolute path; null for the one last used. */
  folder: string | null;
  /** The text of a key file; null for the key that is here. */
  key: string | null;
  today: Day;
  now: Date;
  /** What this machine is called. */
  hostName: string;
  loadDictionary: LoadDictionary;
  /** False to write this machine's file alone. */
  readsOthers?: boolean;
}

/** Another machine that uses the folder. */
interface OtherMachine {
  name: string;
  /** When it last wrote its file, ISO 8601 in UTC. */
  at: string;
}

export interface SyncReport {
  folder: string;
  /** The file of a key that was just made; null if there was one. */
  newKey: string | null;
  /** What changed here: people, log entries and the like. */
  received: number;
  /** What changed here since the last time. */
  sent: number;
  machines: OtherMachine[];
  leftAlone: LeftAlone[];
  /** People who were entered on two machines, and are one entry now. */
  joined: number;
  /** Changes of one thing on two machines, of which one was kept. */
  clashes: number;
  /** People forgotten here because they were forgotten on another machine. */
  forgottenHere: number;
  /** Files that may still hold them: as in `forget`. */
  unreached: string[];
  /** Machines that haven't forgotten everyone who was forgotten elsewhere; null if all have. */
  waiting: { forgotten: number; done: number; machines: number; missing: OtherMachine[] } | null;
}

/**
 * Merges with the other machines' files and writes this machine's.
 * @throws Failure `usage`, `io`, `bad-file`, `database`; where the database was written, it's whole
 */
export async function sync(db: Database, options: SyncOptions): Promise<SyncReport> {
  const release = lockCopies(db.name);
  try {
    try {
      return await syncLocked(db, options);
    } catch (error) {
      if (!(error instanceof StateLost)) throw error;
      dropOtherStates(db.name, null);
      return await syncLocked(db, options);
    }
  } catch (error) {
    throw asFailure(error, db.name);
  } finally {
    release();
  }
}

async function syncLocked(db: Database, options: SyncOptions): Promise<SyncReport> {
  refuseDamage(db);
  const before = readMachine(db.name);
  const folder = options.folder ?? before?.folder;
  if (folder === undefined)
    throw new Failure('usage', 'no folder is set yet', 'Give one: netcoach sync FOLDER');
  if (options.readsOthers !== false) checkFolder(folder);
  const { key, isGiven, made } = await chooseKey(db, folder, options.key);
  const keyDigest = digestOf(key);
  const base = stateOf(db);
  const seen = new Map(
    (base?.key === keyDigest ? base.seen : []).map(({ digest, header }) => [digest, header]),
  );
  const known: Array<{ digest: string; header: Header }> = [];
  const isSkipped = (name: string, digest: string) => {
    if (name === before?.file && base !== null && before.written?.digest === digest) return true;
    const header = seen.get(digest);
    if (header !== undefined) known.push({ digest, header });
    return header !== undefined;
  };
  const { files, leftAlone } =
    options.readsOthers === false
      ? { files: [], leftAlone: [] }
      : await readFolder(folder, key, isSkipped);
  if (options.readsOthers === false) known.push(...(base?.seen ?? []));
  if (isGiven && files.length + known.length === 0 && leftAlone.some(({ isLocked }) => isLocked))
    throw new Failure(
      'bad-file',
      `this key doesn't open any file in ${folder}`,
      'Nothing was changed. To see the right key, run on the other machine: netcoach sync --show-key',
    );
  const machine = machineOf(before, folder, options.hostName, files);
  if (isGiven || made !== null) writeKey(db.name, key);
  writeMachine(db.name, machine);
  const headers = [...known.map(({ header }) => header), ...files.map(({ header }) => header)];
  const obeyed = await obey(db, headers, options.loadDictionary);
  const result = await merge(db, files, known, keyDigest, options);
  const { state } = result;
  const onDisk = readBytes(join(folder, machine.file))?.digest;
  const { written } = machine;
  const isWritten =
    written !== null &&
    written.digest === onDisk &&
    written.state === state.id &&
    written.key === keyDigest;
  checkFolder(folder);
  if (!isWritten) await writeOwnFile(db, { machine, key, ...result, now: options.now });
  const others = latestOfEach(headers.filter((header) => header.machine !== machine.id));
  return {
    folder,
    newKey: made,
    received: result.received,
    sent: result.sent,
    machines: others.map(({ name, at }) => ({ name, at })),
    leftAlone: leftAlone.filter(({ file }) => file !== machine.file),
    joined: result.joined,
    clashes: result.clashes,
    forgottenHere: obeyed.count,
    unreached: obeyed.unreached,
    waiting: waitingFor(state.forgotten, others),
  };
}

/**
 * Makes a new key and writes this machine's file with it; what others wrote with the old one isn't read again.
 * @returns the key's file and this machine's folder
 */
export async function changeKey(
  db: Database,
  options: SyncOptions,
): Promise<{ file: string; folder: string }> {
  await sync(db, options);
  const release = lockCopies(db.name);
  try {
    const machine = readMachine(db.name) as Machine;
    const key = await newKey();
    const file = writeKey(db.name, key);
    const state = stateOf(db) as State;
    const document = documentOf(db.name, state);
    await writeOwnFile(db, { machine, key, state, document, now: options.now });
    return { file, folder: machine.folder };
  } catch (error) {
    throw asFailure(error, db.name);
  } finally {
    release();
  }
}

/** The key here. @throws Failure `usage` if there's none */
export async function ownKey(db: Database): Promise<string> {
  const stored = readKey(db.name);
  const key = stored === null ? null : await findKey(stored.text);
  if (key !== null) return key;
  throw new Failure(
    'usage',
    stored === null ? "there's no key yet" : `there's no key in ${stored.file}`,
    'Sync once to create it: netcoach sync FOLDER',
  );
}

async function chooseKey(
  db: Database,
  folder: string,
  given: string | null,
): Promise<{ key: string; isGiven: boolean; made: string | null }> {
  if (given !== null) {
    const key = await findKey(given);
    if (key === null)
      throw new Failure(
        'bad-file',
        "there's no netcoach key in that file",
        'A key starts with AGE-SECRET-KEY-1. To see it, run on the other machine: netcoach sync --show-key',
      );
    return { key, isGiven: true, made: null };
  }
  if (readKey(db.name) !== null) return { key: await ownKey(db), isGiven: false, made: null };
  const [file] = machineFiles(folder);
  if (file !== undefined)
    throw new Failure(
      'usage',
      `${folder} is in use by another machine, and its key isn't here`,
      'On that machine: netcoach sync --show-key. Save its key in a file here, then: netcoach sync FOLDER --key FILE',
    );
  const key = await newKey();
  return { key, isGiven: false, made: writeKey(db.name, key) };
}

/**
 * This machine, with its file in this folder. Where another machine has written that file, this one was copied
 * from it or it from this, and takes another.
 */
function machineOf(
  before: Machine | null,
  folder: string,
  hostName: string,
  files: readonly MachineFile[],
): Machine {
  const own = files.find(({ file }) => file === before?.file);
  const isTaken = own !== undefined && ![before?.name, hostName].includes(own.header.name);
  if (before === null || isTaken)
    return {
      id: randomName(),
      name: hostName,
      folder,
      file: `${randomName()}${ENDING}`,
      written: null,
    };
  if (before.folder === folder && before.name === hostName) return before;
  return { ...before, name: hostName, folder, written: null };
}

const randomName = () => randomBytes(8).toString('hex');

function stateOf(db: Database): State | null {
  const synced = readSynced(db);
  return synced === null ? null : readState(db.name, synced.state);
}

/** Forgets whom other machines have forgotten, before anything of theirs comes in or goes out. */
async function obey(
  db: Database,
  headers: readonly Header[],
  loadDictionary: LoadDictionary,
): Promise<{ count: number; unreached: string[] }> {
  const known = new Set(readForgotten(db));
  const news = new Set(
    headers.flatMap(({ forgotten }) => forgotten).filter((uid) => !known.has(uid)),
  );
  if (news.size === 0) return { count: 0, unreached: [] };
  inOneStep(db, (rebase) => {
    nameRows(db, rebase);
    rebaseChanges(db, rebase);
  });
  const unreached = new Set<string>();
  let count = 0;
  const joined = readJoined(db);
  let isWord: ((word: string) => boolean) | null = null;
  for (const uid of news) {
    let at = uid;
    for (let left = 100; left > 0 && joined[at] !== undefined; left--) at = joined[at] as string;
    const person = personWithUid(db, at);
    isWord ??= await loadDictionary();
    const { rewritten, unreached: files } =
      person === null ? forgetAbsent(db, uid, isWord) : forget(db, person, isWord);
    for (const file of files) unreached.add(file);
    if (person !== null || rewritten.length > 0) count++;
  }
  addForgotten(db, news);
  return { count, unreached: [...unreached] };
}

/** What was last synced is damaged; the files of the machines have it too. */
class StateLost extends Error {}

/** @throws StateLost */
function documentOf(path: string, state: State): Buffer {
  const document = readDocument(path, state);
  if (document === null) throw new StateLost();
  return document;
}

interface MergeResult {
  state: State;
  /** Encoded. */
  document: Uint8Array;
  received: number;
  sent: number;
  joined: number;
  clashes: number;
}

async function merge(
  db: Database,
  files: readonly MachineFile[],
  known: State['seen'],
  key: string,
  { today, loadDictionary }: SyncOptions,
): Promise<MergeResult> {
  const forgotten = readForgotten(db);
  // A machine that doesn't know yet may bring words about somebody.
  const unaware = files.filter(({ header }) =>
    forgotten.some((uid) => !header.forgotten.includes(uid)),
  );
  const isWord = unaware.length > 0 ? await loadDictionary() : () => false;
  const path = db.name;
  const result = inOneStep(db, (rebase): MergeResult => {
    nameRows(db, rebase);
    const named = countRows(rebase);
    let names = readNames(db);
    const highest = highestIds(db);
    const synced = readSynced(db);
    const base = synced === null ? null : readState(path, synced.state);
    const shared = openDocument(base === null ? null : documentOf(path, base));
    let sent = base === null ? 0 : putLocalChanges(db, shared, names);
    const merged = nothingMerged();
    for (const file of files) {
      mergeUpdate(shared, file.update, merged);
      // The next takes as much memory.
      if (!unaware.includes(file)) file.update = new Uint8Array();
    }
    if (base === null) {
      const { overruled, count } = putUnknownPast(db, shared, names, synced?.change ?? null);
      sent = count;
      for (const { table, uid, field, lost, kept } of overruled)
        merged.clashes.push({
          table: table === 'me' ? 'setting' : table,
          uid: table === 'me' ? `me.${field}` : uid,
          field: table === 'me' ? '' : field,
          lost,
          kept,
          id: clashId([table, uid, field, lost]),
        });
    }
    let clashes = 0;
    shared.doc.transact(() => {
      foldJoined(shared, merged);
      dropForgotten(shared, new Set(forgotten));
      clashes = recordClashes(shared, merged, today);
    });
    const arrived = settle(
      db,
      shared,
      names,
      { merged: base === null ? null : merged, forgotten: new Set(forgotten) },
      rebase,
    );
    const pairs = findSamePeople(db, arrived);
    for (const pair of pairs) {
      const [from, into] = [pair.from, pair.into].map((id) => rowById(db, 'person', id));
      for (const { field, lost } of lostFields(from ?? {}, into ?? {})) {
        const uid = clashId([String(from?.uid), field, lost]);
        addClash(db, { uid, person: pair.into, field, lost, on: today });
        clashes++;
      }
      joinPeople(db, pair, rebase);
    }
    let isScrubbed = false;
    for (const file of unaware)
      if (
        scrubOnBehalf(
          db,
          file.update,
          forgotten.filter((uid) => !file.header.forgotten.includes(uid)),
          isWord,
        )
      )
        isScrubbed = true;
    if (pairs.length > 0 || isScrubbed) {
      names = readNames(db);
      putLocalChanges(db, shared, names);
    }
    rebaseChanges(db, rebase);
    const received = countRows(rebase) - named;
    if (received > 0 || isScrubbed) {
      boundLastChange(db, highest);
      forgetUndone(db);
    }
    const update = encodeDocument(shared);
    const digest = digestOf(update);
    const isSame = base?.document === digest && base.forgotten.join() === forgotten.join();
    const seen = [...known, ...files.map(({ digest, header }) => ({ digest, header }))];
    const isSeen = base?.key === key && files.length === 0 && base.seen.length === known.length;
    const counts = { received, sent, joined: pairs.length, clashes };
    if (isSame && isSeen) return { state: base, document: update, ...counts };
    const id = isSame ? base.id : randomName();
    const state: State = { id, seen, key, forgotten, document: digest };
    writeState(path, state, isSame ? null : update);
    writeSynced(db, { state: state.id, change: newestChange(db) }, rebase.common);
    return { state, document: update, ...counts };
  });
  dropOtherStates(path, result.state.id);
  return result;
}

/** One transaction without a step for `undo`. */
function inOneStep<T>(db: Database, work: (rebase: Rebase) => T): T {
  return withoutUndo(db, () => {
    // Rows may come before those that they belong to.
    db.pragma('defer_foreign_keys = ON');
    return work(newRebase());
  });
}

/** Rows that changed, whoever took part in an interaction counting as part of it. */
function countRows({ edits, gone, came }: Rebase): number {
  const sizes = [...edits, ...gone].map(([table, rows]) =>
    table === 'participant' ? 0 : rows.size,
  );
  return sizes.reduce((sum, size) => sum + size, came.size);
}

async function writeOwnFile(
  db: Database,
  {
    machine,
    key,
    state,
    document,
    now,
  }: { machine: Machine; key: string; state: State; document: Uint8Array; now: Date },
): Promise<void> {
  const header = {
    machine: machine.id,
    name: machine.name,
    at: now.toISOString(),
    forgotten: state.forgotten,
  };
  const bytes = await seal(key, header, document);
  writeFile(machine.folder, machine.file, bytes);
  const written = { digest: digestOf(bytes), state: state.id, key: digestOf(key) };
  writeMachine(db.name, { ...machine, written });
}

/** A machine may have several files: a carrier kept two versions, or it was set up anew. */
function latestOfEach(headers: readonly Header[]): Header[] {
  const latest = new Map<string, Header>();
  for (const header of headers) {
    const other = latest.get(header.machine);
    if (other === undefined || other.at < header.at) latest.set(header.machine, header);
  }
  return [...latest.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function waitingFor(
  forgotten: readonly string[],
  others: readonly Header[],
): SyncReport['waiting'] {
  const lacking = (header: Header) => forgotten.filter((uid) => !header.forgotten.includes(uid));
  const missing = others.filter((header) => lacking(header).length > 0);
  if (missing.length === 0) return null;
  return {
    forgotten: new Set(missing.flatMap(lacking)).size,
    done: others.length + 1 - missing.length,
    machines: others.length + 1,
    missing: missing.map(({ name, at }) => ({ name, at })),
  };
}
