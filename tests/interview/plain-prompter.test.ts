import { expect, test } from 'vitest';
import { createPlainPrompter } from '../../src/interview/plain-prompter.ts';
import type { AskContext, Reply } from '../../src/interview/prompter.ts';
import type { PresentedQuestion } from '../../src/model/progress.ts';
import { askContext, month, papers, place, relation } from './ask-context.ts';

async function askPlainly(
  question: PresentedQuestion,
  typed: readonly string[],
  changes: Partial<AskContext> = {},
): Promise<{ reply: Reply; screen: string }> {
  const waiting = [...typed];
  let screen = '';
  const prompter = createPlainPrompter({
    lines: { next: async () => waiting.shift(), close: () => {} },
    write: (text) => {
      screen += text;
    },
    isPipe: false,
    signal: new AbortController().signal,
  });
  const reply = await prompter.ask(question, askContext(changes));
  return { reply, screen };
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
