import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toGb18030 } from '../../support/to-gb18030.ts';
import { runCli } from '../test-context.ts';
import { TOY_ANSWERS } from '../toy-flow.ts';
import { toyStore } from '../toy-store.ts';
import { fileOf, linesOf, ndjson, newFolder, runToyBatch } from './batch-runs.ts';

/** What became of each record, in short. */
const told = (stdout: string) =>
  linesOf(stdout).map(({ line, record, id, ok, checklist, error }) => [
    record === undefined ? line : [line, record],
    id,
    ok ? checklist.outcome.id : error.code,
  ]);

const other = { answers: { who: 'other' } };

test('each line of NDJSON gives a line, in order, and a bad one does not keep the rest', async () => {
  const stdin = [
    JSON.stringify({ id: 'a', answers: TOY_ANSWERS }),
    '{"id":"b","answers":{"who":"others"}}',
    '',
    'not json',
    '[1]',
    '{"id":7,"answers":{"who":"other"},"date":"2027-01-01"}',
    '{"id":"c"}',
    '{"id":"d","answers":{}}',
    '{"answers":{"who":"other"},"dates":"2027-01-01"}',
    '{"answers":{"who":"other"},"date":"2027-02-30"}',
    '{"answers":{"谁来办？":"别人"}}',
    '{"answers":{"whom":"other"}}',
    '{"answers":{"who":"other","谁来办":"self"}}',
    '{"id":{},"answers":{}}',
    '{"answers":{"who":["other"],"__proto__":1}}',
    '{"flow":"yidi","answers":{}}',
  ].join('\r\n');
  const { code, stdout, stderr } = await runToyBatch([], { stdin });
  expect(told(stdout)).toEqual([
    [1, 'a', 'do-it'],
    [2, 'b', 'invalid-answer'],
    [4, null, 'not-json'],
    [5, null, 'not-an-object'],
    [6, 7, 'not-you'],
    [7, null, 'no-answers'],
    [8, 'd', 'missing-answers'],
    [9, null, 'unknown-key'],
    [10, null, 'wrong-date'],
    [11, null, 'not-you'],
    [12, null, 'unknown-answer'],
    [13, null, 'invalid-answer'],
    [14, null, 'wrong-id'],
    [15, null, 'unknown-answer'],
    [16, null, 'usage'],
  ]);
  expect(code).toBe(2);
  expect(stderr).toMatchInlineSnapshot(`
    "一共 15 条，有 12 条没办成：输出里 "ok" 是 false 的就是，"error" 写着为什么。
    "
  `);
});

test('a line holds the very document of -f json, and the very error', async () => {
  const answers = Object.entries(TOY_ANSWERS).flatMap(([id, value]) => ['-a', `${id}=${value}`]);
  const one = await runCli(['toy', ...answers, '-f', 'json'], { store: toyStore() });
  const [line] = linesOf((await runToyBatch([], { stdin: ndjson({ answers: TOY_ANSWERS }) })).stdout);
  expect(line.checklist).toEqual(JSON.parse(one.stdout));
  const missing = await runCli(['toy', '-a', 'who=self', '-f', 'json'], { store: toyStore() });
  const [failed] = linesOf((await runToyBatch([], { stdin: ndjson({ answers: { who: 'self' } }) })).stdout);
  expect({ error: failed.error }).toEqual(JSON.parse(missing.stderr));
});

test('a table names its questions by id or in Chinese; an empty cell was not answered', async () => {
  const rows = [
    '编号,谁来办,home,手上有什么材料？,paid,缴了几个月,first-day,愿意签承诺书吗,日期',
    'a,家人代办,湖南益阳,"身份证,户口簿",2026/10,12,2026/1/5,是,2026/12/1',
    'b,别人,,,,,,,',
    ',本人,,,,,,,',
    'd,本人,益阳',
  ];
  const { code, stdout } = await runToyBatch([fileOf('名单.csv', toGb18030(rows.join('\r\n')))]);
  expect(code).toBe(2);
  expect(told(stdout)).toEqual([
    [2, 'a', 'do-it'],
    [3, 'b', 'not-you'],
    [4, null, 'missing-answers'],
    [5, null, 'wrong-cells'],
  ]);
  const [{ checklist }] = linesOf(stdout);
  expect(checklist.date).toBe('2026-12-01');
  const values = checklist.answers.map(({ question, value }: Record<string, unknown>) => [question, value]);
  expect(Object.fromEntries(values)).toEqual(TOY_ANSWERS);
});

