import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineBuffer } from '../../../src/cli/batch/line-buffer.ts';

const shared = (text: string) => ({ text, bytes: new TextEncoder().encode(text) });
const texts = fc.array(fc.tuple(fc.boolean(), fc.string({ unit: 'grapheme' })));

test('pieces come out as their bytes, in order, time after time', () => {
  const lines = new LineBuffer();
  fc.assert(
    fc.property(texts, (pieces) => {
      for (const [isShared, text] of pieces) isShared ? lines.shared(shared(text)) : lines.text(text);
      expect(Buffer.from(lines.take()).toString()).toBe(pieces.map(([, text]) => text).join(''));
    }),
  );
});

test('a line longer than the memory at hand comes out whole', () => {
  const lines = new LineBuffer();
  const long = '本'.repeat(700_000);
  lines.text('a');
  lines.text(long);
  lines.shared(shared(long));
  const taken = lines.take();
  lines.text('next');
  expect(Buffer.from(taken).toString()).toBe(`a${long}${long}`);
  expect(Buffer.from(lines.take()).toString()).toBe('next');
});
