/** What a row of the document means, given who is there and which entries became one. */
import { TRAVELS } from '../database/travels.ts';
import type { RowTable, SharedRow } from '../store/shared-rows.ts';

/** Canonical JSON of a row as a database holds it; null if it has nobody left, and a database doesn't hold it. */
export type Resolve = (table: RowTable, text: string) => string | null;

/**
 * @param isThere whether a database holds a person or an interaction with this uid
 * @param joined which uid an entry goes by now
 */
export function makeResolver(
  isThere: (kind: 'person' | 'interaction', uid: string) => boolean,
  joined: (uid: string) => string,
): Resolve {
  const resolveColumns = (table: RowTable | 'participant', row: SharedRow): SharedRow | null => {
    for (const [column, kind] of Object.entries(TRAVELS[table]?.columns ?? {})) {
      const value = row[column];
      if (typeof value !== 'string') continue;
      if (kind === 'person' || kind === 'interaction') {
        row[column] = joined(value);
        if (!isThere(kind, row[column] as string)) return null;
      } else if (kind === 'moment')
        row[column] = value.replace(/:@(\w+)$/, (_, uid: string) => `:@${joined(uid)}`);
    }
    return row;
  };
  return (table, text) => {
    const row = resolveColumns(table, JSON.parse(text) as SharedRow);
    if (row === null) return null;
    const parts = row.parts as SharedRow[] | undefined;
    if (parts !== undefined) {
      row.parts = joinParts(
        parts.flatMap((part) => {
          const resolved = resolveColumns('participant', part);
          return resolved === null ? [] : [resolved];
        }),
      );
      if (row.parts.length === 0 && parts.length > 0) return null;
    }
    return JSON.stringify(row);
  };
}

/** Who took part under two entries took part once; what the first part lacks comes from the second. */
export function joinParts(parts: readonly SharedRow[]): SharedRow[] {
  const byPerson = new Map<unknown, SharedRow>();
  for (const part of parts) {
    const first = byPerson.get(part.person_id);
    byPerson.set(part.person_id, first === undefined ? part : orderColumns({ ...part, ...first }));
  }
  return [...byPerson.values()];
}

function orderColumns(part: SharedRow): SharedRow {
  const columns = Object.keys(TRAVELS.participant?.columns ?? {});
  return Object.fromEntries(
    columns.flatMap((column) => (column in part ? [[column, part[column]]] : [])),
  ) as SharedRow;
}