test('where cells hold line ends, the row is told beside the line', async () => {
  const stdin = 'id,who,home\n"a\nb",other,\nc,other,\n';
  expect(told((await runToyBatch([], { stdin })).stdout)).toEqual([
    [2, 'a\nb', 'not-you'],
    [[4, 3], 'c', 'not-you'],
  ]);
});

test('columns that are no question are refused, and how to leave them out is said', async () => {
  const stdin = 'id,姓名,woh,部 门\n1,张三,other,x\n';
  const { code, stdout, stderr } = await runToyBatch([], { stdin });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatchInlineSnapshot(`
    "表头里有“试办一件事”没有的列：“姓名”、“woh”、“部 门”。
      “woh”是不是想写 who（谁来办？）？
      不是题的列，加上 --ignore 姓名 --ignore '部 门' 就不看它们。
      用 yibao questions toy 看有哪些题。
    "
  `);
  const without = await runToyBatch([], { stdin: stdin.replace('id,', '工号,') });
  expect(without.stderr).toContain('\n  要用哪一列给每份清单起名（如工号），就把那一列的表头改成“编号”。\n');
  const stdinRight = stdin.replace('woh', 'who');
  const ignoring = await runToyBatch(['--ignore', '姓名', '--ignore', '部 门'], { stdin: stdinRight });
  expect(told(ignoring.stdout)).toEqual([[2, '1', 'not-you']]);
  expect(ignoring.stdout).not.toContain('张三');
});

test.each([
  ['id,who,谁来办？\n', '表头里“who”和“谁来办？”是同一列，只能留一列。\n'],
  ['id,date\n', '表头里没有“试办一件事”的题。第一行要写题目的名字，用 yibao questions toy 看有哪些题。\n'],
  [
    '"id,who\n',
    '表头（第 1 行）读不了。这一行的英文双引号没有配成对。格子里要写双引号的，请写两个，再把整格用双引号括起来。\n',
  ],
  ['PK\u0003\u0004\n', '标准输入 是 Excel 工作簿，不是文本。请在 Excel 里另存为 CSV，再给 yibao。\n'],
])('a table that cannot be read is told: %j', async (stdin, stderr) => {
  expect(await runToyBatch([], { stdin })).toEqual({ code: 2, stdout: '', stderr });
});

test('keys of NDJSON that are nobody’s business can be left out too', async () => {
  const stdin = ndjson({ name: '张三', answers: { who: 'other', age: 3 } });
  expect(told((await runToyBatch(['--ignore', 'name', '--ignore', 'age'], { stdin })).stdout)).toEqual([
    [1, null, 'not-you'],
  ]);
});

test('no record at all is said', async () => {
  const said = '输入里一条记录也没有，什么也没有做。\n';
  for (const stdin of ['', '\n\n', 'id,who\n']) {
    expect(await runToyBatch([], { stdin })).toEqual({ code: 0, stdout: '', stderr: said });
  }
});

test('at a terminal it says where records come from', async () => {
  expect(await runToyBatch([], { terminals: ['stdin'] })).toEqual({
    code: 2,
    stdout: '',
    stderr:
      '没有输入。请写明文件，如 yibao batch toy 名单.csv，或者从管道给它：cat 名单.ndjson | yibao batch toy\n',
  });
});

