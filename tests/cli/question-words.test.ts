import { expect, test } from 'vitest';
import { findQuestion, inUsualWords, wordsOf } from '../../src/cli/question-words.ts';
import { advance } from '../../src/engine/advance.ts';
import type { Flow } from '../../src/model/flow.ts';
import type { PresentedQuestion } from '../../src/model/progress.ts';
import { TOY_FLOW } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const text = TOY_FLOW.replace('ask: 缴到哪个月？', 'ask: <person>在<home>缴到哪个月？').replace(
  'outcomes:',
  'derive:\n  person:\n    - { when: { who: family }, is: 您的家人 }\n    - { is: 您 }\noutcomes:',
);
const flow: Flow = await toyStore(text).get('toy');

test('words that hang on answers are shown in their usual form', () => {
  expect(flow.questions.paid && wordsOf(flow, flow.questions.paid).ask).toBe('您在某地缴到哪个月？');
});

test('of the questions that will be asked, only the next is in words for this person', () => {
  const certain = advance(flow, {}, { date: '2026-11-22' }).certain;
  const presented = { ...certain[0], id: 'paid', ask: '……在……缴到哪个月？' } as PresentedQuestion;
  expect(inUsualWords(flow, [presented, presented]).map(({ ask }) => ask)).toEqual([
    '……在……缴到哪个月？',
    '您在某地缴到哪个月？',
  ]);
});

test.each(['您在益阳市缴到哪个月？', '您的家人在湖南省缴到哪个月', '您在某地缴到哪个月？', 'paid'])(
  'a question is found by the words shown: %s',
  (key) => {
    expect(findQuestion(flow, key)).toBe('paid');
  },
);

test('other words name no question', () => {
  expect(findQuestion(flow, '缴到哪个月？')).toBeUndefined();
});
