import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentName, nameKey } from '../../../src/cli/batch/document-name.ts';

test.each([
  ['张三', '张三'],
  [42, '42'],
  ['../../etc/passwd', '_._.._etc_passwd'],
  ['C:\\Users\\a', 'C__Users_a'],
  ['.hidden', '_hidden'],
  ['-rf', '_rf'],
  ['a. . ', 'a'],
  ['con', '_con'],
  ['LPT1.txt', '_LPT1.txt'],
  ['console', 'console'],
  ['a\u0000b\u202ec\nd', 'a_b_c_d'],
  ['   ', '_'],
  ['..', '_'],
])('the id %j becomes the name %j', (id, name) => {
  expect(documentName(id, 1)).toBe(name);
});

test('a record without id is named by its line', () => expect(documentName(null, 12)).toBe('line-12'));

test('a long id is cut between letters', () => {
  expect(documentName('本'.repeat(100), 1)).toBe('本'.repeat(66));
});

test('whatever the id, the name is one plain file of the folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      const name = documentName(id, 1);
      expect(name).toMatch(/^[^./\\\s-]/u);
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|[. ]$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(documentName(name, 1)).toBe(name);
    }),
  );
});

test('names that some disk takes for one have one key', () => {
  expect(nameKey('STRASSE')).toBe(nameKey('straße'));
  expect(nameKey('é')).toBe(nameKey('E\u0301'));
});
