import { cleanLine } from '../decode.ts';
import { eachRow, type TextPosition } from './parse.ts';

/** Column index by header, in lower case. The first of duplicate headers counts. */
export type Columns = ReadonlyMap<string, number>;

/** A CSV whose header was recognised. Rows are parsed on reading. */
export interface Table<T> {
  kind: T;
  columns: Columns;
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
 */
export function findTable<T>(
  text: string,
  name: string,
  recognise: (columns: Columns) => T | undefined,
): Table<T> | undefined {
  const lines = text.includes('\n') ? text : text.replaceAll('\r', '\n');
  for (const delimiter of [',', ';', '\t']) {
    let rows = 0;
    let table: Table<T> | undefined;
    eachRow(lines, delimiter, name, (cells, _line, start) => {
      const columns = columnsOf(cells);
      const kind = recognise(columns);
      if (kind !== undefined) table = { kind, columns, delimiter, text: lines, name, start };
      return table === undefined && ++rows < MAX_HEADER_ROWS;
    });
    if (table !== undefined) return table;
  }
  return undefined;
}

function columnsOf(cells: string[]): Columns {
  const columns = new Map<string, number>();
  cells.forEach((cell, index) => {
    const header = cleanLine(cell).toLowerCase();
    if (header !== '' && !columns.has(header)) columns.set(header, index);
  });
  return columns;
}

/** Calls `onRow` for rows that aren't blank, with their reference: "Connections.csv:17". */
export function eachFilledRow<T>(
  table: Table<T>,
  onRow: (cells: string[], where: string) => void,
): void {
  const prefix = `${table.name}:`;
  eachRow(
    table.text,
    table.delimiter,
    table.name,
    (cells, line) => {
      for (const cell of cells) {
        if (cell !== '' && cell.trim() !== '') {
          onRow(cells, prefix + line);
          return;
        }
      }
    },
    table.start,
  );
}

/** Returns a function that reads a cell from the first column found; '' if none is. */
export function column(columns: Columns, ...names: string[]): (cells: string[]) => string {
  for (const name of names) {
    const index = columns.get(name);
    if (index !== undefined) return (cells) => cells[index] ?? '';
  }
  return () => '';
}
