import { expect, test } from 'vitest';
import { ProblemList } from '../../src/load/problem-list.ts';
import { parseYaml } from '../../src/load/yaml-document.ts';
import type { YamlNode } from '../../src/load/yaml-node.ts';
import { problemLine } from '../support/tell-problems.ts';

/** The problems of a text, a line each; for a good one, its plain data. */
function read(text: string): unknown {
  const problems = new ProblemList();
  const node = parseYaml({ path: 'a.yaml', text }, problems);
  return node ? plain(node) : problems.sorted().map(problemLine);
}

function plain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, plain(value)]));
}

test('YAML 1.2: yes, no and dates are texts, only true and false are flags', () => {
  expect(read('a: yes\nb: no\nc: 2026-11-22\nd: true\ne: 12\nf: "012"\ng:\n')).toEqual({
    a: 'yes',
    b: 'no',
    c: '2026-11-22',
    d: true,
    e: 12,
    f: '012',
    g: null,
  });
});

test('a byte order mark and Windows line ends change nothing', () => {
  expect(read('\uFEFFa: 1\r\nb:\r\n  - 二\r\n')).toEqual({ a: 1, b: ['二'] });
});

test('an alias stands for what its anchor holds', () => {
  expect(read('a: &x { b: [1] }\nc: *x\n')).toEqual({ a: { b: [1] }, c: { b: [1] } });
});

test.each([
  ['a tab as indentation', 'a:\n\tb: 1\n', ['tab-indent a.yaml:2:1 缩进里有制表符（Tab），请换成空格']],
  [
    'a NUL character',
    'a: 1\nb: \0\n',
    ['nul-character a.yaml:2:4 文件里有空字符（NUL），它不是文本文件，或已经损坏'],
  ],
  [
    'a second document',
    'a: 1\n---\nb: 2\n',
    ['several-documents a.yaml:2:1 一个文件里只能有一份 YAML，请删去“---”和它后面的另一份'],
  ],
  ['an empty file', '# 空\n', ['empty-file a.yaml:1:1 文件里没有内容']],
  ['a key written twice', 'a: 1\nb: 2\na: 3\n', ['duplicate-key a.yaml:3:1 “a”在这里写了两次，请只留一个']],
  ['the key __proto__', 'a:\n  __proto__: 1\n', ['forbidden-key a.yaml:2:3 键不能叫“__proto__”']],
  ['the key constructor', '{ constructor: 1 }', ['forbidden-key a.yaml:1:3 键不能叫“constructor”']],
  ['a key that is a list', '[a]: 1\n', ['key-not-text a.yaml:1:1 键要写成一个词，不能是列表、花括号或空']],
  [
    'a placeholder in braces',
    'title: {name}的表\n',
    ['yaml-syntax a.yaml:1:14 这里的符号 YAML 读不懂，请给这段文字加引号'],
  ],
  ['an unknown alias', 'a: *b\n', ['unknown-alias a.yaml:1:4 别名“*b”没有定义，或用在了它自己里面']],
  [
    'an alias inside its own anchor',
    'a: &x [*x]\n',
    ['unknown-alias a.yaml:1:8 别名“*x”没有定义，或用在了它自己里面'],
  ],
  ['a tag', 'a: !js 1\n', ['yaml-syntax a.yaml:1:4 不能用 YAML 标签（感叹号开头的写法），请删去']],
  [
    'a colon in a text',
    'say: 注意: 带上证件\n',
    ['yaml-syntax a.yaml:1:6 “键: 值”后面又出现了一个冒号加空格，请把这段文字加引号'],
  ],
  [
    'an open quote',
    'a: "b\n',
    ['yaml-syntax a.yaml:2:1 少了一个符号：括号或引号没有成对，或“键:”后面缺空格'],
  ],
])('%s is told in one sentence', (_what, text, told) => {
  expect(read(text)).toEqual(told);
});

const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`),
].join('\n');

test.each([
  ['aliases that explode', bomb, 'too-many-nodes'],
  ['brackets by the thousand', '['.repeat(200_000), 'too-deep'],
  ['41 levels', `${'['.repeat(42)}${']'.repeat(42)}`, 'too-deep'],
  [
    'maps by the thousand',
    Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    'too-deep',
  ],
  ['a file too long', `a: ${'x'.repeat(1_000_000)}`, 'file-too-long'],
  ['as many keys as fit', Array.from({ length: 30_000 }, (_, i) => `${i}:`).join('\n'), 'too-many-entries'],
  ['closing brackets by the thousand', ']'.repeat(100_000), 'yaml-syntax'],
  ['directives by the thousand', '%A\n'.repeat(50_000), 'yaml-syntax'],
  ['dashes by the thousand', '- '.repeat(100_000), 'too-deep'],
  ['question marks by the thousand', '? '.repeat(100_000), 'too-deep'],
  ['maps in maps by the thousand', '{a: '.repeat(60_000), 'too-deep'],
])('%s end quickly', (_what, text, code) => {
  const problems = new ProblemList();
  const started = process.hrtime.bigint();
  expect(parseYaml({ path: 'a.yaml', text }, problems)).toBeUndefined();
  expect(problems.sorted().map((problem) => problem.code)).toEqual([code]);
  expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(5);
});
