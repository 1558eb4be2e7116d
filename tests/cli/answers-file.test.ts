import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Circumstances, runCli } from './test-context.ts';
import { TOY_ANSWERS } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const store = toyStore();
const folder = mkdtempSync(join(tmpdir(), 'yibao-'));

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The folder of this test run is different each time. */
async function run(argv: readonly string[], circumstances: Circumstances = {}) {
  const { code, stdout, stderr } = await runCli(argv, { store, ...circumstances });
  return { code, stdout, stderr: stderr.replaceAll(`${folder}/`, '') };
}

const yaml = Object.entries(TOY_ANSWERS)
  .map(([id, value]) => `${id}: ${JSON.stringify(value)}`)
  .join('\n');

test('YAML, JSON and stdin give the same checklist', async () => {
  const fromYaml = await run(['toy', '--answers', write('a.yaml', yaml)]);
  const fromJson = await run(['toy', '--answers', write('a.json', JSON.stringify(TOY_ANSWERS))]);
  const fromStdin = await run(['toy', '--answers', '-'], { stdin: yaml });
  const jsonFromStdin = await run(['toy', '--answers', '-'], { stdin: JSON.stringify(TOY_ANSWERS) });
  expect(fromYaml).toMatchObject({ code: 0, stderr: '' });
  expect(fromJson).toEqual(fromYaml);
  expect(fromStdin).toEqual(fromYaml);
  expect(jsonFromStdin).toEqual(fromYaml);
});

test('-a wins over the file', async () => {
  const file = write('b.yaml', yaml);
  const { stdout } = await run(['toy', '--answers', file, '-a', 'who=other', '-f', 'json']);
  expect(JSON.parse(stdout).outcome.id).toBe('not-you');
});

test('a file that names its procedure and date needs neither', async () => {
  const file = write('c.yaml', 'flow: toy\ndate: 2026-12-01\nanswers:\n  who: other\n');
  const { code, stdout } = await run(['--answers', file, '-f', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ date: '2026-12-01', outcome: { id: 'not-you' } });
  const later = await run(['--answers', file, '-f', 'json', '--date', '2027-03-01']);
  expect(JSON.parse(later.stdout).date).toBe('2027-03-01');
});

test.each([
  ['UTF-16, as > of Windows PowerShell writes it', [0xff, 0xfe], false],
  ['UTF-16 the other way round', [0xfe, 0xff], true],
])('%s is read', async (_, mark, swapped) => {
  const bytes = Buffer.from('who: 本人\n', 'utf16le');
  write('wide.yaml', Buffer.concat([Buffer.from(mark), swapped ? bytes.swap16() : bytes]));
  const text = await run(['toy', '--answers', join(folder, 'wide.yaml'), '-a', 'home=益阳']);
  write('usual.yaml', 'who: 本人\n');
  expect(text).toEqual(await run(['toy', '--answers', join(folder, 'usual.yaml'), '-a', 'home=益阳']));
  expect(text.stderr).not.toContain('读不了');
});

test.each([
  [
    'no such file',
    'none.yaml',
    '读不了 none.yaml：没有这个文件或文件夹。要一份空的回答文件，请写：yibao questions 事项名 > 回答.yaml。\n',
  ],
  ['a folder', 'folder', '读不了 folder：这是一个文件夹，不是文件。\n'],
  [
    'an empty file',
    'empty.yaml',
    '读不了 empty.yaml：里面什么都没有。要一份空的回答文件，请写：yibao questions 事项名 > 回答.yaml。\n',
  ],
  ['a binary file', 'binary.yaml', '读不了 binary.yaml：它不是文本文件。\n'],
  ['GB18030', 'gb.yaml', '读不了 gb.yaml：它不是 UTF-8 编码，请另存为 UTF-8。\n'],
])('%s is told in one sentence', async (_, name, stderr) => {
  mkdirSync(join(folder, 'folder'), { recursive: true });
  write('empty.yaml', '');
  write('binary.yaml', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00]));
  write('gb.yaml', Buffer.from([0x77, 0x68, 0x6f, 0x3a, 0x20, 0xb1, 0xbe, 0xc8, 0xcb]));
  expect(await run(['toy', '--answers', join(folder, name)])).toEqual({ code: 2, stdout: '', stderr });
});

test.each([
  ['broken.yaml', 'who: [self\n', 'broken.yaml:2:1 缩进不对，请和同一层的上一行对齐'],
  ['twice.yaml', 'who: self\nwho: other\n', 'twice.yaml:2:1 “who”在这里写了两次，请只留一个'],
  ['list.yaml', '- who\n', 'list.yaml:1:1 回答要写成一组“问题: 回答”'],
  ['map.yaml', 'who: { a: b }\n', 'map.yaml:1:6 “who”的回答要写文字、数字或一列文字，不能再套一层'],
  ['broken.json', '{"who": ', 'broken.json 不是完整的 JSON，请检查引号、逗号和括号'],
])('what is wrong with the form of %s is told with its place', async (name, content, said) => {
  expect(await run(['toy', '--answers', write(name, content)])).toEqual({
    code: 2,
    stdout: '',
    stderr: `回答文件写得不对：\n  ${said}\n`,
  });
});

test('the answers of another procedure are refused', async () => {
  const file = write('d.yaml', 'flow: yidi\nanswers:\n  who: other\n');
  expect(await run(['toy', '--answers', file])).toEqual({
    code: 2,
    stdout: '',
    stderr:
      '这份回答文件是 yidi 的，不是 toy（试办一件事）的。要用它，请写：yibao yidi --answers 这个文件。\n',
  });
});

test('--answers - wants a pipe', async () => {
  expect(await run(['toy', '--answers', '-'], { terminals: ['stdin', 'stderr'] })).toEqual({
    code: 2,
    stdout: '',
    stderr: '--answers - 要从管道读回答，如：cat 回答.yaml | yibao yidi --answers -。\n',
  });
});

test('a wrong key in a file is told with the file and the nearest', async () => {
  const { code, stderr } = await run(['toy', '--answers', write('e.yaml', 'whos: other\n'), '-f', 'json']);
  expect(code).toBe(2);
  expect(JSON.parse(stderr).error).toMatchObject({
    code: 'unknown-answer',
    message: '“试办一件事”里没有“whos”这一题。您是不是想写 who（谁来办？）？',
    problems: [{ code: 'unknown-question', question: 'whos', nearest: { id: 'who', label: '谁来办？' } }],
  });
});
