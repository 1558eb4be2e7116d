import { expect, test } from 'vitest';
import { type ChoiceConfig, choicePrompt } from '../../src/interview/choice-prompt.ts';
import { BACK } from '../../src/interview/prompt-view.ts';
import { lookOf, renderPrompt } from './prompt-kit.ts';

const stay: ChoiceConfig = {
  look: lookOf(60, 24),
  header: {
    progress: '第 3 问，还有 2–5 问',
    ask: '在看病的地方，您是短住还是长住？',
    why: '长住的人备案长期有效',
  },
  choices: [
    { value: 'long', label: '已经或打算连续住半年以上' },
    { value: 'short', label: '只是去看病，或短住' },
    { value: 'unsure', label: '不清楚', note: '按您打算住多久选；半年以上选长住。' },
  ],
  back: '返回上一题',
  help: ['为什么问：长住的人备案长期有效。'],
};

test('shows progress, question, reason, numbered options and the way back', async () => {
  const { getScreen } = await renderPrompt(choicePrompt, stay);
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 3 问，还有 2–5 问
    在看病的地方，您是短住还是长住？
    长住的人备案长期有效
    ❯ 1. 已经或打算连续住半年以上
      2. 只是去看病，或短住
      3. 不清楚
      0. 返回上一题
    按数字选，? 说明，0 返回"
  `);
});

test('arrows move, and the option pointed at says more', async () => {
  const { events, getScreen } = await renderPrompt(choicePrompt, stay);
  events.keypress('down');
  events.keypress('down');
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 3 问，还有 2–5 问
    在看病的地方，您是短住还是长住？
    长住的人备案长期有效
      1. 已经或打算连续住半年以上
      2. 只是去看病，或短住
    ❯ 3. 不清楚
         按您打算住多久选；半年以上选长住。
      0. 返回上一题
    按数字选，? 说明，0 返回"
  `);
});

test('Enter takes the option pointed at and leaves question and answer on the screen', async () => {
  const { answer, events, getScreen } = await renderPrompt(choicePrompt, stay);
  events.keypress('down');
  events.keypress('enter');
  await expect(answer).resolves.toBe('short');
  expect(getScreen()).toMatchInlineSnapshot(`"✔ 在看病的地方，您是短住还是长住？ 只是去看病，或短住"`);
});

test('a number chooses at once where no longer number could be meant', async () => {
  const { answer, events } = await renderPrompt(choicePrompt, stay);
  events.keypress('2');
  await expect(answer).resolves.toBe('short');
});

test('with more than nine options a first digit waits for a second', async () => {
  const choices = Array.from({ length: 12 }, (_, index) => ({
    value: `v${index + 1}`,
    label: `第${index + 1}项`,
  }));
  const { answer, events } = await renderPrompt(choicePrompt, { ...stay, choices });
  events.keypress('1');
  events.keypress('2');
  await expect(answer).resolves.toBe('v12');
});

test('a number that is no option changes nothing', async () => {
  const { answer, events } = await renderPrompt(choicePrompt, stay);
  events.keypress('7');
  events.keypress('1');
  await expect(answer).resolves.toBe('long');
});

test.each([
  ['0', () => ({ name: '0' })],
  ['the left arrow', () => ({ name: 'left' })],
  ['Ctrl-B', () => ({ name: 'b', ctrl: true })],
])('%s goes back', async (_, key) => {
  const { answer, events } = await renderPrompt(choicePrompt, stay);
  events.keypress(key());
  await expect(answer).resolves.toBe(BACK);
});

test('the first question has no way back', async () => {
  const { back: _, ...first } = stay;
  const { answer, events, getScreen } = await renderPrompt(choicePrompt, first);
  events.keypress('left');
  events.keypress({ name: 'b', ctrl: true });
  events.keypress('0');
  expect(getScreen()).not.toContain('返回');
  events.keypress('enter');
  await expect(answer).resolves.toBe('long');
});

test('the earlier answer is pointed at again', async () => {
  const { answer, events } = await renderPrompt(choicePrompt, { ...stay, start: 'short' });
  events.keypress('enter');
  await expect(answer).resolves.toBe('short');
});

test('? explains, and any key returns to the question', async () => {
  const { answer, events, getScreen } = await renderPrompt(choicePrompt, stay);
  events.keypress('?');
  expect(getScreen()).toMatchInlineSnapshot(`
    "在看病的地方，您是短住还是长住？
    为什么问：长住的人备案长期有效。
    按任意键回到题目"
  `);
  events.keypress('x');
  expect(getScreen()).toContain('1. 已经或打算连续住半年以上');
  events.keypress('enter');
  await expect(answer).resolves.toBe('long');
});

test('a low, narrow window shows the options around the one pointed at', async () => {
  const { events, getScreen } = await renderPrompt(choicePrompt, { ...stay, look: lookOf(30, 10) });
  events.keypress('down');
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 3 问，还有 2–5 问
    在看病的地方，您是短住还
    是长住？
      1. 已经或打算连续住半年以上
    ❯ 2. 只是去看病，或短住
      3. 不清楚
      0. 返回上一题
    按数字选，? 说明，0 返回"
  `);
  expect(getScreen().split('\n').length).toBeLessThanOrEqual(10);
});
