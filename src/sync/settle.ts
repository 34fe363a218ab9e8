/** Brings the document into the database. */
import type { Database } from 'better-sqlite3';
import { addId, type Rebase } from '../database/journal.ts';
import { recordMergedIds } from '../database/lineage.ts';
import { readSetting, writeSetting } from '../database/settings.ts';
import { SETTINGS, TRAVELS } from '../database/travels.ts';
import {
  followSetting,
  idsByUid,
  type Names,
  ROW_TABLES,
  type RowTable,
  readSharedPeople,
  removeSharedPerson,
  removeSharedRow,
  renameRow,
  type SharedRow,
  sameRow,
  writeParts,
  writeSharedPerson,
  writeSharedRow,
} from '../store/shared-rows.ts';
import {
  columnsOfEntry,
  columnsOfField,
  dropPerson,
  isWhole,
  joinedUids,
  parseRow,
  putPerson,
  readEntries,
  type Shared,
} from './document.ts';
import { clashId, type Merged } from './merge.ts';
import { joinParts, makeResolver, type Resolve } from './resolve.ts';

/**
 * Makes the database what the document is, in the caller's transaction; the document may change where two
 * machines entered the same.
 * @returns uids of people who are new here
 * @param merged what may differ; null: anything
 */
export function settle(
  db: Database,
  shared: Shared,
  names: Names,
  { merged, forgotten }: { merged: Merged | null; forgotten: ReadonlySet<string> },
  rebase: Rebase,
): string[] {
  const joined = joinedUids(shared);
  const isLost = (uid: string) => joined(uid) === uid && !forgotten.has(uid);
  let entries = readEntries(shared);
  if (revivePeople(db, shared, { entries, names, merged }, isLost)) entries = readEntries(shared);
  const isAlive = (uid: string) => joined(uid) === uid && isWhole(entries.get(uid));
  const affected = new Set<string>(
    merged === null
      ? [...entries.keys(), ...names.ids.person.keys()]
      : [...merged.people].map((key) => key.split('.', 1)[0] as string),
  );
  for (const key of merged?.settings ?? []) {
    const [kind, uid] = key.split('.');
    if (kind === 'joined' && uid !== undefined)
      for (const one of [uid, joined(uid)]) affected.add(one);
  }
  const people = writePeople(db, affected, { entries, isAlive, joined }, names, rebase);
  const rows = affectedRows(shared, merged, people.moved);
  const isThere = (kind: 'person' | 'interaction', uid: string) =>
    kind === 'person' ? isAlive(uid) : shared.rows.interaction.get(uid) != null;
  const before = joinedKeys(shared);
  for (const table of ROW_TABLES) {
    // Two imports of one event may have become one on the way.
    const resolve = makeResolver(isThere, joinedUids(shared));
    writeRows(db, shared, table, rows[table], resolve, names, rebase);
    if (table !== 'interaction') continue;
    const news = [...joinedKeys(shared)].filter((key) => !before.has(key));
    const gone = [...news, ...(merged?.settings ?? [])].map((key) =>
      key.slice(key.indexOf('.') + 1),
    );
    if (gone.length === 0) continue;
    const later = makeResolver(isThere, joinedUids(shared));
    writeRows(db, shared, table, momentsOf(shared, table, gone), later, names, rebase);
    for (const uid of momentsOf(shared, 'skip', gone)) rows.skip.add(uid);
  }
  for (const uid of people.leaving) removePerson(db, uid, joined(uid), names, rebase);
  writeSettings(db, shared, rebase);
  return people.arrived;
}

/** What another machine added to an entry that had become part of another belongs to that one. */
export function foldJoined(shared: Shared, merged: Merged): void {
  if (![...shared.settings.keys()].some((key) => key.startsWith('joined.'))) return;
  const joined = joinedUids(shared);
  const entries = readEntries(shared);
  for (const [uid, entry] of entries) {
    const into = joined(uid);
    if (into === uid || entry.fields.size + entry.lists.size === 0) continue;
    const target = columnsOfEntry(entries.get(into));
    // What is whole is in the other already, but for what was added since.
    const hasAll = entry.fields.has('name');
    if (target !== null) {
      const columns = { ...target };
      for (const [list, items] of entry.lists) {
        const known = JSON.parse(String(target[list])) as string[];
        columns[list] = JSON.stringify([...new Set([...known, ...items.map(({ item }) => item)])]);
      }
      for (const [field, json] of entry.fields) {
        if (field === 'name') continue;
        const added = columnsOfField(field, json);
        const isEmpty = Object.keys(added).every(
          (column) => target[column] === columnsOfField(column, undefined)[column],
        );
        if (isEmpty) Object.assign(columns, added);
        else if (
          !hasAll &&
          Object.entries(added).some(([column, value]) => target[column] !== value)
        )
          merged.clashes.push({
            table: 'person',
            uid: into,
            field,
            lost: json,
            kept: null,
            id: clashId([uid, field, json]),
          });
      }
      putPerson(shared, into, columns, entries.get(into));
      merged.people.add(into);
    }
    dropPerson(shared, uid, entry);
  }
}

