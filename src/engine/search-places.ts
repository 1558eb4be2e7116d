import type { Division } from '../model/place.ts';
import { normalizePlace, type PlaceNames, placeNames } from './place-names.ts';

type Rank = (names: PlaceNames, typed: string) => boolean;

const isName = (names: PlaceNames, typed: string) =>
  names.chinese.includes(typed) || names.pinyin.includes(typed) || names.division.code === typed;

const startsOwnName = ({ division }: PlaceNames, typed: string) =>
  [division.name, division.short, ...division.pinyin].some((name) => name.startsWith(typed));

/** The best first. */
const RANKS: readonly Rank[] = [
  isName,
  startsOwnName,
  ({ division }, typed) => division.code.startsWith(typed),
  ({ initials }, typed) => initials.some((letters) => letters.startsWith(typed)),
  ({ chinese, pinyin }, typed) => [...chinese, ...pinyin].some((name) => name.startsWith(typed)),
  ({ division }, typed) => division.name.includes(typed),
];

/**
 * The places that what has been typed so far may mean, the likeliest first: Chinese, pinyin, the first
 * letters of the syllables, or a code. With nothing typed, the provinces.
 *
 * @example
 * searchPlaces(flow.common.divisions, 'yiy').map(({ name }) => name); // ['益阳市']
 */
export function searchPlaces(divisions: readonly Division[], typed: string): Division[] {
  const text = normalizePlace(typed);
  const all = placeNames(divisions);
  if (text === '') return divisions.filter(({ parent }) => parent === undefined);
  const ranked = all.flatMap((names) => {
    const rank = RANKS.findIndex((fits) => fits(names, text));
    return rank < 0 ? [] : [{ rank, division: names.division }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ division }) => division);
}
