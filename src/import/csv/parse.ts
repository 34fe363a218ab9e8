import { BadFile } from '../records.ts';

/*
 * A table as RFC 4180 has it, cut out of the text by slices. Every character is looked at a bounded number
 * of times whatever the quotes do, which papaparse does not promise, and each row knows its line.
 */

/** No honest cell comes near: LinkedIn's longest is a message of 8,000 characters. */
const LONGEST_CELL = 1_000_000;
/** Nor a row: Google's widest has about a hundred columns. */
const MOST_CELLS = 1_000;

export interface Place {
  /** Offset in the text. */
  at: number;
  /** Line number, from 1. */
  line: number;
}

/** What a row is given with: its line, and where the next one begins. Returning false stops. */
export type OnRow = (cells: string[], line: number, next: Place) => unknown;

/**
 * Calls `onRow` for every row, blank ones as `['']`. Quotes that make no sense are taken as they stand.
 * @param name the file, for the error
 * @throws BadFile for a cell of a megabyte or a row of more than 1,000 cells
 */
export function eachRow(
  text: string,
  delimiter: string,
  name: string,
  onRow: OnRow,
  from: Place = { at: 0, line: 1 },
): void {
  let { at, line } = from;
  if (at === 0 && text.charCodeAt(0) === 0xfeff) at = 1;
  let quote = text.indexOf('"', at);
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
    let cells: string[];
    let next: Place;
    if (quote === -1 || quote > end) {
      const stop = text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end;
      cells = text.slice(at, stop).split(delimiter, MOST_CELLS + 1);
      if (stop - at > LONGEST_CELL) for (const cell of cells) checkCell(cell.length, name, line);
      next = { at: end + 1, line: line + 1 };
    } else {
      cells = [];
      next = quotedRow(text, delimiter, { at, line }, name, cells);
    }
    if (cells.length > MOST_CELLS)
      throw new BadFile(
        `${name}:${line} has more than ${MOST_CELLS} cells`,
        'Check that this is the file you meant.',
      );
    if (onRow(cells, line, next) === false) return;
    ({ at, line } = next);
  }
}

/** Reads one row that holds a quote into `cells`; returns where the next one begins. */
function quotedRow(
  text: string,
  delimiter: string,
  from: Place,
  name: string,
  cells: string[],
): Place {
  let { at, line } = from;
  while (cells.length <= MOST_CELLS) {
    let cell = '';
    let open = at;
    while (text.charCodeAt(open) === 32) open++;
    if (text[open] === '"') {
      const close = closing(text, open);
      if (close !== -1) {
        checkCell(close - open, name, line);
        const inner = text.slice(open + 1, close);
        cell = inner.includes('""') ? inner.replaceAll('""', '"') : inner;
        line += lineEnds(inner);
        at = close + 1;
      }
    }
    const stop = cellEnd(text, delimiter, at);
    checkCell(stop - at, name, line);
    const rest = text.slice(at, stop);
    const isLast = text[stop] !== delimiter;
    const tail = isLast && rest.endsWith('\r') ? rest.slice(0, -1) : rest;
    cells.push(at > open ? cell + tail.trimEnd() : tail);
    at = stop + 1;
    if (isLast) break;
  }
  return { at, line: line + 1 };
}

/** The quote that ends a quoted cell; -1 where none does. */
function closing(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function cellEnd(text: string, delimiter: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  return end;
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function checkCell(length: number, name: string, line: number): void {
  if (length <= LONGEST_CELL) return;
  throw new BadFile(
    `${name}:${line} has a cell of more than a million characters`,
    'Check that this is the file you meant.',
  );
}