/**
 * Someone who was deleted elsewhere stays while something here needs them: only this database knows them.
 * @returns whether there was someone
 */
function revivePeople(
  db: Database,
  shared: Shared,
  {
    entries,
    names,
    merged,
  }: { entries: ReturnType<typeof readEntries>; names: Names; merged: Merged | null },
  isLost: (uid: string) => boolean,
): boolean {
  const gone = new Set(
    [...names.ids.person.keys()].filter((uid) => isLost(uid) && !isWhole(entries.get(uid))),
  );
  if (gone.size === 0) return false;
  const needed = new Set<string>();
  for (const text of shared.rows.interaction.values())
    for (const [, uid = ''] of text?.matchAll(UID) ?? []) if (gone.has(uid)) needed.add(uid);
  const people = readSharedPeople(db);
  for (const uid of gone) {
    const columns = people.get(uid);
    const entry = entries.get(uid);
    // Deleting takes every field that its machine knew of: what is left was changed meanwhile.
    const isChanged = entry !== undefined && entry.fields.size + entry.lists.size > 0;
    if (columns === undefined || !(needed.has(uid) || isChanged)) continue;
    const missing = new Set(
      Object.keys(columns).filter(
        (column) => entry?.fields.has(column) !== true && entry?.lists.has(column) !== true,
      ),
    );
    putPerson(shared, uid, columns, entry, missing);
    merged?.people.add(uid);
  }
  return true;
}

interface People {
  entries: ReturnType<typeof readEntries>;
  isAlive: (uid: string) => boolean;
  joined: (uid: string) => string;
}

function writePeople(
  db: Database,
  affected: ReadonlySet<string>,
  { entries, isAlive, joined }: People,
  names: Names,
  rebase: Rebase,
) {
  const arrived: string[] = [];
  const moved = new Set<string>();
  const leaving: string[] = [];
  // An entry that has become one with a new one keeps its row.
  for (const uid of affected) {
    const into = joined(uid);
    const id = names.ids.person.get(uid);
    if (into === uid || id === undefined || names.ids.person.has(into) || !isAlive(into)) continue;
    renameRow(db, 'person', { id, uid, into }, names, rebase);
    moved.add(uid);
  }
  for (const uid of affected) {
    const columns = isAlive(uid) ? columnsOfEntry(entries.get(uid)) : null;
    const isHere = names.ids.person.has(uid);
    if (columns !== null) {
      if (!isHere) arrived.push(uid);
      if (!isHere) moved.add(uid);
      writeSharedPerson(db, uid, columns, names, rebase);
    } else if (isHere) {
      leaving.push(uid);
      moved.add(uid);
    } else if (joined(uid) !== uid) moved.add(uid);
  }
  return { arrived, moved, leaving };
}

/** Rows that may differ: also those about somebody who came, left or became one with another. */
function affectedRows(
  shared: Shared,
  merged: Merged | null,
  moved: ReadonlySet<string>,
): Record<RowTable, Set<string>> {
  const all = Object.fromEntries(
    ROW_TABLES.map((table) => [
      table,
      new Set(merged === null ? shared.rows[table].keys() : merged.rows[table]),
    ]),
  ) as Record<RowTable, Set<string>>;
  if (merged === null) return all;
  for (const table of ROW_TABLES) {
    for (const [uid, text] of shared.rows[table])
      if (
        text !== null &&
        mentions(text, table === 'clash' ? [...moved, ...all.interaction] : moved)
      )
        all[table].add(uid);
  }
  return all;
}

function joinedKeys({ settings }: Shared): Set<string> {
  return new Set([...settings.keys()].filter((key) => key.startsWith('joined.')));
}

