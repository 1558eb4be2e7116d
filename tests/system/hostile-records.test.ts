import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { linesOf } from '../cli/batch/batch-runs.ts';
import { expectHarmless } from '../support/expect-harmless.ts';
import { runMeasured } from '../support/run-measured.ts';
import { toGb18030 } from '../support/to-gb18030.ts';

const root = mkdtempSync(join(tmpdir(), 'yibao-huge-records-'));
afterAll(() => rmSync(root, { recursive: true }));

const HUGE = 100_000_000;
const LAST_LINE = '{"id":"last","answers":{"stay":"short"}}\n';
const LAST_ROW = 'last,short\n';
const header = 'id,stay\n';
const chunk = (text: string): string => text.repeat(Math.ceil(HUGE / text.length));

/** 100 MB each, the codes of the records in it, and how many there are. */
const INPUTS: readonly (readonly [what: string, name: string, content: () => string, codes: string[]])[] = [
  ['a line without end', 'a.ndjson', () => 'x'.repeat(HUGE), ['too-long']],
  [
    'a line, and one more',
    'a.ndjson',
    () => `${'x'.repeat(HUGE)}\n${LAST_LINE}`,
    ['too-long', 'missing-answers'],
  ],
  ['empty lines', 'a.ndjson', () => `${'\n'.repeat(HUGE)}${LAST_LINE}`, ['missing-answers']],
  ['empty rows', 'a.csv', () => `${header}${'\n'.repeat(HUGE)}${LAST_ROW}`, ['missing-answers']],
  ['rows of commas', 'a.csv', () => `${header}${chunk(',,,,,,,,,\n')}${LAST_ROW}`, ['missing-answers']],
  ['a cell that never closes', 'a.csv', () => `${header}1,"${'x'.repeat(HUGE)}`, ['too-long']],
  [
    'a cell of quotes',
    'a.csv',
    () => `${header}1,"${'"'.repeat(HUGE)}\n${LAST_ROW}`,
    ['too-long', 'missing-answers'],
  ],
];

test.each(INPUTS)('100 MB: %s', async (_what, name, content, codes) => {
  const path = join(root, name);
  writeFileSync(path, content());
  const run = await runMeasured(['batch', 'yidi', path]);
  expectHarmless(run, { seconds: 20 });
  expect(run.code).toBe(2);
  expect(linesOf(run.stdout).map(({ error }) => error.code)).toEqual(codes);
});

test('10 MB of lines that each open a row that ends nowhere', async () => {
  const path = join(root, 'quotes.csv');
  writeFileSync(path, `${header}"a\n${'b","c\n'.repeat(1_600_000)}`);
  const run = await runMeasured(['batch', 'yidi', path, '--brief', '-o', join(root, 'quotes.ndjson')]);
  expectHarmless(run, { seconds: 20 });
  expect(run.stderr).toContain('一共 1600001 条，有 1600001 条没办成');
});

test('a character of GB18030 may lie across any two pieces of the input', async () => {
  const rows = Array.from({ length: 12_000 }, (_, n) => `${'长'.repeat(1 + (n % 7))}${n},short`);
  const path = join(root, 'gb.csv');
  writeFileSync(path, toGb18030(`id,stay\n${rows.join('\n')}\n`));
  const run = await runMeasured(['batch', 'yidi', path, '--brief']);
  expectHarmless(run, { seconds: 60 });
  expect(linesOf(run.stdout).map(({ id }) => `${id},short`)).toEqual(rows);
});

test.each([
  ['UTF-8', []],
  ['UTF-16', ['--encoding', 'utf-16le']],
  ['GB18030', ['--encoding', 'gb18030']],
  ['lines', ['--read-as', 'ndjson']],
])('a device that never ends, read as %s', async (_what, options) => {
  const run = await runMeasured(['batch', 'yidi', '/dev/zero', ...options]);
  expectHarmless(run);
  expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
  expect(run.stderr).toBe('/dev/zero 里有一行，读了 2 亿字还没有完，不像是名单，没有再读下去。\n');
});
