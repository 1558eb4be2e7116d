import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './test-context.ts';
import { toyStore } from './toy-store.ts';

const store = toyStore();

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yibao-'));
}

test('draws the tree of a procedure, by id or Chinese name, as Mermaid', async () => {
  const { code, stdout, stderr } = await runCli(['graph', '试办'], { store });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "flowchart TD
      n0(["试办一件事"]) --> n1
      n1["谁来办？"]
      n1 -->|"别人"| n2
      n2(["办不了<br/>别人不能办"])
      n1 -->|"本人<br/>家人代办<br/>不清楚"| n3
      n3["在哪参保？"]
      n3 --> n4
      n4["手上有什么材料？"]
      n4 --> n5
      n5["缴到哪个月？"]
      n5 --> n6
      n6["缴了几个月？"]
      n6 --> n7
      n7["哪天开始的？"]
      n7 --> n8
      n8["愿意签承诺书吗？"]
      n8 --> n9
      n9(["照下面办<br/>可以办"])
    "
  `);
  expect((await runCli(['graph', 'toy', '-o', '-'], { store })).stdout).toBe(stdout);
});

test('-f svg and a file called .svg are the same picture, and no other file is left', async () => {
  const folder = newFolder();
  const path = join(folder, 'tree.SVG');
  const written = await runCli(['graph', 'toy', '-o', path], { store });
  expect(written).toEqual({ code: 0, stdout: '', stderr: `已写入 ${path}\n` });
  const picture = readFileSync(path, 'utf8');
  expect(picture).toMatch(/^<svg /);
  expect(picture).toMatch(/<\/svg>\n$/);
  expect((await runCli(['graph', 'toy', '-f', 'svg'], { store })).stdout).toBe(picture);
  expect(readdirSync(folder)).toEqual(['tree.SVG']);
});

test('an existing file is kept unless --force is given', async () => {
  const path = join(newFolder(), 'tree.mmd');
  writeFileSync(path, 'mine');
  const refused = await runCli(['graph', 'toy', '-o', path], { store });
  expect(refused).toEqual({ code: 2, stdout: '', stderr: `${path} 已经存在。要覆盖它，请加 --force。\n` });
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect((await runCli(['graph', 'toy', '-o', path, '--force'], { store })).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toMatch(/^flowchart TD\n/);
});

test('a file whose name tells no format takes that of -f', async () => {
  const path = join(newFolder(), 'tree');
  const unclear = await runCli(['graph', 'toy', '-o', path], { store });
  expect(unclear).toEqual({
    code: 2,
    stdout: '',
    stderr: `从 ${path} 的后缀看不出格式。请用 .mmd、.mermaid、.svg，或用 -f 写明格式。\n`,
  });
  await runCli(['graph', 'toy', '-o', path, '-f', 'svg'], { store });
  expect(readFileSync(path, 'utf8')).toMatch(/^<svg /);
});

test('a procedure or format that does not exist is told', async () => {
  expect(await runCli(['graph', 'toi'], { store })).toMatchObject({ code: 2, stdout: '' });
  expect(await runCli(['graph', 'toy', '-f', 'svq'], { store })).toEqual({
    code: 2,
    stdout: '',
    stderr: '没有“svq”这种格式。您是不是想写 svg？可以写：mermaid、svg。\n',
  });
});
