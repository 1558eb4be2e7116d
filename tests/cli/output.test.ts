import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './test-context.ts';
import { TOY_ANSWERS } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const store = toyStore();
const all = Object.entries(TOY_ANSWERS).flatMap(([id, value]) => ['-a', `${id}=${value}`]);

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yibao-'));
}

test('-o writes files in the formats of their suffixes, and nothing on stdout', async () => {
  const folder = newFolder();
  const paths = ['list.md', 'list.json', 'list.txt'].map((name) => join(folder, name));
  const { code, stdout, stderr } = await runCli(['toy', ...all, ...paths.flatMap((path) => ['-o', path])], {
    store,
  });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr.replaceAll(`${folder}/`, '')).toBe(
    '清单已写入 list.md\n清单已写入 list.json\n清单已写入 list.txt\n',
  );
  const [markdown = '', json = '', text] = paths.map((path) => readFileSync(path, 'utf8'));
  expect(markdown).toMatch(/^# /);
  expect(JSON.parse(json).outcome.id).toBe('do-it');
  expect(text).toBe((await runCli(['toy', ...all], { store })).stdout);
  expect(readdirSync(folder).toSorted()).toEqual(['list.json', 'list.md', 'list.txt']);
});

test('a file of an unknown suffix takes the format of -f', async () => {
  const path = join(newFolder(), 'list');
  await runCli(['toy', ...all, '-o', path, '-f', 'markdown'], { store });
  expect(readFileSync(path, 'utf8')).toMatch(/^# /);
});

test('an existing file is kept unless --force is given', async () => {
  const path = join(newFolder(), 'list.md');
  writeFileSync(path, 'mine');
  const refused = await runCli(['toy', ...all, '-o', path], { store });
  expect(refused).toEqual({ code: 2, stdout: '', stderr: `${path} 已经存在。要覆盖它，请加 --force。\n` });
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect((await runCli(['toy', ...all, '-o', path, '--force'], { store })).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toMatch(/^# /);
});

test('what the disk refuses is told, and the code is 1', async () => {
  const path = join(newFolder(), `${'x'.repeat(300)}.md`);
  expect(await runCli(['toy', ...all, '-o', path], { store })).toEqual({
    code: 1,
    stdout: '',
    stderr: `写不了 ${path}：文件名太长。\n`,
  });
});

test('--save-answers writes what was asked, and the file runs again as it is', async () => {
  const path = join(newFolder(), 'answers.yaml');
  const first = await runCli(['toy', ...all, '--save-answers', path], { store });
  expect(first.stderr).toBe(`回答已写入 ${path}\n`);
  expect(readFileSync(path, 'utf8')).toMatchInlineSnapshot(`
    "# “试办一件事”的回答。再用一次：yibao toy --answers 这个文件
    flow: toy
    reviewed: 2026-11-22
    # 按这一天的规定算；要按今天算，删掉这一行，或用 --date 写明日期。
    date: 2026-11-22
    answers:
      # 谁来办？ 家人代办
      who: family
      # 在哪参保？ 益阳市
      home: "430900"
      # 手上有什么材料？ 身份证、户口簿
      papers: [id-card, hukou]
      # 缴到哪个月？ 2026年10月
      paid: 2026-10
      # 缴了几个月？ 12个月
      months: 12
      # 哪天开始的？ 2026年1月5日
      first-day: 2026-01-05
      # 愿意签承诺书吗？ 是
      agree: yes
    "
  `);
  expect((await runCli(['--answers', path], { store })).stdout).toBe(first.stdout);
});

test('--save-answers writes JSON by its suffix', async () => {
  const path = join(newFolder(), 'answers.json');
  const first = await runCli(['toy', '-a', 'who=不清楚', ...all.slice(2), '--save-answers', path], { store });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    flow: 'toy',
    reviewed: '2026-11-22',
    date: '2026-11-22',
    answers: { ...TOY_ANSWERS, who: 'unsure' },
  });
  expect((await runCli(['--answers', path], { store })).stdout).toBe(first.stdout);
});
