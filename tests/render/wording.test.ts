import { expect, test } from 'vitest';
import type { Duration, ResolvedDeadline, TimeSpan } from '../../src/model/deadline.ts';
import {
  formatDate,
  formatDeadline,
  formatDuration,
  formatGivenAnswer,
  formatStepDeadline,
  localStatusSentence,
} from '../../src/render/wording.ts';

const days = (count: TimeSpan['count'], rest: Partial<TimeSpan> = {}): TimeSpan => ({
  unit: 'working-days',
  count,
  keeper: 'office',
  ...rest,
});

test.each<[Duration, string, string]>([
  ['at-once', '当场办结', '当场办结'],
  [[days(2)], '2 个工作日内', '经办机构 2 个工作日内办完'],
  [[days([1, 5])], '1–5 个工作日', '经办机构 1–5 个工作日办完'],
  [
    [days(2, { countedFrom: '提交' })],
    '2 个工作日内（从提交起算）',
    '经办机构 2 个工作日内办完（从提交起算）',
  ],
  [[days(10), days(5)], '先 10 个工作日，再 5 个工作日', '先经办机构 10 个工作日，再 5 个工作日'],
  [[days(3, { unit: 'months' })], '3 个月内', '经办机构 3 个月内办完'],
  [[days(30, { unit: 'days', keeper: 'you' })], '您 30 天内办完', '30 天内'],
])('%j reads well for the office and for you', (takes, office, you) => {
  expect(formatDuration(takes, 'office')).toBe(office);
  expect(formatDuration(takes, 'you')).toBe(you);
});

const today = '2026-11-22';

function deadline(given: Partial<ResolvedDeadline>): ResolvedDeadline {
  const latest = given.latest ?? '2026-12-11';
  return {
    earliest: latest,
    latest,
    certain: true,
    past: false,
    basis: 'asked',
    keeper: 'you',
    missingYears: [],
    rule: [],
    ...given,
  };
}

test.each<[string, Partial<ResolvedDeadline>, string]>([
  ['this year', {}, '最迟 12月11日'],
  ['a month of another year', { latest: '2027-01' }, '最迟 2027年1月'],
  ['past', { latest: '2025-03-05', past: true }, '最迟 2025年3月5日，已过'],
  [
    'done today',
    { basis: 'today', rule: [days(15, { countedFrom: '提交' })] },
    '如果今天提交，最迟 12月11日',
  ],
  ['counted from nothing named', { basis: 'today' }, '如果今天办，最迟 12月11日'],
  ['a range', { earliest: '2026-11-23' }, '最早 11月23日，最迟 12月11日'],
  [
    'a year without a holiday notice',
    { earliest: '2026-12-31', latest: '2027-01-04', certain: false, missingYears: [2027] },
    '最早 12月31日，最迟 2027年1月4日，因为 2027 年放假安排还没公布',
  ],
])('a deadline: %s', (_, given, words) => {
  expect(formatDeadline(deadline(given), today)).toBe(words);
});

test('a deadline names who must keep it where that is not who does the step', () => {
  expect(formatStepDeadline(deadline({ keeper: 'office' }), 'you', today)).toBe('经办机构最迟 12月11日');
  expect(formatStepDeadline(deadline({ keeper: 'office' }), 'office', today)).toBe('最迟 12月11日');
});

test('dates are read as people write them', () => {
  expect(formatDate('2026-01-09')).toBe('2026年1月9日');
  expect(formatDate('2026-01-09', '2026-11-22')).toBe('1月9日');
  expect(formatDate('2027-01')).toBe('2027年1月');
});

const answer = {
  question: 'stay',
  type: 'choice',
  ask: '短住还是长住？',
  value: 'long',
  label: '长住',
} as const;
const unsure = { ...answer, value: 'unsure', label: '不清楚' } as const;

test.each([
  [answer, '短住还是长住？长住'],
  [{ ...answer, ask: '停缴的月份' }, '停缴的月份：长住'],
  [unsure, '短住还是长住？不清楚'],
  [{ ...unsure, treatedAs: { value: 'short', label: '短住' } }, '短住还是长住？不清楚，按“短住”算'],
  [{ ...unsure, findOut: '半年以上选长住' }, '短住还是长住？不清楚；怎样弄清：半年以上选长住'],
])('an answer given, %#', (given, words) => {
  expect(formatGivenAnswer(given)).toBe(words);
});

test.each([
  [{ level: 'none' }, undefined],
  [{ level: 'nation', place: '益阳市' }, '本地规定未核对，以下按全国规定，请打 12393 核实。'],
  [{ level: 'province', place: '湖南省' }, '以下含湖南省的规定；您所在市自己的规定未核对，请打 12393 核实。'],
  [{ level: 'province', place: '北京市' }, '以下含北京市的规定。'],
  [{ level: 'city', place: '益阳市' }, '以下含益阳市的规定。'],
] as const)('local status %#', (status, sentence) => {
  expect(localStatusSentence({ ...status, hotline: '12393' })).toBe(sentence);
});
