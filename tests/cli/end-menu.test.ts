import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openerOf } from '../../src/cli/open-on-desktop.ts';
import { InterviewCancelled } from '../../src/interview/cancelled.ts';
import type { Choice, Prompter } from '../../src/interview/prompter.ts';
import { change, scriptedPrompter } from '../interview/scripted-prompter.ts';
import { type Circumstances, runCli } from './test-context.ts';
import { TOY_ANSWERS, TOY_FLOW } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const NEXT_FLOW = `id: later
title: 办好以后
for-whom: 办好了的人
reviewed: 2026-11-22
review-by: 2027-05-31
tree: [city, how, { exit: done }]
questions:
  city: { ask: 在哪个市？, type: place }
  how: { ask: 怎么办？, options: { phone: 手机, window: 窗口 }, no-unsure: 自己定 }
outcomes:
  done: { verdict: proceed, title: 都办好了, sources: [doc/1] }
`;

const store = toyStore(
  TOY_FLOW.replace(
    'say: 按下面的做, sources: [doc/1]',
    'say: 按下面的做, hand-over: { to: later, with: { city: home } }, sources: [doc/1]',
  ),
  undefined,
  [{ path: 'flows/later/flow.yaml', text: NEXT_FLOW }],
);
const all = Object.values(TOY_ANSWERS);
const DONE = { kind: 'done' };

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'yibao-'));
  // Threads cannot change their folder.
  vi.spyOn(process, 'cwd').mockReturnValue(cwd);
});
afterEach(() => void vi.restoreAllMocks());

/** Runs the toy on a terminal and answers its menu. */
async function run(replies: readonly unknown[], more: Circumstances & { argv?: readonly string[] } = {}) {
  const script = scriptedPrompter([...all, DONE, ...replies]);
  const menus: { choices: readonly Choice[]; start: string | undefined }[] = [];
  const prompter: Prompter = {
    ...script.prompter,
    choose: (ask, choices, start) => {
      menus.push({ choices, start });
      return script.prompter.choose(ask, choices, start);
    },
  };
  const circumstances = {
    store,
    prompter,
    progress: join(cwd, 'state'),
    terminals: ['stdin', 'stdout', 'stderr'] as const,
  };
  const result = await runCli(['toy', ...(more.argv ?? [])], { ...circumstances, ...more });
  return { ...result, ...script, menus };
}

test('offers what there is to do, the next matter first of all where there is one', async () => {
  const { code, menus, stdout } = await run(['end']);
  expect(code).toBe(0);
  expect(menus[0]?.start).toBe('next');
  expect(menus[0]?.choices.map(({ label }) => label)).toEqual([
    '保存成文件',
    '打印',
    '加到日历',
    '换个答案再看',
    '继续办下一件事：办好以后',
    '结束',
  ]);
  expect(stdout.match(/办事清单/g)).toHaveLength(1);
});

test('without a next matter the menu ends with Enter', async () => {
  const { menus } = await run(['end'], { store: toyStore() });
  expect(menus[0]?.start).toBe('end');
  expect(menus[0]?.choices).toHaveLength(5);
});

test.each([
  ['stdout is no terminal', [], ['stdin', 'stderr'] as const],
  ['the checklist goes to a file', ['-o', 'x.md'], ['stdin', 'stdout', 'stderr'] as const],
  ['JSON was asked for', ['-f', 'json'], ['stdin', 'stdout', 'stderr'] as const],
])('there is no menu where %s', async (_, argv, terminals) => {
  const own = argv.map((word) => (word === 'x.md' ? join(cwd, word) : word));
  const { code, menus } = await run([], { argv: own, terminals });
  expect({ code, menus }).toEqual({ code: 0, menus: [] });
});

