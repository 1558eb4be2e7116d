import type { Truth } from '../model/truth.ts';
import type { Atlas } from './atlas.ts';

/** Whether two places are one city. Where only a province is known, this is unknown within it. */
export function sameCity(atlas: Atlas, a: string, b: string): Truth {
  if (atlas.isProvinceOnly(a) || atlas.isProvinceOnly(b)) {
    return atlas.provinceOf(a) === atlas.provinceOf(b) ? 'unknown' : 'no';
  }
  return a === b ? 'yes' : 'no';
}

/** Whether two places lie in one province. */
export function sameProvince(atlas: Atlas, a: string, b: string): Truth {
  return atlas.provinceOf(a) === atlas.provinceOf(b) ? 'yes' : 'no';
}

/**
 * Whether two places are one pool (统筹区): one city, or one province that pools as one.
 * `poolIsProvince` gives the province's own fact, `undefined` where nobody has verified it.
 */
export function samePool(
  atlas: Atlas,
  a: string,
  b: string,
  poolIsProvince: (province: string) => string | number | undefined,
): Truth {
  const city = sameCity(atlas, a, b);
  if (city === 'yes' || sameProvince(atlas, a, b) === 'no') return city;
  const pool = poolIsProvince(atlas.provinceOf(a));
  if (pool === 'yes') return 'yes';
  return pool === 'no' ? city : 'unknown';
}

/** Whether two places both lie in a group of places. A city counts by its province too. */
export function sameGroup(atlas: Atlas, a: string, b: string, members: readonly string[]): Truth {
  const both = [inGroup(atlas, a, members), inGroup(atlas, b, members)];
  if (both.includes('no')) return 'no';
  return both.includes('unknown') ? 'unknown' : 'yes';
}

function inGroup(atlas: Atlas, code: string, members: readonly string[]): Truth {
  if (members.includes(code) || members.includes(atlas.provinceOf(code))) return 'yes';
  const holdsMember = members.some((member) => atlas.provinceOf(member) === code);
  return atlas.isProvinceOnly(code) && holdsMember ? 'unknown' : 'no';
}
