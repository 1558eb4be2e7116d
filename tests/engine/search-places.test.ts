import { expect, test } from 'vitest';
import { searchPlaces } from '../../src/engine/search-places.ts';
import { DIVISIONS } from '../support/build-flow.ts';

const found = (typed: string) => searchPlaces(DIVISIONS, typed).map(({ name }) => name);

test('Chinese, pinyin, first letters and codes find a place as it is typed', () => {
  expect(found('益')).toEqual(['益阳市']);
  expect(found('yiy')).toEqual(['益阳市']);
  expect(found('yy')).toEqual(['益阳市']);
  expect(found('4309')).toEqual(['益阳市']);
  expect(found('cs')).toEqual(['长沙市']);
  expect(found('xa')).toEqual(['西安市']);
});

test('the place itself comes first, then what begins so, then its cities', () => {
  expect(found('湖南')).toEqual(['湖南省', '长沙市', '益阳市']);
  expect(found('suzhou')).toEqual(['苏州市', '宿州市']);
  expect(found('海')).toEqual(['海南省', '海口市', '海南藏族自治州', '青海省']);
});

test('with nothing typed the provinces are shown, and for nonsense nothing', () => {
  expect(found('')).toContain('湖南省');
  expect(found('')).not.toContain('益阳市');
  expect(found('qqq')).toEqual([]);
});
