import { expect, test } from 'vitest';
import { compare, judge, spreadOf } from './compare.mjs';

const slow = { id: 'slow', what: '慢', against: '快', unit: '×', atMost: 1.5, goal: '≤ 1.5' } as const;
const rich = { id: 'rich', what: '多', against: '少', unit: '%', atLeast: 20, goal: '≥ 20 %' } as const;
const flat = (median: number) => ({ min: median, median, max: median });

test('the spread of some samples is their least, middle and greatest', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
  expect(spreadOf([4, 1, 3, 2])).toEqual({ min: 1, median: 2.5, max: 4 });
  expect(() => spreadOf([])).toThrow('no samples');
});

test('a target is met up to its bound, missed up to a third past it, then far', () => {
  expect([1.5, 1.51, 2, 2.01].map((median) => judge(slow, flat(median)))).toEqual([
    'met',
    'missed',
    'missed',
    'far',
  ]);
  expect([20, 19.9, 15, 14.9].map((median) => judge(rich, flat(median)))).toEqual([
    'met',
    'missed',
    'missed',
    'far',
  ]);
});

test('the median decides, not one slow sample', () => {
  expect(judge(slow, { min: 1.1, median: 1.4, max: 9 })).toBe('met');
});

test('a target without figures was not measured', () => {
  const verdicts = compare([slow, rich], { rich: flat(25) });
  expect(verdicts.map(({ target, verdict }) => [target.id, verdict])).toEqual([
    ['slow', 'not-measured'],
    ['rich', 'met'],
  ]);
});
