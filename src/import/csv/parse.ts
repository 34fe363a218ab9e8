import { BadFile } from '../records.ts';

/*
 * CSV parser (RFC 4180) with line numbers. Takes linear time whatever the quotes, which papaparse
 * doesn't guarantee.
 */

/** LinkedIn's longest is a message of 8,000 characters. */
const MAX_CELL_LENGTH = 1_000_000;
/** Larger files are refused where a quote isn't closed; in smaller ones the row is marked. */
const MAX_UNBALANCED_LENGTH = 1_000_000;
/** Google's widest file has about 100. */
const MAX_CELLS = 1_000;

/** Where a row starts. */
export interface TextPosition {
  /** In UTF-16 units. */
  at: number;
  /** From 1. */
  line: number;
}

/** A row; a blank one has one empty cell. */
export interface Row {
  cells: string[];
  line: number;
  /** Where the next row starts. */
  next: TextPosition;
  /** Whether a quote opens a cell and doesn't close it. */
  isUnclosed: boolean;
}

/**
 * All rows, one at a time. A quote within a cell is kept as text.
 * @throws BadFile for more than a million characters in a cell, 1,000 cells in a row, or an open
 * quote in a large file
 */
export function* rowsOf(
  text: string,
  delimiter: string,
  name: string,
  from: TextPosition = { at: 0, line: 1 },
): Generator<Row> {
  let { at, line } = from;
  if (at === 0 && text.charCodeAt(0) === 0xfeff) at = 1;
  let quote = text.indexOf('"', at);
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end === -1) end = text.length;
    if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
    let cells: string[];
    let next: TextPosition;
    let isUnclosed = false;
    if (quote === -1 || quote > end) {
      const stop = text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end;
      cells = text.slice(at, stop).split(delimiter, MAX_CELLS + 1);
      if (stop - at > MAX_CELL_LENGTH) for (const cell of cells) checkCell(cell.length, name, line);
      next = { at: end + 1, line: line + 1 };
    } else {
      cells = [];
      ({ isUnclosed, ...next } = quotedRow(text, delimiter, { at, line }, name, cells));
    }
    if (cells.length > MAX_CELLS)
      throw new BadFile(
        `${name}:${line} has more than ${MAX_CELLS} cells`,
        'Check that this is the right file.',
      );
    yield { cells, line, next, isUnclosed };
    ({ at, line } = next);
  }
}

/** Fills `cells`. Returns where the next row starts, and whether a quote isn't closed. */
function quotedRow(
  text: string,
  delimiter: string,
  from: TextPosition,
  name: string,
  cells: string[],
): TextPosition & { isUnclosed: boolean } {
  let { at, line } = from;
  let isUnclosed = false;
  while (cells.length <= MAX_CELLS) {
    let cell = '';
    let open = at;
    while (text.charCodeAt(open) === 32) open++;
    if (text[open] === '"') {
      const close = closingQuote(text, open);
      const isLarge = text.length > MAX_UNBALANCED_LENGTH;
      if (close === -1) {
        if (isLarge) throw unclosedQuote(name, line);
        isUnclosed = true;
      } else {
        checkCell(close - open, name, line);
        const inner = text.slice(open + 1, close);
        // A quote that swallows lines and closes within a cell closes at the next one's opening.
        if (inner.includes('\n') && !/^[\s,;\t]|^$/.test(text.charAt(close + 1))) {
          if (isLarge) throw unclosedQuote(name, line);
          isUnclosed = true;
        }
        cell = inner.includes('""') ? inner.replaceAll('""', '"') : inner;
        line += countLineEnds(inner);
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
  return { at, line: line + 1, isUnclosed };
}

function unclosedQuote(name: string, line: number): BadFile {
  return new BadFile(
    `${name}:${line} has an unclosed quote`,
    'Close it on that line, or delete it.',
  );
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function cellEnd(text: string, delimiter: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++;
  return end;
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function checkCell(length: number, name: string, line: number): void {
  if (length <= MAX_CELL_LENGTH) return;
  throw new BadFile(
    `${name}:${line} has a cell of more than a million characters`,
    'Check that this is the right file.',
  );
}
