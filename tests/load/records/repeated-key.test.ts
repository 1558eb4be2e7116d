import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRepeatedKey } from '../../../src/load/records/repeated-key.ts';

const found = (text: string): string | undefined => {
  const content = JSON.parse(text);
  const { answers } = content;
  return findRepeatedKey(text, Object.keys(content).length + Object.keys(answers ?? {}).length);
};

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a" : 1, "\\u0061"\n:\t2}', 'a'],
  ['{"answers":{"b":1,"b":1}}', 'b'],
  ['{"answers":{"b":1},"answers":{}}', 'answers'],
  ['{"answers":{"b\\"\\\\":1,"b\\"\\\\":1}}', 'b"\\'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ['{"a":"a\\":","answers":{"a":"b:\\\\"}}', undefined],
  ['{"a":{"b":1,"b":2},"answers":[{"b":1,"b":2}]}', undefined],
  ['{"answers":{"a":1},"b":{"a":1}}', undefined],
])('%s', (text, key) => {
  expect(found(text)).toBe(key);
});

test('no text that JSON itself writes has a key twice', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 2), (content, indent) => {
      expect(found(JSON.stringify({ ...content, answers: { ...content } }, null, indent))).toBe(undefined);
    }),
  );
});
