import type { Division } from '../model/place.ts';
import { atlasOf } from './atlas.ts';
import { editDistance } from './nearest-name.ts';
import { normalizePlace, type PlaceNames, placeNames } from './place-names.ts';

/** What a text says of a place: one place, several that it may mean, or none, with near ones to suggest. */
export type ResolvedPlace =
  | { readonly match: Division }
  | { readonly candidates: readonly Division[] }
  | { readonly nearest: readonly Division[] };

/**
 * Understands a place as people write it: a code of 2, 4 or 6 digits, a full or short name, a name after
 * its province's, a known alias, or full pinyin. It never guesses: where several places answer to a
 * name it gives them all, and a slip is only suggested.
 *
 * @example
 * const found = resolvePlace(flow.common.divisions, 'suzhou');
 * 'candidates' in found && found.candidates.map(({ name }) => name); // ['苏州市', '宿州市']
 */
export function resolvePlace(divisions: readonly Division[], text: string): ResolvedPlace {
  const typed = normalizePlace(text);
  if (typed === '' || typed.length > LONGEST) return { nearest: [] };
  // Scripts give codes, and the names of all places take long to make.
  const coded = CODE.test(typed) ? atlasOf(divisions).get(typed.padEnd(6, '0')) : undefined;
  if (coded) return { match: coded };
  const all = placeNames(divisions);
  for (const isMeant of [byChinese, byPinyin, byLooseChinese]) {
    const meant = all.filter((names) => isMeant(names, typed)).map(({ division }) => division);
    const [only] = meant;
    if (only) return meant.length === 1 ? { match: only } : { candidates: meant };
  }
  return { nearest: nearestPlaces(all, typed) };
}

const LONGEST = 40;

const CODE = /^(?:\d{2}|\d{4}|\d{6})$/;

function byChinese({ chinese }: PlaceNames, typed: string): boolean {
  return chinese.includes(typed);
}

function byPinyin({ pinyin }: PlaceNames, typed: string): boolean {
  return pinyin.includes(typed);
}

/** 恩施州 and 新疆自治区 are how people say places that officially have a longer name. */
function byLooseChinese({ division, chinese }: PlaceNames, typed: string): boolean {
  return Object.entries(LONGER_ENDINGS).some(
    ([said, official]) =>
      typed.endsWith(said) &&
      division.name.endsWith(official) &&
      chinese.includes(typed.slice(0, -said.length)),
  );
}

const LONGER_ENDINGS: Readonly<Record<string, string>> = { 自治州: '自治州', 州: '自治州', 自治区: '自治区' };

/** Of a county's code the city is near; of a name, those that differ in one place. */
function nearestPlaces(all: readonly PlaceNames[], typed: string): Division[] {
  if (/^\d{6}$/.test(typed)) {
    const [city, province] = [`${typed.slice(0, 4)}00`, `${typed.slice(0, 2)}0000`];
    const near = all.map(({ division }) => division);
    return [
      ...near.filter(({ code }) => code === city),
      ...near.filter(({ code }) => code === province),
    ].slice(0, 1);
  }
  const isSlip = (name: string) => name.length > 1 && editDistance(typed, name) === 1;
  return all
    .filter(
      ({ chinese, pinyin }) =>
        chinese.some((name) => isLongEnough(typed, 2) && isSlip(name)) ||
        pinyin.some((name) => isLongEnough(typed, 4) && isSlip(name)),
    )
    .map(({ division }) => division)
    .slice(0, MOST_SUGGESTED);
}

function isLongEnough(typed: string, least: number): boolean {
  return typed.length >= least;
}

const MOST_SUGGESTED = 5;
