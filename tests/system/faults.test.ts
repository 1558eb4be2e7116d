import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { startInTerminal } from '../e2e/terminal.ts';
import { POWERLESS, UNKNOWN_USER, withTinyDisk } from '../support/as-root.ts';
import { DATED_PATH } from '../support/dated-path.ts';
import { newFolder } from '../support/new-folder.ts';

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));

const YIDI = ['yidi', '--no-input', '--date', '2026-11-22', ...DATED_PATH];

interface Setting {
  /** The words before the command. */
  readonly as?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly cwd?: string;
}

/** What a run of the built command came to. Without settings it has no home and no state folder. */
function run(argv: readonly string[], { as = [], env = {}, stdin = '', cwd = newFolder() }: Setting = {}) {
  const environment = Object.entries({ PATH: process.env.PATH ?? '', ...env }).map((pair) => pair.join('='));
  const [program = '', ...words] = [...as, 'env', '-i', ...environment, process.execPath, launcher, ...argv];
  const { status, stdout, stderr } = spawnSync(program, words, { input: stdin, encoding: 'utf8', cwd });
  return { code: status, stdout, stderr };
}

/** The same through a shell, whose words come before or after the command. */
function shell(line: string, cwd: string) {
  const { status, stderr } = spawnSync('sh', ['-c', line, launcher, ...YIDI], {
    env: { PATH: process.env.PATH, NODE: process.execPath },
    encoding: 'utf8',
    cwd,
  });
  return { code: status, stderr };
}

describe('a full disk', () => {
  test.each([
    ['html', '清单.html'],
    ['pdf', '清单.pdf'],
    ['json', '清单.json'],
    ['markdown', '清单.md'],
    ['text', '清单.txt'],
    ['ics', '清单.ics'],
  ])('gets no half of a file of %s, and keeps the one that was there', async (_format, name) => {
    await withTinyDisk(async ({ folder, leave, files }) => {
      leave(4096 * (name.endsWith('.ics') || name.endsWith('.txt') || name.endsWith('.md') ? 0 : 1));
      const path = join(folder, name);
      const refused = { code: 1, stdout: '', stderr: expect.stringMatching(`写不了 ${path}：磁盘满了。`) };
      expect(run([...YIDI, '-o', path])).toEqual(refused);
      expect(files()).toEqual(name.endsWith('.ics') ? expect.anything() : {});
      leave(8192);
      writeFileSync(path, '旧的\n');
      leave(0);
      expect(run([...YIDI, '-o', path, '--force'])).toEqual(refused);
      expect(files()).toEqual({ [name]: Buffer.byteLength('旧的\n') });
    });
  });

  test('is told where a file is behind stdout, too, and as JSON where that was asked for', async () => {
    await withTinyDisk(async ({ folder, leave }) => {
      leave(4096);
      expect(shell('"$NODE" "$0" "$@" -f html > page.html', folder)).toEqual({
        code: 1,
        stderr: '结果写不出去：磁盘满了。\n',
      });
      leave(4096);
      const { code, stderr } = shell('"$NODE" "$0" "$@" -f json > list.json', folder);
      expect([code, JSON.parse(stderr).error.code]).toEqual([1, 'could-not-finish']);
    });
  });

  test('ends a batch with a word how to go on, and nothing is missing or double afterwards', async () => {
    await withTinyDisk(async ({ folder, leave }) => {
      const names = Array.from(
        { length: 60 },
        (_, number) =>
          `{"id":${number},"answers":{"task":"unbind","bound-by":"window","insured-place":"430900"}}\n`,
      );
      const input = join(newFolder(), '名单.ndjson');
      writeFileSync(input, names.join(''));
      const batch = (output: string, ...more: string[]) =>
        run(['batch', 'gongji', input, '-o', output, '--brief', '--date', '2026-11-22', ...more]);
      const whole = join(newFolder(), 'all.ndjson');
      expect(batch(whole).code).toBe(0);
      leave(4096);
      const broken = batch(join(folder, 'out.ndjson'));
      expect(broken).toMatchObject({ code: 1, stdout: '' });
      expect(broken.stderr).toContain('磁盘满了');
      expect(broken.stderr).toContain('--continue');
      leave(48 * 1024);
      expect(batch(join(folder, 'out.ndjson'), '--continue').code).toBe(0);
      expect(readFileSync(join(folder, 'out.ndjson'), 'utf8')).toBe(readFileSync(whole, 'utf8'));
    });
  });

  test('in the middle of an interview is told once, and the interview goes on', async () => {
    await withTinyDisk(async ({ folder, leave }) => {
      const talk = startInTerminal(['gongji', '--date', '2026-11-22'], { state: folder, rows: 50 });
      await talk.answer(['第 1 问', '5'], ['第 2 问', '']);
      leave(0);
      talk.press('2');
      await talk.answer(
        ['回答存不到', ''],
        ['第 3 问', '益阳'],
        ['❯ 湖南省益阳市', '\r'],
        ['请核对您的回答', ''],
      );
      expect(talk.everything().match(/回答存不到/g)).toHaveLength(1);
      talk.press('\u0003');
      expect(await talk.ended()).toBe(130);
      expect(talk.everything()).toContain('后面答的没存上，前面的还在，接着答请写：yibao resume');
      const again = startInTerminal(['resume'], { state: folder, rows: 50 });
      await again.answer(['答了 1 题', ''], ['第 2 问', '2'], ['第 3 问', '益阳'], ['❯ 湖南省益阳市', '\r']);
      await again.answer(['请核对您的回答', '\r'], ['接下来做什么？', '']);
      expect(again.everything()).toContain('办事清单');
      expect(again.everything().match(/回答存不到/g)).toHaveLength(1);
      again.press('\u0003');
      await again.ended();
      expect(readdirSync(join(folder, 'yibao/interviews'))).toEqual([]);
    });
  });

  test('/dev/full is one', () => {
    expect(run([...YIDI, '-f', 'text', '-o', '/dev/full'])).toEqual({
      code: 1,
      stdout: '',
      stderr: '写不了 /dev/full：磁盘满了。\n',
    });
  });
});

