import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runLauncher } from './run-launcher.ts';

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));

/** A path through 家庭共济 that needs no more answers. */
const unbind = ['-a', 'task=解绑，不再给家人用', '-a', 'bound-by=local-app', '-a', 'insured-place=湖南益阳'];

/** Runs a line of shell with `yibao` in it. */
function runShell(line: string): Promise<{ code: number | null; output: string }> {
  const child = spawn('bash', ['-c', `yibao() { "${process.execPath}" "${launcher}" "$@"; }; ${line}`]);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

test('a reader that closes the pipe is no error', async () => {
  const { output } = await runShell('set -o pipefail; yibao list | head -1; echo "$?"');
  expect(output).toMatch(/^[a-z]+ {2}.+\n0\n$/);
});

test.each(['questions gongji', '--help', 'help yidi', 'completion bash', 'sources yidi'])(
  'a reader that is gone before the first line is no error either: %s',
  async (command) => {
    const { output } = await runShell(`set -o pipefail; yibao ${command} 2>/dev/null | true; echo "$?"`);
    expect(output).toBe('0\n');
  },
);

test('a full disk is told', async () => {
  expect((await runShell('yibao list > /dev/full; echo "$?"')).output).toBe('结果写不出去：磁盘满了。\n1\n');
});

test('with nothing on stdin nobody is asked', async () => {
  const { code, output } = await runShell('yibao yidi --no-input </dev/null');
  expect(code).toBe(3);
  expect(output).toMatch(/^“异地就医备案”还缺回答，得不出清单。/);
  expect((await runShell('yibao yidi </dev/null')).output).toBe(output);
});

test('the same answers give the same bytes, and stderr stays empty', async () => {
  const first = await runLauncher(['gongji', ...unbind, '--date', '2026-11-22']);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^家庭共济/);
  expect(await runLauncher(['gongji', ...unbind, '--date', '2026-11-22'])).toEqual(first);
});

test('JSON is JSON', async () => {
  const { code, stdout, stderr } = await runLauncher(['家庭共济', ...unbind, '-f', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ schema: 1, flow: { id: 'gongji' }, outcome: { id: 'unbind' } });
});

test.each(['yidi', 'gongji'])(
  'the template of %s is an answers file of which nothing is filled in',
  async (flow) => {
    const template = await runLauncher(['questions', flow]);
    expect(template).toMatchObject({ code: 0, stderr: '' });
    // Nothing of the flow language is left in the words.
    expect(template.stdout).not.toMatch(/[<>]/);
    const empty = await runLauncher(['--answers', '-'], { stdin: template.stdout });
    expect(empty).toMatchObject({ code: 3, stdout: '' });
  },
);

test('--plain reads a pipe line by line', async () => {
  const { code, stdout, stderr } = await runLauncher(['gongji', '--plain'], { stdin: '5\n1\n湖南益阳\n' });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^家庭共济/);
  expect(stderr).toContain('不问姓名和证件号码');
});

test('--plain says when the input ends too early', async () => {
  const { code, stdout, stderr } = await runLauncher(['gongji', '--plain'], { stdin: '5\n' });
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(stderr).toMatch(/> \n输入到头了，问答没有做完。回答存好了，接着答请写：yibao resume\n$/);
});

test('a reader that is slow, at a pipe that does not wait, gets every byte', async () => {
  const whole = await runLauncher(['sources']);
  // Much more than a pipe holds.
  expect(whole.stdout.length).toBeGreaterThan(100_000);
  const folder = mkdtempSync(join(tmpdir(), 'yibao-'));
  const preload = join(folder, 'open-stdout.cjs');
  // Node sets the pipe of an open stdout so that writing to it does not wait.
  writeFileSync(preload, 'process.stdout;\n');
  const child = spawn(process.execPath, ['--require', preload, launcher, 'sources']);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  expect(output === whole.stdout).toBe(true);
});

/** The built files that a run loads, by the names that the bundler gave them. */
async function filesLoaded(argv: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-'));
  // Node lists every script it ran where it writes coverage.
  expect((await runLauncher(argv, { env: { NODE_V8_COVERAGE: folder } })).code).toBe(0);
  const [report = ''] = readdirSync(folder);
  const { result } = JSON.parse(readFileSync(join(folder, report), 'utf8')) as { result: { url: string }[] };
  return result.flatMap(({ url }) => /dist\/\w+\/([\w-]+)-[\w-]{8}\.cjs$/.exec(url)?.[1] ?? []);
}

test('a run that is given everything loads neither prompts nor the YAML reader', async () => {
  const heavy = ['talk', 'inquirer-prompter', 'plain-prompter', 'yaml', 'folder'];
  const scripted = await filesLoaded(['gongji', ...unbind, '-f', 'json']);
  expect(scripted).toContain('run');
  expect(scripted.filter((name) => heavy.includes(name))).toEqual([]);
  const file = join(mkdtempSync(join(tmpdir(), 'yibao-')), 'answers.yaml');
  writeFileSync(file, 'task: unbind\nbound-by: local-app\ninsured-place: 湖南益阳\n');
  expect(await filesLoaded(['gongji', '--answers', file])).toContain('yaml');
});

test.each([['list'], ['--help'], ['help']])('yibao %s needs no parser of command lines', async (word) => {
  expect(await filesLoaded([word])).not.toContain('parser');
  expect(await filesLoaded([word, '--quiet'])).toContain('parser');
});
