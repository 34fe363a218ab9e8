import { cleanLine } from '../decode.ts';
import { eachRow, type Place } from './parse.ts';

/** The columns of a table: the place of each header cell, cleaned and in lower case; the first of twins. */
export type Columns = ReadonlyMap<string, number>;

export interface Table<T> {
  /** What `recognise` made of the header. */
  kind: T;
  columns: Columns;
  delimiter: string;
  text: string;
  name: string;
  /** Where the first row after the header begins. */
  start: Place;
}

/** LinkedIn puts three lines before the header, a spreadsheet perhaps one ("sep=;"). */
const HEADER_WITHIN = 12;

/**
 * Looks for a header among the first rows, whatever the delimiter is.
 * @param recognise what the columns are of, undefined if nothing known
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
      return table === undefined && ++rows < HEADER_WITHIN;
    });
    if (table !== undefined) return table;
  }
  return undefined;
}

function columnsOf(cells: string[]): Columns {
  const columns = new Map<string, number>();
  cells.forEach((cell, place) => {
    const header = cleanLine(cell).toLowerCase();
    if (header !== '' && !columns.has(header)) columns.set(header, place);
  });
  return columns;
}

/**
 * Calls `onRow` for every row of a table that is not blank.
 * @param onRow gets the cells and "Connections.csv:17"
 */
export function eachRecord<T>(
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

/** A reader of one column by any of its names: the cell as it stands, '' where there is none. */
export function column(columns: Columns, ...names: string[]): (cells: string[]) => string {
  for (const name of names) {
    const place = columns.get(name);
    if (place !== undefined) return (cells) => cells[place] ?? '';
  }
  return () => '';
}
