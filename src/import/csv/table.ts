import { fold } from '../../text/fold.ts';
import { cleanLine } from '../decode.ts';
import { BadFile, type ImportRecords, skip } from '../records.ts';
import { rowsOf, type TextPosition } from './parse.ts';

/** Column index by `headerKey`. The first of duplicate headers counts. */
export type Columns = ReadonlyMap<string, number>;

/** A CSV whose header was recognised. Rows are parsed on reading. */
export interface Table<T> {
  kind: T;
  columns: Columns;
  /** The header as written. */
  headers: readonly string[];
  delimiter: string;
  text: string;
  name: string;
  start: TextPosition;
}

/** LinkedIn puts three lines before the header, spreadsheets can add one ("sep=;"). */
const MAX_HEADER_ROWS = 12;

/**
 * Finds the header and delimiter in the first rows.
 * @param recognise returns the kind of a header, undefined if unknown
 * @throws BadFile if there's none, and the first rows can't be read
 */
export function findTable<T>(
  text: string,
  name: string,
  recognise: (columns: Columns) => T | undefined,
): Table<T> | undefined {
  const lines = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  let failure: BadFile | undefined;
  let best: Table<T> | undefined;
  for (const delimiter of [',', ';', '\t']) {
    let rows = 0;
    let table: Table<T> | undefined;
    try {
      for (const { cells, next } of rowsOf(lines, delimiter, name)) {
        const columns = columnsOf(cells);
        const kind = recognise(columns);
        if (kind !== undefined)
          table = { kind, columns, headers: cells, delimiter, text: lines, name, start: next };
        if (table !== undefined || ++rows >= MAX_HEADER_ROWS) break;
      }
    } catch (cause) {
      // With another delimiter, the file may be sound.
      if (!(cause instanceof BadFile)) throw cause;
      failure ??= cause;
    }
    // "Name, Vorname;Rolle" has a name with a comma, too.
    if (table !== undefined && (best === undefined || table.columns.size > best.columns.size))
      best = table;
  }
  if (best !== undefined) return best;
  if (failure !== undefined) throw failure;
  return undefined;
}

const keys = new Map<string, string>();

/** Text by which headers are compared: "First Name", "first_name", "FirstName" and "First Name [Required]" are one. */
export function headerKey(header: string): string {
  let key = keys.get(header);
  if (key !== undefined) return key;
  key = fold(
    cleanLine(header)
      .replace(/\[[^\]]*\]|\((?:required|optional)\)|\*/gi, '')
      .replace('#', ' number'),
  );
  key = key.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  if (keys.size < 1_000) keys.set(header, key);
  return key;
}

/** Whether there's a column with this header. */
export function hasColumn(columns: Columns, name: string): boolean {
  return columns.has(headerKey(name));
}

function columnsOf(cells: string[]): Columns {
  const columns = new Map<string, number>();
  cells.forEach((cell, index) => {
    const header = headerKey(cell);
    if (header !== '' && !columns.has(header)) columns.set(header, index);
  });
  return columns;
}

/**
 * Rows that aren't blank, with their reference: "Connections.csv:17".
 * @param records get the rows that can't be read, as skipped; null if they have them
 */
export function* filledRows<T>(
  table: Table<T>,
  records: ImportRecords | null,
): Generator<{ cells: string[]; where: string }> {
  const { text, delimiter, name, start } = table;
  for (const { cells, line, isUnclosed } of rowsOf(text, delimiter, name, start)) {
    const where = `${name}:${line}`;
    if (isUnclosed) {
      if (records !== null) skip(records, where, 'an unclosed quote');
    } else if (cells.some((cell) => cell !== '' && cell.trim() !== '')) yield { cells, where };
  }
}

/** Calls `onRow` for each of the `filledRows`. */
export function eachFilledRow<T>(
  table: Table<T>,
  records: ImportRecords | null,
  onRow: (cells: string[], where: string) => void,
): void {
  for (const { cells, where } of filledRows(table, records)) onRow(cells, where);
}

/** Returns a function that reads a cell from the first column found; '' if none is. */
export function column(columns: Columns, ...names: string[]): (cells: string[]) => string {
  for (const name of names) {
    const index = columns.get(headerKey(name));
    if (index !== undefined) return (cells) => cells[index] ?? '';
  }
  return () => '';
}

/** Returns a function that reads the cells with text from all of the columns. */
export function allColumns(columns: Columns, ...names: string[]): (cells: string[]) => string[] {
  const indexes = names.flatMap((name) => columns.get(headerKey(name)) ?? []);
  return (cells) => indexes.map((index) => cells[index] ?? '').filter((cell) => cell.trim() !== '');
}

/** Like `column`, but reads the first cell with text from any of the columns. */
export function anyColumn(columns: Columns, ...names: string[]): (cells: string[]) => string {
  const indexes = names.flatMap((name) => columns.get(headerKey(name)) ?? []);
  return (cells) => {
    for (const index of indexes) if ((cells[index] ?? '').trim() !== '') return cells[index] ?? '';
    return '';
  };
}
