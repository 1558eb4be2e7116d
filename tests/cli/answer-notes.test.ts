import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { checklistJsonSchema } from '../../src/render/checklist-schema.ts';
import { runCli } from './test-context.ts';
import { TOY_ANSWERS, TOY_FLOW } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

/** The toy as it is a year later: a question and an option have other names. */
const store = toyStore(
  TOY_FLOW.replace('self: 本人', 'self: { label: 本人, was: [me] }')
    .replace('{ id-card: 身份证', '{ id-card: { label: 身份证, was: [card] }')
    .replace('months: { ask', 'months: { was: [month-count], ask'),
);

const { months, ...rest } = TOY_ANSWERS;
const old = { ...rest, who: 'me', papers: ['card', 'hukou'], 'month-count': months };

const NOTES = `提示：who 的 me 现在叫 self，已经照新名用上。
提示：papers 的 card 现在叫 id-card，已经照新名用上。
提示：month-count 现在叫 months，已经照新名用上。
`;

const RENAMED = [
  { question: 'who', from: 'me', to: 'self' },
  { question: 'papers', from: 'card', to: 'id-card' },
  { from: 'month-count', to: 'months' },
];

function saved(answers: object, reviewed = '2025-11-22'): string {
  return JSON.stringify({ flow: 'toy', reviewed, date: '2026-11-22', answers });
}

test('names that the flow had before are understood, and said', async () => {
  const run = await runCli(['--answers', '-'], { store, stdin: saved(old) });
  expect(run).toMatchObject({ code: 0, stderr: NOTES });
  const now = { ...TOY_ANSWERS, who: 'self' };
  expect(run.stdout).toBe((await runCli(['--answers', '-'], { store, stdin: saved(now) })).stdout);
  const overridden = await runCli(['toy', '-a', 'who=me', '-a', 'who=other'], { store });
  expect(overridden).toMatchObject({ code: 0, stderr: '' });
});

test('with -f json what there is to say is in the document', async () => {
  const stdin = saved({ ...old, 'no-longer-asked': 'x' });
  const { code, stdout, stderr } = await runCli(['--answers', '-', '-f', 'json'], { store, stdin });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const document = JSON.parse(stdout);
  expect(document).toMatchObject({ renamed: RENAMED, gone: ['no-longer-asked'], unused: [] });
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(checklistJsonSchema());
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
});

test('a question of a saved file that the flow no longer has is named, and the file still runs', async () => {
  const stdin = saved({ ...TOY_ANSWERS, 'no-longer-asked': 'x' });
  const { code, stderr } = await runCli(['--answers', '-'], { store, stdin });
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: '提示：流程里已经没有 no-longer-asked 这一题，它的回答没有用上。\n',
  });
});

test('what there is to say is said too where answers are missing', async () => {
  const stdin = saved({ who: 'me', 'no-longer-asked': 'x' });
  const { code, stderr } = await runCli(['--answers', '-'], { store, stdin });
  expect(code).toBe(3);
  expect(stderr).toMatch(/who 的 me 现在叫 self，.*\n.*已经没有 no-longer-asked 这一题，/);
  const json = await runCli(['--answers', '-', '-f', 'json'], { store, stdin });
  expect(JSON.parse(json.stderr).error).toMatchObject({
    code: 'missing-answers',
    renamed: [{ question: 'who', from: 'me', to: 'self' }],
    gone: ['no-longer-asked'],
  });
});

test.each([
  ['a file of the flow as it is', saved({ ...TOY_ANSWERS, 'no-longer-asked': 'x' }, '2026-11-22')],
  ['a file that was not saved', JSON.stringify({ ...TOY_ANSWERS, 'no-longer-asked': 'x' })],
  ['a saved file with a slip in a name', saved({ ...TOY_ANSWERS, agre: 'yes' })],
])('an unknown question in %s is wrong usage', async (_what, stdin) => {
  expect((await runCli(['toy', '--answers', '-'], { store, stdin })).code).toBe(2);
});

test('diff says it once, in its document with -f json', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'yibao-')), 'old.json');
  writeFileSync(file, saved(old));
  const argv = ['diff', 'toy', file, '2027-01-01'];
  expect((await runCli(argv, { store })).stderr).toBe(NOTES);
  const { stdout, stderr } = await runCli([...argv, '-f', 'json'], { store });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout).after).toMatchObject({ renamed: RENAMED, gone: [] });
});
