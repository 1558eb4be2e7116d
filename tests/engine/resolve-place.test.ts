import { expect, test } from 'vitest';
import { resolvePlace } from '../../src/engine/resolve-place.ts';
import { decodeDivisions } from '../../src/load/divisions.ts';
import { makeDivisionRows } from '../../tools/divisions/division-table.mjs';
import { DIVISIONS } from '../support/build-flow.ts';

/** The one name, or a list of several with a question mark, or suggestions with an exclamation mark. */
function resolved(text: string): string {
  const found = resolvePlace(DIVISIONS, text);
  if ('match' in found) return found.match.name;
  const [mark, list] = 'candidates' in found ? ['?', found.candidates] : ['!', found.nearest];
  return `${list.map(({ name }) => name).join(' ')}${mark}`;
}

test.each([
  ['43', '湖南省'],
  ['4309', '益阳市'],
  ['430900', '益阳市'],
  ['益阳市', '益阳市'],
  ['益阳', '益阳市'],
  ['湖南益阳', '益阳市'],
  ['湖南省 益阳市', '益阳市'],
  ['湘', '湖南省'],
  ['京', '北京市'],
  ['北京', '北京市'],
  ['恩施州', '恩施土家族苗族自治州'],
  ['海南州', '海南藏族自治州'],
  ['yiyang', '益阳市'],
  ['YiYang', '益阳市'],
  ['yiyangshi', '益阳市'],
  ['hunan yiyang', '益阳市'],
  ['hunansheng yiyangshi', '益阳市'],
  ["xi'an", '西安市'],
  ['４３０９００', '益阳市'],
])('%s is %s', (text, name) => {
  expect(resolved(text)).toBe(name);
});

test('a name that several places have is never decided by itself', () => {
  expect(resolved('吉林')).toBe('吉林省 吉林市?');
  expect(resolved('海南')).toBe('海南省 海南藏族自治州?');
  expect(resolved('suzhou')).toBe('苏州市 宿州市?');
  expect(resolved('jilin')).toBe('吉林省 吉林市?');
});

test('what is added decides it', () => {
  expect(resolved('吉林市')).toBe('吉林市');
  expect(resolved('吉林省')).toBe('吉林省');
  expect(resolved('吉林吉林')).toBe('吉林市');
  expect(resolved('安徽suzhou')).toBe('!');
  expect(resolved('anhui suzhou')).toBe('宿州市');
  expect(resolved('jilinshi')).toBe('吉林市');
});

test('a city is found after the province it belongs to, and after the one it lies in', () => {
  const divisions = decodeDivisions(makeDivisionRows());
  const found = ['新疆石河子', '兵团石河子', '新疆生产建设兵团石河子市', '石河子'].map((text) =>
    resolvePlace(divisions, text),
  );
  expect(found).toEqual(found.map(() => ({ match: expect.objectContaining({ code: '659001' }) })));
});

test('a slip is only suggested', () => {
  expect(resolved('益杨')).toBe('益阳市!');
  expect(resolved('yiyan')).toBe('益阳市!');
  expect(resolved('shaanx')).toBe('陕西省!');
});

test('a county’s code suggests its city; nonsense suggests nothing', () => {
  expect(resolved('430902')).toBe('益阳市!');
  expect(resolved('999999')).toBe('!');
  expect(resolved('')).toBe('!');
  expect(resolved('长'.repeat(5000))).toBe('!');
});
