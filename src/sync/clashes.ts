/** Tells in words what lost against another machine's change. */
import type { Day } from '../model.ts';
import type { RowTable, SharedRow } from '../store/shared-rows.ts';
import {
  columnsOfField,
  fieldsOf,
  parseRow,
  readEntries,
  type Shared,
  type SharedPerson,
} from './document.ts';
import type { Clash, Merged } from './merge.ts';

/** Records clashes in the document; those already recorded by another machine stay as they are. */
export function recordClashes(shared: Shared, merged: Merged, today: Day): number {
  const known = shared.rows.clash;
  let count = 0;
  const names = merged.clashes.length === 0 ? new Map<string, string>() : namesIn(shared);
  for (const clash of merged.clashes) {
    // Also one that was dismissed.
    if (known.has(clash.id) || known.get(clash.id) === null) continue;
    const row = describe(clash, names, today);
    if (row === null) continue;
    known.set(clash.id, JSON.stringify(row));
    merged.rows.clash.add(clash.id);
    count++;
  }
  return count;
}

function namesIn(shared: Shared): Map<string, string> {
  const names = new Map<string, string>();
  for (const [uid, { fields }] of readEntries(shared)) {
    const name = fields.get('name');
    if (name !== undefined) names.set(uid, String(JSON.parse(name)));
  }
  return names;
}

/** The row of a clash; null where nothing was lost that anyone would miss. */
function describe(
  { table, uid, field, lost, kept }: Clash,
  names: ReadonlyMap<string, string>,
  today: Day,
): SharedRow | null {
  const row = (subject: SharedRow, what: string, text: string): SharedRow => ({
    ...subject,
    field: what,
    lost: text,
    noticed_on: today,
  });
  if (table === 'setting') {
    const [kind, key = ''] = uid.split('.');
    return kind === 'me' && lost !== null ? row({}, key, plain(JSON.parse(lost))) : null;
  }
  if (table === 'person') {
    if (field === '' || lost === null) return null;
    const values = Object.values(columnsOfField(field, lost)).filter((value) => value !== null);
    return row(
      { person_id: uid },
      FIELDS[field] ?? field,
      values.map((value) => plainOf(field, value)).join(', '),
    );
  }
  const [lostRow, keptRow] = [parseRow(lost), parseRow(kept)];
  const subject = subjectOf(table, uid, keptRow ?? lostRow);
  if (lostRow === null) return row(subject, TABLES[table], 'deleted');
  const differences = [...differing(lostRow, keptRow), ...differingParts(lostRow, keptRow, names)];
  return differences.length === 0 ? null : row(subject, TABLES[table], differences.join('; '));
}

/** Fields of which a merge of two entries keeps both, or knows which. */
const MERGED = new Set(['name', 'note', 'status', 'email', 'strained', 'snoozed_until']);

/** What is lost of an entry that becomes part of another: fields that the other holds otherwise. */
export function lostFields(
  from: Readonly<SharedPerson>,
  into: Readonly<SharedPerson>,
): Array<{ field: string; lost: string }> {
  const kept = fieldsOf(into);
  return [...fieldsOf(from)].flatMap(([field, json]) =>
    MERGED.has(field) || !kept.has(field) || kept.get(field) === json
      ? []
      : [{ field: FIELDS[field] ?? field, lost: plain(JSON.parse(json)) }],
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  status: 'connection',
  linkedin: 'profile address',
  email: 'e-mail address',
  every_days: 'rhythm in days',
  snoozed_until: 'snooze',
  call: 'greeting',
  strained: 'strained tie',
  shared: 'where you both worked',
};

const TABLES: Readonly<Record<RowTable, string>> = {
  interaction: 'log entry',
  invitation: 'invitation',
  skip: 'skipped moment',
  position: 'former job',
  address: 'address',
  clash: '',
};

const COLUMNS: Readonly<Record<string, string>> = {
  day: 'date',
  outcome_on: 'on',
  sent_on: 'sent',
  with_note: 'with a note',
};

function subjectOf(table: RowTable, uid: string, row: SharedRow | null): SharedRow {
  if (table === 'interaction') return { interaction_id: uid };
  return row?.person_id === undefined ? {} : { person_id: row.person_id };
}

function plainOf(field: string, value: unknown): string {
  return field === 'shared' ? plain(JSON.parse(String(value)).company) : plain(value);
}

function plain(value: unknown): string {
  return Array.isArray(value)
    ? value.map(plain).join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}

function differing(lost: SharedRow, kept: SharedRow | null): string[] {
  return Object.entries(lost).flatMap(([column, value]) =>
    column === 'parts' || column.endsWith('_id') || kept?.[column] === value
      ? []
      : [`${COLUMNS[column] ?? column}: ${plain(value)}`],
  );
}

/** Who took part, and what stood out, where the kept row says otherwise. */
function differingParts(
  lost: SharedRow,
  kept: SharedRow | null,
  names: ReadonlyMap<string, string>,
): string[] {
  const before = new Map(
    ((kept?.parts ?? []) as SharedRow[]).map((part) => [part.person_id, part] as const),
  );
  return ((lost.parts ?? []) as SharedRow[]).flatMap((part) => {
    const other = before.get(part.person_id);
    const name = names.get(String(part.person_id)) ?? 'someone';
    const words = part.say ?? part.highlight;
    if (other === undefined)
      return [words === undefined ? `with ${name}` : `with ${name}: ${plain(words)}`];
    return words === undefined || words === (other.say ?? other.highlight)
      ? []
      : [`${name}: ${plain(words)}`];
  });
}
