import { expect, test } from 'vitest';
import { atlasOf } from '../../src/engine/atlas.ts';
import { sameCity, sameGroup, samePool, sameProvince } from '../../src/engine/same-place.ts';
import { DIVISIONS } from '../support/build-flow.ts';

const atlas = atlasOf(DIVISIONS);
const [YIYANG, CHANGSHA, HUNAN, BEIJING, BAODING, HEBEI] = [
  '430900',
  '430100',
  '430000',
  '110000',
  '130600',
  '130000',
];

test('two places are one city or not, and within a province that is all one knows it is unknown', () => {
  expect(sameCity(atlas, YIYANG, YIYANG)).toBe('yes');
  expect(sameCity(atlas, YIYANG, CHANGSHA)).toBe('no');
  expect(sameCity(atlas, YIYANG, HUNAN)).toBe('unknown');
  expect(sameCity(atlas, HUNAN, HUNAN)).toBe('unknown');
  expect(sameCity(atlas, HUNAN, BAODING)).toBe('no');
});

test('a municipality is city and province at once', () => {
  expect(sameCity(atlas, BEIJING, BEIJING)).toBe('yes');
  expect(sameProvince(atlas, BEIJING, BEIJING)).toBe('yes');
  expect(sameCity(atlas, BEIJING, BAODING)).toBe('no');
});

test('a province is that of its cities', () => {
  expect(sameProvince(atlas, YIYANG, HUNAN)).toBe('yes');
  expect(sameProvince(atlas, YIYANG, BAODING)).toBe('no');
});

test('within a province a pool is what its own rules say', () => {
  const pool = (says: string | undefined) => samePool(atlas, YIYANG, CHANGSHA, () => says);
  expect(pool('yes')).toBe('yes');
  expect(pool('no')).toBe('no');
  expect(pool(undefined)).toBe('unknown');
  expect(samePool(atlas, YIYANG, HUNAN, () => 'no')).toBe('unknown');
  expect(samePool(atlas, YIYANG, YIYANG, () => undefined)).toBe('yes');
  expect(samePool(atlas, YIYANG, BAODING, () => 'yes')).toBe('no');
});

test('a city belongs to a group by itself or by its province', () => {
  const group = [BEIJING, HEBEI];
  expect(sameGroup(atlas, BEIJING, BAODING, group)).toBe('yes');
  expect(sameGroup(atlas, BEIJING, YIYANG, group)).toBe('no');
  expect(sameGroup(atlas, BEIJING, HEBEI, [BEIJING, BAODING])).toBe('unknown');
});
