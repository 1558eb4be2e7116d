import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOf, ndjson, newFolder, runToyBatch } from './batch-runs.ts';

const people = Array.from({ length: 12 }, (_, index) =>
  index % 4 === 3
    ? { id: `p${index}`, answers: { who: 'nobody' } }
    : { id: `p${index}`, answers: { who: 'other' } },
);
const table = ['id,who', ...people.map(({ id, answers: { who } }) => `"${id}\n",${who}`)].join('\n');

const whole = async (stdin: string, options: readonly string[] = []) =>
  (await runToyBatch(options, { stdin })).stdout;

test.each([
  ['NDJSON', ndjson(...people)],
  ['a table whose cells hold line ends', table],
])('wherever the output of %s breaks off, --continue makes it whole', async (_, stdin) => {
  const output = Buffer.from(await whole(stdin));
  await fc.assert(
    fc.asyncProperty(fc.nat(output.length), async (cut) => {
      const path = fileOf('out.ndjson', output.subarray(0, cut));
      const { code, stdout } = await runToyBatch(['-o', path, '--continue'], { stdin });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(readFileSync(path).equals(output)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('--continue begins where there is no output yet, and adds nothing where all is done', async () => {
  const path = join(newFolder(), 'out.ndjson');
  const stdin = ndjson(people[0], people[1]);
  for (const _ of [1, 2]) {
    expect(await runToyBatch(['-o', path, '--continue'], { stdin })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(path, 'utf8')).toBe(await whole(stdin));
  }
});

test('records that failed before the break count at the end', async () => {
  const stdin = ndjson(...people);
  const path = fileOf('out.ndjson', await whole(stdin));
  expect((await runToyBatch(['-o', path, '--continue'], { stdin })).stderr).toBe(
    '一共 12 条，有 3 条没办成：输出里 "ok" 是 false 的就是，"error" 写着为什么。\n',
  );
});

const refusal = async (written: string, options: readonly string[] = [], stdin = ndjson(...people)) => {
  const path = fileOf('out.ndjson', written);
  const { code, stderr } = await runToyBatch(['-o', path, '--continue', ...options], { stdin });
  expect(code).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe(written);
  return stderr.replace(path, '结果');
};

test('an output that is of another input, day or shape is left as it is, and told', async () => {
  const half = (await whole(ndjson(...people.slice(0, 6)))).concat('{"line":7,');
  const end = '要从头做，请换个文件名，或者用 --force 盖掉它。\n';
  const differs =
    '不能接着写 结果：同一条记录，这次算出来的和里面写的不一样：事项、输入、选项或 yibao 的版本变过。';
  expect(await refusal(half, ['--brief'])).toBe(differs + end);
  expect(await refusal(half, [], ndjson(...people).replace('p5', 'p50'))).toBe(differs + end);
  expect(await refusal(half, ['--date', '2026-12-01'])).toBe(
    `不能接着写 结果：它是按 2026-11-22 的规定算的，这次是 2026-12-01。接着做请加 --date 2026-11-22。${end}`,
  );
  expect(await refusal(half, [], ndjson(people[0], people[1]))).toBe(
    `不能接着写 结果：它写了 6 条，到第 6 行为止；输入到那里有 2 条。${end}`,
  );
  const gap = half.split('\n').toSpliced(2, 1).join('\n');
  expect(await refusal(gap)).toBe(`不能接着写 结果：它写了 5 条，到第 6 行为止；输入到那里有 6 条。${end}`);
});

test('a file that no batch wrote is left as it is', async () => {
  const end = '行不是 yibao batch 写的。请换个文件名，或者用 --force 盖掉它。\n';
  expect(await refusal('我的笔记')).toBe(`不能接着写 结果：它的第 1 ${end}`);
  expect(await refusal('{"line":1,"id":null,"ok":true,}\nnotes\n')).toBe(`不能接着写 结果：它的第 2 ${end}`);
  const doubled = (await whole(ndjson(people[0]))).repeat(2);
  expect(await refusal(doubled)).toBe(`不能接着写 结果：它的第 2 ${end}`);
});

test('an id longer than usual is read in whole', async () => {
  const stdin = ndjson({ id: '"长\\'.repeat(400), answers: { who: 'other' } }, people[1]);
  const output = await whole(stdin);
  const path = fileOf('out.ndjson', output.slice(0, -5));
  expect((await runToyBatch(['-o', path, '--continue'], { stdin })).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(output);
});

test('the input is never written over', async () => {
  const path = fileOf('in.ndjson', ndjson(people[0]));
  for (const option of ['--force', '--continue']) {
    expect((await runToyBatch([path, '-o', path, option])).stderr).toBe(
      `${path} 就是输入，写进去会把它盖掉。请换个文件名。\n`,
    );
  }
  expect(readFileSync(path, 'utf8')).toBe(ndjson(people[0]));
});
