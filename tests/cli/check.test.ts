import { expect, test } from 'vitest';
import { runCli } from './test-context.ts';
import { TOY_FLOW } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const wrongCase = `cases:
  - id: other
    title: 别人来办
    answers: { who: other }
    outcome: do-it
    must: [go]
    must-not: []
`;

test('counts what was checked', async () => {
  const { code, stdout, stderr } = await runCli(['check'], { store: toyStore() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "toy 试办一件事：7 题，3 条，1 个案例，没有问题
      案例没有走到：question home、question papers、question paid、question months、question first-day、question agree、option who=self、option who=family、option who=unsure、option papers=id-card、option papers=hukou、option papers=nothing、option agree=yes、option agree=no、outcome do-it、item id-card、item agent-id、item go
    "
  `);
});

test('a case that fails is told at its place, and the code is 4', async () => {
  const { code, stdout, stderr } = await runCli(['check'], { store: toyStore(TOY_FLOW, wrongCase) });
  expect({ code, stderr }).toEqual({ code: 4, stderr: '' });
  expect(stdout.split('\n').slice(0, 3)).toMatchInlineSnapshot(`
    [
      "toy 试办一件事：7 题，3 条，1 个案例，2 处问题",
      "  flows/toy/cases.yaml:2:5 案例 other：结论应是 do-it，现在是 not-you。",
      "  flows/toy/cases.yaml:2:5 案例 other：应该有 go，现在没有。",
    ]
  `);
});

test('every problem of a broken flow is told at its place', async () => {
  const broken = async () =>
    toyStore(TOY_FLOW.replace('aliases:', 'aliasses:').replace('who: family', 'whoo: family'));
  const { code, stdout, stderr } = await runCli(['check'], { store: broken });
  expect({ code, stderr }).toEqual({ code: 4, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "flows/toy/flow.yaml:3:1 不认识的键“aliasses”，是不是“aliases”？
    flows/toy/flow.yaml:41:37 没有这个名字：“whoo”，是不是“who”？
    "
  `);
});

test('--json gives the same as a document', async () => {
  const good = await runCli(['check', '--json'], { store: toyStore() });
  expect(JSON.parse(good.stdout)).toMatchObject({
    ok: true,
    flows: [{ id: 'toy', questions: 7, options: 8, items: 3, cases: 1, problems: [] }],
  });
  const bad = await runCli(['check', '--json'], { store: toyStore(TOY_FLOW, wrongCase) });
  expect({ code: bad.code, stderr: bad.stderr }).toEqual({ code: 4, stderr: '' });
  expect(JSON.parse(bad.stdout).flows[0].problems[0]).toEqual({
    code: 'case-wrong-outcome',
    severity: 'error',
    file: 'flows/toy/cases.yaml',
    line: 2,
    column: 5,
    message: '案例 other：结论应是 do-it，现在是 not-you。',
  });
});

test('a file that is not there is told', async () => {
  expect(await runCli(['check', 'none/flow.yaml'], { store: toyStore() })).toEqual({
    code: 2,
    stdout: '',
    stderr: '读不了 none/flow.yaml：没有这个文件或文件夹。\n',
  });
});