const TALK = '5\n2\n益阳\n';
const NO_PLACE = /找不到您的主文件夹，回答没有地方存/g;

describe('where nothing can be kept', () => {
  test.each([
    ['a user whom the system does not know, without a home', { as: UNKNOWN_USER }],
    ['a home that is empty', { env: { HOME: '' } }],
    ['a home that is no whole path', { env: { HOME: 'home' } }],
    ['a state folder that is no whole path', { env: { HOME: '/', XDG_STATE_HOME: 'state' } }],
  ])('it is told once, and the interview comes to its checklist: %s', (_what, setting) => {
    const cwd = newFolder();
    const { code, stdout, stderr } = run(['gongji', '--plain'], { ...setting, stdin: TALK, cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^家庭共济办事清单/) });
    expect(stderr.match(NO_PLACE)).toHaveLength(1);
    expect(stderr).not.toContain('没答完的留 30 天');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('there is nothing to go on with, and nothing to forget', () => {
    const nothing = { code: 0, stdout: '没有存着的问答。开始一件事请写：yibao\n', stderr: '' };
    expect(run(['resume'], { as: UNKNOWN_USER })).toEqual(nothing);
    expect(run(['resume', '--forget'], { as: UNKNOWN_USER })).toEqual(nothing);
  });

  test('a state folder that may not be written is told once', () => {
    const home = newFolder();
    chmodSync(home, 0o500);
    const { code, stderr } = run(['gongji', '--plain'], { as: POWERLESS, env: { HOME: home }, stdin: TALK });
    expect(code).toBe(0);
    expect(stderr.match(/回答存不到 .*：没有权限。/g)).toHaveLength(1);
  });
});

describe('a state folder that may only be read', () => {
  const locked = () => {
    const home = newFolder();
    run(['gongji', '--plain'], { env: { HOME: home }, stdin: '5\n2\n' });
    const folder = join(home, '.local/state/yibao/interviews');
    chmodSync(folder, 0o500);
    return { home, folder };
  };

  test('gives its interviews, which come to their end without being kept', () => {
    const { home, folder } = locked();
    const setting = { as: POWERLESS, env: { HOME: home } };
    const { code, stdout, stderr } = run(['resume', '--plain'], { ...setting, stdin: '益阳\n' });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^家庭共济办事清单/) });
    expect(stderr.match(/回答存不到/g)).toHaveLength(1);
    expect(stderr).toContain('存着的回答删不掉：没有权限。');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('is told where it may not be read either', () => {
    const { home, folder } = locked();
    chmodSync(folder, 0o000);
    const refused = run(['resume'], { as: POWERLESS, env: { HOME: home } });
    expect(refused).toEqual({ code: 1, stdout: '', stderr: `读不了 ${folder}：没有权限。\n` });
    const { code, stderr } = run(['gongji', '--plain'], { as: POWERLESS, env: { HOME: home }, stdin: TALK });
    expect(code).toBe(0);
    expect(stderr.match(/回答存不到 .*：没有权限。/g)).toHaveLength(1);
  });

  test('cannot be emptied, which is said', () => {
    const { home, folder } = locked();
    expect(run(['resume', '--forget'], { as: POWERLESS, env: { HOME: home } })).toEqual({
      code: 1,
      stdout: '',
      stderr: `${folder} 里存着的问答删不掉：没有权限。\n`,
    });
  });
});

