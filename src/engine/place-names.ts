import type { Division } from '../model/place.ts';
import { type Atlas, atlasOf } from './atlas.ts';

/** A division by every name that it answers to, as `normalizePlace` writes them. */
export interface PlaceNames {
  readonly division: Division;
  /** Full and short Chinese names and aliases, alone and after their province. */
  readonly chinese: readonly string[];
  /** Full spellings, alone and after their province, with and without sheng or shi. */
  readonly pinyin: readonly string[];
  /** First letters of the syllables: yy for 益阳. */
  readonly initials: readonly string[];
}

const known = new WeakMap<readonly Division[], readonly PlaceNames[]>();

/** All divisions with their names, made once. */
export function placeNames(divisions: readonly Division[]): readonly PlaceNames[] {
  const before = known.get(divisions);
  if (before) return before;
  const atlas = atlasOf(divisions);
  const made = divisions.map((division) => namesOf(atlas, division));
  known.set(divisions, made);
  return made;
}

/** A place as typed: full-width letters made plain, spaces and apostrophes dropped, in lower case. */
export function normalizePlace(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·,，、/-]/g, '');
}

function namesOf(atlas: Atlas, division: Division): PlaceNames {
  const provinces = provincesOf(atlas, division);
  const chinese = [division.name, division.short, ...division.aliases].map(normalizePlace);
  const pinyin = spellings(division);
  return {
    division,
    chinese: [...new Set([...chinese, ...afterProvince(provinces.flatMap(chineseOf), chinese)])],
    pinyin: [...new Set([...pinyin, ...afterProvince(provinces.flatMap(spellings), pinyin)])],
    initials: initialsOf(division),
  };
}

/** The one it belongs to, and the one it lies in: 石河子 is of the 兵团 and in 新疆, and people write either. */
function provincesOf(atlas: Atlas, { code, parent }: Division): Division[] {
  if (parent === undefined) return [];
  const codes = new Set([parent, `${code.slice(0, 2)}0000`]);
  return [...codes].flatMap((one) => atlas.get(one) ?? []);
}

function chineseOf({ name, short, aliases }: Division): string[] {
  return [name, short, ...aliases].map(normalizePlace);
}

function afterProvince(provinces: readonly string[], names: readonly string[]): string[] {
  return provinces.flatMap((province) => names.map((name) => province + name));
}

/** 省 and 市 may be spelt out or not. */
function spellings({ name, pinyin }: Division): string[] {
  const ending = name.endsWith('省') ? 'sheng' : name.endsWith('市') ? 'shi' : '';
  return [...new Set(pinyin.flatMap((spelling) => [spelling, spelling + ending]))];
}

const INITIAL = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?';
const FINAL =
  '(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ui|ao|ou|iu|ie|ve|ue|er|an|en|in|un|vn|ia|ua|uo|a|o|e|i|u|v)';

/** First letters where a spelling has as many syllables as its name has characters; several ways may fit. */
function initialsOf({ short, pinyin }: Division): string[] {
  const count = [...short].length;
  const split = new RegExp(`^${`(${INITIAL}${FINAL})`.repeat(count)}$`);
  const found = pinyin.flatMap((spelling) => {
    const syllables = split.exec(spelling)?.slice(1) ?? [];
    return syllables.length > 0 ? syllables.map((syllable) => syllable.slice(0, 1)).join('') : [];
  });
  return [...new Set(found)];
}
