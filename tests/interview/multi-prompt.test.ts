import { expect, test } from 'vitest';
import { type MultiConfig, multiPrompt } from '../../src/interview/multi-prompt.ts';
import { BACK } from '../../src/interview/prompt-view.ts';
import { lookOf, renderPrompt } from './prompt-kit.ts';

const papers: MultiConfig = {
  look: lookOf(60, 24),
  header: { progress: '第 2 问，最后一问', ask: '您手上有哪些材料？' },
  choices: [
    { value: 'hukou', label: '户口簿' },
    { value: 'marriage', label: '结婚证' },
    { value: 'none', label: '都没有' },
    { value: 'unsure', label: '不清楚', note: '找找看。' },
  ],
  alone: ['none', 'unsure'],
  start: [],
  back: '返回上一题',
  help: [],
  check: (values) => (values.length === 0 ? '这一题至少要选一项。' : undefined),
};

test('ticks by Space and by number, and shows what is ticked', async () => {
  const { answer, events, getScreen } = await renderPrompt(multiPrompt, papers);
  events.keypress('space');
  events.keypress('2');
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 2 问，最后一问
    您手上有哪些材料？
      ☑ 1. 户口簿
    ❯ ☑ 2. 结婚证
      ☐ 3. 都没有
      ☐ 4. 不清楚
        0. 返回上一题
    数字勾选，回车确定，? 说明，0 返回"
  `);
  events.keypress('enter');
  await expect(answer).resolves.toEqual(['hukou', 'marriage']);
  expect(getScreen()).toMatchInlineSnapshot(`"✔ 您手上有哪些材料？ 户口簿；结婚证"`);
});

test('the order of ticking does not matter', async () => {
  const { answer, events } = await renderPrompt(multiPrompt, papers);
  events.keypress('2');
  events.keypress('1');
  events.keypress('enter');
  await expect(answer).resolves.toEqual(['hukou', 'marriage']);
});

test('an option that excludes the rest clears them, and is cleared by any other', async () => {
  const { answer, events, getScreen } = await renderPrompt(multiPrompt, papers);
  events.keypress('1');
  events.keypress('3');
  expect(getScreen()).toContain('☐ 1. 户口簿');
  expect(getScreen()).toContain('☑ 3. 都没有');
  events.keypress('2');
  events.keypress('enter');
  await expect(answer).resolves.toEqual(['marriage']);
});

test('an answer that will not do is refused with the reason, until it is changed', async () => {
  const { answer, events, getScreen } = await renderPrompt(multiPrompt, papers);
  events.keypress('enter');
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 2 问，最后一问
    您手上有哪些材料？
    这一题至少要选一项。
    ❯ ☐ 1. 户口簿
      ☐ 2. 结婚证
      ☐ 3. 都没有
      ☐ 4. 不清楚
        0. 返回上一题
    数字勾选，回车确定，? 说明，0 返回"
  `);
  events.keypress('1');
  expect(getScreen()).not.toContain('至少');
  events.keypress('enter');
  await expect(answer).resolves.toEqual(['hukou']);
});

test('Enter on the last line goes back', async () => {
  const { answer, events } = await renderPrompt(multiPrompt, papers);
  events.keypress('up');
  events.keypress('enter');
  await expect(answer).resolves.toBe(BACK);
});
