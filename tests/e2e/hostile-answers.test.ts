import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { expectHarmless } from '../support/expect-harmless.ts';
import { runMeasured } from '../support/run-measured.ts';

const root = mkdtempSync(join(tmpdir(), 'yibao-hostile-answers-'));
afterAll(() => rmSync(root, { recursive: true }));

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** Files of answers, what they attack, and the exit code. */
const FILES: readonly (readonly [what: string, name: string, content: string | Uint8Array, said: string])[] =
  [
    ['a key twice', 'a.yaml', 'stay: long\nstay: short\n', ':2:1 “stay”在这里写了两次，请只留一个'],
    ['a key twice', 'a.json', '{"stay":"long","st\\u0061y":"short"}', '“stay”在这里写了两次，请只留一个'],
    ['a bomb of aliases', 'a.yaml', bomb(), '内容太多'],
    ['100,000 brackets', 'a.yaml', '['.repeat(100_000), ':1:101 层次太深，最多 40 层'],
    ['100,000 brackets', 'a.json', '['.repeat(100_000), '不是完整的 JSON'],
    ['maps in maps', 'a.json', '{"a":'.repeat(100_000), '不是完整的 JSON'],
    ['lists in lists', 'a.json', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, '不能再套一层'],
    ['__proto__', 'a.yaml', '__proto__: { stay: long }\n', ':1:1 键不能叫“__proto__”'],
    ['__proto__', 'a.json', '{"__proto__":{"stay":"long"}}', '键不能叫“__proto__”'],
    ['constructor', 'a.json', '{"constructor":"long"}', '键不能叫“constructor”'],
    ['what objects have', 'a.yaml', 'toString: a\nvalueOf: b\nhasOwnProperty: c\n', '没有“toString”这一题'],
    ['10 MB', 'a.json', JSON.stringify({ stay: 'x'.repeat(10_000_000) }), '它太大了，回答最多 750000 字节'],
    [
      '700,000 characters',
      'a.json',
      JSON.stringify({ stay: 'x'.repeat(700_000) }),
      `“${'x'.repeat(40)}…”不是`,
    ],
    ['a long place', 'a.json', JSON.stringify({ 'care-place': '长'.repeat(200_000) }), '没有找到'],
    [
      'terminal sequences',
      'a.json',
      JSON.stringify({ stay: '\u001b]0;x\u0007\u001b[31m红\u202e倒\u009b2J' }),
      '“红倒”不是',
    ],
    ['terminal sequences', 'a.yaml', 'stay: "\\x1b[31m红\\u202e倒"\n', '“红倒”不是'],
    [
      'terminal sequences in a key',
      'a.json',
      JSON.stringify({ '\u001b[2Jst\u202eay': 'x' }),
      '没有“stay”这一题',
    ],
    [
      'terminal sequences in a place',
      'a.yaml',
      'insured-place: "\\e[2J\\u202e益\\u2066"\n',
      '没有找到叫“益”',
    ],
    ['a tag', 'a.yaml', 'stay: !!js/function "x"\n', '不能用 YAML 标签'],
    ['a NUL', 'a.yaml', 'stay: lo\0ng\n', '它不是文本文件'],
    ['no UTF-8', 'a.yaml', bytes('stay: ', [0xff, 0xfe], '\n'), '它不是 UTF-8 编码'],
    ['half a letter of UTF-16', 'a.yaml', bytes([0xff, 0xfe, 0x73]), '它不是 UTF-8 编码'],
    ['numbers beyond all numbers', 'a.yaml', 'stay: 1e999\nproof: .nan\n', '“Infinity”的写法不对'],
    [
      'many wrong keys',
      'a.yaml',
      Array.from({ length: 300 }, (_, n) => `q${n}: 1\n`).join(''),
      '没有“q0”这一题',
    ],
  ];

function bomb(): string {
  const rows = Array.from({ length: 9 }, (_, n) => `b${n + 1}: &b${n + 1} [${`*b${n}, `.repeat(9)}*b${n}]\n`);
  return `b0: &b0 [x, x]\n${rows.join('')}`;
}

test.each(FILES)('%s in %s', async (_what, name, content, said) => {
  const path = join(root, name);
  writeFileSync(path, content);
  for (const format of [[], ['-f', 'json']]) {
    const run = await runMeasured(['yidi', ...format, '--answers', path]);
    expectHarmless(run, { seconds: 2 });
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
    const told = format.length > 0 ? JSON.stringify(JSON.parse(run.stderr)) : run.stderr;
    if (format.length === 0) expect(told.replaceAll('\n', '')).toContain(said);
    expect(Buffer.byteLength(told)).toBeLessThan(200_000);
  }
});

