import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commonRules } from '../../src/check/lint/common-rules.ts';
import { flowRules } from '../../src/check/lint/run-rules.ts';
import { checkRules } from '../../src/check/list-rules.ts';
import { MOST_FILE_BYTES, MOST_FILES } from '../../src/load/limits.ts';
import { loadFlows } from '../../src/load/load-flows.ts';
import { readFolder } from '../../src/load/read-folder.ts';
import { loadRuleWords } from '../../src/load/wording-rules.ts';
import { problemLine } from '../support/tell-problems.ts';
import { TOY_DIVISIONS } from '../support/toy-flows.ts';
import { LINT_BREAKERS } from './lint-breakers.ts';
import { LOAD_BREAKERS } from './load-breakers.ts';
import { PROOF_BREAKERS } from './proof-breakers.ts';

const folder = mkdtempSync(join(tmpdir(), 'yibao-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const breakers = LOAD_BREAKERS.map(([code, files, told]) => ({ code, files, told }));

test.each(breakers)('$code is told at its place', ({ code, files, told }) => {
  const lines = loadFlows(files, TOY_DIVISIONS).problems.map(problemLine);
  expect(lines.filter((line) => line.startsWith(`${code} `))).toEqual(told);
});

const BIG = 'x'.repeat(MOST_FILE_BYTES);

/** Rules about a whole folder, broken on a real disk. */
const FOLDER_BREAKERS: Readonly<Record<string, () => void>> = {
  'not-utf8': () => writeFileSync(join(folder, 'flow.yaml'), Uint8Array.of(0xc4, 0xe3)),
  'not-a-file': () => {
    rmSync(join(folder, 'flow.yaml'));
    symlinkSync('/dev/zero', join(folder, 'flow.yaml'));
  },
  'file-too-long': () => {
    rmSync(join(folder, 'flow.yaml'));
    writeFileSync(join(folder, 'flow.yaml'), '');
    truncateSync(join(folder, 'flow.yaml'), MOST_FILE_BYTES + 1);
  },
  'folder-too-big': () => {
    for (const name of ['a.yaml', 'b.yaml', 'c.yaml']) writeFileSync(join(folder, name), BIG);
  },
  'too-many-files': () => {
    for (let number = 0; number < MOST_FILES; number++) writeFileSync(join(folder, `${number}.yaml`), '');
  },
};

test('a folder that cannot be read is told', async () => {
  for (const [code, breakRule] of Object.entries(FOLDER_BREAKERS)) {
    breakRule();
    const { problems } = await readFolder({ folder, shownAs: '我的流程' });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.file).toMatch(/^我的流程/);
  }
});

/** The codes that the tests of the loader see at an exact place: `code file:line:column`. */
function brokenByLoaderTests(): string[] {
  const tests = new URL('../load/', import.meta.url);
  const files = readdirSync(tests).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const text = readFileSync(new URL(name, tests), 'utf8');
    const told = text.matchAll(/'([a-z0-9-]+) [^ ']+:\d+:\d+ |code: '([a-z0-9-]+)'/g);
    return [...told].flatMap(([, atPlace, inObject]) => atPlace ?? inObject ?? []);
  });
}

test('every listed rule of loading is broken by a test', () => {
  const broken = new Set([
    ...brokenByLoaderTests(),
    ...LOAD_BREAKERS.map(([code]) => code),
    ...Object.keys(FOLDER_BREAKERS),
  ]);
  expect(Object.keys(loadRuleWords).filter((code) => !broken.has(code))).toEqual([]);
});

test('every other listed rule is broken by a test', () => {
  // It takes a flow that is far too big, in `prove/work.test.ts`.
  const broken = new Set([
    'proof-unfinished',
    ...[...LINT_BREAKERS, ...PROOF_BREAKERS].map(([code]) => code),
  ]);
  const listed = checkRules().map(({ code }) => code);
  // The loader sees a path without exit first, under the same code.
  expect(listed.filter((code) => !broken.has(code) && !(code in loadRuleWords))).toEqual([]);
  expect([...broken].filter((code) => !listed.includes(code))).toEqual([]);
});

test('every rule that is looked for is listed', () => {
  const listed = new Set(checkRules().map(({ code }) => code));
  const looked = [...flowRules, ...commonRules].map(({ code }) => code);
  expect(looked.filter((code) => !listed.has(code))).toEqual([]);
});

test('every code that the loader can tell of a flow is listed', () => {
  const wording = new URL('../../src/load/', import.meta.url);
  const codes = readdirSync(wording)
    .filter((name) => /^wording-(?:flow|names|values|yaml)\.ts$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(new URL(name, wording), 'utf8');
      const found = text.matchAll(/(?:bad|wrong|unknown)\(\s*'([a-z0-9-]+)'|code: '([a-z0-9-]+)'/g);
      return [...found].flatMap(([, first, second]) => first ?? second ?? []);
    });
  expect(codes.length).toBeGreaterThan(80);
  const ofAnswers = ['json-syntax', 'answers-form'];
  expect(codes.filter((code) => !(code in loadRuleWords) && !ofAnswers.includes(code))).toEqual([]);
});

test('no rule is listed twice, and each says in one sentence what is wanted', () => {
  const rules = checkRules();
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  const sentences = [...rules.map(({ wants }) => wants), ...Object.values(loadRuleWords)];
  expect(sentences.filter((wants) => wants.length < 5 || wants.endsWith('。'))).toEqual([]);
});
