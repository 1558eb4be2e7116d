import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PackedPackage, packPackage } from '../support/packed-package.ts';

let packed: PackedPackage;
beforeAll(() => {
  packed = packPackage();
});
afterAll(() => packed?.remove());

const yibao = (...args: string[]) =>
  packed.run('npx', ['--yes', '--package', packed.tarball, '--', 'yibao', ...args]);

describe('the packed package', () => {
  test('is smaller than 3 MB unpacked', () => expect(packed.unpackedSize).toBeLessThan(3_000_000));

  test('ships the command, its data and the licences, and no sources', () => {
    expect(packed.files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'bin/yibao.js',
        'dist/THIRD-PARTY-LICENSES.txt',
        'dist/checklist.schema.json',
        'dist/cli/main.js',
        'dist/data/districts.json',
        'dist/data/divisions.json',
        'dist/flow.schema.json',
        'dist/fonts/LICENSE.txt',
        'dist/fonts/noto-sans-sc-subset.ttf.br',
      ]),
    );
    expect(packed.files.filter((path) => /^(?:src|tests|tools|docs)\//.test(path))).toEqual([]);
  });

  test('installs alone, without network', () => {
    const { code, stderr } = packed.run('npm', ['install', '--prefix', packed.emptyFolder, packed.tarball]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const folder = join(packed.emptyFolder, 'node_modules');
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['yibao']);
    const manifest = JSON.parse(readFileSync(join(folder, 'yibao', 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
    expect(readdirSync(join(folder, 'yibao'))).not.toContain('node_modules');
  });
});

describe('npx, in an empty folder and without network', () => {
  test('lists the procedures', () => {
    const { code, stdout, stderr } = yibao('list');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toContain('异地就医');
  });

  test('shows the help in Chinese', () => {
    const { code, stdout } = yibao('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('显示帮助');
  });

  test('says that answers are missing, and prints no list', () =>
    expect(yibao('yidi', '--no-input')).toMatchObject({ code: 3, stdout: '' }));
});
