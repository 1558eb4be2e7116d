import { areaList } from '@vant/area-data';

/** @typedef {import('../../src/load/divisions.ts').DivisionRow} DivisionRow */
/** @typedef {import('../../src/load/divisions.ts').DistrictTable} DistrictTable */

// Economic zones are listed beside districts, but nobody gives one as the place they live in.
const zone =
  /开发区|高新区|实验区|示范区|(?:工业|产业|化工)园区|产业园|生态园|街道办事处|市辖区|学院$|东莞港/;

// 雄安 took these three over from 保定; their codes did not follow.
const xiongan = new Set(['130629', '130632', '130638']);

/**
 * Names of counties and districts by the division one is insured in there. A name that several cities
 * share stands with each.
 * @param {readonly DivisionRow[]} divisions
 * @returns {DistrictTable}
 */
export function makeDistrictTable(divisions) {
  const known = new Set(divisions.map(([code]) => String(code)));
  /** @type {Map<string, Set<string>>} */
  const names = new Map();
  for (const [code, name] of Object.entries(areaList.county_list)) {
    const city = cityOf(code);
    if (known.has(code) || !known.has(city) || zone.test(name)) continue;
    names.set(city, (names.get(city) ?? new Set()).add(name));
  }
  return Object.fromEntries([...names].map(([city, found]) => [city, [...found].join(' ')]));
}

/** @param {string} county */
function cityOf(county) {
  if (xiongan.has(county)) return '133100';
  return /^(?:11|12|31|50)/.test(county) ? `${county.slice(0, 2)}0000` : `${county.slice(0, 4)}00`;
}
