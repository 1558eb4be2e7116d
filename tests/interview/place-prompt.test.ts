import { expect, test } from 'vitest';
import { type PlaceConfig, placePrompt } from '../../src/interview/place-prompt.ts';
import { BACK } from '../../src/interview/prompt-view.ts';
import { lookOf, renderPrompt } from './prompt-kit.ts';

const PLACES = [
  { code: '430000', label: '湖南省', keys: ['湖南', 'hunan', 'hn'] },
  { code: '430900', label: '湖南省益阳市', keys: ['益阳', 'yiyang', 'yy', '湖南'] },
  { code: '430600', label: '湖南省岳阳市', keys: ['岳阳', 'yueyang', 'yy', '湖南'] },
];

const insured: PlaceConfig = {
  look: lookOf(60, 24),
  header: { progress: '第 1 问，还有 2–5 问', ask: '您在哪个城市参保？' },
  hint: '输入市名、拼音或首字母',
  search: (typed) =>
    PLACES.filter(({ keys, code }) => code === typed || keys.some((key) => key.startsWith(typed))),
  back: '返回上一题',
  help: [],
};

test('nothing is chosen before something is typed', async () => {
  const { events, getScreen } = await renderPrompt(placePrompt, insured);
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 1 问，还有 2–5 问
    您在哪个城市参保？
    >
    输入市名、拼音或首字母
    回车确定，? 说明，Ctrl-B 返回"
  `);
  events.keypress('enter');
  expect(getScreen()).toContain('请先输入地名');
});

test('typing narrows the places, arrows move, Enter takes one', async () => {
  const { answer, events, getScreen } = await renderPrompt(placePrompt, insured);
  events.type('yy');
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 1 问，还有 2–5 问
    您在哪个城市参保？
    > yy
    ❯ 湖南省益阳市
      湖南省岳阳市
    输入市名、拼音或首字母
    回车确定，? 说明，Ctrl-B 返回"
  `);
  events.keypress('down');
  events.keypress('enter');
  await expect(answer).resolves.toBe('430600');
  expect(getScreen()).toMatchInlineSnapshot(`"✔ 您在哪个城市参保？ 湖南省岳阳市"`);
});

test('a province will do where one knows no more', async () => {
  const { answer, events } = await renderPrompt(placePrompt, insured);
  events.type('湖南');
  events.keypress('enter');
  await expect(answer).resolves.toBe('430000');
});

test('a name that is nowhere says so and can be corrected', async () => {
  const { answer, events, getScreen } = await renderPrompt(placePrompt, insured);
  events.type('yyx');
  expect(getScreen()).toMatchInlineSnapshot(`
    "第 1 问，还有 2–5 问
    您在哪个城市参保？
    没有找到这个地方。请换个写法：市的名字、拼音或首字母。
    > yyx
    输入市名、拼音或首字母
    回车确定，? 说明，Ctrl-B 返回"
  `);
  events.keypress('enter');
  events.keypress('backspace');
  events.keypress('enter');
  await expect(answer).resolves.toBe('430900');
});

test('不清楚 is the last entry where it is allowed, never the default', async () => {
  const config = { ...insured, unsure: { code: 'unsure', label: '不清楚' } };
  const { answer, events } = await renderPrompt(placePrompt, config);
  events.keypress('enter');
  events.keypress('down');
  events.keypress('enter');
  await expect(answer).resolves.toBe('unsure');
});

test('the earlier place is offered again', async () => {
  const { answer, events } = await renderPrompt(placePrompt, { ...insured, start: '430600' });
  events.keypress('enter');
  await expect(answer).resolves.toBe('430600');
});

test('Ctrl-B goes back', async () => {
  const { answer, events } = await renderPrompt(placePrompt, insured);
  events.keypress({ name: 'b', ctrl: true });
  await expect(answer).resolves.toBe(BACK);
});
