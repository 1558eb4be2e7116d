import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageFolder } from '../support/package-folder.ts';
import { type Findings, lintPlantedFiles } from './lint-planted-files.ts';

const folders = ['model', 'engine', 'check', 'render', 'load', 'interview', 'cli'] as const;
type Folder = (typeof folders)[number];

/** Design section 2: what each folder may import of ours besides itself, and of others. */
const arrows: Record<Folder, { ours: readonly Folder[]; others: readonly string[] }> = {
  model: { ours: [], others: [] },
  engine: { ours: ['model'], others: [] },
  check: { ours: ['engine', 'model'], others: [] },
  render: {
    ours: ['model'],
    others: ['string-width', 'pdfkit', 'fontkit', 'ical-generator', '@noble/hashes/sha2.js'],
  },
  load: {
    ours: ['model'],
    others: ['yaml', 'zod', 'zod/locales', 'node:fs', 'node:fs/promises', 'node:process'],
  },
  interview: {
    ours: ['engine', 'model'],
    others: [
      '@inquirer/core',
      '@inquirer/prompts',
      'env-paths',
      'string-width',
      'node:fs',
      'node:fs/promises',
      'node:process',
    ],
  },
  cli: {
    ours: ['interview', 'render', 'check', 'load', 'engine', 'model'],
    others: ['commander', 'ora', 'node:fs', 'node:process'],
  },
};
const others = [...new Set(Object.values(arrows).flatMap((arrow) => arrow.others))];
const pure: readonly Folder[] = ['model', 'engine', 'check', 'render'];
const forbiddenGlobals = {
  Date: 'export const now = Date.now();',
  'new Date': 'export const today = new Date();',
  performance: 'export const now = performance.now();',
  globalThis: 'export const now = globalThis.Date.now();',
  process: 'export const home = process.env.HOME;',
  Buffer: "export const bytes = Buffer.from('x');",
  setTimeout: 'setTimeout(() => undefined, 1);',
  fetch: "export const page = fetch('x');",
  crypto: 'export const id = crypto.randomUUID();',
  Intl: 'export const words = new Intl.Segmenter();',
};

const waysToImport: Record<string, (from: string) => string> = {
  import: (from) => `import { x } from '${from}';\nexport const y = x;\n`,
  'import type': (from) => `import type { X } from '${from}';\nexport type Y = X;\n`,
  'export from': (from) => `export { x } from '${from}';\n`,
  'import()': (from) => `export const y = import('${from}');\n`,
};
const importing = (from: string): string => `import { x } from '${from}';\nexport const y = x;\n`;

const planted: Record<string, string> = {};
function plant(path: string, text: string): string {
  const place = path.startsWith('bin/') ? path : `src/${path}`;
  planted[place] = text;
  return place;
}

let findings: Findings;
beforeAll(() => {
  findings = lintPlantedFiles(planted);
});
const rulesBrokenBy = (path: string): string[] => [...(findings.get(path) ?? [])];

const imports = 'lint/style/noRestrictedImports';
const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');

describe.each(folders)('%s', (folder) => {
  const { ours, others: allowedOthers } = arrows[folder];

  for (const target of folders.filter((name) => name !== folder)) {
    if (ours.includes(target)) {
      const file = plant(`${folder}/takes-${target}.ts`, importing(`../${target}/thing.ts`));
      test(`may import ${target}`, () => expect(rulesBrokenBy(file)).not.toContain(imports));
    } else if (folder !== 'cli') {
      for (const [way, write] of Object.entries(waysToImport)) {
        const file = plant(`${folder}/${slug(way)}-${target}.ts`, write(`../${target}/thing.ts`));
        test(`may not reach ${target} by ${way}`, () => expect(rulesBrokenBy(file)).toContain(imports));
      }
    }
  }

  const own = plant(`${folder}/takes-own.ts`, importing('./thing.ts'));
  test('may import its own files', () => expect(rulesBrokenBy(own)).not.toContain(imports));

  const barrel = plant(`${folder}/takes-index.ts`, importing('../index.ts'));
  test('may not import the public API', () => expect(rulesBrokenBy(barrel)).toContain(imports));

  const chalk = plant(`${folder}/takes-chalk.ts`, importing('chalk'));
  test('may not import chalk', () => expect(rulesBrokenBy(chalk)).toContain(imports));

  const printing = plant(`${folder}/prints.ts`, "console.log('x');\n");
  test('may not use console', () => expect(rulesBrokenBy(printing)).toContain('lint/suspicious/noConsole'));

  for (const name of others) {
    const file = plant(`${folder}/takes-other-${slug(name)}.ts`, importing(name));
    if (allowedOthers.includes(name)) {
      test(`may import ${name}`, () => expect(rulesBrokenBy(file)).not.toContain(imports));
    } else if (folder !== 'cli') {
      test(`may not import ${name}`, () => expect(rulesBrokenBy(file)).toContain(imports));
    }
  }
});

