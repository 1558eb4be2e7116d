import { execFileSync } from 'node:child_process';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { linesOf, ndjson } from '../cli/batch/batch-runs.ts';
import { expectHarmless } from '../support/expect-harmless.ts';
import { runMeasured } from '../support/run-measured.ts';

const root = mkdtempSync(join(tmpdir(), 'yibao-hostile-record-files-'));
afterAll(() => rmSync(root, { recursive: true }));

const ANSWERS = {
  task: 'bind',
  relation: 'child',
  giver: 'funded',
  'family-insured': 'resident',
  'insured-place': '西安',
  'family-place': '西安',
  channel: 'phone',
};
const record = (id: string) => ({ id, answers: ANSWERS });
const newFolder = () => mkdtempSync(join(root, 'run-'));

const IDS = [
  '../../x',
  '/etc/passwd',
  'C:\\Windows\\x',
  '..',
  '.',
  '',
  'CON',
  'nul.txt',
  'a\u0000b',
  '\u001b[2J\u202ered\u009b',
  '-rf',
  '~',
  '$(id)`id`',
  'y'.repeat(10_000),
  '长'.repeat(10_000),
  '\ud800',
  '__proto__',
];

test('ids name files within the folder, whatever they say', async () => {
  const folder = newFolder();
  const stdin = ndjson(...IDS.map(record));
  const out = join(folder, 'out');
  const run = await runMeasured(['batch', 'gongji', '-o', out, '-f', 'text'], { stdin });
  expectHarmless(run);
  expect(run.code).toBe(2);
  expect(readdirSync(folder)).toEqual(['out']);
  const files = linesOf(run.stdout).map(({ file, error }) => file?.slice(out.length + 1) ?? error.code);
  expect(readdirSync(out).sort()).toEqual(files.filter((file) => file !== 'same-file').sort());
  expect(
    files.map((file) => (file.length > 60 ? `${file.slice(0, 3)}… (${file.length})` : file)),
  ).toMatchInlineSnapshot(`
    [
      "_._.._x.txt",
      "_etc_passwd.txt",
      "C__Windows_x.txt",
      "_.txt",
      "same-file",
      "same-file",
      "_CON.txt",
      "_nul.txt.txt",
      "a_b.txt",
      "_[2J_red_.txt",
      "_rf.txt",
      "~.txt",
      "$(id)\`id\`.txt",
      "yyy… (204)",
      "长长长… (70)",
      "same-file",
      "__proto__.txt",
    ]
  `);
});

test('a document never goes through a link, a pipe or a folder of its name', async () => {
  const [folder, elsewhere] = [newFolder(), join(newFolder(), 'elsewhere')];
  writeFileSync(elsewhere, 'mine');
  symlinkSync(elsewhere, join(folder, 'live.txt'));
  symlinkSync(`${elsewhere}-new`, join(folder, 'dangling.txt'));
  execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
  mkdirSync(join(folder, 'folder.txt'));
  const stdin = ndjson(...['live', 'dangling', 'pipe', 'folder', 'free'].map(record));
  for (const mode of [[], ['--force'], ['--continue']]) {
    const run = await runMeasured(['batch', 'gongji', '-o', folder, '-f', 'text', ...mode], { stdin });
    expectHarmless(run);
    const codes = linesOf(run.stdout).map(({ error }) => error?.code);
    expect(codes).toEqual(['not-a-file', 'not-a-file', 'not-a-file', 'not-a-file', undefined]);
  }
  expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
  expect(readdirSync(join(elsewhere, '..'))).toEqual(['elsewhere']);
  expect(lstatSync(join(folder, 'live.txt')).isSymbolicLink()).toBe(true);
});

test('the output is never the input, by whatever name', async () => {
  const folder = newFolder();
  const text = ndjson(record('a'));
  const path = join(folder, 'a.json');
  writeFileSync(path, text);
  linkSync(path, join(folder, 'hard.ndjson'));
  symlinkSync(path, join(folder, 'soft.ndjson'));
  for (const name of ['a.json', 'hard.ndjson', 'soft.ndjson']) {
    const run = await runMeasured(['batch', 'gongji', path, '-o', join(folder, name), '--force']);
    expect({ code: run.code, stderr: run.stderr.replace(folder, '') }).toEqual({
      code: 2,
      stderr: `/${name} 就是输入，写进去会把它盖掉。请换个文件名。\n`,
    });
  }
  const documents = await runMeasured(['batch', 'gongji', path, '-o', folder, '-f', 'json', '--force']);
  expect(linesOf(documents.stdout)).toMatchObject([{ ok: false, error: { code: 'same-file' } }]);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test.each([
  ['a file in the way', (path: string) => writeFileSync(path, ''), '已经有一个同名的文件'],
  ['a link to nothing', (path: string) => symlinkSync(`${path}-nothing`, path), '没有这个文件或文件夹'],
])('a folder for documents with %s is told', async (_what, make, said) => {
  const path = join(newFolder(), 'out');
  make(path);
  const run = await runMeasured(['batch', 'gongji', '-o', path, '-f', 'text'], {
    stdin: ndjson(record('a')),
  });
  expectHarmless(run);
  expect(run.code).toBe(2);
  expect(run.stderr).toBe(`建不了目录 ${path}：${said}。\n`);
});

test('a pipe is read as it comes, and a socket is told', async () => {
  const folder = newFolder();
  const [pipe, socket] = [join(folder, 'pipe'), join(folder, 'socket')];
  execFileSync('mkfifo', [pipe]);
  const reading = runMeasured(['batch', 'gongji', pipe, '--brief']);
  writeFileSync(pipe, ndjson(record('a')));
  const read = await reading;
  expectHarmless(read);
  expect(linesOf(read.stdout)).toMatchObject([{ id: 'a', ok: true }]);
  const server = createServer().listen(socket);
  const run = await runMeasured(['batch', 'gongji', socket]);
  server.close();
  expectHarmless(run);
  expect(run.stderr).toBe(`读不了 ${socket}：这是套接字或没有接上的设备，不能读写。\n`);
});

test.each([
  ['a long line', `{"line":1,"id":"a","ok":true,${'x'.repeat(30_000_000)}\n`],
  ['a long id', `{"line":1,"id":"${'x'.repeat(30_000_000)}\n`],
  ['a long id that might be ours', `{"line":1,"id":"${'\\u202e'.repeat(1_500_000)}\n`],
])('an output with %s is not gone on with', async (_what, content) => {
  const path = join(newFolder(), 'out.ndjson');
  writeFileSync(path, content);
  const run = await runMeasured(['batch', 'gongji', '-o', path, '--continue'], {
    stdin: ndjson(record('a')),
  });
  expectHarmless(run);
  expect(run.stderr).toContain('它的第 1 行不是 yibao batch 写的');
  expect(readFileSync(path, 'utf8')).toBe(content);
});
