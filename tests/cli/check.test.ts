import { expect, test } from 'vitest';
import { SOUND_CASES, SOUND_FLOW } from '../support/sound-flow.ts';
import { runCli } from './test-context.ts';
import { TOY_FLOW } from './toy-flow.ts';
import { toyFlowFiles, toyStore } from './toy-store.ts';

const wrongCase = `cases:
  - id: other
    title: 别人来办
    answers: { who: other }
    outcome: do-it
    must: [go]
    must-not: []
`;

const sound = (from = '', to = '') => toyFlowFiles(SOUND_FLOW.replace(from, to), SOUND_CASES);

test('a sound flow is told with its figures', async () => {
  expect(await runCli(['check'], { files: sound() })).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "toy 试办一件事：2 条路，全部证明；2 题，3 个选项，4 条，4 个案例；没有问题
      最长的清单有 3 条，最多有 0 条提醒
    一共 1 个流程：没有问题
    ",
    }
  `);
});

test('warnings pass, but not --strict', async () => {
  const files = sound('问问家里人。', '问问家里人');
  const { code, stdout } = await runCli(['check'], { files });
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "toy 试办一件事：2 条路，全部证明；2 题，3 个选项，4 条，4 个案例；1 个警告
      最长的清单有 3 条，最多有 0 条提醒
      flows/toy/flow.yaml:15:35 警告 end-mark-missing 句子没有写完，请用“。”结尾
    一共 1 个流程：1 个警告
    "
  `);
  expect((await runCli(['check', '--strict'], { files })).code).toBe(4);
});

test('a finding of the proof comes with answers that show it', async () => {
  const files = sound('when: { outcome: not-you }', 'when: { outcome: not-you, home: "430900" }');
  const { code, stdout } = await runCli(['check', '--strict'], { files });
  expect(code).toBe(4);
  expect(stdout).toMatchInlineSnapshot(`
    "toy 试办一件事：2 条路，全部证明；2 题，3 个选项，4 条，4 个案例；1 个错误，2 个警告
      最长的清单有 3 条，最多有 0 条提醒
      案例没有走到：item ask-family
      flows/toy/cases.yaml:5:5 错误 case-missing 案例 other：应该有 ask-family，现在没有
      flows/toy/flow.yaml:19:3 警告 outcome-without-step 这个结论有时一个步骤也没有，请写一步现在该做什么
        # 这样回答就会遇到。存成文件，再写 yibao toy --answers 文件
        flow: toy
        date: 2026-11-22
        answers:
          who: other
      flows/toy/flow.yaml:25:32 警告 item-never-listed 怎么答都不会列出这一条，请改 when，或者删去
    一共 1 个流程：1 个错误，2 个警告
    "
  `);
});

test('what no case touches is listed', async () => {
  const { stdout } = await runCli(['check'], { files: toyFlowFiles() });
  expect(stdout.split('\n').filter((line) => line.includes('没有走到'))).toMatchInlineSnapshot(`
    [
      "  案例没有走到：question home、question papers、question paid、question months、question first-day、question agree、option who=self、option who=family、option who=unsure、option papers=id-card、option papers=hukou、option papers=nothing、option agree=yes、option agree=no、outcome do-it、item id-card、item agent-id、item go",
    ]
  `);
});

test('a case that fails is told at its place, and the code is 4', async () => {
  const { code, stdout, stderr } = await runCli(['check'], { files: toyFlowFiles(TOY_FLOW, wrongCase) });
  expect({ code, stderr }).toEqual({ code: 4, stderr: '' });
  expect(stdout.split('\n').filter((line) => line.includes('case-'))).toMatchInlineSnapshot(`
    [
      "  flows/toy/cases.yaml:2:5 错误 case-missing 案例 other：应该有 go，现在没有",
      "  flows/toy/cases.yaml:2:5 错误 case-wrong-outcome 案例 other：结论应是 do-it，现在是 not-you",
    ]
  `);
});

