import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OUTSIDE_TOY_FLOW } from '../cli/toy-flow.ts';
import { newFolder } from '../support/new-folder.ts';
import { runLauncher } from './run-launcher.ts';
import { startInTerminal } from './terminal.ts';

/** A path through 家庭共济 that needs no more answers. */
const unbind = ['gongji', '-a', 'task=unbind', '-a', 'bound-by=local-app', '-a', 'insured-place=湖南益阳'];
const ESCAPE = '\u001b[';

test('what is written to a file is told on stderr, and nowhere with --quiet', async () => {
  const path = join(newFolder(), '清单.md');
  const argv = [...unbind, '-o', path, '--force'];
  expect(await runLauncher(argv)).toEqual({ code: 0, stdout: '', stderr: `清单已写入 ${path}\n` });
  expect(await runLauncher([...argv, '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(path, 'utf8')).toMatch(/^# 家庭共济/);
});

test('--verbose leaves the result on stdout as it is', async () => {
  const [usual, verbose] = [await runLauncher(unbind), await runLauncher([...unbind, '--verbose'])];
  expect(verbose).toMatchObject({ code: 0, stdout: usual.stdout });
  expect(verbose.stderr).toMatch(
    /^\[\d+ 毫秒\] yibao \d[\s\S]*回答 task = unbind（来自 -a）[\s\S]*结论 unbind（/,
  );
  // Nothing of the machine is told.
  expect(verbose.stderr).not.toContain(process.cwd());
});

test.each([
  ['a pipe', {}, false],
  ['a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, true],
  ['a pipe with NO_COLOR and FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true],
])('colour on %s', async (_, env, isColoured) => {
  const { stdout } = await runLauncher([...unbind, '-f', 'terminal'], { env });
  expect(stdout.includes(ESCAPE)).toBe(isColoured);
});

test.each([
  ['as it is', {}, true],
  ['with NO_COLOR', { NO_COLOR: '1' }, false],
  ['with TERM=dumb', { TERM: 'dumb' }, false],
])('colour on a terminal %s', async (_, env, isColoured) => {
  const run = startInTerminal([...unbind, '--no-input'], { env });
  await run.ended();
  expect(run.output().includes(`${ESCAPE}1m`)).toBe(isColoured);
});

test('a build server with a terminal is not kept waiting', async () => {
  const run = startInTerminal(['yidi'], { env: { CI: 'true' } });
  expect(await run.ended()).toBe(3);
  expect(run.everything()).toMatch(/^环境变量 CI 表示这里是自动构建，所以没有提问。要提问，请加 --plain。/);
  const plain = startInTerminal(['yidi', '--plain', '--no-save'], { env: { CI: 'true' } });
  await plain.seen('第 1 问');
  plain.press('\u0003');
  expect(await plain.ended()).toBe(130);
});

test.each([
  ['on a build server', [], { CI: 'true' }],
  ['with --quiet', ['--quiet'], {}],
])('nothing moves %s', async (_, more, env) => {
  const folder = newFolder();
  mkdirSync(join(folder, 'toy'));
  writeFileSync(join(folder, 'toy/flow.yaml'), OUTSIDE_TOY_FLOW);
  const run = startInTerminal(['check', folder, ...more], { env });
  await run.ended();
  expect(run.everything()).toContain('toy 试办一件事');
  expect(run.output()).not.toContain(ESCAPE);
});
