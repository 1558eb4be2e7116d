import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { linesOf } from '../cli/batch/batch-runs.ts';
import { expectHarmless } from '../support/expect-harmless.ts';
import { runMeasured } from '../support/run-measured.ts';

const root = mkdtempSync(join(tmpdir(), 'yibao-hostile-records-'));
afterAll(() => rmSync(root, { recursive: true }));

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const answers = (value: string) => `{"answers":{"stay":${value}}}`;
const [open, close] = ['['.repeat(100_000), ']'.repeat(100_000)];
const many = (count: number) => Array.from({ length: count }, (_, n) => `"q${n}":1`).join(',');

/** A line each, what it attacks, and the code of its error; one file, so that one process meets them all. */
const LINES: readonly (readonly [what: string, line: string | Uint8Array, code: string])[] = [
  ['100,000 brackets', open, 'not-json'],
  ['100,000 brackets and back', `${open}${close}`, 'not-an-object'],
  ['brackets for an id', `{"id":${open}${close},"answers":{}}`, 'wrong-id'],
  ['brackets for a value', answers(`${open}${close}`), 'invalid-answer'],
  ['maps for a value', answers(`${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`), 'invalid-answer'],
  ['names of objects', '{"answers":{"__proto__":"x","constructor":"y","toString":"z"}}', 'unknown-answer'],
  ['__proto__ beside answers', '{"__proto__":{"answers":{}}}', 'unknown-key'],
  ['__proto__ for answers', '{"answers":{"__proto__":{"stay":"long"}}}', 'unknown-answer'],
  ['names of objects as values', answers('"constructor"'), 'invalid-answer'],
  ['a key twice', '{"answers":{"stay":"short","stay":"living"}}', 'repeated-key'],
  ['a key twice, once escaped', '{"id":1,"i\\u0064":2,"answers":{}}', 'repeated-key'],
  ['10 MB', answers(`"${'x'.repeat(10_000_000)}"`), 'too-long'],
  ['what just fits', answers(`"${'长'.repeat(240_000)}"`), 'invalid-answer'],
  ['a key that just fits', `{"answers":{"${'长'.repeat(240_000)}":1}}`, 'unknown-answer'],
  ['a key beside answers that just fits', `{"${'长'.repeat(240_000)}":1}`, 'unknown-key'],
  ['10,000 answers', `{"answers":{${many(10_000)}}}`, 'too-many-answers'],
  ['1,000 answers', `{"answers":{${many(1_000)}}}`, 'unknown-answer'],
  ['a number beyond all', '{"id":1e999,"answers":{}}', 'unsafe-id'],
  ['a number of 18 digits', '{"id":123456789012345678,"answers":{}}', 'unsafe-id'],
  ['a map for an id', '{"id":{},"answers":{}}', 'wrong-id'],
  ['a negative nothing', '{"id":-0,"answers":{}}', 'missing-answers'],
  ['a NUL', '{"id":"a\0b","answers":{}}', 'not-text'],
  ['an escaped NUL', '{"id":"a\\u0000b","answers":{"stay":"\\u0000"}}', 'invalid-answer'],
  ['a byte order mark', '\ufeff{"answers":{}}', 'not-json'],
  ['half a letter', '{"id":"\\ud800","answers":{"stay":"\\udc00"}}', 'invalid-answer'],
  ['no UTF-8', bytes('{"id":"', [0xff, 0xc0, 0x80], '","answers":{}}'), 'wrong-encoding'],
  ['terminal sequences', '{"id":"\\u001b[2J\\u202e","answers":{"\\u001b[31m\\u202e":1}}', 'unknown-answer'],
  ['raw terminal sequences', '{"id":"\u001b[2J\u202e\u009b","answers":{}}', 'not-json'],
  ['raw bidi controls', '{"id":"\u202e\u009b2J","answers":{"stay":"\u2066\u009b"}}', 'invalid-answer'],
  ['another flow', '{"flow":"../../\\u001b[31m","answers":{}}', 'usage'],
];

