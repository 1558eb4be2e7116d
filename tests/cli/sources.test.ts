import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { runCli } from './test-context.ts';
import { toyStore } from './toy-store.ts';

const store = toyStore();

test('lists every line with its source, as of today', async () => {
  const { code, stdout, stderr } = await runCli(['sources', 'toy'], { store });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "试办一件事（toy）的依据
    按 2026年11月22日算，共 5 条；依据 A 级 5 处、B 级 0 处、C 级 0 处；0 条待核实；最久的一处 0 个月前看过。

    编号      内容          等级  看过        月龄  待核实  依据

    全国 · 结论
    do-it     可以办        A     2026-11-22  0             试〔2026〕1号 1
    not-you   别人不能办    A     2026-11-22  0             试〔2026〕1号 2

    全国 · 材料
    id-card   身份证        A     2026-11-22  0             试〔2026〕1号 3
    agent-id  代办人身份证  A     2026-11-22  0             试〔2026〕1号 3

    全国 · 事
    go        到窗口办      A     2026-11-22  0             试〔2026〕1号 4
    "
  `);
});

test('no procedure named: all of them', async () => {
  expect((await runCli(['sources'], { store })).stdout).toBe(
    (await runCli(['sources', 'toy'], { store })).stdout,
  );
});

test('--date moves the day from which ages are counted', async () => {
  const { stdout } = await runCli(['sources', 'toy', '--date', '2028-01-22'], { store });
  expect(stdout).toContain('按 2028年1月22日算');
  expect(stdout).toContain('最久的一处 14 个月前看过');
});

test('on a screen the table keeps to its width', async () => {
  const { stdout } = await runCli(['sources', 'toy'], { store, terminals: ['stdout'], columns: 70 });
  expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(70);
});

test.each([
  ['signed.csv', /^\ufeff"事项","地区",/],
  ['signed.md', /^# 试办一件事（toy）的依据\n/],
  ['signed.txt', /^试办一件事（toy）的依据\n/],
])('-o %s is written in the format of its suffix', async (name, begins) => {
  const path = join(mkdtempSync(join(tmpdir(), 'yibao-')), name);
  const { code, stdout, stderr } = await runCli(['sources', 'toy', '-o', path], { store });
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: `已写入 ${path}\n` });
  expect(readFileSync(path, 'utf8')).toMatch(begins);
});

test('a day that does not exist is told', async () => {
  expect(await runCli(['sources', 'toy', '--date', '2026-02-30'], { store })).toEqual({
    code: 2,
    stdout: '',
    stderr: '--date 的“2026-02-30”不是一个日期。请写成 2026-11-22 这样。\n',
  });
});
