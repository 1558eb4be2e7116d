import { expect, test } from 'vitest';
import { createPlainPrompter } from '../../src/interview/plain-prompter.ts';
import type { AskContext, Reply } from '../../src/interview/prompter.ts';
import type { PresentedQuestion } from '../../src/model/progress.ts';
import { askContext, month, papers, place, relation } from './ask-context.ts';

function openPlainly(typed: readonly string[], isPipe = false) {
  const waiting = [...typed];
  let screen = '';
  const prompter = createPlainPrompter({
    lines: { next: async () => waiting.shift(), close: () => {} },
    write: (text) => {
      screen += text;
    },
    isPipe,
    signal: new AbortController().signal,
  });
  return { prompter, screen: () => screen };
}

async function askPlainly(
  question: PresentedQuestion,
  typed: readonly string[],
  changes: Partial<AskContext> = {},
): Promise<{ reply: Reply; screen: string }> {
  const { prompter, screen } = openPlainly(typed);
  const reply = await prompter.ask(question, askContext(changes));
  return { reply, screen: screen() };
}

test('asks in numbered lines and takes a number', async () => {
  const { reply, screen } = await askPlainly(relation, ['2']);
  expect(reply).toEqual({ kind: 'answer', raw: 'parent' });
  expect(screen).toMatchInlineSnapshot(`
    "
    第 2 问，还有 1–3 问
    家人是您的什么人？
    只有近亲属能用您的个人账户
    1. 配偶
    2. 父母
    3. 不清楚（看户口簿。选这一项先按“父母”算。）
    写数字，按回车。? 看说明，b 返回上一题，q 存好退出
    > "
  `);
});

test.each([
  ['the words shown', '父母', '父母'],
  ['an id', 'parent', 'parent'],
  ['the number of 不清楚', '3', 'unsure'],
])('takes %s', async (_, typed, raw) => {
  expect((await askPlainly(relation, [typed])).reply).toEqual({ kind: 'answer', raw });
});

test('says what is wrong and reads again', async () => {
  const { reply, screen } = await askPlainly(relation, ['错', '', '1']);
  expect(reply).toEqual({ kind: 'answer', raw: 'spouse' });
  expect(screen.split('> ').slice(1)).toEqual(['“错”不是这一题的选项。\n', '', '']);
});

test('a number that is no choice is told which are', async () => {
  const { reply, screen } = await askPlainly(relation, ['9', '1']);
  expect(reply).toEqual({ kind: 'answer', raw: 'spouse' });
  expect(screen).toContain('> 请写 1 到 3 的数字。\n');
});

test('? explains', async () => {
  const { screen } = await askPlainly(relation, ['？', '1']);
  expect(screen.split('> ')[1]).toMatchInlineSnapshot(`
    "为什么问：只有近亲属能用您的个人账户。
    不清楚怎么办：看户口簿。选这一项先按“父母”算。
    近亲属：配偶、父母、子女、兄弟姐妹、祖父母、孙子女。
    "
  `);
});

test('b goes back where there is a question before', async () => {
  expect((await askPlainly(relation, ['b'])).reply).toEqual({ kind: 'back' });
  expect((await askPlainly(relation, ['b'], { canGoBack: false })).reply).toEqual({
    kind: 'answer',
    raw: 'b',
  });
});

test.each([
  ['q', [], 'interrupt'],
  ['the end of the input', [], 'end-of-input'],
])('%s leaves', async (what, _, reason) => {
  await expect(askPlainly(relation, what === 'q' ? ['q'] : [])).rejects.toMatchObject({
    name: 'InterviewCancelled',
    reason,
  });
});

test.each([
  ['1,2', ['hukou', 'marriage']],
  ['1 2', ['hukou', 'marriage']],
  ['户口簿、结婚证', ['户口簿', '结婚证']],
  ['3', ['none']],
])('several answers as %s', async (typed, raw) => {
  expect((await askPlainly(papers, [typed])).reply).toEqual({ kind: 'answer', raw });
});

test('a place that could be several is listed and chosen by number', async () => {
  const check = (raw: unknown) => (raw === 'yy' ? '“yy”不止一个地方。' : undefined);
  const { reply, screen } = await askPlainly(place, ['yy', '2'], { check });
  expect(reply).toEqual({ kind: 'answer', raw: '430600' });
  expect(screen).toMatchInlineSnapshot(`
    "
    第 2 问，还有 1–3 问
    您在哪参保？
    输入市或区县的名字、拼音或首字母，如 益阳、yiyang、yy；只知道省就选省
    写好，按回车。? 看说明，b 返回上一题，q 存好退出
    > 1. 湖南省益阳市
    2. 湖南省岳阳市
    写数字选一个，或换个写法。
    > "
  `);
});