describe.each(pure)('%s is pure', (folder) => {
  for (const [name, text] of Object.entries(forbiddenGlobals)) {
    const file = plant(`${folder}/uses-${slug(name)}.ts`, `${text}\n`);
    test(`so it may not use ${name}`, () =>
      expect(rulesBrokenBy(file)).toContain('lint/style/noRestrictedGlobals'));
  }
});

describe('the exceptions', () => {
  const clock = plant('load/reads-clock.ts', 'export const now = Date.now();\n');
  test('load may use node but may not read the clock', () =>
    expect(rulesBrokenBy(clock)).toContain('lint/style/noRestrictedGlobals'));

  for (const folder of ['cli', 'interview']) {
    const theme = plant(`${folder}/theme.ts`, importing('chalk'));
    test(`the theme of ${folder} may import chalk`, () =>
      expect(rulesBrokenBy(theme)).not.toContain(imports));
  }
  const skip = plant('interview/theme-skip.ts', importing('../load/thing.ts'));
  test('a theme opens no other door', () => expect(rulesBrokenBy(skip)).toContain(imports));

  const launcher = plant('bin/launcher.js', "import('../dist/engine.cjs');\n");
  test('the launcher may import nothing', () => expect(rulesBrokenBy(launcher)).toContain(imports));
  test('the launcher loads the built command, and of Node what tells where it is', () => {
    const code = readFileSync(join(packageFolder, 'bin/yibao.js'), 'utf8');
    const names = [...code.matchAll(/\brequire\((.*?)\)/g)].map(([, name]) => name);
    expect(names).toEqual(["'../dist/cli/main.cjs'", "'node:url'"]);
  });

  const deep = plant('engine/deep/takes-load.ts', importing('../../load/thing.ts'));
  test('a subfolder has the arrows of its folder', () => expect(rulesBrokenBy(deep)).toContain(imports));
  const deepModel = plant('engine/deep/takes-model.ts', importing('../../model/thing.ts'));
  test('a subfolder may import what its folder may', () =>
    expect(rulesBrokenBy(deepModel)).not.toContain(imports));
  const detour = plant('engine/takes-detour.ts', importing('./../load/thing.ts'));
  test('a path that winds does not get through', () => expect(rulesBrokenBy(detour)).toContain(imports));
});

describe('everywhere', () => {
  plant('model/ring-a.ts', "import { b } from './ring-b.ts';\nexport const a = () => b;\n");
  const ring = plant('model/ring-b.ts', "import { a } from './ring-a.ts';\nexport const b = () => a;\n");
  test('an import cycle is an error', () =>
    expect(rulesBrokenBy(ring)).toContain('lint/suspicious/noImportCycles'));

  const byDefault = plant('cli/by-default.ts', 'export default 1;\n');
  test('a default export is an error', () =>
    expect(rulesBrokenBy(byDefault)).toContain('lint/style/noDefaultExport'));

  const misnamed = plant('cli/misNamed.ts', 'export const x = 1;\n');
  test('a file name is kebab-case', () =>
    expect(rulesBrokenBy(misnamed)).toContain('lint/style/useFilenamingConvention'));

  const barrel = plant('cli/barrel.ts', "export * from './thing.ts';\n");
  test('a barrel is an error inside src', () =>
    expect(rulesBrokenBy(barrel)).toContain('lint/performance/noBarrelFile'));
  const publicApi = plant('index.ts', "export { x } from './load/thing.ts';\n");
  test('the public API may re-export', () =>
    expect(rulesBrokenBy(publicApi)).not.toContain('lint/performance/noBarrelFile'));

  const tangled = plant(
    'cli/tangled.ts',
    `export function f(n: number): number {\n${'for (;;) { if (n) { if (n > 1) { n--;\n'.repeat(3)}${'} } }\n'.repeat(3)}return n;\n}\n`,
  );
  test('a tangled function is an error', () =>
    expect(rulesBrokenBy(tangled)).toContain('lint/complexity/noExcessiveCognitiveComplexity'));
});
