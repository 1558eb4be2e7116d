import { describe, expect, test } from 'vitest';
import { decodeDistricts, decodeDivisions } from '../../src/load/divisions.ts';
import { makeDistrictTable } from '../../tools/divisions/district-table.mjs';
import { makeDivisionRows } from '../../tools/divisions/division-table.mjs';

const rows = makeDivisionRows();
const divisions = decodeDivisions(rows);
const districts = decodeDistricts(makeDistrictTable(rows));
const named = (name: string) => divisions.find((division) => division.name === name);
const citiesOf = (district: string) =>
  districts.filter(([name]) => name === district).map(([, city]) => city);

describe('the table of divisions', () => {
  test('has 31 provinces and the 兵团', () =>
    expect(divisions.filter(({ level }) => level !== 'city')).toHaveLength(32));

  test('has 333 prefectures, 雄安 and 32 counties that answer to a province', () => {
    const cities = divisions.filter(({ level }) => level === 'city').map(({ code }) => code);
    const direct = cities.filter((code) => /^(?:4190|4290|4690|6590)/.test(code));
    expect(direct).toHaveLength(32);
    expect(cities).toHaveLength(333 + 1 + 32);
  });

  test('has each code once, in order', () => {
    const codes = divisions.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test('has six digits in every code', () =>
    expect(divisions.filter(({ code }) => !/^[1-6]\d{5}$/.test(code))).toEqual([]));

  test('has no heading among the places', () =>
    expect(divisions.filter(({ name }) => name.length < 3 || /直辖/.test(name))).toEqual([]));

  test('leaves out the places where the 医保 of the mainland does not apply', () =>
    expect(divisions.filter(({ code }) => /^[78]/.test(code))).toEqual([]));

  test('takes less than 16 kB', () => expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(16_000));

  test.each(['北京市', '天津市', '上海市', '重庆市'])('has %s once, as province and city', (name) =>
    expect(divisions.filter((division) => division.name === name)).toMatchObject([{ level: 'municipality' }]),
  );
});

describe('a division belongs to its province', () => {
  test.each([
    ['益阳市', '430900', '430000'],
    ['仙桃市', '429004', '420000'],
    ['济源市', '419001', '410000'],
    ['五指山市', '469001', '460000'],
    ['雄安新区', '133100', '130000'],
    ['石河子市', '659001', '660000'],
    ['白杨市', '659012', '660000'],
    ['乌鲁木齐市', '650100', '650000'],
  ])('%s is %s under %s', (name, code, parent) => expect(named(name)).toMatchObject({ code, parent }));

  test('a province has none', () => expect(named('湖南省')).not.toHaveProperty('parent'));

  test('every parent is in the table', () => {
    const codes = new Set(divisions.map(({ code }) => code));
    expect(divisions.filter(({ parent }) => parent && !codes.has(parent))).toEqual([]);
  });
});

describe('a short name is what people say', () => {
  test.each([
    ['恩施土家族苗族自治州', '恩施'],
    ['呼伦贝尔市', '呼伦贝尔'],
    ['海南藏族自治州', '海南'],
    ['海西蒙古族藏族自治州', '海西'],
    ['博尔塔拉蒙古自治州', '博尔塔拉'],
    ['克孜勒苏柯尔克孜自治州', '克孜勒苏'],
    ['伊犁哈萨克自治州', '伊犁'],
    ['新疆维吾尔自治区', '新疆'],
    ['内蒙古自治区', '内蒙古'],
    ['广西壮族自治区', '广西'],
    ['宁夏回族自治区', '宁夏'],
    ['西藏自治区', '西藏'],
    ['阿拉善盟', '阿拉善'],
    ['大兴安岭地区', '大兴安岭'],
    ['神农架林区', '神农架'],
    ['琼中黎族苗族自治县', '琼中'],
    ['定安县', '定安'],
    ['雄安新区', '雄安'],
    ['新疆生产建设兵团', '兵团'],
    ['沈阳市', '沈阳'],
  ])('%s is %s', (name, short) => expect(named(name)?.short).toBe(short));

  test('none keeps the name of a people or a kind of place', () =>
    expect(divisions.filter(({ short }) => /族|自治|地区|.[省盟县市]$/.test(short))).toEqual([]));
});

describe('a spelling is found however it is usual', () => {
  test.each([
    ['陕西省', ['shaanxi']],
    ['山西省', ['shanxi']],
    ['西藏自治区', ['xizang', 'tibet']],
    ['内蒙古自治区', ['neimenggu', 'neimeng']],
    ['吕梁市', ['lvliang', 'luliang']],
    ['乌鲁木齐市', ['wulumuqi', 'urumqi']],
    ['呼和浩特市', ['huhehaote', 'hohhot']],
    ['拉萨市', ['lasa', 'lhasa']],
    ['喀什地区', ['kashi', 'kashgar']],
    ['重庆市', ['chongqing']],
    ['六安市', ['luan']],
    ['蚌埠市', ['bengbu']],
    ['亳州市', ['bozhou']],
    ['乐山市', ['leshan']],
    ['厦门市', ['xiamen']],
    ['长治市', ['changzhi']],
  ])('%s', (name, pinyin) => expect(named(name)?.pinyin).toEqual(pinyin));

  test('every spelling is plain lower-case letters', () =>
    expect(divisions.flatMap(({ pinyin }) => pinyin).filter((word) => !/^[a-z]+$/.test(word))).toEqual([]));
});

describe('further names', () => {
  test('each one-character name leads to one province', () => {
    const letters = [...'京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇陕秦甘陇青宁新藏蒙'];
    const owners = letters.map(
      (letter) => divisions.filter(({ aliases }) => aliases.includes(letter)).length,
    );
    expect(owners).toEqual(letters.map(() => 1));
  });

  test.each([
    ['湖南省', '湘'],
    ['恩施土家族苗族自治州', '恩施州'],
    ['巴音郭楞蒙古自治州', '巴州'],
    ['石河子市', '第八师'],
    ['新疆生产建设兵团', '新疆兵团'],
  ])('%s is also %s', (name, alias) => expect(named(name)?.aliases).toContain(alias));
});

describe('a district leads to its city', () => {
  test.each([
    ['赫山区', ['430900']],
    ['海淀区', ['110000']],
    ['彭水苗族土家族自治县', ['500000']],
    ['浦东新区', ['310000']],
    ['虎门镇', ['441900']],
    ['雄县', ['133100']],
    ['龙港市', ['330300']],
  ])('%s', (name, cities) => expect(citiesOf(name)).toEqual(cities));

  test('a name that four cities share lists all four', () =>
    expect(citiesOf('鼓楼区')).toEqual(['320100', '320300', '350100', '410200']));

  test('an economic zone is not a district, though 绿园 and 花园 are', () =>
    expect(districts.filter(([name]) => /开发区|高新|园区$/.test(name)).map(([name]) => name)).toEqual([
      '下花园区',
      '绿园区',
      '梁园区',
    ]));

  test('every row points into the table of divisions', () => {
    const codes = new Set(divisions.map(({ code }) => code));
    expect(districts.filter(([, city]) => !codes.has(city))).toEqual([]);
  });

  test('no direct county is a district of itself', () => expect(citiesOf('仙桃市')).toEqual([]));
});
