import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadFlows } from '../../src/load/load-flows.ts';
import { parseAnswersText } from '../../src/load/read-answers.ts';
import { readFlowFiles } from '../../src/load/read-flow-files.ts';
import { inFlow, problemLine, problemsAfter } from '../support/tell-problems.ts';
import { TOY_DIVISIONS, type ToyEdit, toyFiles } from '../support/toy-flows.ts';

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

const inside = (section: string, text: string): ToyEdit =>
  inFlow(`\n${section}:\n`, `\n${section}:\n${text}`);
const yesNo = (index: number): string => `  q${index}: { ask: 是？, type: yes-no, no-unsure: 知 }\n`;
const option = (index: number): string => `o${index}: 第 ${index} 个, `;
const label = (text: string): ToyEdit => inFlow('paper: 纸的', `paper: "${text}"`);

/** What is too much, how it gets there, and the first thing that is said. */
const spans = repeat(
  12,
  (n) =>
    `, { from: 2026-${String(n + 1).padStart(2, '0')}-01, to: 2026-${String(n + 1).padStart(2, '0')}-28 }`,
);

/** What is too much, and how it gets there. */
const TOO_MUCH: readonly (readonly [what: string, edit: ToyEdit])[] = [
  ['questions', inside('questions', repeat(201, yesNo))],
  [
    'options',
    inside('questions', `  many: { ask: 何？, no-unsure: 知, options: { ${repeat(201, option)} } }\n`),
  ],
  [
    'entries',
    inside('questions', `  many: { ask: 何？, no-unsure: 知, options: { ${repeat(1_001, option)} } }\n`),
  ],
  [
    'lines',
    inside(
      'steps',
      repeat(995, (n) => `  s${n}: { title: 去, sources: [library-law] }\n`),
    ),
  ],
  ['tree nodes', inFlow('  - born\n', `  - member: { yes: [${'born, '.repeat(990)}born], no: [] }\n`)],
  [
    'changes',
    inFlow('changes:\n', `changes:\n${repeat(200, (n) => `  - { from: ${3000 + n}-01-01, change: {} }\n`)}`),
  ],
  ['characters', inside('steps', `  # ${'长'.repeat(250_000)}\n`)],
  ['characters of a text', inFlow('title: 办借书证\n', `title: ${'长'.repeat(5_001)}\n`)],
  ['characters of a label', label('长'.repeat(201))],
  ['placeholders of a text', inFlow('<home>两种都有', '<home>'.repeat(11))],
  ['labels in labels', label('<member>'.repeat(6))],
  [
    'tests',
    inside(
      'derive',
      `  d0: is-child\n${repeat(60, (n) => `  d${n + 1}: { all: [d${n}, { not: d${n} }] }\n`)}`,
    ),
  ],
  ['working days', inFlow('working-days: [1, 5]', 'working-days: 1000000000')],
  ['months', inFlow('plus: { lookup: tables/months, by: [reader] }', 'plus: 1e12')],
  ['days off', ['holidays.yaml', 'off: [', `off: [${spans.slice(2)}, `]],
  [
    'cases',
    [
      'toy/cases.yaml',
      'cases:\n',
      `cases:\n${repeat(500, (n) => `  - { id: c${n}, title: 甲, answers: {}, outcome: free }\n`)}`,
    ],
  ],
];

test('what is too much is told at once, at its place', () => {
  expect(TOO_MUCH.map(([, edit]) => problemsAfter([edit])[0])).toEqual([
    'too-many-parts toy/flow.yaml:24:1 写得太多了，一个流程这里最多 200 个',
    'too-many-parts toy/flow.yaml:25:3 写得太多了，一个流程这里最多 200 个',
    'too-many-entries toy/flow.yaml:25:43 这里写了太多条，最多 1000 条',
    'too-many-parts toy/flow.yaml:89:1 写得太多了，一个流程这里最多 500 个',
    'too-many-parts toy/flow.yaml:9:1 写得太多了，一个流程这里最多 1000 个',
    'too-many-parts toy/flow.yaml:110:1 写得太多了，一个流程这里最多 200 个',
    'file-too-long toy/flow.yaml:1:1 文件太大，最多 250000 个字符',
    'scalar-too-long toy/flow.yaml:2:8 这段文字太长，最多 5000 个字符',
    'scalar-too-long toy/flow.yaml:51:16 这段文字太长，最多 200 个字符',
    'too-many-placeholders toy/flow.yaml:50:10 文字里的 <…> 太多，这里最多 10 处',
    'too-many-placeholders toy/flow.yaml:48:3 文字里的 <…> 太多，这里最多 5 处',
    'too-many-tests toy/flow.yaml:61:3 这个名字展开来要看 300 个以上的条件，太复杂，请写简单些',
    'duration-form toy/flow.yaml:98:11 时间太长，这种单位最多写 1000',
    'duration-form toy/flow.yaml:63:31 时间太长，这种单位最多写 1200',
    'invalid-span holidays.yaml:2:3 这一年的放假太多，最多 150 天，不然没有工作日可数',
    'too-many-parts toy/cases.yaml:2:3 写得太多了，一个流程这里最多 500 个',
  ]);
});

test('after two hundred problems nothing more is looked for', () => {
  const keys = repeat(900, (n) => `unknown-${n}: 1\n`);
  const { flows, problems } = loadFlows(toyFiles(inFlow('terms:', `${keys}terms:`)), TOY_DIVISIONS);
  expect(flows).toEqual([]);
  expect(problems).toHaveLength(201);
  expect(problemLine(problems.at(-1) ?? (problems[0] as never))).toBe(
    'too-many-problems toy/flow.yaml:313:1 后面还有问题，没有再往下读；请先改好前面这些',
  );
});

test('a message quotes no more of a file than a person reads', () => {
  const [told = ''] = problemsAfter([inFlow('  - home\n', `  - ${'a'.repeat(4_000)}\n`)]);
  expect(told).toHaveLength(337);
  expect(told).toMatch(/a…$/);
});

test('nodes of all outside files together are counted, aliases in full', () => {
  const bomb = `a: &a [${'x, '.repeat(900)}x]\nb: [${'*a, '.repeat(40)}*a]\n`;
  const files = [1, 2, 3].map((n) => ({ path: `my/tables/t${n}.yaml`, text: bomb, outside: true }));
  const told = loadFlows([...toyFiles(), ...files], TOY_DIVISIONS).problems.map(problemLine);
  expect(told.filter((line) => line.startsWith('too-many-nodes'))).toEqual([
    'too-many-nodes my/tables/t3.yaml:2:105 内容太多；多半是别名（*名字）一层层重复展开了',
  ]);
});

test('answers of too many mistakes are told as far as they are read', async () => {
  const text = repeat(900, (n) => `q${n}: { a: 1 }\n`);
  const { answers, problems } = await parseAnswersText(text, '答.yaml', 'yaml');
  expect(answers).toEqual({});
  expect(problems).toHaveLength(201);
});

const empty = mkdtempSync(join(tmpdir(), 'yibao-empty-'));
afterAll(() => rmSync(empty, { recursive: true }));

test('a folder without flows is told, and the built-in flows are not checked in its place', async () => {
  mkdirSync(join(empty, 'flow.yaml'));
  const packageRoot = new URL('../../', import.meta.url);
  const { problems, named } = await readFlowFiles(packageRoot, [empty]);
  expect(problems).toEqual([
    {
      code: 'no-flow-files',
      message: '文件夹里没有流程文件；流程写在 <流程>/flow.yaml',
      severity: 'error',
      file: empty,
      line: 1,
      column: 1,
    },
  ]);
  expect([...named]).toEqual([empty]);
});
