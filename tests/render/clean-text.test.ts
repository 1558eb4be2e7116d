import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanDeep, cleanText } from '../../src/render/clean-text.ts';

test.each([
  ['a colour', '\u001b[31m红\u001b[0m字', '红字'],
  ['clearing the screen', '前\u001b[2J\u001b[H后', '前后'],
  ['8-bit sequences', '前\u009b31m后', '前后'],
  ['a window title', '前\u001b]0;假标题\u0007后', '前后'],
  ['a link', '\u001b]8;;https://evil.example\u001b\\点这里\u001b]8;;\u001b\\', '点这里'],
  ['a device string', '前\u001bPq#0;2\u001b\\后', '前后'],
  ['a reset', '前\u001bc后', '前后'],
  ['an unfinished sequence', '前\u001b', '前'],
  ['other controls', '前\u0000\u0007\u0008\u007f后', '前后'],
  ['bidi controls', '前\u202e\u2066\u200f后', '前后'],
  ['unseen characters', '前\u200b\ufeff\u00ad后', '前后'],
  ['half a surrogate', '前\ud800后', '前\ufffd后'],
  ['a carriage return', 'abc\rdef', 'abc def'],
  ['line ends between Chinese', '前面\n  后面', '前面后面'],
  ['line ends between words', 'one\r\ntwo', 'one two'],
  ['spaces around and in a row', '  前 \t 后  ', '前 后'],
  ['nothing of what people write', '“医保”APP（2 次）👨‍👩‍👧☑️é', '“医保”APP（2 次）👨‍👩‍👧☑️é'],
])('removes %s', (_, hostile, clean) => {
  expect(cleanText(hostile)).toBe(clean);
});

const hostile = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\u001b', '[', ']', 'm', '\u009b', '\u0007', '\n', '\u202e', '医'),
  ),
});

test('what is left holds no control or bidi character, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const clean = cleanText(text);
      expect(clean).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      expect(clean).not.toMatch(/\p{Surrogate}/u);
      expect(cleanText(clean)).toBe(clean);
    }),
    { numRuns: 1000 },
  );
});

test('cleans every text of a structure and nothing else', () => {
  expect(cleanDeep({ a: ['x\u0007', 2, { b: 'y\u001b[1m' }], c: true, d: undefined })).toEqual({
    a: ['x', 2, { b: 'y' }],
    c: true,
    d: undefined,
  });
});
