import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ALLOWED_LICENCES } from '../../tools/third-party-licences.mjs';
import { packageFolder } from '../support/package-folder.ts';

const read = (path: string): string => readFileSync(join(packageFolder, path), 'utf8');
const shipped = [...read('dist/THIRD-PARTY-LICENSES.txt').matchAll(/^(\S+) (\d\S*) \((.+)\)$/gm)].map(
  ([, name = '', version = '', licence = '']) => ({ name, version, licence }),
);

interface Locked {
  readonly version: string;
  readonly license?: string;
}
const locked = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
).map(([path, { version, license }]) => ({
  name: path.split('node_modules/').at(-1),
  version,
  licence: license,
}));

test('all that is bundled is under a licence of the list', () => {
  expect(shipped.length).toBeGreaterThan(30);
  expect(shipped.filter(({ licence }) => !ALLOWED_LICENCES.has(licence))).toEqual([]);
  expect([...ALLOWED_LICENCES].sort()).toEqual([
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'ISC',
    'MIT',
    'Unlicense',
  ]);
});

test('all that is bundled is locked, in that version and under that licence', () =>
  expect(
    shipped.filter(
      (found) =>
        !locked.some(
          ({ name, version, licence }) =>
            name === found.name && version === found.version && licence === found.licence,
        ),
    ),
  ).toEqual([]));

test('the font ships with its own licence', () =>
  expect(read('dist/fonts/LICENSE.txt')).toContain('SIL OPEN FONT LICENSE'));