test('a month is typed as it is', async () => {
  const { reply, screen } = await askPlainly(month, ['2026-10']);
  expect(reply).toEqual({ kind: 'answer', raw: '2026-10' });
  expect(screen).toMatchInlineSnapshot(`
    "
    第 2 问，还有 1–3 问
    缴到哪个月？
    写法：2026-10、10月、上个月都行
    写好，按回车。? 看说明，b 返回上一题，q 存好退出
    > "
  `);
});

test('a date typed freely is read back, and an empty line agrees', async () => {
  const understand = (typed: string) =>
    typed === '上个月' ? { written: '2026-10', said: '2026年10月' } : undefined;
  const { reply, screen } = await askPlainly(month, ['上个月', ''], { understand });
  expect(reply).toEqual({ kind: 'answer', raw: '2026-10' });
  expect(screen.split('> ')[1]).toBe('读作 2026年10月。对就按回车，不对就重写。\n');
  const other = await askPlainly(month, ['上个月', '2026-09'], { understand });
  expect(other.reply).toEqual({ kind: 'answer', raw: '2026-09' });
});

test('a place of a name that others have too is chosen by number', async () => {
  const places = [
    { code: '211300', label: '辽宁省朝阳市', exact: true },
    { code: '110000', label: '北京市（朝阳区）', exact: true },
  ];
  const { reply } = await askPlainly(place, ['朝阳', '2'], { searchPlaces: () => places });
  expect(reply).toEqual({ kind: 'answer', raw: '110000' });
});

const ROWS = [
  { question: 'relation', ask: '家人是您的什么人？', label: '父母' },
  { question: 'paid', ask: '缴到哪个月？', label: '2026年10月' },
];

test('the review lists all answers; an empty line agrees', async () => {
  const { prompter, screen } = openPlainly(['']);
  await expect(prompter.review(ROWS, true)).resolves.toEqual({ kind: 'done' });
  expect(screen()).toMatchInlineSnapshot(`
    "
    请核对您的回答：
    1. 家人是您的什么人？
       父母
    2. 缴到哪个月？
       2026年10月
    直接按回车：没有要改的，出清单。写数字：改那一题。b 返回上一题，q 存好退出
    > "
  `);
});

test.each([
  ['2', { kind: 'change', question: 'paid' }],
  ['b', { kind: 'back' }],
])('on the review %s is %o', async (typed, reply) => {
  await expect(openPlainly(['9', typed]).prompter.review(ROWS, true)).resolves.toEqual(reply);
});

test('a pipe that holds all answers and no more has nothing to change; a person who ends the input leaves', async () => {
  await expect(openPlainly([], true).prompter.review(ROWS, true)).resolves.toEqual({ kind: 'done' });
  await expect(openPlainly([]).prompter.review(ROWS, true)).rejects.toMatchObject({ reason: 'end-of-input' });
  await expect(openPlainly(['q']).prompter.review(ROWS, true)).rejects.toMatchObject({ reason: 'interrupt' });
});

test('a menu takes a number, and an empty line is its usual choice', async () => {
  const choices = [
    { value: 'save', label: '保存成文件', note: '看后缀' },
    { value: 'end', label: '结束' },
  ];
  const { prompter, screen } = openPlainly(['x', '1', '']);
  await expect(prompter.choose('接下来做什么？', choices, 'end')).resolves.toBe('save');
  await expect(prompter.choose('接下来做什么？', choices, 'end')).resolves.toBe('end');
  expect(screen().split('\n\n')[0]).toMatchInlineSnapshot(`
    "
    接下来做什么？
    1. 保存成文件（看后缀）
    2. 结束
    直接按回车：结束
    > 请写 1 到 2 的数字。
    > 
    接下来做什么？
    1. 保存成文件（看后缀）
    2. 结束
    直接按回车：结束
    > "
  `);
});

test('a line is asked for until it will do, and yes is said in full', async () => {
  const { prompter, screen } = openPlainly(['错', '', '是', '']);
  const check = (typed: string) => (typed === '错' ? '不行。' : undefined);
  await expect(prompter.input('存成哪个文件？', '清单.pdf', check)).resolves.toBe('清单.pdf');
  expect(screen()).toBe('\n存成哪个文件？\n直接按回车：清单.pdf\n> 不行。\n> ');
  await expect(prompter.confirm('要盖掉它吗？')).resolves.toBe(true);
  await expect(prompter.confirm('要盖掉它吗？')).resolves.toBe(false);
});
