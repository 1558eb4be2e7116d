import { expect, test } from 'vitest';
import { editDistance, nearestName } from '../../src/load/nearest-name.ts';

test.each([
  ['when', 'whne', 1],
  ['care-place', 'care-place', 0],
  ['', 'abc', 3],
  ['异地就医', '异地救医', 1],
  ['kitten', 'sitting', 3],
])('from %s to %s is %i', (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance);
});

test.each([
  ['alias', 'aliases'],
  ['car', 'card'],
  ['zzz', undefined],
  ['card', undefined],
  ['x'.repeat(10_000), undefined],
])('the name nearest to %.20s is %s', (given, nearest) => {
  expect(nearestName(given, ['aliases', 'card', 'title'])).toBe(nearest);
});
