import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFolder } from '../support/package-folder.ts';
import { type PackedPackage, packPackage } from '../support/packed-package.ts';

/** All that ships, and nothing else. Only chunks have names that a build makes up. */
const CONTENTS = `
CHANGELOG.md
LICENSE
README.md
package.json
bin/package.json
bin/yibao.js
dist/THIRD-PARTY-LICENSES.txt
dist/batch-line.schema.json
dist/checklist.schema.json
dist/flow.schema.json
dist/cli/batch-worker.cjs
dist/cli/check-worker.cjs
dist/cli/main.cjs
dist/index.js
dist/index.cjs
dist/engine.js
dist/engine.cjs
dist/render.js
dist/render.cjs
dist/chunks/<name>.cjs
dist/browser/engine.js
dist/browser/render.js
dist/browser/chunks/<name>.js
dist/types/<name>.d.ts
dist/types/engine/<name>.d.ts
dist/types/load/<name>.d.ts
dist/types/model/<name>.d.ts
dist/types/render/<name>.d.ts
dist/data/districts.json
dist/data/divisions.json
dist/flows/common.json
dist/flows/index.json
dist/flows/<procedure>.json
dist/fonts/LICENSE.txt
dist/fonts/noto-sans-sc-subset.ttf.br
flows/README.md
flows/holidays.yaml
flows/<procedure>/flow.yaml
flows/<procedure>/cases.yaml
flows/places/<number>-<name>.yaml
flows/shared/materials.yaml
flows/shared/questions.yaml
flows/shared/sources.yaml
flows/shared/steps.yaml
flows/shared/terms.yaml
flows/shared/warnings.yaml
flows/shared/tables/<name>.yaml
`
  .trim()
  .split('\n')
  .map(patternOf);

function patternOf(listed: string): RegExp {
  const procedures = readdirSync(join(packageFolder, 'flows')).filter((name) => /^[a-z]+$/.test(name));
  const parts: Record<string, string> = {
    '<name>': '[A-Za-z\\d_-]+',
    '<number>': '\\d+',
    '<procedure>': `(?:${procedures.filter((name) => !['places', 'shared'].includes(name)).join('|')})`,
  };
  const pattern = listed.split(/(<\w+>)/).map((part) => parts[part] ?? part.replaceAll('.', '\\.'));
  return new RegExp(`^${pattern.join('')}$`);
}

let packed: PackedPackage;
beforeAll(() => {
  packed = packPackage();
});
afterAll(() => packed?.remove());

const yibao = (...args: string[]) =>
  packed.run('npx', ['--yes', '--package', packed.tarball, '--', 'yibao', ...args]);

describe('the packed package', () => {
  test('is smaller than 3 MB unpacked', () => expect(packed.unpackedSize).toBeLessThan(3_000_000));

  test('ships exactly the files of the list', () => {
    expect(packed.files.filter((path) => !CONTENTS.some((listed) => listed.test(path)))).toEqual([]);
    expect(CONTENTS.filter((listed) => !packed.files.some((path) => listed.test(path)))).toEqual([]);
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