test('what is damaged or newer is told in one line each, and the rest can be gone on with', () => {
  const home = newFolder();
  run(['gongji', '--plain'], { env: { HOME: home }, stdin: '5\n2\n' });
  const folder = join(home, '.local/state/yibao/interviews');
  const [good = ''] = readdirSync(folder);
  const text = readFileSync(join(folder, good), 'utf8');
  for (const [name, content] of Object.entries({
    'gongji-1.json': text.slice(0, text.length / 2),
    'gongji-2.json': '{"some":"thing"}',
    'gongji-3.json': Buffer.from([0, 255, 254, 137, 80]),
    'gongji-4.json': '',
    'gongji-5.json': text.replace('"version": 1', '"version": 99'),
  })) {
    writeFileSync(join(folder, name), content);
  }
  mkdirSync(join(folder, 'gongji-6.json'));
  const { code, stdout, stderr } = run(['resume', '--plain'], { env: { HOME: home }, stdin: '益阳\n' });
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^家庭共济办事清单/) });
  expect(stderr.split('\n').slice(0, 3)).toEqual([
    '有 4 份存着的问答坏了，读不出来，跳过了。',
    '有 1 份问答是更新版本的 yibao 存的，跳过了。请先升级 yibao。',
    expect.stringContaining('接着答：家庭共济，答了 2 题'),
  ]);
  const forgotten = run(['resume', '--forget'], { env: { HOME: home } });
  expect(forgotten).toEqual({ code: 0, stdout: '存着的 5 份问答都删掉了。\n', stderr: '' });
  expect(readdirSync(folder)).toEqual(['gongji-6.json']);
});

test.each(['清单.pdf', '清单.md'])('a folder that may not be written is told: %s', (name) => {
  const folder = newFolder();
  chmodSync(folder, 0o500);
  const path = join(folder, name);
  expect(run([...YIDI, '-o', path], { as: POWERLESS })).toEqual({
    code: 1,
    stdout: '',
    stderr: `写不了 ${path}：没有权限。\n`,
  });
  expect(run([...YIDI, '--save-answers', join(folder, '存.yaml')], { as: POWERLESS })).toMatchObject({
    code: 1,
    stdout: '',
  });
  expect(readdirSync(folder)).toEqual([]);
});