test('each bad line is an error of its own, and the rest go on', async () => {
  const good = '{"id":"good","answers":{"stay":"short"}}';
  const stdin = bytes(...LINES.flatMap(([, line]) => [line as string, '\n']), `\r\n\n${good}`);
  const run = await runMeasured(['batch', 'yidi', '--read-as', 'ndjson'], { stdin });
  // Forty attacks in one run: what the last left behind may not be swept up yet.
  expectHarmless(run, { megabytes: 260 });
  expect(run.code).toBe(2);
  const lines = linesOf(run.stdout);
  const told = LINES.map(([what], index) => [what, lines[index].error.code]);
  expect(told).toEqual(LINES.map(([what, , code]) => [what, code]));
  expect(lines.at(-1)).toMatchObject({ id: 'good', error: { code: 'missing-answers' } });
  expect(lines).toHaveLength(LINES.length + 1);
  const messages = lines.map(({ error }) => error.message.length);
  expect(Math.max(...messages)).toBeLessThan(70_000);
});

const TABLES: readonly (readonly [what: string, table: string | Uint8Array, said: string])[] = [
  ['10,000 columns', `${'c,'.repeat(10_000)}\n`, '表头有 10001 列，最多 1000 列'],
  ['a column twice', 'id,stay,stay\n', '“stay”和“stay”是同一列'],
  ['names of objects', 'stay,__proto__,constructor,toString\n', '：“__proto__”、“constructor”、“toString”'],
  ['terminal sequences', 'stay,\u001b[31mred\u202e\u009b2J\n', '列：“red”'],
  ['UTF-16 without a mark', Buffer.from('id,stay\n1,short\n', 'utf16le'), 'NUL'],
  ['a header without end', `id,"${'x'.repeat(2_000_000)}`, '这一条太长了'],
  ['nothing but blanks', ' '.repeat(2_000_000), '这一条太长了'],
];

test.each(TABLES)('a table with %s in its header is refused', async (_what, table, said) => {
  const run = await runMeasured(['batch', 'yidi', '--read-as', 'csv'], { stdin: table });
  expectHarmless(run, { seconds: 2 });
  expect(run.stdout).toBe('');
  expect(run.stderr).toContain(said);
});

test('each bad row is an error of its own, and the rest go on', async () => {
  const rows: [string | number[], string][] = [
    ['1,sh\0ort', 'not-text'],
    ['2,\u001b[31m\u202eshort', 'invalid-answer'],
    ['3,__proto__', 'invalid-answer'],
    ['4', 'wrong-cells'],
    [`5${','.repeat(100_000)}x`, 'wrong-cells'],
    [`6,${'长'.repeat(240_000)}`, 'invalid-answer'],
    [`7,${'x'.repeat(3_000_000)}`, 'too-long'],
    ['8,"short"x', 'broken-quotes'],
    [[0x39, 0x2c, 0xff, 0xfe], 'wrong-encoding'],
    ['\ufeff10,short\r', 'missing-answers'],
    ['"11,short', 'broken-quotes'],
  ];
  const stdin = bytes('id,stay\n', '0,在住\n', ...rows.flatMap(([row]) => [row as string, '\n']));
  const run = await runMeasured(['batch', 'yidi', '--read-as', 'csv'], { stdin });
  expectHarmless(run);
  expect(
    linesOf(run.stdout)
      .slice(1)
      .map(({ error }) => error.code),
  ).toEqual(rows.map(([, code]) => code));
});

test('a table in which every line opens a row that ends nowhere is read in time that grows with it', async () => {
  const path = join(root, 'quotes.csv');
  writeFileSync(path, `id,stay\n"a\n${'b","c\n'.repeat(60_000)}`);
  const run = await runMeasured(['batch', 'yidi', path, '-o', join(root, 'quotes.ndjson')]);
  expectHarmless(run);
  expect(run.stderr).toContain('一共 60001 条，有 60001 条没办成');
});

test.each([
  ['NUL without end', '/dev/zero', '读了 2 亿字还没有完'],
  ['a folder', root, '这是一个文件夹，不是文件'],
])('records from %s', async (_what, path, said) => {
  const run = await runMeasured(['batch', 'yidi', path]);
  expectHarmless(run);
  expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
  expect(run.stderr).toContain(said);
});
