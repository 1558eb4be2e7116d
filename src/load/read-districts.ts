import { readFile } from 'node:fs/promises';
import { type DistrictRow, type DistrictTable, decodeDistricts } from './divisions.ts';

/** Counties and districts of the built package, by which a city may be found. */
export async function readDistricts(packageRoot: URL): Promise<DistrictRow[]> {
  const text = await readFile(new URL('dist/data/districts.json', packageRoot), 'utf8');
  return decodeDistricts(JSON.parse(text) as DistrictTable);
}