test('every problem of a broken flow is told at its place', async () => {
  const broken = TOY_FLOW.replace('aliases:', 'aliasses:').replace('who: family', 'whoo: family');
  const { code, stdout, stderr } = await runCli(['check'], { files: toyFlowFiles(broken) });
  expect({ code, stderr }).toEqual({ code: 4, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "toy：读不懂，没有往下检查
      flows/toy/flow.yaml:3:1 错误 unknown-key 不认识的键“aliasses”，是不是“aliases”？
      flows/toy/flow.yaml:41:37 错误 unknown-name 没有这个名字：“whoo”，是不是“who”？
    一共 1 个流程：2 个错误
    "
  `);
});

test('--json gives the same as a document', async () => {
  const good = await runCli(['check', '--json'], { files: sound() });
  expect(JSON.parse(good.stdout)).toEqual({
    ok: true,
    flows: [
      {
        id: 'toy',
        paths: 2,
        proven: true,
        questions: 2,
        options: 3,
        items: 4,
        cases: 4,
        untested: [],
        problems: [],
      },
    ],
    problems: [],
  });
  const bad = await runCli(['check', '--json'], { files: toyFlowFiles(TOY_FLOW, wrongCase) });
  expect({ code: bad.code, stderr: bad.stderr }).toEqual({ code: 4, stderr: '' });
  const document = JSON.parse(bad.stdout);
  expect(document.ok).toBe(false);
  expect(document.flows[0].problems).toContainEqual({
    code: 'case-wrong-outcome',
    severity: 'error',
    file: 'flows/toy/cases.yaml',
    line: 2,
    column: 5,
    message: '案例 other：结论应是 do-it，现在是 not-you',
  });
  const broken = await runCli(['check', '--json'], {
    files: toyFlowFiles(TOY_FLOW.replace('who: family', 'whoo: family')),
  });
  expect(JSON.parse(broken.stdout).flows).toEqual([
    {
      id: 'toy',
      paths: 0,
      proven: false,
      questions: 0,
      options: 0,
      items: 0,
      cases: 0,
      untested: [],
      problems: [
        {
          code: 'unknown-name',
          severity: 'error',
          file: 'flows/toy/flow.yaml',
          line: 41,
          column: 37,
          message: '没有这个名字：“whoo”，是不是“who”？',
        },
      ],
    },
  ]);
});

test('age counts only on a day that is given', async () => {
  const files = sound();
  expect((await runCli(['check', '--strict'], { files })).code).toBe(0);
  const { code, stdout } = await runCli(['check', '--strict', '--date', '2027-12-01'], { files });
  expect(code).toBe(4);
  expect(stdout).toMatchInlineSnapshot(`
    "toy 试办一件事：2 条路，全部证明；2 题，3 个选项，4 条，4 个案例；2 个警告
      最长的清单有 3 条，最多有 0 条提醒
      flows/shared/sources.yaml:8:9 警告 seen-long-ago 依据“doc”上次是 2026-11-22 看的，过了一年，请再看一眼原文，再改 seen
      flows/toy/flow.yaml:5:12 警告 review-overdue 2027-05-31 以前就该再核对了，请对着依据核对一遍，再改 reviewed 和 review-by
    一共 1 个流程：2 个警告
    "
  `);
});

test('--list-rules tells every rule on a line, also as JSON', async () => {
  const { stdout } = await runCli(['check', '--list-rules']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.slice(0, 2)).toMatchInlineSnapshot(`
    [
      "not-utf8                  错误  文件要用 UTF-8 编码",
      "nul-character             错误  文件里不能有空字符",
    ]
  `);
  expect(lines.find((line) => line.startsWith('options-alike'))).toMatchInlineSnapshot(
    `"options-alike             提示  两个选项的路和清单完全一样时，提示一下"`,
  );
  const { stdout: json } = await runCli(['check', '--list-rules', '--json']);
  expect(JSON.parse(json)).toHaveLength(lines.length);
});

test('--schema is the JSON Schema of flow.yaml', async () => {
  const { stdout } = await runCli(['check', '--schema']);
  expect(JSON.parse(stdout).required).toEqual(['id', 'title', 'for-whom', 'tree', 'outcomes']);
});

test.each([
  ['none/flow.yaml', '读不了 none/flow.yaml：没有这个文件或文件夹。\n'],
  [
    'package.json',
    'package.json 不是流程文件。流程写在 <流程>/flow.yaml 和 cases.yaml，其余在 shared、places 里。\n',
  ],
])('%s is no file of flows', async (path, told) => {
  expect(await runCli(['check', path], { store: toyStore() })).toEqual({ code: 2, stdout: '', stderr: told });
});
