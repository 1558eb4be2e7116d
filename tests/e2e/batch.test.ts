import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { threadPool } from '../../src/cli/batch/thread-pool.ts';
import { newFolder } from '../support/new-folder.ts';

const root = new URL('../../', import.meta.url);
const launcher = fileURLToPath(new URL('bin/yibao.js', root));

const PLACES = ['430900', '430100', '320500', '不是地方', '110000'];

/** A record a line; one in five is wrong. */
const records = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const answers = { task: 'unbind', 'bound-by': 'window', 'insured-place': PLACES[index % 5] };
    return `${JSON.stringify({ id: `p${index + 1}`, answers })}\n`;
  });

const folder = newFolder();
const input = records(400);
const argv = ['batch', 'gongji', 'in.ndjson', '--date', '2026-11-22'];
let whole = '';

/** Runs a line of shell in the folder, with `yibao` in it. */
async function shell(line: string) {
  const child = spawn('bash', ['-c', `yibao() { "${process.execPath}" "${launcher}" "$@"; }; ${line}`], {
    cwd: folder,
  });
  return ended(child);
}

async function ended(child: ChildProcess) {
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

beforeAll(async () => {
  writeFileSync(join(folder, 'in.ndjson'), input.join(''));
  ({ stdout: whole } = await shell(`yibao ${argv.join(' ')}`));
  expect(whole.split('\n')).toHaveLength(401);
});

test('threads give the same bytes', async () => {
  for (const count of ['2', '3', 'auto']) {
    const { code, stdout } = await shell(`yibao ${argv.join(' ')} --workers ${count}`);
    expect({ code, isSame: stdout === whole }).toEqual({ code: 2, isSame: true });
  }
});

test('threads give the same bytes, however unlike the lines are', async () => {
  // Some lists of records come to more bytes than others by far, and one is the only one in its list.
  const isLong = (index: number) => index < 5 || index === 200;
  const unlike = records(400).map((line, index) =>
    isLong(index) ? line.replace('{"id":"', `{"id":"${'长'.repeat(240_000)}`) : line,
  );
  writeFileSync(join(folder, 'unlike.ndjson'), unlike.join(''));
  const run = (count: string) => shell(`yibao batch gongji unlike.ndjson --workers ${count}`);
  const [one, two] = [await run('1'), await run('2')];
  const ids = (text: string) => text.split('\n').map((line) => line && JSON.parse(line).id);
  expect(ids(one.stdout)).toEqual(ids(unlike.join('')));
  expect(two.stdout === one.stdout).toBe(true);
});

test('threads give the same documents, and the same lines about them', async () => {
  for (const count of [1, 2]) {
    writeFileSync(join(folder, 'few.ndjson'), [...input.slice(0, 8), input[0], '{}\n'].join(''));
    const { code } = await shell(
      `yibao batch gongji few.ndjson -o 清单 -f html --workers ${count} > lines-${count}; mv 清单 清单-${count}; exit 2`,
    );
    expect(code).toBe(2);
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  expect(read('lines-2')).toBe(read('lines-1'));
  const names = readdirSync(join(folder, '清单-1'));
  expect(names).toHaveLength(7);
  expect(readdirSync(join(folder, '清单-2'))).toEqual(names);
  for (const name of names) expect(read(`清单-2/${name}`)).toBe(read(`清单-1/${name}`));
});

test('a thread that fails fails the run', async () => {
  const layout = { kind: 'ndjson', ignored: new Set<string>() } as const;
  const form = { kind: 'lines', shape: 'full' } as const;
  const task = { packageRoot: root.href, flow: 'none', date: '2026-11-22', layout, form };
  const pool = threadPool(2, task);
  const record = { text: '{}', line: 1, row: 1, next: 2 };
  for (const memory of [new ArrayBuffer(64), new ArrayBuffer(64)]) {
    await expect(pool.run([record], memory)).rejects.toThrow('There is no flow “none”');
  }
  await pool.close?.();
});

test.each([
  ['SIGINT', 130, []],
  ['SIGTERM', 143, []],
  ['SIGHUP', 129, []],
  ['SIGINT', 130, ['--workers', '2']],
] as const)(
  '%s ends with whole lines, code %i and the command that goes on %j',
  async (signal, code, options) => {
    const child = spawn(process.execPath, [
      launcher,
      'batch',
      'gongji',
      '-',
      '--date',
      '2026-11-22',
      ...options,
    ]);
    const end = ended(child);
    // The pipe stays open, as it does behind a slow producer.
    child.stdin.write(input.slice(0, 100).join(''));
    await once(child.stdout, 'data');
    child.kill(signal);
    const { stdout, stderr, ...ending } = await end;
    expect(ending).toEqual({ code });
    const done = stdout.split('\n').length - 1;
    expect(stdout.endsWith('\n')).toBe(true);
    expect(whole.startsWith(stdout)).toBe(true);
    const failed = Math.floor((done + 1) / 5);
    const command = `yibao batch gongji - ${options.join(' ')}${options.length > 0 ? ' ' : ''}--from-line ${done + 1} --date 2026-11-22`;
    expect(stderr).toBe(
      `停下来了。已经写好 ${done} 条${failed > 0 ? `，其中 ${failed} 条没办成` : ''}。\n接着做请写：${command}\n`,
    );
    const rest = await shell(`${command} < in.ndjson`);
    expect(stdout + rest.stdout === whole).toBe(true);
  },
);

test('a run into a file goes on with the very command that it names', async () => {
  const args = ['batch', 'gongji', '-', '--date', '2026-11-22', '-o', 'out.ndjson'];
  const child = spawn(process.execPath, [launcher, ...args], { cwd: folder });
  const end = ended(child);
  child.stdin.write(input.slice(0, 100).join(''));
  const path = join(folder, 'out.ndjson');
  await expect.poll(() => existsSync(path) && readFileSync(path).length, { timeout: 30_000 }).toBeTruthy();
  child.kill('SIGINT');
  const { code, stderr } = await end;
  const [, command = ''] = /接着做请写：(.*)\n$/.exec(stderr) ?? [];
  expect([code, command]).toEqual([
    130,
    'yibao batch gongji - --output out.ndjson --continue --date 2026-11-22',
  ]);
  expect((await shell(`${command} < in.ndjson`)).code).toBe(2);
  expect(readFileSync(path, 'utf8') === whole).toBe(true);
});

test('the room for new objects stays as it is, however many records there are', async () => {
  writeFileSync(join(folder, 'many.ndjson'), records(4000).join(''));
  const preload = new URL('../support/new-space-preload.mjs', import.meta.url).href;
  const { stderr } = await shell(
    `NODE_OPTIONS='--import "${preload}"' yibao batch gongji many.ndjson > /dev/null`,
  );
  expect(Number(/([\d.]+) MB$/.exec(stderr)?.[1])).toBeLessThanOrEqual(8);
});

test('a reader that closes the pipe is no error', async () => {
  const { stdout, stderr } = await shell(
    `set -o pipefail; yibao ${argv.join(' ')} | head -1 | cut -c1-9; echo "$?"`,
  );
  expect({ stdout, stderr }).toEqual({ stdout: '{"line":1\n0\n', stderr: '' });
});

test('a full disk is told, with how far the run got', async () => {
  const toStdout = await shell(`yibao ${argv.join(' ')} > /dev/full`);
  expect(toStdout).toMatchObject({ code: 1, stderr: '结果写不出去：磁盘满了。\n' });
  const { code, stderr } = await shell(`yibao ${argv.join(' ')} -o /dev/full`);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      '写不了 /dev/full：磁盘满了。\n已经写好 0 条。接着做请写：yibao batch gongji in.ndjson --output /dev/full --continue --date 2026-11-22\n',
  });
});

test('a table that will not do ends the run even if its pipe stays open', async () => {
  const child = spawn(process.execPath, [launcher, 'batch', 'gongji']);
  child.stdin.write('姓名,部门\n');
  const { code, stdout, stderr } = await ended(child);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('--ignore 姓名 --ignore 部门');
});

test('lines are written as soon as their input is there', async () => {
  const child = spawn(process.execPath, [launcher, 'batch', 'gongji', '--brief']);
  for (const record of input.slice(0, 3)) {
    child.stdin.write(record);
    const [line] = await once(child.stdout, 'data');
    expect(JSON.parse(String(line)).id).toBe(JSON.parse(record).id);
  }
  child.stdin.end();
  expect((await ended(child)).code).toBe(0);
});