/** Rows about moments of interactions that go by another uid now. */
function momentsOf(shared: Shared, table: RowTable, gone: readonly string[]): Set<string> {
  const wanted = new Set(gone);
  const found = new Set<string>();
  for (const [key, text] of shared.rows[table])
    for (const [, uid = ''] of text?.matchAll(/:@(\w+)"/g) ?? [])
      if (wanted.has(uid)) found.add(key);
  return found;
}

/** Uids in the text of a row. */
const UID = /"(?:person_id|interaction_id)":"(\w+)"/g;

function mentions(text: string, uids: Iterable<string>): boolean {
  const wanted = uids instanceof Set ? uids : new Set(uids);
  if (wanted.size === 0) return false;
  for (const [, uid] of text.matchAll(UID)) if (wanted.has(uid as string)) return true;
  return false;
}

function writeRows(
  db: Database,
  shared: Shared,
  table: RowTable,
  uids: ReadonlySet<string>,
  resolve: Resolve,
  names: Names,
  rebase: Rebase,
): void {
  if (uids.size === 0) return;
  const known = idsByUid(db, table, [...uids]);
  const rows = shared.rows[table];
  const parts = new Map<number, SharedRow>();
  for (const uid of uids) {
    const text = rows.get(uid) ?? null;
    const resolved = text === null ? null : resolve(table, text);
    const id = known.get(uid);
    if (resolved === null) {
      if (id === undefined) continue;
      removeSharedRow(db, table, id, names, rebase);
      parts.delete(id);
      continue;
    }
    let place = { id, uid };
    let row = parseRow(resolved) as SharedRow;
    const same = id === undefined ? sameRow(db, table, row, names) : null;
    if (same !== null) {
      row = joinRows(shared, table, { uid, row }, same.uid, resolve);
      place = { id: same.id, uid: uid < same.uid ? uid : same.uid };
      if (uid < same.uid) renameRow(db, table, { ...same, into: uid }, names, rebase);
      // The other one's row is this one's now.
      known.delete(uid < same.uid ? same.uid : uid);
      known.set(place.uid, same.id);
      addId(rebase.common, table, same.id);
    }
    const written = writeSharedRow(db, table, { ...place, row }, names, rebase);
    if (table === 'interaction') parts.set(written, row);
  }
  for (const [id, row] of parts) writeParts(db, id, row, names, rebase);
}

/** Makes one row of two that were entered on two machines; the smaller uid stays. */
function joinRows(
  shared: Shared,
  table: RowTable,
  { uid, row }: { uid: string; row: SharedRow },
  other: string,
  resolve: Resolve,
): SharedRow {
  const rows = shared.rows[table];
  const otherText = rows.get(other) ?? null;
  const second = otherText === null ? null : parseRow(resolve(table, otherText));
  const [kept, gone] = uid < other ? [uid, other] : [other, uid];
  const [first, last] = uid < other || second === null ? [row, second] : [second, row];
  const joined: SharedRow = {};
  for (const column of Object.keys(TRAVELS[table]?.columns ?? {})) {
    const value = first[column] ?? last?.[column] ?? null;
    if (value !== null) joined[column] = value;
  }
  if (first.note != null && last?.note != null && !String(first.note).includes(String(last.note)))
    joined.note = `${first.note}\n${last.note}`;
  if (first.parts !== undefined)
    joined.parts = joinParts([first, last].flatMap((one) => (one?.parts ?? []) as SharedRow[]));
  const text = JSON.stringify(joined);
  if (rows.get(kept) !== text) rows.set(kept, text);
  if (rows.get(gone) != null) rows.set(gone, null);
  if (shared.settings.get(`joined.${gone}`) !== kept) shared.settings.set(`joined.${gone}`, kept);
  return joined;
}

function removePerson(db: Database, uid: string, into: string, names: Names, rebase: Rebase): void {
  const [from, to] = [uid, into].map((one) => names.ids.person.get(one));
  if (from !== undefined && to !== undefined && from !== to) {
    recordMergedIds(db, from, to);
    rebase.moved.set(from, to);
  }
  removeSharedPerson(db, uid, names, rebase);
}

function writeSettings(db: Database, shared: Shared, rebase: Rebase): void {
  for (const [key, how] of Object.entries(SETTINGS)) {
    if (how !== 'fields') continue;
    const after: Record<string, unknown> = {};
    for (const [name, value] of shared.settings)
      if (name.startsWith(`${key}.`))
        after[name.slice(key.length + 1)] = key === 'joined' ? value : JSON.parse(value);
    const before = readSetting<Record<string, unknown>>(db, key) ?? {};
    if (isSameRecord(before, after)) continue;
    writeSetting(db, key, after);
    followSetting(db, { key, before, after }, rebase);
  }
}

function isSameRecord(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const text = (record: Record<string, unknown>) =>
    JSON.stringify(Object.entries(record).sort(([one], [two]) => (one < two ? -1 : 1)));
  return text(a) === text(b);
}

/** Takes everything of the forgotten out of the document, whatever machines that don't know yet put into it. */
export function dropForgotten(shared: Shared, forgotten: ReadonlySet<string>): void {
  if (forgotten.size === 0) return;
  const entries = readEntries(shared);
  for (const uid of forgotten) dropPerson(shared, uid, entries.get(uid));
  for (const table of ROW_TABLES) {
    const rows = shared.rows[table];
    for (const [uid, text] of rows) {
      if (text === null || !mentions(text, forgotten)) continue;
      const row = parseRow(text) as SharedRow;
      const parts = (row.parts as SharedRow[] | undefined)?.filter(
        ({ person_id }) => !forgotten.has(String(person_id)),
      );
      const isEmpty = parts === undefined || parts.length === 0;
      rows.set(uid, isEmpty ? null : JSON.stringify({ ...row, parts }));
    }
  }
}
