import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../test-context.ts';
import { TOY_ANSWERS } from '../toy-flow.ts';
import { toyStore } from '../toy-store.ts';
import { linesOf, ndjson, newFolder, runToyBatch } from './batch-runs.ts';

const other = (id?: unknown) => ({ id, answers: { who: 'other' } });

/** Runs with one document each; what stdout says, and what is in the folder. */
async function make(
  records: readonly unknown[],
  options: readonly string[],
  folder = join(newFolder(), '清单'),
) {
  const { code, stdout, stderr } = await runToyBatch(['-o', folder, ...options], {
    stdin: ndjson(...records),
  });
  const lines = linesOf(stdout).map(({ line, id, ok, file, error }) => [
    line,
    id,
    ok ? file.replace(folder, '清单') : error.code,
  ]);
  return { code, lines, stderr, folder, files: readdirSync(folder).sort() };
}

test('each record gets a document that is named by its id, or by its line', async () => {
  const { code, lines, folder, files } = await make(
    [other('张三'), other(7), other(), { id: 'x', answers: {} }],
    ['-f', 'text'],
  );
  expect(code).toBe(2);
  expect(lines).toEqual([
    [1, '张三', '清单/张三.txt'],
    [2, 7, '清单/7.txt'],
    [3, null, '清单/line-3.txt'],
    [4, 'x', 'missing-answers'],
  ]);
  expect(files).toEqual(['7.txt', 'line-3.txt', '张三.txt']);
  expect(readFileSync(join(folder, '7.txt'), 'utf8')).toMatch(/^试办一件事办事清单\n/);
});

test.each([
  ['html', '<!doctype html>'],
  ['markdown', '# '],
  ['json', '{\n  "schema": 1,'],
])('-f %s writes what a run of one writes', async (format, start) => {
  const { folder, files } = await make(
    [{ id: 'a', answers: TOY_ANSWERS }],
    ['-f', format, '--why', '--large'],
  );
  const [file = ''] = files;
  const path = join(newFolder(), file);
  const answers = Object.entries(TOY_ANSWERS).flatMap(([id, value]) => ['-a', `${id}=${value}`]);
  await runCli(['toy', ...answers, '-o', path, '--why', '--large'], { store: toyStore() });
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text.toLowerCase().startsWith(start.toLowerCase())).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
});

test('what a format cannot show is told of its record', async () => {
  const { lines, files } = await make([other('a')], ['-f', 'ics']);
  expect({ lines, files }).toEqual({ lines: [[1, 'a', 'nothing-dated']], files: [] });
});

test('an id twice, or two that are one file on some disk, is an error and never an overwrite', async () => {
  const ids = ['a', 'a', 'A', 'é', 'e\u0301', 'a/b', 'a_b', 'ａ'];
  const { lines, files } = await make(ids.map(other), ['-f', 'json']);
  expect(lines.map(([, , what]) => what)).toEqual([
    '清单/a.json',
    'same-file',
    'same-file',
    '清单/é.json',
    'same-file',
    '清单/a_b.json',
    'same-file',
    'same-file',
  ]);
  expect(files).toEqual(['a.json', 'a_b.json', 'é.json'].sort());
});

test('a file that exists is refused, kept with --continue and replaced with --force', async () => {
  const { folder } = await make([], ['-f', 'text']);
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'mine');
  const options = ['-f', 'text'];
  expect((await make([other('a'), other('b')], options, folder)).lines).toEqual([
    [1, 'a', 'file-exists'],
    [2, 'b', '清单/b.txt'],
  ]);
  expect((await make([other('a'), other('b')], [...options, '--continue'], folder)).lines).toEqual([
    [1, 'a', '清单/a.txt'],
    [2, 'b', '清单/b.txt'],
  ]);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect((await make([other('a'), other('b')], [...options, '--force'], folder)).code).toBe(0);
  expect(readFileSync(path, 'utf8')).not.toBe('mine');
});

test('--from-line knows the names of the records before it', async () => {
  const { lines } = await make([other('a'), other('b'), other('a')], ['-f', 'text', '--from-line', '2']);
  expect(lines).toEqual([
    [2, 'b', '清单/b.txt'],
    [3, 'a', 'same-file'],
  ]);
});
