import { expect, test } from 'vitest';
import { type InterviewStart, runInterview } from '../../src/interview/run-interview.ts';
import type { Answers } from '../../src/model/answers.ts';
import { TOY_ANSWERS } from '../cli/toy-flow.ts';
import { toyStore } from '../cli/toy-store.ts';
import { BACK, change, scriptedPrompter } from './scripted-prompter.ts';

const flow = await toyStore().get('toy');
const date = '2026-11-22';

async function interview(replies: readonly unknown[], start: Partial<InterviewStart> = {}) {
  const { prompter, turns, reviews } = scriptedPrompter(replies);
  const kept: Answers[] = [];
  const keep = async (answers: Answers) => void kept.push(answers);
  const given = await runInterview({ flow, answers: {}, date, prompter, keep, ...start });
  return { given, turns, reviews, kept };
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
  const { turns } = await interview(Object.values(open), { answers: { who: 'family', months: 12 } });
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

test('going back passes over what was answered on the command line', async () => {
  const { turns } = await interview(['430900', BACK, BACK, ...Object.values(TOY_ANSWERS).slice(1)], {
    answers: { who: 'self' },
    fixed: ['who'],
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
    { code: '320500', label: '江苏省苏州市', exact: true },
    { code: '341300', label: '安徽省宿州市', exact: true },
  ]);
});

const all = Object.values(TOY_ANSWERS);

test('all answers are shown before they count', async () => {
  const { reviews } = await interview(['other'], { carried: ['who'] });
  expect(reviews).toEqual([[{ question: 'who', ask: '谁来办？', label: '别人（上一件事里答过）' }]]);
  expect((await interview(['unsure', ...all.slice(1)])).reviews[0]?.[0]?.label).toBe('不清楚，按“本人”算');
});

test('a changed answer asks again only what became necessary', async () => {
  const { given, turns, reviews } = await interview([...all, change('months'), 24]);
  expect(given).toEqual({ ...TOY_ANSWERS, months: 24 });
  expect(
    turns.slice(all.length).map(({ question, context }) => [question.id, context.previous, context.occasion]),
  ).toEqual([['months', 12, 'change']]);
  expect(reviews[1]?.map(({ label }) => label)).toContain('24个月');
});

test('what a changed answer makes necessary is asked, and answers come back with their question', async () => {
  const { given, turns, reviews } = await interview([
    'other',
    change('who'),
    ...all,
    change('who'),
    'other',
    change('who'),
    'self',
  ]);
  expect(
    turns.slice(1, 3).map(({ question, context }) => [question.id, context.number, context.occasion]),
  ).toEqual([
    ['who', 1, 'change'],
    ['home', 2, 'follow-up'],
  ]);
  // Nothing but the changed question was asked the last two times.
  expect(turns.slice(all.length + 1).map(({ question }) => question.id)).toEqual(['who', 'who']);
  expect(reviews.map((rows) => rows.length)).toEqual([1, 7, 1, 7]);
  expect(given).toEqual({ ...TOY_ANSWERS, who: 'self' });
});

test('going back from a change leaves the answer as it was', async () => {
  const { given, turns, kept } = await interview([...all, change('paid'), BACK]);
  expect(turns.at(-1)?.context.canGoBack).toBe(true);
  expect(given).toEqual(TOY_ANSWERS);
  expect(kept.at(-1)).toEqual(TOY_ANSWERS);
});

test('going back from the review asks the last question again', async () => {
  const { turns } = await interview([...all, BACK, 'no']);
  expect(
    turns.slice(-1).map(({ question, context }) => [question.id, context.previous, context.occasion]),
  ).toEqual([['agree', 'yes', 'in-turn']]);
});

test('answers are kept before anything more is drawn', async () => {
  const kept: string[] = [];
  const { prompter } = scriptedPrompter([...all, change('who'), 'other']);
  const drawn = (what: string) => kept.push(what);
  await runInterview({
    flow,
    answers: {},
    date,
    prompter: {
      ...prompter,
      ask: (question, context) => {
        drawn(`ask ${question.id}`);
        return prompter.ask(question, context);
      },
      review: (rows, canGoBack) => {
        drawn('review');
        return prompter.review(rows, canGoBack);
      },
    },
    keep: async (answers) => void drawn(`keep ${Object.keys(answers).length}`),
  });
  expect(kept.slice(0, 5)).toEqual(['ask who', 'keep 1', 'ask home', 'keep 2', 'ask papers']);
  expect(kept.slice(-5)).toEqual(['keep 7', 'review', 'ask who', 'keep 7', 'review']);
});

test('dates may be written freely and count as they were read', async () => {
  const { given, turns } = await interview([...all.slice(0, 3), '上个月', 12, '去年', '1月5日', 'yes']);
  expect(given).toEqual(TOY_ANSWERS);
  expect(turns.map(({ context }) => context.refused).filter(Boolean)).toEqual([
    '“去年”不是一个日期。请写成 2026-10-15 这样。',
  ]);
  const context = turns.find(({ question }) => question.id === 'first-day')?.context;
  expect(context?.understand('昨天')).toEqual({ written: '2026-11-21', said: '2026年11月21日，星期六' });
  expect(context?.understand('上个月')).toBeUndefined();
  expect(context?.check('上个月')).toBe('还要写明是哪一天，如 2026-10-15 或 10月15日。');
});

test('districts lead to their city, and are read only where a place is asked', async () => {
  let reads = 0;
  const districts = async () => {
    reads += 1;
    return [['吴中区', '320500']] as const;
  };
  await interview(['other'], { districts });
  expect(reads).toBe(0);
  const { turns } = await interview(all, { districts });
  expect(reads).toBe(1);
  expect(turns[1]?.context.searchPlaces('吴中')).toEqual([
    { code: '320500', label: '江苏省苏州市（吴中区）', exact: true },
  ]);
});
