import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scriptedPrompter } from '../interview/scripted-prompter.ts';
import { runCli } from './test-context.ts';
import { TOY_ANSWERS } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const store = toyStore();
const other = ['toy', '-a', 'who=other', '-a', 'paid=2026-10'];
const newFile = () => join(mkdtempSync(join(tmpdir(), 'yibao-')), '清单.md');

test('--quiet writes the result and nothing else', async () => {
  const usual = await runCli(other, { store });
  expect(usual.stderr).toBe('提示：这次没有问到 paid，给它的回答没有用上。\n');
  expect(await runCli([...other, '--quiet'], { store })).toEqual({ ...usual, stderr: '' });
  expect(await runCli([...other, '--quiet', '-o', newFile()], { store })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

test('--quiet does not hide an error', async () => {
  const usual = await runCli(['toy', '--no-input'], { store });
  expect(usual.code).toBe(3);
  expect(await runCli(['toy', '--no-input', '--quiet'], { store })).toEqual(usual);
});

test('--quiet and --verbose together are wrong usage', async () => {
  expect(await runCli(['toy', '--quiet', '--verbose'], { store })).toEqual({
    code: 2,
    stdout: '',
    stderr: '--quiet 和 --verbose 不能一起用，请去掉一个。\n',
  });
});

test('either may stand before the name of the command', async () => {
  const { code, stderr } = await runCli(['--verbose', 'list'], { store });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^\[\d+ 毫秒\] yibao \d+\.\d+\.\d+，Node\.js v\d+/);
});

test('with --verbose an error is still one JSON document on stderr, and holds what was told', async () => {
  const { code, stderr } = await runCli(['toy', '--no-input', '--verbose', '-f', 'json'], { store });
  expect(code).toBe(3);
  const { error } = JSON.parse(stderr);
  expect(error.code).toBe('missing-answers');
  expect(error.details[0]).toMatch(/^\[\d+ 毫秒\] yibao /);
});

test('with --verbose a JSON result goes to stdout and what was told to stderr', async () => {
  const { code, stdout, stderr } = await runCli([...other, '--verbose', '-f', 'json'], { store });
  expect({ code, outcome: JSON.parse(stdout).outcome.id }).toEqual({ code: 0, outcome: 'not-you' });
  expect(stderr).toMatch(/^\[\d+ 毫秒\] yibao /);
});

test('--verbose tells what was read and decided', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-'));
  const answers = join(folder, '回答.yaml');
  writeFileSync(
    answers,
    Object.entries(TOY_ANSWERS)
      .map(([id, value]) => `${id}: ${JSON.stringify(value)}`)
      .join('\n'),
  );
  const argv = ['toy', '--answers', answers, '-a', 'who=self', '-o', join(folder, '清单.md'), '--verbose'];
  const { code, stderr } = await runCli(argv, { store });
  expect(code).toBe(0);
  const told = stderr
    .replaceAll(`${folder}/`, '')
    .replace(/^\[\d+ 毫秒\]/gm, '[…]')
    .replace(/yibao \d.*/, 'yibao 版本，Node.js 版本')
    .replace(/\d+ 字节/, '若干字节');
  expect(told).toMatchInlineSnapshot(`
    "[…] yibao 版本，Node.js 版本
    […] 读了 回答.yaml：7 个回答
    […] 流程：自带的，一共 1 件事项
    […] 日期 2026-11-22（今天，北京时间）
    […] 事项 toy（试办一件事）：7 题，2026-11-22 核对过，下一次不晚于 2027-05-31
    […] 回答 who = self（来自 -a）
    […] 回答 home = 430900（来自 回答.yaml）
    […] 回答 papers = id-card、hukou（来自 回答.yaml）
    […] 回答 paid = 2026-10（来自 回答.yaml）
    […] 回答 months = 12（来自 回答.yaml）
    […] 回答 first-day = 2026-01-05（来自 回答.yaml）
    […] 回答 agree = yes（来自 回答.yaml）
    […] 结论 do-it（可以办）：1 样材料，1 步，0 条提醒，0 样不用
    […] 地方规定：益阳市的没有核对过，用全国规定
    […] 写了 清单.md，若干字节
    清单已写入 清单.md
    "
  `);
});

test('--verbose tells where the answers of an interview come from', async () => {
  const { stderr } = await runCli(['toy', '--plain', '--no-save', '--verbose'], {
    store,
    stdin: '3\n\n',
  });
  expect(stderr).toContain('回答 who = other（来自 问答）');
});

test('a build server is not asked, even at a terminal', async () => {
  const atTerminal = { store, terminals: ['stdin', 'stderr'] as const, env: { CI: 'true' } };
  const { code, stderr } = await runCli(['toy'], atTerminal);
  expect(code).toBe(3);
  expect(stderr).toMatch(
    /^环境变量 CI 表示这里是自动构建，所以没有提问。要提问，请加 --plain。\n“试办一件事”还缺回答/,
  );
  expect((await runCli(['toy', '--no-input'], atTerminal)).stderr).not.toContain('CI');
  expect(JSON.parse((await runCli(['toy', '-f', 'json'], atTerminal)).stderr).error.code).toBe(
    'missing-answers',
  );
});

test.each(['', '0', 'false'])('CI=%j is no build server', async (value) => {
  const { prompter } = scriptedPrompter(['other']);
  const asked = { store, prompter, terminals: ['stdin', 'stderr'] as const, env: { CI: value } };
  expect((await runCli(['toy', '--no-save'], asked)).stderr).not.toContain('还缺回答');
});
