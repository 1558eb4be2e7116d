import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readCells } from '../../../src/load/records/csv-cells.ts';
import type { RawRecord } from '../../../src/load/records/raw-record.ts';
import { splitCsv } from '../../../src/load/records/split-csv.ts';

/** The rows of a table that comes in these pieces. */
function split(text: string, cuts: readonly number[] = [], longest?: number): RawRecord[] {
  const splitter = splitCsv(longest);
  const ends = [...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
  const records: RawRecord[] = [];
  let from = 0;
  for (const end of ends) {
    records.push(...splitter.write(text.slice(from, end)));
    from = end;
  }
  return [...records, ...splitter.end()];
}

const told = (records: readonly RawRecord[]) =>
  records.map(({ text, line, row, next, fault }) => [line, row, next, fault ?? text]);

test('a cell in quotes may hold line ends and doubled quotes', () => {
  const records = split('id,say\r\n1,"two\r\nlines, ""so"""\r\n\r\n2,x');
  expect(told(records)).toEqual([
    [1, 1, 2, 'id,say'],
    [2, 2, 4, '1,"two\r\nlines, ""so"""'],
    [5, 4, 6, '2,x'],
  ]);
  expect(readCells(records[1]?.text ?? '', ',')).toEqual(['1', 'two\r\nlines, "so"']);
});

test('a row of nothing but delimiters is none', () => {
  expect(told(split('a,b\n,\n"",\n , \n1,2\n'))).toEqual([
    [1, 1, 2, 'a,b'],
    [5, 5, 6, '1,2'],
  ]);
});

test.each([
  ['a\tb\tc, d', '\t'],
  ['a;b;"c,d,e,f"', ';'],
  ['a', ','],
])('what stands between cells is seen from the first line: %j', (line, delimiter) => {
  const splitter = splitCsv();
  splitter.write(`\n${line}\n`);
  expect(splitter.delimiter).toBe(delimiter);
});

test('a quote that never closes costs its own line only', () => {
  expect(told(split('a,b\n1,"x\n2,y\n3,"z"\n'))).toEqual([
    [1, 1, 2, 'a,b'],
    [2, 2, 3, 'broken-quotes'],
    [3, 3, 4, '2,y'],
    [4, 4, 5, '3,"z"'],
  ]);
  expect(told(split('a,b\n1,2\n3,"x'))).toEqual([
    [1, 1, 2, 'a,b'],
    [2, 2, 3, '1,2'],
    [3, 3, 4, 'broken-quotes'],
  ]);
});

test('a quote in the middle of a plain cell is a letter', () => {
  const [row] = split('a"b,c\n');
  expect(readCells(row?.text ?? '', ',')).toEqual(['a"b', 'c']);
});

test('a row too long to keep is a fault, and the next is read', () => {
  const long = 'x'.repeat(50);
  expect(told(split(`a,b\n${long}\n1,2\n"${long}\n3,4\n`, [10, 20, 30, 40], 20))).toEqual([
    [1, 1, 2, 'a,b'],
    [2, 2, 3, 'too-long'],
    [3, 3, 4, '1,2'],
    [4, 4, 5, 'broken-quotes'],
    [5, 5, 6, '3,4'],
  ]);
});

test('a row too long to keep is told of though the text ends with it', () => {
  for (const cuts of [[], [10], [5, 10], [20]])
    expect(told(split('x'.repeat(20), cuts, 8))).toEqual([[1, 1, 2, 'too-long']]);
});

test('a line that never ends takes no more memory than a row may', () => {
  const splitter = splitCsv(1000);
  for (let count = 0; count < 10_000; count++) expect(splitter.write('x'.repeat(100))).toEqual([]);
  expect(told(splitter.end())).toEqual([[1, 1, 2, 'too-long']]);
});

const cell = fc.string({ unit: fc.constantFrom('a', '本', ',', '"', '\n', '\r\n', ';', ' ', '1') });
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }));

test('a table that another program writes reads back, wherever it is cut', () => {
  fc.assert(
    fc.property(table, fc.array(fc.nat(60)), fc.constantFrom('\n', '\r\n'), (rows, cuts, newline) => {
      const header = Array.from({ length: rows[0]?.length ?? 1 }, (_, index) => `h${index}`);
      const text = Papa.unparse([header, ...rows], { newline, quotes: false });
      const read = split(text, cuts).map((record) => readCells(record.text, ','));
      const full = rows.filter((cells) => cells.some((one) => one.replace(/[",\s]/g, '') !== ''));
      expect(read.filter((cells) => cells.some((one) => one.replace(/[",\s]/g, '') !== ''))).toEqual([
        header,
        ...full,
      ]);
    }),
  );
});

test('any text gives the same rows, wherever it is cut, and every line is told of once', () => {
  const any = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\r\n'), maxLength: 60 });
  fc.assert(
    fc.property(any, fc.array(fc.nat(60)), (text, cuts) => {
      const whole = split(text);
      expect(split(text, cuts)).toEqual(whole);
      for (const [index, record] of whole.entries()) {
        expect(record.next).toBeGreaterThan(record.line);
        expect(record.line).toBeGreaterThanOrEqual(whole[index - 1]?.next ?? 1);
      }
    }),
    { numRuns: 500 },
  );
});
