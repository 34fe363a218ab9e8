/** Merges another machine's document into this one, and notices where both changed the same thing. */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { ROW_TABLES, type RowTable } from '../store/shared-rows.ts';
import type { Shared } from './document.ts';

/** Two changes of one thing, neither of which knew of the other. */
export interface Clash {
  table: 'person' | 'setting' | RowTable;
  /** Of the person or the row; of a setting its key. */
  uid: string;
  /** Of a person; otherwise ''. */
  field: string;
  /** As the document held it; null for a row that was deleted. */
  lost: string | null;
  kept: string | null;
  /** The same on every machine that notices it. */
  id: string;
}

/** A name for a clash, the same on every machine. */
export function clashId(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20);
}

/** What merging changed in a document. */
export interface Merged {
  /** Keys in the map of people, of settings, and of each table. */
  people: Set<string>;
  settings: Set<string>;
  rows: Record<RowTable, Set<string>>;
  clashes: Clash[];
}

/** Nothing merged yet. */
export function nothingMerged(): Merged {
  const rows = Object.fromEntries(ROW_TABLES.map((table) => [table, new Set<string>()]));
  return {
    people: new Set(),
    settings: new Set(),
    rows: rows as Merged['rows'],
    clashes: [],
  };
}

/**
 * Merges an encoded document; everything it changed is added to `merged`.
 * @throws Error if it's damaged, and the document must then be dropped
 */
export function mergeUpdate(shared: Shared, update: Uint8Array, merged: Merged): void {
  const { doc } = shared;
  const theirs = Y.decodeStateVector(Y.encodeStateVectorFromUpdateV2(update));
  const restored: Restored[] = [];
  const news = Y.diffUpdateV2(update, Y.encodeStateVector(doc));
  doc.transact((transaction) => {
    Y.applyUpdateV2(doc, news);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
      throw new Error("it's incomplete");
    // Before Yjs drops the content of what was overwritten, at the end of the transaction.
    const known = { mine: transaction.beforeState, theirs };
    for (const [type, keys] of transaction.changed)
      for (const key of keys) {
        if (key === null) continue;
        const kept = noteChange(shared, type as unknown as Y.Map<unknown>, key, known, merged);
        if (kept !== null) restored.push(kept);
      }
  });
  // Apart: Yjs takes what is written while it merges for another's.
  doc.transact(() => {
    for (const { map, key, text } of restored) map.set(key, text);
  });
}

/** A row that was deleted, and is to stay. */
interface Restored {
  map: Y.Map<string>;
  key: string;
  text: string;
}

interface Known {
  mine: ReadonlyMap<number, number>;
  theirs: ReadonlyMap<number, number>;
}

const knows = (state: ReadonlyMap<number, number>, { id }: Y.Item) =>
  id.clock < (state.get(id.client) ?? 0);

function noteChange(
  shared: Shared,
  map: Y.Map<unknown>,
  key: string,
  known: Known,
  merged: Merged,
): Restored | null {
  const table = ROW_TABLES.find((one) => (shared.rows[one] as Y.Map<unknown>) === map);
  if (table !== undefined) merged.rows[table].add(key);
  else if (map === (shared.people as Y.Map<unknown>)) merged.people.add(key);
  else merged.settings.add(key);
  if (map === (shared.people as Y.Map<unknown>) && !key.includes('.')) return null;
  const both = concurrent(map, key, known);
  if (both === null || key.split('.').length > 2 || key.startsWith('joined.')) return null;
  const [winner, loser] = both;
  // A change of a row wins against its deletion.
  const isDeleted = table !== undefined && winner.value === null;
  const [kept, lost] = isDeleted ? [loser, winner] : [winner, loser];
  const restored = isDeleted ? { map: map as Y.Map<string>, key, text: String(kept.value) } : null;
  if (table === 'clash') return restored;
  const [uid = '', field = ''] = table === undefined ? key.split('.') : [key];
  const isSetting = table === undefined && map !== (shared.people as Y.Map<unknown>);
  merged.clashes.push({
    table: table ?? (isSetting ? 'setting' : 'person'),
    uid: isSetting ? key : uid,
    field: isSetting ? '' : field,
    lost: lost.value as string | null,
    kept: kept.value as string | null,
    id: clashId([key, ...[winner.id, loser.id].sort()]),
  });
  return restored;
}

interface Side {
  value: unknown;
  id: string;
}

/** What was there before and what came, the one that shows first, if neither knew of the other; or null. */
function concurrent(
  map: Y.Map<unknown>,
  key: string,
  { mine, theirs }: Known,
): [Side, Side] | null {
  const shown = map._map.get(key);
  if (shown === undefined) return null;
  const isMine = knows(mine, shown);
  let other: Y.Item | null = shown.left;
  while (
    other !== null &&
    (knows(mine, other) === isMine || !(other.content instanceof Y.ContentAny))
  )
    other = other.left;
  if (other === null || !(shown.content instanceof Y.ContentAny)) return null;
  if (knows(theirs, isMine ? shown : other)) return null;
  const [one, two] = [shown, other].map((item) => ({
    value: (item.content as Y.ContentAny).arr[0],
    id: `${item.id.client} ${item.id.clock}`,
  })) as [Side, Side];
  return one.value === two.value ? null : [one, two];
}