test('saves under the name it proposes, or under another', async () => {
  const path = join(cwd, '我的清单.md');
  const { told } = await run(['save', path, 'end']);
  expect(readFileSync(path, 'utf8')).toMatch(/^# 试办一件事办事清单/);
  expect(told).toEqual([`清单存好了：${path}`]);
});

test('asks before it overwrites', async () => {
  const path = join(cwd, 'list.txt');
  writeFileSync(path, 'mine');
  await run(['save', path, false, 'end']);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  await run(['save', path, true, 'end']);
  expect(readFileSync(path, 'utf8')).toMatch(/^试办一件事办事清单/);
});

test('refuses names that would not do, with a reason', async () => {
  let refuse: ((typed: string) => string | undefined) | undefined;
  const script = scriptedPrompter([...all, DONE, 'save', 'end']);
  const prompter: Prompter = {
    ...script.prompter,
    input: async (_ask, start, check) => {
      refuse = check;
      return join(cwd, start);
    },
  };
  await runCli(['toy'], {
    store,
    prompter,
    progress: join(cwd, 'state'),
    terminals: ['stdin', 'stdout', 'stderr'],
  });
  expect(readdirSync(cwd)).toContain('试办一件事-清单-2026-11-22.pdf');
  expect(refuse?.('清单')).toBe('从后缀看不出格式，请写成 试办一件事-清单-2026-11-22.pdf 这样。');
  expect(refuse?.('/nowhere/at/all.pdf')).toBe('没有 /nowhere/at 这个文件夹，请先建好它。');
  expect(refuse?.(join(cwd, 'a.html'))).toBeUndefined();
});

test('printing writes a PDF, and opens it where there is a desktop', async () => {
  const opened: string[] = [];
  const { told } = await run(['print', 'print', 'end'], { opened });
  const [first = '', second = ''] = opened;
  expect([first, second]).toEqual([
    join(cwd, '试办一件事-清单-2026-11-22.pdf'),
    join(cwd, '试办一件事-清单-2026-11-22-2.pdf'),
  ]);
  expect(readFileSync(first).subarray(0, 5).toString()).toBe('%PDF-');
  expect(told[0]).toBe(`已经打开 ${first}，请在打开的窗口里打印。`);
  const without = await run(['print', 'end']);
  expect(without.told[0]).toMatch(/^打印用的文件写好了：.*-3\.pdf。这里打不开窗口/);
});

test('a list without dates has nothing for a calendar, and the menu comes again', async () => {
  const { code, told, menus } = await run(['calendar', 'end']);
  expect(code).toBe(0);
  expect(told[0]).toMatch(/^这份清单里没有算得出日期的事/);
  expect(menus.map(({ start }) => start)).toEqual(['next', 'end']);
});

test('dates go into a calendar', async () => {
  const dated = toyStore(
    TOY_FLOW.replace('takes: at-once', 'takes: { working-days: 5, counted-from: 提交 }'),
  );
  const path = join(cwd, '日历.ics');
  const { told } = await run(['calendar', path, 'end'], { store: dated });
  expect(readFileSync(path, 'utf8')).toMatch(/^BEGIN:VCALENDAR/);
  expect(told[0]).toBe(`日历文件存好了：${path}。用手机或电脑的日历打开它，就加进去了。`);
});

test('another answer gives another checklist, and nothing else is asked', async () => {
  const { stdout, turns } = await run(['again', change('who'), 'self', DONE, 'end']);
  expect(stdout.match(/试办一件事办事清单/g)).toHaveLength(2);
  expect(turns.slice(all.length).map(({ question }) => question.id)).toEqual(['who']);
  const [first = '', second = ''] = stdout.split('试办一件事办事清单').slice(-2);
  expect([first.includes('代办人身份证'), second.includes('代办人身份证')]).toEqual([true, false]);
});

test('the next matter takes over what crosses, and shows it for review', async () => {
  const { stdout, turns, reviews } = await run(['next', 'phone', DONE, 'end']);
  expect(turns.slice(all.length).map(({ question }) => question.id)).toEqual(['how']);
  expect(reviews.at(-1)).toEqual([
    { question: 'city', ask: '在哪个市？', label: '益阳市（上一件事里答过）' },
    { question: 'how', ask: '怎么办？', label: '手机' },
  ]);
  expect(stdout).toContain('都办好了');
});

test('leaving the menu keeps nothing, because nothing is unfinished', async () => {
  const { code, stderr } = await run([new InterviewCancelled('interrupt')]);
  expect({ code, stderr: stderr.trim() }).toEqual({ code: 130, stderr: '已结束。' });
  expect(existsSync(join(cwd, 'state')) ? readdirSync(join(cwd, 'state')) : []).toEqual([]);
});

test('a pipe that ends at the menu has said all it had to say', async () => {
  const end = new InterviewCancelled('end-of-input');
  expect((await run([end])).code).toBe(130);
  const piped = await run([end], { argv: ['--plain'], terminals: ['stdout', 'stderr'] });
  expect(piped.code).toBe(0);
});

test.each([
  ['darwin', {}, ['open']],
  ['win32', {}, ['explorer.exe']],
  ['linux', {}, []],
  ['linux', { DISPLAY: ':0' }, ['xdg-open']],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open']],
])('on %s with %o the opener is %s', (platform, env, command) => {
  expect(openerOf(platform, env)).toEqual(command);
});
