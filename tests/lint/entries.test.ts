import { beforeAll, describe, expect, test } from 'vitest';
import { type Findings, lintPlantedFiles } from './lint-planted-files.ts';

const entries = {
  'src/index.ts': [
    './load/flow-store.ts',
    './render/formats.ts',
    './model/flow.ts',
    './engine-api.ts',
    './render-api.ts',
  ],
  'src/engine-api.ts': ['./engine/advance.ts', './model/flow.ts'],
  'src/render-api.ts': ['./render/text-formats.ts', './model/flow.ts'],
};
const everything = [
  ...new Set(Object.values(entries).flat()),
  './render/pdf.ts',
  './cli/main.ts',
  './check/check-flow.ts',
  './interview/prompter.ts',
  './index.ts',
  'yaml',
  'pdfkit',
  'node:fs/promises',
];
const forbidden = (entry: string, allowed: readonly string[]) =>
  everything.filter((from) => {
    const isAllowed = allowed.includes(from) || (entry === 'src/index.ts' && from.startsWith('./render/'));
    return !isAllowed && `src/${from.slice(2)}` !== entry;
  });
const imports = 'lint/style/noRestrictedImports';
const takes = (from: string): string => `export { x } from '${from}';\n`;

let right: Findings;
let wrong: Map<string, Findings>;
beforeAll(() => {
  right = lintPlantedFiles(
    Object.fromEntries(Object.entries(entries).map(([entry, from]) => [entry, from.map(takes).join('')])),
  );
  wrong = new Map(
    everything.map((from) => [
      from,
      lintPlantedFiles(Object.fromEntries(Object.keys(entries).map((entry) => [entry, takes(from)]))),
    ]),
  );
});

describe.each(Object.entries(entries))('%s', (entry, allowed) => {
  test('may re-export what it is the entry of', () => expect(right.get(entry)).toBeUndefined());

  test.each(forbidden(entry, allowed))('may not reach %s', (from) =>
    expect([...(wrong.get(from)?.get(entry) ?? [])]).toContain(imports),
  );
});

test('no folder may import an entry', () => {
  const folders = ['model', 'engine', 'check', 'render', 'load', 'interview', 'cli'];
  const files = folders.flatMap((folder) =>
    ['index', 'engine-api', 'render-api'].map((entry) => [
      `src/${folder}/takes-${entry}.ts`,
      takes(`../${entry}.ts`),
    ]),
  );
  const findings = lintPlantedFiles(Object.fromEntries(files));
  expect(files.filter(([path]) => !findings.get(path ?? '')?.has(imports))).toEqual([]);
});

test('an entry reads no clock', () => {
  const findings = lintPlantedFiles({ 'src/engine-api.ts': 'export const now = Date.now();\n' });
  expect([...(findings.get('src/engine-api.ts') ?? [])]).toContain('lint/style/noRestrictedGlobals');
});
