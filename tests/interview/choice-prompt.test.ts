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

const review: ChoiceConfig = {
  look: lookOf(44, 24),
  header: { ask: '请核对您的回答：' },
  choices: [
    { value: 'stay', label: '住多久？', answer: '长住' },
    {
      value: 'place',
      label: '在看病的地方，您是短住还是长住？',
      answer: '已经或打算连续住半年以上，按“长住”算',
    },
  ],
  confirm: { value: '', label: '没有要改的，出清单' },
  back: '返回上一题',
  help: [],
};

test('a review shows each answer beside its question, or under it, and Enter confirms', async () => {
  const { answer, events, getScreen } = await renderPrompt(choicePrompt, review);
  expect(getScreen()).toMatchInlineSnapshot(`
    "请核对您的回答：
      1. 住多久？ 长住
      2. 在看病的地方，您是短住还是长住？
         已经或打算连续住半年以上，按“长住”算
    ❯ 没有要改的，出清单
      0. 返回上一题
    回车确定，数字改题，0 返回"
  `);
  events.keypress('enter');
  await expect(answer).resolves.toBe('');
});

test('a number on the review chooses the answer to change', async () => {
  const { answer, events } = await renderPrompt(choicePrompt, review);
  events.keypress('?');
  events.keypress('2');
  await expect(answer).resolves.toBe('place');
});

test('in a low window the review scrolls to what is pointed at', async () => {
  const { events, getScreen } = await renderPrompt(choicePrompt, { ...review, look: lookOf(44, 6) });
  expect(getScreen()).toContain('（上面还有）');
  events.keypress('up');
  events.keypress('up');
  expect(getScreen()).toContain('❯ 1. 住多久？ 长住');
  expect(getScreen()).toContain('（下面还有）');
});

test('full-width digits of a Chinese input method choose too', async () => {
  const { answer, events } = await renderPrompt(choicePrompt, stay);
  events.keypress('２');
  await expect(answer).resolves.toBe('short');
});

test('nothing that is pasted chooses', async () => {
  const { answer, events } = await renderPrompt(choicePrompt, stay);
  events.keypress('paste-start');
  events.type('2');
  events.keypress('enter');
  events.keypress('paste-end');
  events.keypress('3');
  await expect(answer).resolves.toBe('unsure');
});

test('a resized window is laid out anew', async () => {
  let columns = 60;
  let resize = () => {};
  const look = {
    ...lookOf(60, 24),
    screen: () => ({ columns, rows: 24 }),
    onResize: (listener: () => void) => {
      resize = listener;
      return () => {};
    },
  };
  const { answer, events, getScreen } = await renderPrompt(choicePrompt, { ...stay, look });
  columns = 24;
  resize();
  expect(getScreen()).toContain('❯ 1. 已经或打算连续住半\n     年以上\n');
  events.keypress('enter');
  await expect(answer).resolves.toBe('long');
});

const eleven: ChoiceConfig = {
  ...stay,
  choices: Array.from({ length: 11 }, (_, index) => ({ value: `v${index + 1}`, label: `第${index + 1}样` })),
};

test('a digit that may be the first of two is pointed at, and what to press next is said', async () => {
  const { answer, events, getScreen } = await renderPrompt(choicePrompt, eleven);
  events.keypress('1');
  expect(getScreen().split('\n').at(-1)).toBe('选 1 就按回车；十以后的，接着按下一个数字');
  events.keypress('enter');
  await expect(answer).resolves.toBe('v1');
});

test('two digits choose, also when they come at once; an arrow forgets the first', async () => {
  const typed = await renderPrompt(choicePrompt, eleven);
  typed.events.type('11');
  await expect(typed.answer).resolves.toBe('v11');
  const { answer, events, getScreen } = await renderPrompt(choicePrompt, eleven);
  events.keypress('1');
  events.keypress('down');
  expect(getScreen().split('\n').at(-1)).toBe('按数字选，? 说明，0 返回');
  events.keypress('3');
  await expect(answer).resolves.toBe('v3');
});
