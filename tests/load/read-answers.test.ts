import { expect, test } from 'vitest';
import { parseAnswersText } from '../../src/load/read-answers.ts';

test('YAML answers stay as written; an unquoted code with a leading zero keeps it', async () => {
  const text = 'home: 益阳\nmember: yes\nhobbies: [novels, 历史]\nage: 12\nzip: 013400\nborn:\n';
  expect(await parseAnswersText(text, 'a.yaml', 'yaml')).toEqual({
    answers: { home: '益阳', member: 'yes', hobbies: ['novels', '历史'], age: 12, zip: '013400', born: null },
    problems: [],
  });
});

test('answers may be wrapped with their flow and date', async () => {
  const wrapped = { flow: 'toy', date: '2026-01-10', answers: { home: '430900' } };
  expect(await parseAnswersText(JSON.stringify(wrapped), 'a.json', 'json')).toEqual({
    answers: wrapped,
    problems: [],
  });
  const yaml = 'flow: toy\ndate: 2026-01-10\nanswers: { home: "430900" }\n';
  expect((await parseAnswersText(yaml, 'a.yaml', 'yaml')).answers).toEqual(wrapped);
});

test('a byte order mark before JSON is no problem', async () => {
  expect((await parseAnswersText('\uFEFF{"a":1}', 'a.json', 'json')).answers).toEqual({ a: 1 });
});

test.each([
  [
    'a map in a map',
    'yaml',
    'home: { city: 益阳 }\n',
    'a:1:7 answers-form “home”的回答要写文字、数字或一列文字，不能再套一层',
  ],
  [
    'a list in a list',
    'yaml',
    'home: [[a]]\n',
    'a:1:7 answers-form “home”的回答要写文字、数字或一列文字，不能再套一层',
  ],
  ['a list of answers', 'yaml', '- 益阳\n', 'a:1:1 answers-form 回答要写成一组“问题: 回答”'],
  ['broken YAML', 'yaml', 'home: [益阳\n', 'a:2:1 yaml-syntax 缩进不对，请和同一层的上一行对齐'],
  ['an empty file', 'yaml', '', 'a:1:1 empty-file 文件里没有内容'],
  ['__proto__ in YAML', 'yaml', '__proto__: { a: 1 }\n', 'a:1:1 forbidden-key 键不能叫“__proto__”'],
  ['__proto__ in JSON', 'json', '{"__proto__":{"a":1}}', 'a:: forbidden-key 键不能叫“__proto__”'],
  ['broken JSON', 'json', '{"home":', 'a:: json-syntax 不是完整的 JSON，请检查引号、逗号和括号'],
  ['a JSON list', 'json', '[1]', 'a:: answers-form 回答要写成一组“问题: 回答”'],
  [
    'a map in JSON',
    'json',
    '{"a":{"b":1}}',
    'a:: answers-form “a”的回答要写文字、数字或一列文字，不能再套一层',
  ],
  [
    'a map in wrapped JSON',
    'json',
    '{"answers":{"a":{"b":1}}}',
    'a:: answers-form “a”的回答要写文字、数字或一列文字，不能再套一层',
  ],
] as const)('%s is told', async (_what, format, text, told) => {
  const { answers, problems } = await parseAnswersText(text, 'a', format);
  expect(answers).toEqual({});
  expect(
    problems.map(
      ({ file, line = '', column = '', code, message }) => `${file}:${line}:${column} ${code} ${message}`,
    ),
  ).toEqual([told]);
});
