import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines } from '../../../src/load/records/split-lines.ts';

test('lines end with LF or CRLF, the last perhaps with nothing; empty ones count but are no records', () => {
  const splitter = splitLines();
  const records = [...splitter.write('{"a":1}\r\n\n  \n{"b":'), ...splitter.write('2}'), ...splitter.end()];
  expect(records).toEqual([
    { text: '{"a":1}', line: 1, row: 1, next: 2 },
    { text: '{"b":2}', line: 4, row: 4, next: 5 },
  ]);
});

test('a line too long to keep is a fault, and the next is read', () => {
  const splitter = splitLines(10);
  const records = ['x'.repeat(8), 'x'.repeat(8), 'x\nnext\n', 'y'.repeat(11)].flatMap((text) =>
    splitter.write(text),
  );
  expect([...records, ...splitter.end()]).toEqual([
    { text: '', line: 1, row: 1, next: 2, fault: 'too-long' },
    { text: 'next', line: 2, row: 2, next: 3 },
    { text: '', line: 3, row: 3, next: 4, fault: 'too-long' },
  ]);
});

test('any text gives the same lines, wherever it is cut', () => {
  const any = fc.string({ unit: fc.constantFrom('a', '本', '\n', '\r', ' ') });
  fc.assert(
    fc.property(any, fc.nat(40), (text, cut) => {
      const whole = splitLines();
      const cutUp = splitLines();
      expect([...cutUp.write(text.slice(0, cut)), ...cutUp.write(text.slice(cut)), ...cutUp.end()]).toEqual([
        ...whole.write(text),
        ...whole.end(),
      ]);
    }),
  );
});
