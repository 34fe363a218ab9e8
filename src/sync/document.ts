/**
 * The log as a Yjs document, which merges with any other copy in any order. A map for each table. Interactions
 * and what else travels row by row: uid → canonical JSON, null once deleted. People field by field:
 * "uid" → 1, or 0 once deleted; "uid.field" → JSON; "uid.list.random" → [place, item]. Keys tell nothing of
 * anyone, and Yjs drops overwritten and deleted values, so the encoded document holds what is there now.
 */
import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import type { Value } from '../database/rows.ts';
import { TRAVELS } from '../database/travels.ts';
import { NEW_PERSON } from '../store/people.ts';
import {
  PERSON_COLUMNS_SHARED,
  ROW_TABLES,
  type RowTable,
  type SharedRow,
} from '../store/shared-rows.ts';

/** The document of a log. */
export interface Shared {
  doc: Y.Doc;
  people: Y.Map<string | number | [number, string]>;
  /** "me.role" → JSON; "joined.uid" → the uid of the entry that it was merged into. */
  settings: Y.Map<string>;
  rows: Record<RowTable, Y.Map<string | null>>;
}

/** The columns of a person in the document. */
export type SharedPerson = Record<string, Value>;

/** Wide enough that no two runs ever have the same; Yjs would take one for the other. */
const CLIENT_BYTES = 6;

/** An empty document, or one from its encoded form. */
export function openDocument(update: Uint8Array | null = null): Shared {
  const doc = new Y.Doc();
  doc.clientID = randomBytes(CLIENT_BYTES).readUIntBE(0, CLIENT_BYTES);
  const rows = Object.fromEntries(
    ROW_TABLES.map((table) => [table, doc.getMap<string | null>(table)]),
  ) as Shared['rows'];
  const shared: Shared = {
    doc,
    people: doc.getMap('person'),
    settings: doc.getMap('setting'),
    rows,
  };
  if (update !== null) Y.applyUpdateV2(doc, update);
  return shared;
}

/** The encoded form of a document. */
export function encodeDocument({ doc }: Shared): Uint8Array {
  return Y.encodeStateAsUpdateV2(doc);
}

const DEFAULTS: Readonly<SharedPerson> = NEW_PERSON;

const PERSON = TRAVELS.person;
const LISTS = PERSON_COLUMNS_SHARED.filter((column) => PERSON?.columns[column] === 'list');
const GROUPS = PERSON?.together ?? [];
const GROUPED = new Set(GROUPS.flat());
const SINGLE = PERSON_COLUMNS_SHARED.filter(
  (column) => !LISTS.includes(column) && !GROUPED.has(column),
);

/** The fields of a person that aren't lists, as the document holds them; without those that are as in a new row. */
export function fieldsOf(columns: Readonly<SharedPerson>): Map<string, string> {
  const fields = new Map<string, string>();
  for (const column of SINGLE) {
    const value = columns[column] ?? null;
    if (value !== (DEFAULTS[column] ?? null)) fields.set(column, JSON.stringify(value));
  }
  for (const group of GROUPS) {
    const values = group.map((column) => columns[column] ?? null);
    if (values.some((value, at) => value !== (DEFAULTS[group[at] as string] ?? null)))
      fields.set(group[0] as string, JSON.stringify(values));
  }
  return fields;
}

/** What a field of a person holds, as columns. */
export function columnsOfField(field: string, json: string | undefined): SharedPerson {
  const group = GROUPS.find(([first]) => first === field) ?? [field];
  const value: unknown = json === undefined ? undefined : JSON.parse(json);
  const values = group.length > 1 && Array.isArray(value) ? value : [value];
  return Object.fromEntries(
    group.map((column, at) => [column, values[at] ?? DEFAULTS[column] ?? null]),
  );
}

/** The entries of one person in the document. */
interface PersonEntry {
  isThere: boolean;
  fields: Map<string, string>;
  /** By list: key, place, item. */
  lists: Map<string, Array<{ key: string; place: number; item: string }>>;
}

/** Everyone in the document, also those who are deleted. */
export function readEntries({ people }: Shared): Map<string, PersonEntry> {
  const entries = new Map<string, PersonEntry>();
  for (const [key, value] of people) {
    const [uid = '', field, rest] = key.split('.');
    let entry = entries.get(uid);
    if (entry === undefined) {
      entry = { isThere: false, fields: new Map(), lists: new Map() };
      entries.set(uid, entry);
    }
    if (field === undefined) entry.isThere = value === 1;
    else if (rest === undefined) entry.fields.set(field, String(value));
    else if (Array.isArray(value)) {
      const list = entry.lists.get(field) ?? [];
      entry.lists.set(field, list);
      list.push({ key, place: value[0], item: value[1] });
    }
  }
  return entries;
}

