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

const municipalities = new Set(['110000', '120000', '310000', '500000']);

/** Turns the rows of dist/data/divisions.json into divisions. */
export function decodeDivisions(rows: readonly DivisionRow[]): Division[] {
  return rows.map(([number, name, spellings, short = '', aliases = '']) => {
    const code = String(number);
    const parent = parentOf(code);
    const common = {
      code,
      name,
      short: short || name.slice(0, -1),
      pinyin: spellings.split(' '),
      aliases: aliases.split(' ').filter(Boolean),
    };
    if (parent !== undefined) return { ...common, level: 'city', parent };
    return { ...common, level: municipalities.has(code) ? 'municipality' : 'province' };
  });
}

/** Turns dist/data/districts.json into a row for each district, in the order of their cities. */
export function decodeDistricts(table: DistrictTable): DistrictRow[] {
  return Object.entries(table).flatMap(([code, names]) =>
    names.split(' ').map((name): DistrictRow => [name, code]),
  );
}

/** A province is the first two digits; only the cities of the 兵团 have another one than their code says. */
function parentOf(code: string): string | undefined {
  if (code.endsWith('0000')) return undefined;
  return code.startsWith('6590') ? '660000' : `${code.slice(0, 2)}0000`;
}
