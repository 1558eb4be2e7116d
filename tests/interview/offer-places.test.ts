import { expect, test } from 'vitest';
import { type DistrictRow, offerPlaces } from '../../src/interview/offer-places.ts';
import { decodeDistricts, decodeDivisions } from '../../src/load/divisions.ts';
import { makeDistrictTable } from '../../tools/divisions/district-table.mjs';
import { makeDivisionRows } from '../../tools/divisions/division-table.mjs';

const rows = makeDivisionRows();
const divisions = decodeDivisions(rows);
const districts: readonly DistrictRow[] = decodeDistricts(makeDistrictTable(rows));

const labels = (typed: string, most = 5) =>
  offerPlaces(divisions, districts, typed)
    .slice(0, most)
    .map(({ label }) => label);

test.each([
  ['湖南', '湖南省'],
  ['益阳', '湖南省益阳市'],
  ['yiyang', '湖南省益阳市'],
  ['430900', '湖南省益阳市'],
  ['湖南益阳', '湖南省益阳市'],
])('%s offers %s first', (typed, label) => {
  expect(labels(typed)[0]).toBe(label);
});

test('first letters offer all places that have them, and results narrow', () => {
  expect(labels('yy')).toEqual(expect.arrayContaining(['湖南省益阳市', '湖南省岳阳市']));
  expect(labels('yiy')).toEqual(['湖南省益阳市']);
});

test('a province offers itself, then its cities', () => {
  expect(labels('湖南', 3)).toEqual(['湖南省', '湖南省长沙市', '湖南省株洲市']);
});

test('the same name in two provinces is told apart', () => {
  expect(labels('suzhou')).toEqual(['江苏省苏州市', '安徽省宿州市']);
  expect(labels('鼓楼区')).toEqual([
    '江苏省南京市（鼓楼区）',
    '江苏省徐州市（鼓楼区）',
    '福建省福州市（鼓楼区）',
    '河南省开封市（鼓楼区）',
  ]);
  expect(labels('南京鼓楼')).toEqual(['江苏省南京市（鼓楼区）']);
});

test('a district leads to its city, after places of that name', () => {
  expect(offerPlaces(divisions, districts, '桃江')).toEqual([
    { code: '430900', label: '湖南省益阳市（桃江县）', exact: true },
  ]);
  expect(labels('浦东')).toEqual(['上海市（浦东新区）']);
  expect(labels('朝阳')).toEqual(['辽宁省朝阳市', '北京市（朝阳区）', '吉林省长春市（朝阳区）']);
  // 长沙县 is in 长沙市, which is offered already.
  expect(labels('长沙')).toEqual(['湖南省长沙市']);
});

test('nothing is offered for what is nowhere', () => {
  expect(labels('火星')).toEqual([]);
});