/** Whether a person is there, and not only a field of someone who is deleted. */
export function isWhole(entry: PersonEntry | undefined): entry is PersonEntry {
  return entry?.isThere === true && entry.fields.has('name');
}

/** A person's columns; null if they're deleted, or not whole. */
export function columnsOfEntry(entry: PersonEntry | undefined): SharedPerson | null {
  if (!isWhole(entry)) return null;
  const columns: SharedPerson = {};
  for (const column of SINGLE)
    Object.assign(columns, columnsOfField(column, entry.fields.get(column)));
  for (const [first = ''] of GROUPS)
    Object.assign(columns, columnsOfField(first, entry.fields.get(first)));
  for (const list of LISTS) columns[list] = JSON.stringify(itemsOf(entry, list));
  return columns;
}

/** In order; what two machines added at once is there twice, and counts once. */
function itemsOf(entry: PersonEntry, list: string): string[] {
  const items = [...(entry.lists.get(list) ?? [])].sort(
    (a, b) => a.place - b.place || (a.item < b.item ? -1 : 1),
  );
  return [...new Set(items.map(({ item }) => item))];
}

/** Writes what differs of a person. @returns the fields that did */
export function putPerson(
  shared: Shared,
  uid: string,
  columns: Readonly<SharedPerson>,
  entry: PersonEntry | undefined,
  only: ReadonlySet<string> | null = null,
): string[] {
  const { people } = shared;
  const changed: string[] = [];
  if (entry?.isThere !== true) {
    people.set(uid, 1);
    changed.push('');
  }
  const isWanted = (field: string) => only === null || only.has(field);
  const fields = fieldsOf(columns);
  for (const field of new Set([...fields.keys(), ...(entry?.fields.keys() ?? [])])) {
    const value = fields.get(field);
    // A field that a later format added stays as it is.
    if (!isWanted(field) || !(SINGLE.includes(field) || GROUPED.has(field))) continue;
    if (value === entry?.fields.get(field)) continue;
    if (value === undefined) people.delete(`${uid}.${field}`);
    else people.set(`${uid}.${field}`, value);
    changed.push(field);
  }
  for (const list of LISTS)
    if (isWanted(list) && putList(shared, uid, list, columns, entry)) changed.push(list);
  return changed;
}

function putList(
  { people }: Shared,
  uid: string,
  list: string,
  columns: Readonly<SharedPerson>,
  entry: PersonEntry | undefined,
): boolean {
  const items = JSON.parse(String(columns[list] ?? '[]')) as string[];
  const before = entry === undefined ? [] : itemsOf(entry, list);
  if (JSON.stringify(before) === JSON.stringify([...new Set(items)])) return false;
  const known = new Map<string, { key: string; place: number }>();
  for (const { key, place, item } of entry?.lists.get(list) ?? []) {
    if (!items.includes(item) || known.has(item)) people.delete(key);
    else known.set(item, { key, place });
  }
  items.forEach((item, place) => {
    const place_ = known.get(item);
    const key = place_?.key ?? `${uid}.${list}.${randomBytes(5).toString('hex')}`;
    if (place_?.place !== place) people.set(key, [place, item]);
  });
  return true;
}

/** Deletes a person and every word of theirs. */
export function dropPerson(
  { people }: Shared,
  uid: string,
  entry: PersonEntry | undefined,
): boolean {
  if (entry === undefined) return false;
  let isChanged = false;
  if (entry.isThere) {
    people.set(uid, 0);
    isChanged = true;
  }
  for (const field of entry.fields.keys()) {
    people.delete(`${uid}.${field}`);
    isChanged = true;
  }
  for (const list of entry.lists.values())
    for (const { key } of list) {
      people.delete(key);
      isChanged = true;
    }
  return isChanged;
}

/** Parses a row of the document; null if it's deleted or isn't there. */
export function parseRow(text: string | null | undefined): SharedRow | null {
  return text == null ? null : (JSON.parse(text) as SharedRow);
}

const JOINED = 'joined.';

/** Which uid an entry goes by now: merged entries go by the other's. */
export function joinedUids({ settings }: Shared): (uid: string) => string {
  const into = new Map<string, string>();
  for (const [key, value] of settings)
    if (key.startsWith(JOINED)) into.set(key.slice(JOINED.length), value);
  return (uid) => {
    let at = uid;
    const seen = new Set<string>();
    for (let next = into.get(at); next !== undefined && !seen.has(next); next = into.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  };
}
