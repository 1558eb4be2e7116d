import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './test-context.ts';
import { TOY_CASES, TOY_FLOW } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const NEXT = `id: next
title: 接着办的事
for-whom: 想试一试的人
reviewed: 2026-11-22
review-by: 2027-05-31
tree: [who, how, { exit: done }]
questions:
  who: { ask: 谁来？, no-unsure: 自己知道, options: { other: 别人, self: 本人 } }
  how: { ask: 怎么办？, no-unsure: 自己定, options: { phone: 用手机, window: 到窗口 } }
outcomes:
  done: { verdict: proceed, title: 接着办, sources: [doc/1] }
steps:
  call: { title: 打电话, when: { who: other, how: phone }, sources: [doc/1] }
  visit: { title: 去窗口, when: { how: window }, sources: [doc/1] }
`;

const handing = TOY_FLOW.replace(
  'title: 别人不能办,',
  'title: 别人不能办, hand-over: { to: next, with: { who: who } },',
);
const store = toyStore(handing, TOY_CASES, [{ path: 'flows/next/flow.yaml', text: NEXT }]);
const run = (...argv: string[]) => runCli(['toy', '-a', 'who=other', ...argv], { store });

test('--follow goes on to the procedure handed over to, with what crossed and what was given for it', async () => {
  const { code, stdout } = await run('--follow', '-a', 'next.how=phone', '-f', 'json');
  const { checklists } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(checklists.map((one: { flow: { id: string } }) => one.flow.id)).toEqual(['toy', 'next']);
  expect(checklists[1].steps.map(({ id }: { id: string }) => id)).toEqual(['call']);
});

test('without --follow there is one checklist, and it names what goes on', async () => {
  const { stdout } = await run('-f', 'json');
  expect(JSON.parse(stdout).outcome.handOver).toEqual({
    to: 'next',
    title: '接着办的事',
    answers: { who: 'other' },
  });
});

test('as text the checklists stand one after another', async () => {
  const { stdout } = await run('--follow', '-a', 'next.how=window');
  expect(stdout.split('\n').filter((line) => /办事清单$/.test(line))).toEqual([
    '试办一件事办事清单',
    '接着办的事办事清单',
  ]);
});

test('what the next procedure still needs is told under its name, as it must be written', async () => {
  const { code, stdout, stderr } = await run('--follow');
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr.split('\n').slice(0, 3)).toEqual([
    '“接着办的事”还缺回答，得不出清单。至少还要答 1 题。',
    '  next.how：怎么办？',
    '      可以写：phone（用手机），window（到窗口）',
  ]);
  const asJson = JSON.parse((await run('--follow', '-f', 'json')).stderr);
  expect(asJson.error).toMatchObject({ code: 'missing-answers', flow: 'next', missing: [{ id: 'how' }] });
});

test('each checklist gets a file of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-follow-'));
  const { code } = await run('--follow', '-a', 'next.how=phone', '-o', join(folder, '清单.md'));
  expect(code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['清单-next.md', '清单.md']);
});

test('a file of the next procedure that exists is not overwritten, and nothing is written then', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-follow-'));
  const path = join(folder, '清单.md');
  await run('--follow', '-a', 'next.how=phone', '-o', join(folder, '清单-next.md'));
  const { code } = await run('--follow', '-a', 'next.how=phone', '-o', path);
  expect(code).toBe(2);
  expect(readdirSync(folder)).not.toContain('清单.md');
});

test('answers for a later procedure without --follow are refused', async () => {
  const { code, stderr } = await run('-a', 'next.how=phone');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'next.how 是接着要办的事项的回答，要加上 --follow 才用得上。\n',
  });
});
