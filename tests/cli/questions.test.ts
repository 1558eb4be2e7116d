import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answersJsonSchema } from '../../src/render/answers-schema.ts';
import { runCli } from './test-context.ts';
import { TOY_ANSWERS, TOY_FLOW } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const store = toyStore();

test('prints an answers file to fill in, every question in tree order', async () => {
  const { code, stdout, stderr } = await runCli(['questions', 'toy'], { store });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "# “试办一件事”的回答模板。填好后运行：yibao toy --answers 这个文件
    # 每题在冒号后面写英文名或中文都行；没问到您的题留空。
    flow: toy
    answers:

      # 1. 谁来办？
      # 为什么问：代办要带两个人的证件
      # - self：本人
      # - family：家人代办
      # - other：别人
      # - unsure：不清楚；按“本人”算。问问家里人
      who:

      # 2. 在哪参保？
      # 写到市，如 湖南益阳；也可以写代码，要加引号，如 "430900"
      home:

      # 3. 手上有什么材料？
      # - id-card：身份证
      # - hukou：户口簿
      # - nothing：都没有
      # 可以选几个，写成 [id-card, hukou] 这样
      papers:

      # 4. 缴到哪个月？
      # 写成 2026-10 这样
      paid:

      # 5. 缴了几个月？
      # 写数字，最小 1，最大 600，单位 个月
      months:

      # 6. 哪天开始的？
      # 写成 2026-10-15 这样
      first-day:

      # 7. 愿意签承诺书吗？
      # - yes：是
      # - no：不是
      agree:
    "
  `);
});

test('--csv prints the first row of a table, which Excel reads and batch takes back', async () => {
  const { code, stdout } = await runCli(['questions', 'toy', '--csv'], { store });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout:
      '\ufeff"编号","谁来办？","在哪参保？","手上有什么材料？","缴到哪个月？","缴了几个月？","哪天开始的？","愿意签承诺书吗？"\r\n',
  });
  const person = ['甲', '家人代办', '430900', '身份证', '2026-10', '3', '2026-10-15', '是'].join(',');
  const made = await runCli(['batch', 'toy', '-', '--brief'], { store, stdin: `${stdout}${person}\r\n` });
  expect({ code: made.code, line: JSON.parse(made.stdout) }).toMatchObject({
    code: 0,
    line: { line: 2, id: '甲', ok: true },
  });
});

test('a question that only some are asked says when', async () => {
  const changed = TOY_FLOW.replace('  - months\n', '').replace(
    '      other: [{ exit: not-you }]\n',
    '      other: [{ exit: not-you }]\n      family: [months]\n',
  );
  const { stdout } = await runCli(['questions', 'toy'], { store: toyStore(changed) });
  expect(stdout).toContain('\n  # 2. 缴了几个月？\n  # “谁来办”答“家人代办”时才问\n  # 写数字');
});

test('the template as it is names the first question as missing', async () => {
  const { stdout } = await runCli(['questions', 'toy'], { store });
  const { code, stderr } = await runCli(['toy', '--answers', '-', '-f', 'json'], { store, stdin: stdout });
  expect(code).toBe(3);
  expect(JSON.parse(stderr).error.missing[0].id).toBe('who');
});

test('the template, filled in by a script, gives the checklist', async () => {
  const { stdout } = await runCli(['questions', 'toy'], { store });
  const filled = Object.entries(TOY_ANSWERS).reduce(
    (text, [id, value]) => text.replace(`\n  ${id}:\n`, `\n  ${id}: ${JSON.stringify(value)}\n`),
    stdout,
  );
  const file = join(mkdtempSync(join(tmpdir(), 'yibao-')), 'answers.yaml');
  writeFileSync(file, filled);
  const run = await runCli(['toy', '--answers', file, '-f', 'json'], { store });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(run.stdout).outcome.id).toBe('do-it');
});

test('--json gives id, type, words, options and 不清楚 of each question', async () => {
  const { stdout } = await runCli(['questions', '试办', '--json'], { store });
  const document = JSON.parse(stdout);
  expect(document.flow).toBe('toy');
  expect(document.questions.map(({ id }: { id: string }) => id)).toEqual(Object.keys(TOY_ANSWERS));
  expect(document.questions[0]).toEqual({
    id: 'who',
    type: 'choice',
    ask: '谁来办？',
    why: '代办要带两个人的证件',
    options: [
      { id: 'self', label: '本人' },
      { id: 'family', label: '家人代办' },
      { id: 'other', label: '别人' },
    ],
    unsure: { as: 'self', findOut: '问问家里人' },
  });
  expect(document.questions[4]).toEqual({
    id: 'months',
    type: 'number',
    ask: '缴了几个月？',
    why: null,
    options: [],
    unsure: null,
    min: 1,
    max: 600,
    unit: '个月',
  });
});

test('--json-schema prints the schema of the answers', async () => {
  const { code, stdout, stderr } = await runCli(['questions', 'toy', '--json-schema'], { store });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual(answersJsonSchema(await store.get('toy')));
  const both = await runCli(['questions', 'toy', '--json-schema', '--json'], { store });
  expect(both.code).toBe(2);
  expect(JSON.parse(both.stderr).error).toMatchObject({
    code: 'usage',
    message: '--json、--json-schema 和 --csv 请只写一个。',
  });
});

test('a near miss is suggested', async () => {
  expect(await runCli(['questions', 'tpy'], { store })).toEqual({
    code: 2,
    stdout: '',
    stderr: '没有叫“tpy”的事项。您是不是想找：toy（试办一件事）？\n',
  });
});
