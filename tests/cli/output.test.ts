import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scriptedPrompter } from '../interview/scripted-prompter.ts';
import { sampleFont } from '../support/sample-font.ts';
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

test('-o writes HTML and PDF, and --large makes their letters large', async () => {
  const folder = newFolder();
  const [small, large] = [join(folder, 'a.html'), join(folder, 'b.html')];
  await runCli(['toy', ...all, '-o', small], { store });
  await runCli(['toy', ...all, '-o', large, '--large'], { store });
  expect(readFileSync(small, 'utf8')).toContain('<html lang="zh-CN">');
  expect(readFileSync(large, 'utf8')).toContain('<html lang="zh-CN" class="large">');
});

test('a PDF is written with the font that ships with the package', async () => {
  const path = join(newFolder(), 'list.pdf');
  const { code, stderr } = await runCli(['toy', ...all, '-o', path], { store });
  expect({ code, stderr }).toEqual({ code: 0, stderr: `清单已写入 ${path}\n` });
  expect(readFileSync(path).subarray(0, 8).toString()).toBe('%PDF-1.7');
});

test('--font takes a font file, and says so when it is none or not there', async () => {
  const folder = newFolder();
  const font = join(newFolder(), 'own.ttf');
  writeFileSync(font, sampleFont);
  const own = join(folder, 'own.pdf');
  expect((await runCli(['toy', ...all, '-o', own, '--font', font], { store })).code).toBe(0);
  const bad = await runCli(['toy', ...all, '-o', join(folder, 'bad.pdf'), '--font', own], { store });
  expect(bad).toMatchObject({ code: 2, stdout: '' });
  expect(bad.stderr).toContain('用不了这个字体文件。');
  const missing = ['--font', join(folder, 'no.ttf')];
  const none = await runCli(['toy', ...all, '-o', join(folder, 'none.pdf'), ...missing], { store });
  expect(none.stderr).toContain(`读不了字体 ${join(folder, 'no.ttf')}：没有这个文件或文件夹。`);
  expect(readdirSync(folder)).toEqual(['own.pdf']);
});

test('a PDF is not printed on a terminal, and nothing is asked before that is said', async () => {
  expect(await runCli(['toy', '-f', 'pdf'], { store, terminals: ['stdin', 'stdout', 'stderr'] })).toEqual({
    code: 2,
    stdout: '',
    stderr: 'pdf 不是文字，不能显示在终端里。请写进文件：-o 清单.pdf。\n',
  });
});

test('-f html prints the page', async () => {
  const { code, stdout } = await runCli(['toy', ...all, '-f', 'html'], { store });
  expect({ code, start: stdout.slice(0, 15) }).toEqual({ code: 0, start: '<!DOCTYPE html>' });
});

test('a file that cannot be made does not keep the others from being written', async () => {
  const folder = newFolder();
  const paths = ['list.ics', 'list.md'].map((name) => join(folder, name));
  const run = await runCli(['toy', ...all, ...paths.flatMap((path) => ['-o', path])], { store });
  expect({ ...run, stderr: run.stderr.replaceAll(`${folder}/`, '') }).toEqual({
    code: 2,
    stdout: '',
    stderr:
      '清单已写入 list.md\n没有写 list.ics。这份清单里没有算得出日期的事，日历里没有可放的。请改用别的格式。\n',
  });
  expect(readdirSync(folder)).toEqual(['list.md']);
});

test('a file that cannot be made leaves stdout empty, unless a person looks at it', async () => {
  const argv = ['toy', ...all, '-o', '-', '-o', join(newFolder(), 'list.ics')];
  expect(await runCli(argv, { store })).toMatchObject({ code: 2, stdout: '' });
  const { code, stdout } = await runCli(argv, { store, terminals: ['stdout'] });
  expect(code).toBe(2);
  expect(stdout).toContain('试办一件事');
});

test('-o - is stdout, also beside a file, in the format of -f', async () => {
  const path = join(newFolder(), 'list.md');
  const plain = await runCli(['toy', ...all], { store });
  expect(await runCli(['toy', ...all, '-o', '-'], { store })).toEqual(plain);
  const both = await runCli(['toy', ...all, '-o', '-', '-o', path, '-f', 'json'], { store });
  expect(JSON.parse(both.stdout).outcome.id).toBe('do-it');
  expect(readFileSync(path, 'utf8')).toMatch(/^# /);
});

test.each([
  [['-o', '-', '-o', '-'], '- 写了两次，后一个会盖掉前一个。请换个文件名。\n'],
  [
    ['--save-answers', '-'],
    '回答不能写到屏幕。请在 --save-answers 后面写文件名，如 --save-answers 回答.yaml。\n',
  ],
])('%j is refused', async (argv, stderr) => {
  expect(await runCli(['toy', ...all, ...argv], { store })).toEqual({ code: 2, stdout: '', stderr });
});

const atTerminal = ['stdin', 'stdout', 'stderr'] as const;

test('at a terminal it is asked before a file is overwritten', async () => {
  const path = join(newFolder(), 'list.md');
  writeFileSync(path, 'mine');
  const argv = ['toy', ...all, '-o', path];
  const no = scriptedPrompter([false]);
  expect(await runCli(argv, { store, terminals: atTerminal, prompter: no.prompter })).toEqual({
    code: 2,
    stdout: '',
    stderr: `${path} 留着没动，什么也没有写。请换个文件名。\n`,
  });
  expect(readFileSync(path, 'utf8')).toBe('mine');
  const yes = scriptedPrompter([true]);
  const run = await runCli(argv, { store, terminals: atTerminal, prompter: yes.prompter });
  expect(run).toEqual({ code: 0, stdout: '', stderr: `清单已写入 ${path}\n` });
  expect(readFileSync(path, 'utf8')).toMatch(/^# /);
});

test('it is not asked with --force, with --no-input, or where nobody is', async () => {
  const path = join(newFolder(), 'list.md');
  writeFileSync(path, 'mine');
  const { prompter } = scriptedPrompter([]);
  const argv = ['toy', ...all, '-o', path];
  const code = async (more: string[], terminals: readonly ('stdin' | 'stdout' | 'stderr')[]) =>
    (await runCli([...argv, ...more], { store, terminals, prompter })).code;
  expect(await code(['--no-input'], atTerminal)).toBe(2);
  expect(await code([], ['stdout', 'stderr'])).toBe(2);
  expect(await code(['--plain'], [])).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect(await code(['--force'], atTerminal)).toBe(0);
});

test('other documents ask too', async () => {
  const path = join(newFolder(), 'tree.mmd');
  writeFileSync(path, 'mine');
  const { prompter } = scriptedPrompter([true]);
  const run = await runCli(['graph', 'toy', '-o', path], { store, terminals: atTerminal, prompter });
  expect(run.code).toBe(0);
  expect(readFileSync(path, 'utf8')).toMatch(/^flowchart/);
});
