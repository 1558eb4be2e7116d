import { expect, test } from 'vitest';
import { BACK } from '../../src/interview/prompt-view.ts';
import { type TextConfig, textPrompt } from '../../src/interview/text-prompt.ts';
import { lookOf, renderPrompt } from './prompt-kit.ts';

const month: TextConfig = {
  look: lookOf(60, 24),
  header: { progress: '第 2 问，最后一问', ask: '医保最后一次缴到哪个月？' },
  hint: '写法：2026-10',
  back: '返回上一题',
  help: ['为什么问：断缴超过三个月有等待期。'],
  check: (typed) =>
    /^\d{4}-\d{2}$/.test(typed) ? undefined : `“${typed}”不是一个年月。请写成 2026-10 这样。`,
  understand: () => undefined,
};

test('shows how the answer is written', async () => {
  const { getScreen } = await renderPrompt(textPrompt, month);
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 2 问，最后一问
    医保最后一次缴到哪个月？
    ❯
    写法：2026-10
    回车确定，? 说明，Ctrl-B 返回"
  `);
});

test('a wrong line is refused with the reason and stays to be corrected', async () => {
  const { answer, events, getScreen } = await renderPrompt(textPrompt, month);
  events.type('2026-1');
  events.keypress('enter');
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 2 问，最后一问
    医保最后一次缴到哪个月？
    “2026-1”不是一个年月。请写成 2026-10 这样。
    ❯ 2026-1
    写法：2026-10
    回车确定，? 说明，Ctrl-B 返回"
  `);
  events.type('0');
  events.keypress('enter');
  await expect(answer).resolves.toBe('2026-10');
});

test('an empty line is refused', async () => {
  const { events, getScreen } = await renderPrompt(textPrompt, month);
  events.keypress('enter');
  expect(getScreen()).toContain('还没有输入。');
});

test('Enter alone takes the earlier answer', async () => {
  const { answer, events, getScreen } = await renderPrompt(textPrompt, { ...month, start: '2026-08' });
  expect(getScreen()).toContain('直接回车：2026-08');
  events.keypress('enter');
  await expect(answer).resolves.toBe('2026-08');
});

test('? explains without becoming part of the answer', async () => {
  const { answer, events, getScreen } = await renderPrompt(textPrompt, month);
  events.type('2026');
  events.keypress('?');
  expect(getScreen()).toContain('断缴超过三个月有等待期');
  events.keypress('x');
  expect(getScreen()).toContain('❯ 2026\n');
  events.type('-10');
  events.keypress('enter');
  await expect(answer).resolves.toBe('2026-10');
});

test('Ctrl-B goes back', async () => {
  const { answer, events } = await renderPrompt(textPrompt, month);
  events.keypress({ name: 'b', ctrl: true });
  await expect(answer).resolves.toBe(BACK);
});

const day: TextConfig = {
  ...month,
  header: { progress: '第 2 问，最后一问', ask: '哪天开始的？' },
  hint: '写法：2026-10-15、10月15日、昨天都行',
  check: (typed) => (/^(?:2026-11-21|昨天)$/.test(typed) ? undefined : `“${typed}”不是一个日期。`),
  understand: (typed) =>
    /^(?:2026-11-21|昨天)$/.test(typed)
      ? { written: '2026-11-21', said: '2026年11月21日，星期六' }
      : undefined,
};

test('a date typed freely is read back before it counts', async () => {
  const { answer, events, getScreen } = await renderPrompt(textPrompt, day);
  events.type('昨天');
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 2 问，最后一问
    哪天开始的？
    ❯ 昨天
    = 2026年11月21日，星期六
    回车确定，? 说明，Ctrl-B 返回"
  `);
  events.keypress('enter');
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 2 问，最后一问
    哪天开始的？
    读作 2026年11月21日，星期六。对就再按回车，不对就改。
    ❯ 2026-11-21
    = 2026年11月21日，星期六
    回车确定，? 说明，Ctrl-B 返回"
  `);
  events.keypress('enter');
  await expect(answer).resolves.toBe('2026-11-21');
  expect(getScreen()).toMatchInlineSnapshot(`"✔ 哪天开始的？ 2026年11月21日，星期六"`);
});

test('a date as it is written counts at once', async () => {
  const { answer, events } = await renderPrompt(textPrompt, day);
  events.type('2026-11-21');
  events.keypress('enter');
  await expect(answer).resolves.toBe('2026-11-21');
});

test('what was read back can be corrected', async () => {
  const { events, getScreen } = await renderPrompt(textPrompt, day);
  events.type('昨天');
  events.keypress('enter');
  events.keypress('backspace');
  expect(getScreen()).toContain('❯ 2026-11-2\n');
  expect(getScreen()).not.toContain('读作');
});

test('pasted line ends do not confirm', async () => {
  const { answer, events, getScreen } = await renderPrompt(textPrompt, day);
  events.keypress('paste-start');
  events.type('2026-');
  events.keypress('enter');
  events.type('11-21');
  events.keypress('enter');
  events.keypress('paste-end');
  expect(getScreen()).toContain('❯ 2026-11-21\n');
  events.keypress('enter');
  await expect(answer).resolves.toBe('2026-11-21');
});

test('a line that would not fit the window is cut', async () => {
  const { events, getScreen } = await renderPrompt(textPrompt, { ...month, look: lookOf(20, 10) });
  events.type('一二三四五六七八九十');
  expect(getScreen()).toContain('❯ 一二三四五六七八\n');
});
