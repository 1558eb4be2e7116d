import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineBuffer } from '../../../src/cli/batch/line-buffer.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const texts = fc.array(fc.tuple(fc.boolean(), fc.oneof(fc.constant(','), fc.string({ unit: 'grapheme' }))));

test('pieces come out as their bytes, in order, in memory of any size', () => {
  fc.assert(
    fc.property(fc.nat(40), texts, (size, pieces) => {
      const lines = new LineBuffer(new ArrayBuffer(size));
      for (const [isShared, text] of pieces) isShared ? lines.shared(bytesOf(text)) : lines.text(text);
      expect(Buffer.from(lines.take()).toString()).toBe(pieces.map(([, text]) => text).join(''));
    }),
  );
});

test('the memory that is given is used, and written over the next time', () => {
  const memory = new ArrayBuffer(64);
  for (const text of ['甲乙丙', '丁']) {
    const lines = new LineBuffer(memory);
    lines.text(text);
    const taken = lines.take();
    expect(taken.buffer).toBe(memory);
    expect(Buffer.from(taken).toString()).toBe(text);
  }
});

test('lines longer than the memory come out whole', () => {
  const lines = new LineBuffer();
  const long = '本'.repeat(700_000);
  lines.text('a');
  lines.text(long);
  lines.shared(bytesOf(long));
  expect(Buffer.from(lines.take()).toString()).toBe(`a${long}${long}`);
});
