import type { Division } from '../model/place.ts';
import { NATION } from '../model/place.ts';

/** "43", "4309" or "430900" as the six digits of a known place; undefined where there is none. */
export function normalisePlaceCode(
  written: string,
  divisions: ReadonlyMap<string, Division>,
): string | undefined {
  if (!/^(\d{2}|\d{4}|\d{6})$/.test(written)) return undefined;
  const code = written.padEnd(6, '0');
  return divisions.has(code) ? code : undefined;
}

/** Whether a paper of one place is a local paper of another: the same place, or its province. */
export function isPaperOf(paper: string, place: string, divisions: ReadonlyMap<string, Division>): boolean {
  return paper === place || paper === divisions.get(place)?.parent;
}

/** The code of a place file: as `normalisePlaceCode`, and "00" is the nation. */
export function placeFileCode(written: string, divisions: ReadonlyMap<string, Division>): string | undefined {
  return /^(00|0000|000000)$/.test(written) ? NATION : normalisePlaceCode(written, divisions);
}
