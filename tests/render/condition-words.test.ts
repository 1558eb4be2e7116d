import { expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import { conditionWords } from '../../src/render/condition-words.ts';
import { sampleFlow } from '../support/sample-flow.ts';

const answer = (question: string, ...values: (string | number)[]): Condition => ({
  kind: 'answer',
  question,
  test: { in: values },
});
const not = (of: Condition): Condition => ({ kind: 'not', of });
const places = ['insured-place', 'care-place'] as const;

test.each<[Condition, string]>([
  [answer('reason', 'illness', 'unsure'), '“您要看什么”答“一般的病”或“不清楚”'],
  [not(answer('reason', 'injury')), '“您要看什么”没答“外伤”'],
  [answer('care-place', '430900'), '“在哪个市看病”答“益阳市”'],
  [answer('last-paid', '2026-09'), '“上次交到哪个月”答“2026年9月”'],
  [{ kind: 'answer', question: 'age', test: { op: 'ge', than: { literal: 60 } } }, '“几岁”不少于 60 岁'],
  [not({ kind: 'answer', question: 'age', test: { op: 'ge', than: { literal: 60 } } }), '“几岁”少于 60 岁'],
  [
    { kind: 'answer', question: 'last-paid', test: { op: 'before', than: { literal: '2026-10-01' } } },
    '“上次交到哪个月”早于 2026年10月1日',
  ],
  [
    { kind: 'answer', question: 'last-paid', test: { op: 'after', than: { derived: 'retire-month' } } },
    '“上次交到哪个月”晚于“上次交到哪个月”之后按“退休年龄表”的月数',
  ],
  [
    { kind: 'answer', question: 'age', test: { op: 'lt', than: { question: 'last-paid' } } },
    '“几岁”小于“上次交到哪个月”',
  ],
  [{ kind: 'has', question: 'signs', options: ['lost', 'broken'] }, '“有哪些情况”选了“卡丢了”或“卡坏了”'],
  [not({ kind: 'has', question: 'signs', options: ['lost'] }), '“有哪些情况”没选“卡丢了”'],
  [{ kind: 'same', questions: places, at: 'pool' }, '“您的医保交在哪个市”和“在哪个市看病”在同一个统筹区'],
  [
    not({ kind: 'same', questions: places, at: { group: 'jjj' } }),
    '“您的医保交在哪个市”和“在哪个市看病”不都在京津冀',
  ],
  [{ kind: 'fact', fact: 'free', test: { in: ['yes'] } }, '当地规定“省内看病不用备案”'],
  [{ kind: 'fact', fact: 'free', test: { in: ['no'] } }, '当地没有规定“省内看病不用备案”'],
  [
    { kind: 'fact', fact: 'wait', of: 'care-place', test: { op: 'ge', than: { literal: 3 } } },
    '“在哪个市看病”那里规定的“等待月数”不少于 3',
  ],
  [{ kind: 'unverified', fact: 'free' }, '当地的“省内看病不用备案”还没核对到'],
  [{ kind: 'outcome', in: ['file', 'home'] }, '结论是“要备案”或“不用备案”'],
  [
    { kind: 'derived', name: 'gap', test: { op: 'le', than: { literal: 3 } } },
    '从“上次交到哪个月”到“上次交到哪个月”相隔的月数不超过 3',
  ],
  [{ kind: 'derived', name: 'retire-age', test: { in: [60] } }, '按“退休年龄表”查到的值是“60”'],
  [{ kind: 'all', of: [] }, '总是这样'],
])('%j', (condition, words) => {
  expect(conditionWords(sampleFlow, condition)).toBe(words);
});

test('a derived condition is told by what it tests, and its opposite without a “not” around it', () => {
  const near: Condition = { kind: 'derived', name: 'near', test: { in: ['yes'] } };
  expect(conditionWords(sampleFlow, near)).toBe(
    '“您的医保交在哪个市”和“在哪个市看病”在同一个省，并且当地规定“省内看病不用备案”',
  );
  expect(conditionWords(sampleFlow, not(near))).toBe(
    '“您的医保交在哪个市”和“在哪个市看病”不在同一个省，或者当地没有规定“省内看病不用备案”',
  );
});

test('a first-match value is told by its rows, its last row by those that do not apply', () => {
  const stay = (...values: string[]): Condition => ({ kind: 'derived', name: 'stay', test: { in: values } });
  expect(conditionWords(sampleFlow, stay('old'))).toBe('“几岁”不少于 60 岁');
  expect(conditionWords(sampleFlow, stay('young', 'other'))).toBe('“几岁”少于 60 岁');
  expect(conditionWords(sampleFlow, stay('other'))).toBe('“几岁”少于 60 岁，并且“是别人的责任吗”没答“不是”');
});

test('what is of the same thing is said once, and parts joined otherwise stand in brackets', () => {
  const mixed: Condition = {
    kind: 'any',
    of: [
      { kind: 'all', of: [answer('reason', 'illness'), answer('fault', 'no')] },
      answer('age', 3),
      { kind: 'any', of: [answer('age', 4)] },
    ],
  };
  expect(conditionWords(sampleFlow, mixed)).toBe(
    '（“您要看什么”答“一般的病”，并且“是别人的责任吗”答“不是”），或者“几岁”答“3”，或者答“4”',
  );
});
