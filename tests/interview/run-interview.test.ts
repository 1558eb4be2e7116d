import { expect, test } from 'vitest';
import { runInterview } from '../../src/interview/run-interview.ts';
import type { Answers } from '../../src/model/answers.ts';
import { TOY_ANSWERS } from '../cli/toy-flow.ts';
import { toyStore } from '../cli/toy-store.ts';
import { BACK, scriptedPrompter } from './scripted-prompter.ts';

const flow = await toyStore().get('toy');
const date = '2026-11-22';

async function interview(replies: readonly unknown[], answers: Answers = {}) {
  const { prompter, turns } = scriptedPrompter(replies);
  return { given: await runInterview({ flow, answers, date, prompter }), turns };
}

test('asks in tree order until the flow exits', async () => {
  const { given, turns } = await interview(Object.values(TOY_ANSWERS));
  expect(given).toEqual(TOY_ANSWERS);
  expect(turns.map(({ question }) => question.id)).toEqual(Object.keys(TOY_ANSWERS));
});

test('says where the person stands', async () => {
  const { turns } = await interview(Object.values(TOY_ANSWERS));
  expect(turns.slice(0, 3).map(({ context }) => [context.number, context.remaining])).toEqual([
    [1, [1, 7]],
    [2, [6, 6]],
    [3, [5, 5]],
  ]);
});

test('does not ask what is known', async () => {
  const { who: _, months: __, ...open } = TOY_ANSWERS;
  const { turns } = await interview(Object.values(open), { who: 'family', months: 12 });
  expect(turns.map(({ question }) => question.id)).toEqual(Object.keys(open));
});

test('an answer that will not do is asked again with the reason', async () => {
  const { turns } = await interview(['nobody', 'other']);
  expect(turns.map(({ context }) => context.refused)).toEqual([
    undefined,
    '“nobody”不是这一题的选项。可以写：本人，家人代办，别人。',
  ]);
});

test('going back asks the question before, with its answer as the default', async () => {
  const { given, turns } = await interview(['self', '430900', BACK, BACK, 'other']);
  expect(turns.map(({ question, context }) => [question.id, context.previous])).toEqual([
    ['who', undefined],
    ['home', undefined],
    ['papers', undefined],
    ['home', '430900'],
    ['who', 'self'],
  ]);
  // What lay behind the question is gone with it.
  expect(given).toEqual({ who: 'other' });
});

test('there is no way back before the first question asked here', async () => {
  const { turns } = await interview(['430900', BACK, BACK, ...Object.values(TOY_ANSWERS).slice(1)], {
    who: 'self',
  });
  expect(turns.map(({ question, context }) => [question.id, context.canGoBack]).slice(0, 4)).toEqual([
    ['home', false],
    ['papers', true],
    ['home', false],
    ['home', false],
  ]);
});

test('checks answers before they count, and offers places with their province', async () => {
  const { turns } = await interview(['other']);
  const [turn] = turns;
  expect(turn?.context.check('别人')).toBeUndefined();
  expect(turn?.context.check('谁')).toMatch(/^“谁”不是这一题的选项。/);
  expect(turn?.context.searchPlaces('suzhou')).toEqual([
    { code: '320500', label: '江苏省苏州市' },
    { code: '341300', label: '安徽省宿州市' },
  ]);
});
