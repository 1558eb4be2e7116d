import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { readFlowFiles } from '../../src/load/read-flow-files.ts';
import { SOUND_CASES, SOUND_FLOW } from '../support/sound-flow.ts';
import { TOY_TEXTS } from '../support/toy-flows.ts';

const root = mkdtempSync(join(tmpdir(), 'yibao-files-'));
afterAll(() => rmSync(root, { recursive: true }));

function write(path: string, text: string | Uint8Array): string {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

// A package of its own: the toy flows are built in.
for (const [path, text] of Object.entries(TOY_TEXTS)) write(path, text);
const divisions = [
  [430000, '湖南省', 'hunan'],
  [430900, '益阳市', 'yiyang'],
  [430100, '长沙市', 'changsha'],
  [320000, '江苏省', 'jiangsu'],
  [320500, '苏州市', 'suzhou'],
  [110000, '北京市', 'beijing'],
];
write('dist/data/divisions.json', JSON.stringify(divisions));

const outside = SOUND_FLOW.replaceAll(/doc(?=[/\]])/g, 'library-law').replace('id: toy', 'id: mine');
write('mine/flow.yaml', outside);
write('mine/cases.yaml', SOUND_CASES);

const read = (...paths: string[]) =>
  readFlowFiles(
    pathToFileURL(`${root}/`),
    paths.map((path) => join(root, path)),
  );

test('without a name, the built-in files', async () => {
  const { loaded, named, problems } = await read();
  expect(loaded.flows.map(({ id }) => id)).toEqual(['other', 'toy']);
  expect({ named: [...named], problems }).toEqual({ named: [], problems: [] });
});

test('a folder is laid over them; the built-in folder by name is no other one', async () => {
  const { loaded, named, problems } = await read('mine');
  expect(problems).toEqual([]);
  expect(loaded.flows.map(({ id }) => id)).toEqual(['other', 'toy', 'mine']);
  expect([...named]).toEqual([join(root, 'mine/cases.yaml'), join(root, 'mine/flow.yaml')]);
  expect([...(await read('flows')).named]).toEqual([]);
});

test.each(['flow.yaml', 'cases.yaml'])('%s alone comes with its partner', async (name) => {
  const { loaded, named } = await read(`mine/${name}`);
  expect(loaded.cases.mine?.map(({ id }) => id)).toEqual(['self', 'mine', 'family', 'other']);
  expect(named.size).toBe(2);
});

test('the same file named twice counts once', async () => {
  const { problems } = await read('mine', 'mine/flow.yaml', 'mine/cases.yaml');
  expect(problems).toEqual([]);
});

test('a file that is no text is told, and nothing is thrown', async () => {
  write('bad/flow.yaml', Uint8Array.of(0xff, 0xfe));
  const { problems } = await read('bad/flow.yaml');
  expect(problems.map(({ code }) => code)).toEqual(['not-utf8']);
});
