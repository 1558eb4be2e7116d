import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileFlows } from '../../src/load/compile-flows.ts';
import type { FlowFileError } from '../../src/load/flow-file-error.ts';
import { openFlowStore } from '../../src/load/flow-store.ts';
import { problemLine } from '../support/tell-problems.ts';
import { TOY_DIVISIONS, toyFiles } from '../support/toy-flows.ts';

let root: string;
let packageRoot: URL;

async function write(path: string, content: string | Buffer): Promise<string> {
  const full = join(root, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, content);
  return full;
}

/** Lays out a package as the build does, of the toy flows. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yibao-store-'));
  packageRoot = pathToFileURL(`${root}/`);
  for (const { path, text } of toyFiles()) await write(path, text);
  const rows = TOY_DIVISIONS.map(({ code, name, pinyin, short }) => [
    Number(code),
    name,
    pinyin.join(' '),
    short,
  ]);
  await write('dist/data/divisions.json', JSON.stringify(rows));
  const { files, problems } = await compileFlows(join(root, 'flows'), join(root, 'dist/data'));
  expect(problems).toEqual([]);
  for (const [path, content] of Object.entries(files)) {
    await write(`dist/flows/${path}`, JSON.stringify(content));
  }
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

test('lists the built-in flows', async () => {
  const store = await openFlowStore({ packageRoot });
  expect(store.list()).toEqual([
    {
      id: 'other',
      title: '补办借书证',
      aliases: [],
      forWhom: '丢了证的人',
      reviewed: '2026-01-10',
      reviewBy: '2026-12-31',
    },
    {
      id: 'toy',
      title: '办借书证',
      aliases: ['借书证'],
      forWhom: '想借书的人',
      reviewed: '2026-01-10',
      reviewBy: '2026-12-31',
    },
  ]);
});

test('a built-in flow equals the one loaded from YAML', async () => {
  const builtIn = await (await openFlowStore({ packageRoot })).get('toy');
  const fromYaml = await (await openFlowStore({ packageRoot, flows: join(root, 'flows') })).get('toy');
  expect(builtIn).toEqual(fromYaml);
  expect(builtIn.common.divisions.map(({ code }) => code)).toContain('430900');
  expect(Object.isFrozen(builtIn.common.places)).toBe(true);
});

test.each([
  ['toy', { id: 'toy' }],
  ['借书证', { id: 'toy' }],
  [' 办借书证 ', { id: 'toy' }],
  ['TOY', { id: 'toy' }],
  ['tyo', ['toy']],
  ['补办', ['other']],
  ['借书', ['other', 'toy']],
  ['completely-else', []],
  ['', []],
])('finds %j', async (name, expected) => {
  const found = (await openFlowStore({ packageRoot })).find(name);
  expect('id' in found ? found : found.suggestions.map(({ id }) => id)).toEqual(expected);
});

test('only known ids become paths', async () => {
  const store = await openFlowStore({ packageRoot });
  await expect(store.get('../../package')).rejects.toThrow('no flow “../../package”');
  await expect(store.get('index')).rejects.toThrow('no flow “index”');
});

test('cases come from the YAML', async () => {
  const store = await openFlowStore({ packageRoot });
  expect((await store.cases('toy')).map(({ id }) => id)).toEqual(['child']);
});

test('an outside folder merges over the built-in flows', async () => {
  await write('mine/shared/questions.yaml', 'home: { ask: 您家在哪？, type: place }\n');
  const store = await openFlowStore({ packageRoot, flows: join(root, 'mine') });
  expect((await store.get('toy')).questions.home?.ask).toBe('您家在哪？');
});

test('a broken outside file is an error that carries every problem', async () => {
  await write('broken/other/flow.yaml', 'id: other\ntitel: 甲\n');
  await write('broken/shared/terms.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe]));
  const error: FlowFileError = await openFlowStore({ packageRoot, flows: join(root, 'broken') }).then(
    () => expect.unreachable(),
    (reason) => reason,
  );
  expect(error.name).toBe('FlowFileError');
  expect(error.problems.map((problem) => problemLine(problem).replaceAll(root, ''))).toMatchInlineSnapshot(`
    [
      "not-utf8 /broken/shared/terms.yaml:1:1 文件不是 UTF-8 编码，请另存为 UTF-8",
      "missing-key /broken/other/flow.yaml:1:1 缺少“title”",
      "missing-key /broken/other/flow.yaml:1:1 缺少“for-whom”",
      "missing-key /broken/other/flow.yaml:1:1 缺少“reviewed”",
      "missing-key /broken/other/flow.yaml:1:1 缺少“review-by”",
      "missing-key /broken/other/flow.yaml:1:1 缺少“tree”",
      "missing-key /broken/other/flow.yaml:1:1 缺少“outcomes”",
      "unknown-key /broken/other/flow.yaml:2:1 不认识的键“titel”，是不是“title”？",
      "unknown-question toy/flow.yaml:75:60 流程 other 里没有这个问题：“place”",
      "unknown-question toy/flow.yaml:75:73 流程 other 里没有这个问题：“kind”",
    ]
  `);
});

test('a folder that is not there is a broken one', async () => {
  await expect(openFlowStore({ packageRoot, flows: join(root, 'nowhere') })).rejects.toMatchObject({
    problems: [{ code: 'folder-unreadable', message: '这个文件夹不存在，或者读不了' }],
  });
});

test('links are not followed, to files or to folders', async () => {
  await write('secret/flow.yaml', 'this: is secret\n');
  await mkdir(join(root, 'linked/toy'), { recursive: true });
  await symlink(join(root, 'secret/flow.yaml'), join(root, 'linked/toy/flow.yaml'));
  await symlink(join(root, 'secret'), join(root, 'linked/secret'));
  await expect(openFlowStore({ packageRoot, flows: join(root, 'linked') })).rejects.toMatchObject({
    problems: [
      {
        code: 'not-a-file',
        message: '这是一个链接，不读；请把文件本身放在这里',
        file: join(root, 'linked/toy/flow.yaml'),
      },
    ],
  });
});
