import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { batchLineJsonSchema } from '../../src/render/batch-line-schema.ts';
import { runToyBatch } from '../cli/batch/batch-runs.ts';
import { TOY_ANSWERS } from '../cli/toy-flow.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(batchLineJsonSchema());

const stdin = [
  { id: 1, answers: TOY_ANSWERS },
  { answers: { who: 'self' } },
  { answers: { who: 'others', hom: 'x' } },
  { answer: {} },
]
  .map((record) => JSON.stringify(record))
  .join('\n');

test.each([
  ['full', []],
  ['brief', ['--brief']],
])('%s lines are valid', async (_, options) => {
  const { stdout } = await runToyBatch(options, { stdin: `${stdin}\nnot json\n` });
  const lines = stdout.trim().split('\n');
  expect(lines).toHaveLength(5);
  for (const line of lines) {
    validate(JSON.parse(line));
    expect(validate.errors ?? []).toEqual([]);
  }
});

test.each([
  ['a line of two kinds at once', { line: 1, id: null, ok: true, file: 'a', error: {} }],
  ['no line', { id: null, ok: true, file: 'a' }],
  ['ok that is not so', { line: 1, id: null, ok: false, file: 'a' }],
  ['an empty checklist', { line: 1, id: null, ok: true, checklist: {} }],
])('%s is not valid', (_what, line) => {
  expect(validate(line)).toBe(false);
});

test('a line of a file, and of a row that is not its line, is valid', () => {
  expect(validate({ line: 3, record: 2, id: 'a', ok: true, file: '清单/a.pdf' })).toBe(true);
});
