import type { Level } from '../model/checklist.ts';
import { type Division, NATION } from '../model/place.ts';

/** The divisions, ready for questions about codes. */
export interface Atlas {
  readonly divisions: readonly Division[];
  readonly get: (code: string) => Division | undefined;
  /** A code's province; a province's or municipality's own code. */
  readonly provinceOf: (code: string) => string;
  /** Whether a code names a province and leaves its city open. A municipality does not. */
  readonly isProvinceOnly: (code: string) => boolean;
}

const atlases = new WeakMap<readonly Division[], Atlas>();

/** The atlas of some divisions, made once. */
export function atlasOf(divisions: readonly Division[]): Atlas {
  const known = atlases.get(divisions);
  if (known) return known;
  const made = makeAtlas(divisions);
  atlases.set(divisions, made);
  return made;
}

function makeAtlas(divisions: readonly Division[]): Atlas {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  return {
    divisions,
    get: (code) => byCode.get(code),
    provinceOf: (code) => byCode.get(code)?.parent ?? `${code.slice(0, 2)}0000`,
    isProvinceOnly: (code) => byCode.get(code)?.level === 'province',
  };
}

/** The codes whose rules hold in a place, the nation first, the most local last. */
export function placeChain(atlas: Atlas, code: string | undefined): readonly string[] {
  if (code === undefined) return [NATION];
  const province = atlas.provinceOf(code);
  return province === code ? [NATION, code] : [NATION, province, code];
}

/** How local a code is. A municipality has nothing more local, so it counts as a city. */
export function levelOf(atlas: Atlas, code: string): Level {
  if (code === NATION) return 'nation';
  return atlas.get(code)?.level === 'province' ? 'province' : 'city';
}
