import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolder } from '../support/package-folder.ts';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly resolved?: string;
}

const read = (name: string) => JSON.parse(readFileSync(join(packageFolder, name), 'utf8'));
const manifest = read('package.json') as {
  name: string;
  version: string;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
};
const lock = read('package-lock.json') as {
  lockfileVersion: number;
  packages: Record<string, LockedPackage & { devDependencies?: Record<string, string> }>;
};
const { '': project, ...locked } = lock.packages;

/** What checks, compiles or measures, and data that ships: another version gives another result. */
const EXACT = [
  '@biomejs/biome',
  '@lydell/node-pty',
  '@vant/area-data',
  '@vitest/coverage-v8',
  'knip',
  'publint',
  'typescript',
  'vitest',
];

test('every locked package has one version and a strong sum of its content', () => {
  expect(lock.lockfileVersion).toBe(3);
  expect(Object.keys(locked).length).toBeGreaterThan(100);
  const loose = Object.entries(locked).filter(
    ([, { version, integrity, link }]) =>
      link || !/^\d+\.\d+\.\d+/.test(version ?? '') || !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('no package comes from anywhere but the registry, and the lockfile names no host', () => {
  expect(Object.entries(locked).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(Object.values(manifest.devDependencies).filter((range) => /[:/*]|latest/.test(range))).toEqual([]);
});

test('the lockfile is that of this package.json', () =>
  expect(project).toMatchObject({
    name: manifest.name,
    version: manifest.version,
    devDependencies: manifest.devDependencies,
  }));

test('what another version would change is pinned', () => {
  expect(EXACT.filter((name) => !/^\d+\.\d+\.\d+$/.test(manifest.devDependencies[name] ?? ''))).toEqual([]);
  expect(manifest.devDependencies['@vitest/coverage-v8']).toBe(manifest.devDependencies.vitest);
  expect(manifest.devDependencies.rolldown).toMatch(/^~\d+\.\d+\.\d+$/);
});
