import { expect, test } from 'vitest';
import { latePattern } from '../../src/model/late-pattern.ts';

test('a late pattern is the one that its literal would be, and is made once', () => {
  const han = latePattern(String.raw`^\p{Script=Han}+$`, 'gu');
  expect(han()).toEqual(/^\p{Script=Han}+$/gu);
  expect(han()).toBe(han());
});

test('it is not looked at before it is asked for', () => {
  const broken = latePattern('(', 'u');
  expect(broken).toThrow(SyntaxError);
});