test.each([
  ['a byte order mark', 'a.yaml', '\ufeffstay: long\n'],
  ['a byte order mark', 'a.json', '\ufeff{"stay":"short"}'],
  ['CRLF', 'a.yaml', 'stay: short\r\non-behalf: self\r\n'],
])('%s in %s is no harm', async (_what, name, content) => {
  const path = join(root, name);
  writeFileSync(path, content);
  const run = await runMeasured(['yidi', '--answers', path]);
  expectHarmless(run, { seconds: 2 });
});

test.each([
  ['a folder', () => root, '这是一个文件夹，不是文件'],
  ['a device that never ends', () => '/dev/zero', '它太大了，回答最多 750000 字节'],
  ['100 MB', hugeFile, '它太大了，回答最多 750000 字节'],
  [
    'a name that acts on a terminal',
    () => join(root, '\u001b[31mno\u202epe.yaml'),
    'nope.yaml：没有这个文件或文件夹',
  ],
])('answers from %s', async (_what, path, said) => {
  const run = await runMeasured(['yidi', '--answers', path()]);
  expectHarmless(run, { seconds: 2 });
  expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
  expect(run.stderr.replaceAll('\n', '')).toContain(said);
});

function hugeFile(): string {
  const path = join(root, 'huge.yaml');
  writeFileSync(path, '');
  truncateSync(path, 100_000_000);
  return path;
}

test('answers from a pipe are read up to a limit', async () => {
  const run = await runMeasured(['yidi', '--answers', '-'], { stdin: 'a: b\n'.repeat(2_000_000) });
  expectHarmless(run, { seconds: 2 });
  expect(run.stderr).toBe('读不了 标准输入：它太大了，回答最多 750000 字节。\n');
});

test.each([
  ['-a', '__proto__=x', '没有“__proto__”这一题'],
  ['-a', 'constructor=x', '没有“constructor”这一题'],
  ['-a', '\u001b[31mstay=\u202e\u009b2Jx', '没有“stay”这一题'],
  ['-a', `stay=${'x'.repeat(100_000)}`, `“${'x'.repeat(40)}…”不是`],
  ['-a', `${'y'.repeat(100_000)}=x`, 'y…'],
  ['--date', '99999-01-01', '“99999-01-01”不是一个日期'],
  ['--date', '\u001b[31m\u202e', '不是一个日期'],
  ['--\u001b[31mnope\u202e', 'x', '没有 --nope 这个选项'],
  ['--flows', '/dev/zero', ''],
  ['-o', '/nope/\u001b[31mx\u202e.txt', '没有 /nope 这个文件夹'],
])('%s %s does no harm', async (option, value, said) => {
  const run = await runMeasured(['yidi', option, value]);
  expectHarmless(run, { seconds: 2 });
  expect(run.code).not.toBe(0);
  expect(run.stderr.replaceAll('\n', '')).toContain(said);
});

const SAVED = { version: 1, flow: 'yidi', print: '0000000000000000', answers: { stay: 'long' } };

test.each([
  ['no JSON', '{'],
  ['100,000 brackets', '['.repeat(100_000)],
  ['__proto__ for answers', `{"version":1,"flow":"yidi","print":"x","answers":{"__proto__":{"a":"b"}}}`],
  ['a path for a flow', JSON.stringify({ ...SAVED, flow: '../../../../etc/passwd' })],
  ['terminal sequences for a flow', JSON.stringify({ ...SAVED, flow: '\u001b]0;x\u0007\u202ered' })],
  ['a device for flows', JSON.stringify({ ...SAVED, flows: '/dev/zero' })],
  ['a folder of terminal sequences for flows', JSON.stringify({ ...SAVED, flows: '/\u001b[31m\u202e' })],
  ['10 MB', JSON.stringify({ ...SAVED, answers: { stay: 'x'.repeat(10_000_000) } })],
])('a saved interview with %s does no harm', async (_what, content) => {
  const state = mkdtempSync(join(root, 'state-'));
  mkdirSync(join(state, 'yibao/interviews'), { recursive: true });
  writeFileSync(join(state, 'yibao/interviews/yidi-0000.json'), content);
  const run = await runMeasured(['resume'], { env: { XDG_STATE_HOME: state } });
  expectHarmless(run, { seconds: 2 });
});
