import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { rowsOf } from '../../../src/import/csv/parse.ts';
import { findTable } from '../../../src/import/csv/table.ts';
import { BadFile } from '../../../src/import/records.ts';
import { runs } from '../../helpers/runs.ts';

function rows(text: string, delimiter = ','): string[][] {
  return [...rowsOf(text, delimiter, 'x.csv')].map(({ cells }) => cells);
}

const cellText = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '🎉') });

test('reads RFC 4180 files the same as papaparse', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cellText, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
      (table) => {
        const text = Papa.unparse(table, { quotes: true, newline: '\r\n' });
        expect(rows(text)).toEqual(table);
        expect(Papa.parse(text).data).toEqual(table);
      },
    ),
  );
});

test('knows on which line each row begins', () => {
  const found = [...rowsOf('a,b\r\n"x\ny",2\n\n3,4', ',', 'x.csv')];
  expect(found.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
});

test.each([
  ['a"b,c', [['a"b', 'c']]],
  ['"a"b,c', [['ab', 'c']]],
  [
    '"never closed,c\nd,e',
    [
      ['"never closed', 'c'],
      ['d', 'e'],
    ],
  ],
  ['a, "b, c" ,d', [['a', 'b, c', 'd']]],
  ['\uFEFFa,b', [['a', 'b']]],
  ['a,b,', [['a', 'b', '']]],
  ['', []],
])('reads %j without losing anything', (text, expected) => {
  expect(rows(text)).toEqual(expected);
});

test('returns rows or BadFile for any text', () => {
  fc.assert(
    fc.property(cellText, fc.constantFrom(',', ';', '\t'), (text, delimiter) => {
      rows(text, delimiter);
    }),
    { numRuns: runs(200) },
  );
});

test.each([
  ['quotes that alternate', '"a"b'.repeat(300_000)],
  ['a quote before a sea of spaces', `"${'"y'.repeat(100_000)}${' '.repeat(200_000)},`],
  ['an open quote on every line', '"a,b\n'.repeat(100_000)],
])('reads %s in time', (_what, text) => {
  // A reader that is too slow exceeds the test's time limit.
  expect(() => {
    try {
      rows(text);
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
    }
  }).not.toThrow();
});

test('rejects a cell of ten megabytes and a row of 1,001 cells', () => {
  const cell = 'x'.repeat(10_000_000);
  expect(() => rows(`a,${cell}`)).toThrow(BadFile);
  expect(() => rows(`a,"${cell}"`)).toThrow(/x\.csv:1 has a cell of more than a million/);
  expect(() => rows(','.repeat(1_000))).toThrow(/more than 1000 cells/);
  expect(rows(','.repeat(999))[0]).toHaveLength(1_000);
});

test('finds a header below other lines, with any delimiter and line ending', () => {
  const find = (text: string) =>
    findTable(text, 'x.csv', (columns) =>
      columns.has('name') && columns.has('team') ? true : undefined,
    );
  expect(find('Notes:\n"a, b"\n\nName,Team\nX,Y')?.delimiter).toBe(',');
  expect(find('sep=;\nNAME;Team')?.delimiter).toBe(';');
  expect(find('"Name"\t"Team"\r')?.delimiter).toBe('\t');
  expect(find('Name,Team\rX,Y')?.start).toEqual({ at: 10, line: 2 });
  expect(find('a,b\nc,d')).toBeUndefined();
});

test('treats a header named after an object’s internals like any other', () => {
  const table = findTable('__proto__,constructor,name\n1,2,X', 'x.csv', (columns) =>
    columns.has('name') ? true : undefined,
  );
  expect(table?.columns.get('proto')).toBe(0);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
