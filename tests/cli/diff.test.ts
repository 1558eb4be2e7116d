import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from './test-context.ts';
import { TOY_ANSWERS, TOY_FLOW } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'yibao-'));
const store = toyStore(`${TOY_FLOW}
changes:
  - from: 2027-01-01
    outcomes: { do-it: { say: 明年起要先预约 } }
    change: { steps: { go: { takes: { working-days: 5, keeper: office }, sources: [doc/9] } } }
`);

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const family = write('family.json', TOY_ANSWERS);
const self = write('self.json', { ...TOY_ANSWERS, who: 'self' });
const other = write('other.json', { who: 'other' });

async function diff(argv: readonly string[], stdin?: string) {
  const run = await runCli(['diff', 'toy', ...argv], { store, ...(stdin !== undefined && { stdin }) });
  return {
    ...run,
    stdout: run.stdout.replaceAll(`${folder}/`, ''),
    stderr: run.stderr.replaceAll(`${folder}/`, ''),
  };
}

test('two situations: what one has and the other has not, and why', async () => {
  const { code, stdout, stderr } = await diff([self, family]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "试办一件事：两份清单有什么不同
    A：self.json，按 2026年11月22日的规定
    B：family.json，按 2026年11月22日的规定

    回答不同的
      ~ 谁来办？
          A：本人
          B：家人代办

    B 多出来的
      + 材料：代办人身份证
          因为 B 答了：谁来办？家人代办

    其余 2 条两边一样。
    "
  `);
});

test('the other way round, what was added is gone', async () => {
  const { stdout } = await diff([family, self, '-f', 'json']);
  const { added, gone } = JSON.parse(stdout);
  expect(added).toEqual([]);
  expect(gone).toMatchObject([{ kind: 'material', id: 'agent-id', cause: { kind: 'reasons' } }]);
});

test('another outcome is told with all that hangs on it', async () => {
  expect((await diff([family, other])).stdout).toMatchInlineSnapshot(`
    "试办一件事：两份清单有什么不同
    A：family.json，按 2026年11月22日的规定
    B：other.json，按 2026年11月22日的规定

    回答不同的
      ~ 谁来办？
          A：家人代办
          B：别人
      ~ 在哪参保？
          A：益阳市
          B：没有问到
      ~ 手上有什么材料？
          A：身份证、户口簿
          B：没有问到
      ~ 缴到哪个月？
          A：2026年10月
          B：没有问到
      ~ 缴了几个月？
          A：12个月
          B：没有问到
      ~ 哪天开始的？
          A：2026年1月5日
          B：没有问到
      ~ 愿意签承诺书吗？
          A：是
          B：没有问到

    结论不同
      ~ 结论
          A：照下面办
          B：办不了
      ~ 说法
          A：可以办
          B：别人不能办
      ~ 说明
          A：按下面的做
          B：没有
      ~ 依据
          A：试〔2026〕1号 1（A）
          B：试〔2026〕1号 2（A）

    B 没有了的
      - 材料：身份证
          因为结论不同
      - 材料：代办人身份证
          因为 A 答了：谁来办？家人代办
      - 步骤：到窗口办
          因为结论不同

    没有一条两边一样。
    "
  `);
});

test('one situation on two days: what the new rules change', async () => {
  const { stdout } = await diff([family, '2027-01-01']);
  expect(stdout).toMatchInlineSnapshot(`
    "试办一件事：两份清单有什么不同
    A：family.json，按 2026年11月22日的规定
    B：family.json，按 2027年1月1日的规定

    结论不同
      ~ 说明
          A：按下面的做
          B：明年起要先预约

    两边都有、内容不同的
      ~ 步骤：到窗口办
          多久
            A：当场办结
            B：经办机构 5 个工作日内办完
          依据
            A：试〔2026〕1号 4（A）
            B：试〔2026〕1号 9（A）
          因为两天的规定不同

    其余 2 条两边一样。
    "
  `);
  expect((await diff([family, '@2027-01-01'])).stdout).toBe(stdout);
  expect((await diff([`${family}@2026-11-22`, `${family}@2027-01-01`])).stdout).toBe(stdout);
});

test('a side without a day takes that of --date, of its file, or today', async () => {
  const dated = write('dated.json', { flow: 'toy', date: '2027-02-01', answers: TOY_ANSWERS });
  const days = async (...argv: string[]) => {
    const { before, after } = JSON.parse((await diff([...argv, '-f', 'json'])).stdout);
    return [before.date, after.date];
  };
  expect(await days(family, dated)).toEqual(['2026-11-22', '2027-02-01']);
  expect(await days(family, dated, '--date', '2027-03-01')).toEqual(['2027-03-01', '2027-03-01']);
  expect(await days(dated, '2027-04-01', '--date', '2027-03-01')).toEqual(['2027-03-01', '2027-04-01']);
});

test('nothing differs', async () => {
  const { stdout } = await diff([family, family]);
  expect(stdout).toMatchInlineSnapshot(`
    "试办一件事：两份清单有什么不同
    A：family.json，按 2026年11月22日的规定
    B：family.json，按 2026年11月22日的规定

    两份清单完全一样。
    "
  `);
});

test('-f json gives every difference with the values of both sides', async () => {
  const { stdout } = await diff([family, '2027-01-01', '-f', 'json']);
  const document = JSON.parse(stdout);
  expect(Object.keys(document)).toEqual([
    'schema',
    'flow',
    'equal',
    'before',
    'after',
    'answers',
    'outcome',
    'added',
    'gone',
    'changed',
    'unsettled',
    'same',
  ]);
  expect(document).toMatchObject({
    equal: false,
    outcome: ['text'],
    added: [],
    gone: [],
    same: 2,
    changed: [
      {
        kind: 'step',
        id: 'go',
        fields: ['takes', 'sources'],
        cause: { kind: 'date' },
        before: { takes: 'at-once' },
        after: { takes: [{ unit: 'working-days', count: 5, keeper: 'office' }] },
      },
    ],
  });
});

test('-o writes a file in the format of its suffix', async () => {
  const path = join(folder, 'diff.md');
  expect(await diff([self, family, '-o', path])).toEqual({
    code: 0,
    stdout: '',
    stderr: '已写入 diff.md\n',
  });
  expect(readFileSync(path, 'utf8').replaceAll(`${folder}/`, '')).toMatchInlineSnapshot(`
    "# 试办一件事：两份清单有什么不同

    - A：self.json，按 2026年11月22日的规定
    - B：family.json，按 2026年11月22日的规定

    ## 回答不同的

    - 谁来办？
      - A：本人
      - B：家人代办

    ## B 多出来的

    - 材料：代办人身份证
      - 因为 B 答了：谁来办？家人代办

    其余 2 条两边一样。
    "
  `);
});

test('answers may come from a pipe, for both sides at once', async () => {
  const { code, stdout } = await diff(['-', '2027-01-01'], JSON.stringify(TOY_ANSWERS));
  expect(code).toBe(0);
  expect(stdout).toContain('A：标准输入，按 2026年11月22日的规定\n');
});

test.each([
  [
    ['2027-01-01', family],
    'A 要写一份回答文件，如 回答.yaml 或 回答.yaml@2027-01-01；现在是“2027-01-01”。\n',
  ],
  [[family, '2027-02-30'], '“2027-02-30”不是一个日期。请写成 2026-11-22 这样。\n'],
  [[`${family}@2027-13-01`, family], '“2027-13-01”不是一个日期。请写成 2026-11-22 这样。\n'],
  [[family], '还要写“B”。用 yibao diff --help 看用法。\n'],
  [[family, self, other], '写多了。用 yibao diff --help 看用法。\n'],
  [
    ['none.json', family],
    '读不了 none.json：没有这个文件或文件夹。要一份空的回答文件，请写：yibao questions 事项名 > 回答.yaml。\n',
  ],
])('%j is wrong usage', async (argv, stderr) => {
  expect(await diff(argv)).toEqual({ code: 2, stdout: '', stderr });
});

test('answers that reach no exit are named with their file', async () => {
  const short = write('short.json', { who: 'self' });
  const { code, stderr } = await diff([family, short]);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^short\.json：“试办一件事”还缺回答，得不出清单。/);
  expect((await diff([family, write('y.json', { flow: 'yidi', answers: {} })])).code).toBe(2);
});
