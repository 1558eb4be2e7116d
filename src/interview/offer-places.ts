import { searchPlaces } from '../engine/search-places.ts';
import type { Division } from '../model/place.ts';
import type { OfferedPlace } from './prompter.ts';
import { districtLabel } from './wording.ts';

/** A county or district by its Chinese name, and the code of the city that it leads to. */
export type DistrictRow = readonly [name: string, cityCode: string];

/** Fewer characters of a district's name would match too many. */
const SHORTEST = 2;
const MOST_DISTRICTS = 20;

/** The places that what has been typed may mean: provinces and cities first, then districts by their city. */
export function offerPlaces(
  divisions: readonly Division[],
  districts: readonly DistrictRow[],
  typed: string,
): OfferedPlace[] {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  const found = searchPlaces(divisions, typed).map((division) => ({
    code: division.code,
    label: fullName(byCode, division),
    ...exactly(isOwnName(division, text)),
  }));
  const named = new Set(found.flatMap(({ code, exact }) => (exact ? code : [])));
  const others = districts.filter(([, code]) => !named.has(code));
  return [...found, ...throughDistricts(byCode, others, text)];
}

function throughDistricts(
  byCode: ReadonlyMap<string, Division>,
  districts: readonly DistrictRow[],
  text: string,
): OfferedPlace[] {
  if ([...text].length < SHORTEST) return [];
  const found = districts.flatMap(([name, code]): OfferedPlace[] => {
    const city = byCode.get(code);
    if (!city) return [];
    const full = fullName(byCode, city);
    // 江苏鼓楼 and 南京鼓楼区 are ways to tell one 鼓楼区 from another.
    const rest = withoutCity(text, byCode, city);
    if (rest === '' || !name.startsWith(rest) || (rest !== text && [...rest].length < SHORTEST)) return [];
    return [
      { code, label: districtLabel(full, name), ...exactly(name === rest || name.slice(0, -1) === rest) },
    ];
  });
  return found.sort((a, b) => Number(b.exact ?? false) - Number(a.exact ?? false)).slice(0, MOST_DISTRICTS);
}

/** What follows the name of the city or of its province, where the text begins with one. */
function withoutCity(text: string, byCode: ReadonlyMap<string, Division>, city: Division): string {
  const province = city.parent === undefined ? undefined : byCode.get(city.parent);
  let rest = text;
  for (const place of [province, city]) {
    const said = place && [place.name, place.short].find((name) => rest.startsWith(name));
    if (said !== undefined && rest.length > said.length) rest = rest.slice(said.length);
  }
  return rest;
}

function fullName(byCode: ReadonlyMap<string, Division>, { name, parent }: Division): string {
  return `${byCode.get(parent ?? '')?.name ?? ''}${name}`;
}

function isOwnName({ code, name, short, aliases, pinyin }: Division, text: string): boolean {
  const plain = text.toLowerCase();
  return [code, name, short, ...aliases, ...pinyin].includes(plain);
}

function exactly(exact: boolean): { exact?: true } {
  return exact ? { exact: true } : {};
}
