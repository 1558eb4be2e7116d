import type { Division } from '../model/place.ts';

/**
 * How the built table holds a division: code, full name, spellings, short name (absent or empty if it is
 * the full name without its last character), further names. Lists are split by spaces.
 */
export type DivisionRow = [code: number, name: string, spellings: string, short?: string, aliases?: string];

/** A county or district and the division one is insured in there. */
export type DistrictRow = [name: string, cityCode: string];

/** How the built table holds districts: names, split by spaces, by the code of their city. */
export type DistrictTable = Readonly<Record<string, string>>;

const municipalities = new Set([110000, 120000, 310000, 500000]);

/** Turns the rows of dist/data/divisions.json into divisions. */
export function decodeDivisions(rows: readonly DivisionRow[]): Division[] {
  return rows.map(decodeDivision);
}

/** Written out field by field: every run decodes all of them, once. */
function decodeDivision(row: DivisionRow): Division {
  const [code, name] = row;
  const short = row[3] || name.slice(0, -1);
  const pinyin = wordsOf(row[2]);
  const aliases = wordsOf(row[4] ?? '');
  const parent = parentOf(code);
  if (parent !== code) {
    return { code: String(code), name, short, pinyin, aliases, level: 'city', parent: String(parent) };
  }
  const level = municipalities.has(code) ? 'municipality' : 'province';
  return { code: String(code), name, short, pinyin, aliases, level };
}

function wordsOf(text: string): string[] {
  if (text === '') return [];
  return text.includes(' ') ? text.split(' ') : [text];
}

/** Turns dist/data/districts.json into a row for each district, in the order of their cities. */
export function decodeDistricts(table: DistrictTable): DistrictRow[] {
  return Object.entries(table).flatMap(([code, names]) =>
    names.split(' ').map((name): DistrictRow => [name, code]),
  );
}

/** A province, also its own, is the first two digits; the cities of the 兵团 have another one than their code says. */
function parentOf(code: number): number {
  return Math.floor(code / 100) === 6590 ? 660000 : Math.floor(code / 10000) * 10000;
}
