import { areaList } from '@vant/area-data';
import { aliasesOf, shortName, spell } from './division-names.mjs';

/** @typedef {import('../../src/load/divisions.ts').DivisionRow} DivisionRow */

// The mainland's 医保 does not apply in 台湾, 香港 and 澳门, so nobody is insured or filed there.
const elsewhere = /^(?:71|81|82)/;

// 省直辖县 and 县 head lists of counties, 110100 repeats 110000: none is a place.
const placeholders = /^(?:1[12]01|3101|500[12]|[1-6]\d90)00$/;

// Counties that answer to their province directly are their own 统筹区, as prefectures are.
const directCounty = /^(?:4190|4290|4690|6590)\d\d$/;

// The data set lists neither; both run a 医保 of their own.
const additions = { 133100: '雄安新区', 660000: '新疆生产建设兵团' };

/**
 * Every division at which one can be insured, in the order of their codes.
 * @returns {DivisionRow[]}
 */
export function makeDivisionRows() {
  return Object.entries({ ...namesFromDataSet(), ...additions })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => makeRow(code, name));
}

/**
 * @param {string} code
 * @param {string} name
 * @returns {DivisionRow}
 */
function makeRow(code, name) {
  const short = shortName(name);
  const given = short === name.slice(0, -1) ? '' : short;
  const aliases = aliasesOf(code, name).join(' ');
  const spellings = spell(short).join(' ');
  if (aliases) return [Number(code), name, spellings, given, aliases];
  return given ? [Number(code), name, spellings, given] : [Number(code), name, spellings];
}

function namesFromDataSet() {
  const { province_list, city_list, county_list } = areaList;
  return Object.fromEntries([
    ...Object.entries(province_list).filter(([code]) => !elsewhere.test(code)),
    ...Object.entries(city_list).filter(([code]) => !(elsewhere.test(code) || placeholders.test(code))),
    ...Object.entries(county_list).filter(([code]) => directCounty.test(code)),
  ]);
}
