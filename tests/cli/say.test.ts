import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './test-context.ts';
import { toyStore } from './toy-store.ts';

const store = toyStore();
const other = ['toy', '-a', 'who=other', '-a', 'paid=2026-10'];
const newFile = () => join(mkdtempSync(join(tmpdir(), 'yibao-')), '清单.md');

test('--quiet writes the result and nothing else', async () => {
  const usual = await runCli(other, { store });
  expect(usual.stderr).toBe('提示：这次没有问到 paid，给它的回答没有用上。\n');
  expect(await runCli([...other, '--quiet'], { store })).toEqual({ ...usual, stderr: '' });
  expect(await runCli([...other, '--quiet', '-o', newFile()], { store })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

test('--quiet does not hide an error', async () => {
  const usual = await runCli(['toy', '--no-input'], { store });
  expect(usual.code).toBe(3);
  expect(await runCli(['toy', '--no-input', '--quiet'], { store })).toEqual(usual);
});

test('--quiet and --verbose together are wrong usage', async () => {
  expect(await runCli(['toy', '--quiet', '--verbose'], { store })).toEqual({
    code: 2,
    stdout: '',
    stderr: '--quiet 和 --verbose 不能一起用，请去掉一个。\n',
  });
});

test('either may stand before the name of the command', async () => {
  const { code, stderr } = await runCli(['--verbose', 'list'], { store });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^\[\d+ 毫秒\] yibao \d+\.\d+\.\d+，Node\.js v\d+/);
});

test('with --verbose an error is still one JSON document on stderr, and holds what was told', async () => {
  const { code, stderr } = await runCli(['toy', '--no-input', '--verbose', '-f', 'json'], { store });
  expect(code).toBe(3);
  const { error } = JSON.parse(stderr);
  expect(error.code).toBe('missing-answers');
  expect(error.details[0]).toMatch(/^\[\d+ 毫秒\] yibao /);
});

test('with --verbose a JSON result goes to stdout and what was told to stderr', async () => {
  const { code, stdout, stderr } = await runCli([...other, '--verbose', '-f', 'json'], { store });
  expect({ code, outcome: JSON.parse(stdout).outcome.id }).toEqual({ code: 0, outcome: 'not-you' });
  expect(stderr).toMatch(/^\[\d+ 毫秒\] yibao /);
});