test('--brief gives ids alone', async () => {
  const { stdout } = await runToyBatch(['--brief'], { stdin: ndjson({ id: 'a', answers: TOY_ANSWERS }) });
  expect(linesOf(stdout)).toEqual([
    {
      line: 1,
      id: 'a',
      ok: true,
      flow: 'toy',
      date: '2026-11-22',
      outcome: 'do-it',
      steps: ['go'],
      materials: ['id-card', 'agent-id'],
      notNeeded: [],
      warnings: [],
      notes: [],
    },
  ]);
});

test('--from-line goes on at a line, and a line within a record is told', async () => {
  const stdin = 'id,who\na,other\n"b\nb",other\nc,other\n';
  expect(told((await runToyBatch(['--from-line', '3'], { stdin })).stdout)).toEqual([
    [3, 'b\nb', 'not-you'],
    [[5, 4], 'c', 'not-you'],
  ]);
  expect(await runToyBatch(['--from-line', '4'], { stdin })).toEqual({
    code: 2,
    stdout: '',
    stderr: '第 4 行在一条记录的中间：这一条从第 3 行到第 4 行。请写 --from-line 3 或 5。\n',
  });
  expect((await runToyBatch(['--from-line', '9'], { stdin })).stderr).toBe(
    '从第 9 行起一条记录也没有，什么也没有做。\n',
  );
});

test('NUL and letters that cannot be decoded are told of the record that holds them', async () => {
  const stdin = Buffer.concat([
    Buffer.from('{"answers":{"who":"\0"}}\n{"id":"本人","answers":{}}\n'),
    toGb18030('{"id":"本人","answers":{}}\n'),
    Buffer.from('{"answers":{"who":"other"}}'),
  ]);
  expect(told((await runToyBatch([], { stdin })).stdout)).toEqual([
    [1, null, 'not-text'],
    [2, '本人', 'missing-answers'],
    [3, null, 'wrong-encoding'],
    [4, null, 'not-you'],
  ]);
});

test('-o writes the lines to a file, which is not written over without --force', async () => {
  const path = join(newFolder(), '结果.ndjson');
  const stdin = ndjson(other, other);
  expect(await runToyBatch(['-o', path], { stdin })).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(path, 'utf8')).toBe((await runToyBatch([], { stdin })).stdout);
  expect((await runToyBatch(['-o', path], { stdin })).stderr).toBe(
    `${path} 已经存在。要覆盖它，请加 --force。\n`,
  );
  expect((await runToyBatch(['-o', path, '--force'], { stdin: ndjson(other) })).code).toBe(0);
  expect(told(readFileSync(path, 'utf8'))).toEqual([[1, null, 'not-you']]);
});

test.each([
  [['--continue'], '--continue 要和 -o 一起用。写到屏幕的，用 --from-line 接着做。'],
  [['-f', 'pdf'], '-f pdf 是一人一份，要写明放在哪个目录，如 -o 清单 -f pdf。'],
  [
    ['-o', '清单.pdf'],
    '许多人的清单不能写进一个 清单.pdf。一人一份请写 -o 目录 -f pdf；一行一份请写 -o 结果.ndjson。',
  ],
  [['-o', '清单/'], '清单/ 是目录。一人一份写进去，还要写明格式，如 -o 清单/ -f pdf。'],
  [['-o', 'a.ndjson', '-f', 'pdf'], '-f pdf 是一人一份，-o 后面要写目录，现在是 a.ndjson。'],
  [['--from-line', '0'], '--from-line 后面要写一个从 1 起的整数，现在是“0”。'],
  [['--workers', 'many'], '--workers 后面要写一个从 1 起的整数，现在是“many”。'],
  [['--encoding', 'gbk'], '没有“gbk”这种编码。可以写：utf-8、gb18030、utf-16le、utf-16be。'],
])('options that do not go together are refused: %j', async (argv, sentence) => {
  expect(await runToyBatch(argv, { stdin: ndjson(other) })).toEqual({
    code: 2,
    stdout: '',
    stderr: `${sentence}\n`,
  });
});
