import fc from 'fast-check';
import { runCli } from '../cli/test-context.ts';
import { TOY_ANSWERS } from '../cli/toy-flow.ts';
import { toyStore } from '../cli/toy-store.ts';
import { mutate, someEdits } from './mutate-text.ts';
import type { Target } from './target.ts';
import { wildValue } from './wild-values.ts';

/** Records of many people, in base64 because they need not be text, and how they are read. */
export interface BatchInput {
  readonly base64: string;
  readonly options: readonly string[];
}

const store = toyStore();
const keys = [...Object.keys(TOY_ANSWERS), '谁来办', '不是题目', '__proto__', ''];

const anyRecord = fc.record(
  {
    id: wildValue,
    answers: fc.oneof(
      fc.constant(TOY_ANSWERS),
      fc.dictionary(fc.constantFrom(...keys), wildValue),
      wildValue,
    ),
    date: fc.oneof(fc.constantFrom('2026-11-22', '2027年1月1日', '2026-02-30'), wildValue),
  },
  { requiredKeys: [] },
);

const ndjson = fc
  .array(anyRecord, { maxLength: 6 })
  .map((records) => records.map((one) => JSON.stringify(one)).join('\n'));

const cell = fc.oneof(fc.constantFrom(...Object.values(TOY_ANSWERS).map(String), ''), wildValue.map(String));
const csv = fc.array(fc.array(cell, { minLength: 5, maxLength: 9 }), { maxLength: 6 }).map((rows) => {
  const header = ['编号', ...Object.keys(TOY_ANSWERS)];
  return [header, ...rows]
    .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');
});

const bytes = fc.oneof(
  { arbitrary: ndjson.map((text) => Buffer.from(text)), weight: 2 },
  { arbitrary: csv.map((text) => Buffer.from(text)), weight: 2 },
  {
    arbitrary: fc.tuple(fc.oneof(ndjson, csv), someEdits).map(([text, edits]) => mutateSome(text, edits)),
    weight: 3,
  },
);

const inputs: fc.Arbitrary<BatchInput> = fc.record({
  base64: bytes.map((buffer) => buffer.toString('base64')),
  options: fc.subarray(
    ['--brief', '--read-as=csv', '--read-as=ndjson', '--encoding=gb18030', '--from-line=3', '--ignore=编号'],
    {
      maxLength: 2,
    },
  ),
});

function mutateSome(text: string, edits: Parameters<typeof mutate>[1]): Buffer {
  return text === '' ? Buffer.from([0xff]) : mutate(text, edits);
}

/** Every record comes to one line, in order; the exit code says whether all of them came to a checklist. */
export const batch: Target<BatchInput> = {
  name: 'batch',
  inputs,
  async check({ base64, options }) {
    const stdin = Buffer.from(base64, 'base64');
    const { code, stdout, stderr } = await runCli(['batch', 'toy', ...options], { store, stdin });
    const said = `\nstdout: ${stdout.slice(0, 400)}\nstderr: ${stderr.slice(-1500)}`;
    if (code !== 0 && code !== 2) throw new Error(`exit code ${code}${said}`);
    if (/\n\s+at .*[:(]|自己出了错/.test(stdout + stderr)) throw new Error(`a stack trace${said}`);
    if (stdout !== '' && !stdout.endsWith('\n')) throw new Error(`a line that is not whole${said}`);
    const lines = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { line: number; ok: boolean });
    if (lines.some(({ line }, index) => line <= (lines[index - 1]?.line ?? 0)))
      throw new Error(`out of order${said}`);
    const isWell = lines.every(({ ok }) => ok);
    if (lines.length > 0 && isWell !== (code === 0)) throw new Error(`exit code ${code}${said}`);
  },
};
