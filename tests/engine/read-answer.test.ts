import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/engine/read-answer.ts';
import type { Answers } from '../../src/model/answers.ts';
import { as, buildFlow, is, keep, options, question, TODAY } from '../support/build-flow.ts';

const flow = buildFlow({
  questions: [
    question('stay', {
      options: [
        { id: 'long', label: '连续住半年以上', was: ['resident'] },
        {
          id: 'short',
          label: [{ when: is('child', 'yes'), is: '孩子只去看病' }, { is: '只是去看病，或短住' }],
        },
      ],
      unsure: as('short'),
    }),
    question('papers', {
      type: 'multi',
      options: options({ card: '社保卡', id: '身份证', nothing: '都没有' }),
      atLeast: 1,
      none: 'nothing',
    }),
    question('child', { type: 'yes-no' }),
    question('home', { type: 'place', unsure: keep }),
    question('day', { type: 'date' }),
    question('month', { type: 'month' }),
    question('count', { type: 'number', min: 0, max: 60, unit: '个月' }),
  ],
});

const read = (id: string, raw: unknown, answers: Answers = {}) =>
  readAnswer(flow, answers, id, raw, { date: TODAY });

/** The value, or the code of the problem in brackets. */
function short(id: string, raw: unknown, answers: Answers = {}): unknown {
  const result = read(id, raw, answers);
  return 'value' in result ? result.value : `(${result.problem.code})`;
}

describe('a choice', () => {
  test('goes by id, earlier id and label, also one that another answer would show', () => {
    expect(short('stay', 'long')).toBe('long');
    expect(short('stay', 'resident')).toBe('long');
    expect(short('stay', ' 连续住半年以上 ')).toBe('long');
    expect(short('stay', '只是去看病，或短住')).toBe('short');
    expect(short('stay', '孩子只去看病')).toBe('short');
  });

  test('that is none names those allowed and the nearest', () => {
    expect(read('stay', 'lng', { child: 'yes' })).toEqual({
      problem: {
        code: 'unknown-option',
        question: 'stay',
        given: 'lng',
        allowed: [
          { id: 'long', label: '连续住半年以上' },
          { id: 'short', label: '只是去看病，或短住' },
        ],
        nearest: { id: 'long', label: '连续住半年以上' },
      },
    });
    expect(short('stay', 1)).toBe('(wrong-type)');
  });
});

test('不清楚 is an answer only where the question allows it', () => {
  expect(short('stay', '不清楚')).toBe('unsure');
  expect(short('home', 'unsure')).toBe('unsure');
  expect(short('child', '不清楚')).toBe('(no-unsure)');
});

test('yes and no are understood as people say them', () => {
  expect(['yes', '是', '是的', true].map((raw) => short('child', raw))).toEqual(['yes', 'yes', 'yes', 'yes']);
  expect(['no', '不是', '否', false].map((raw) => short('child', raw))).toEqual(['no', 'no', 'no', 'no']);
  expect(short('child', 'perhaps')).toBe('(unknown-option)');
});

test('a multi is a list or one text, put in the question’s order, each once', () => {
  expect(short('papers', ['身份证', 'card', 'id'])).toEqual(['card', 'id']);
  expect(short('papers', '身份证、社保卡')).toEqual(['card', 'id']);
  expect(short('papers', '都没有')).toEqual(['nothing']);
  expect(short('papers', [])).toBe('(too-few)');
  expect(short('papers', ['card', 'nothing'])).toBe('(excludes-rest)');
  expect(short('papers', ['card', 'passport'])).toBe('(unknown-option)');
  expect(short('papers', { card: true })).toBe('(wrong-type)');
});

test('a place is stored by its code; one that may be several is asked about', () => {
  expect(short('home', '湖南益阳')).toBe('430900');
  expect(short('home', 430900)).toBe('430900');
  expect(read('home', 'suzhou')).toEqual({
    problem: {
      code: 'ambiguous-place',
      question: 'home',
      given: 'suzhou',
      allowed: [
        { id: '320500', label: '江苏省 苏州市' },
        { id: '341300', label: '安徽省 宿州市' },
      ],
    },
  });
  expect(read('home', '益杨')).toMatchObject({
    problem: { code: 'unknown-place', nearest: { id: '430900', label: '湖南省 益阳市' } },
  });
});

test('dates and months are read in the usual spellings, and must exist', () => {
  const dates = ['2026-10-05', '2026/10/5', '2026年10月5日', '20261005', 20261005, '２０２６.１０.０５'];
  expect(dates.map((raw) => short('day', raw))).toEqual(dates.map(() => '2026-10-05'));
  const months = ['2026-10', '2026/10', '2026年10月', '202610', '2026-10-31'];
  expect(months.map((raw) => short('month', raw))).toEqual(months.map(() => '2026-10'));
  expect(short('day', '2026-02-30')).toBe('(invalid-date)');
  expect(short('day', '2026-10')).toBe('(invalid-date)');
  expect(short('month', '2026-13')).toBe('(invalid-month)');
});

test('a number may come as text, with its unit, and keeps its limits', () => {
  expect([3, '3', ' ３ 个月', '3.5'].map((raw) => short('count', raw))).toEqual([3, 3, 3, 3.5]);
  expect(read('count', 61)).toEqual({
    problem: { code: 'out-of-range', question: 'count', given: '61', min: 0, max: 60 },
  });
  expect(['', '三', '1e3', Number.NaN].map((raw) => short('count', raw))).toEqual(
    Array.from({ length: 4 }, () => '(invalid-number)'),
  );
});

test('an unknown question names the nearest, and nothing given makes it throw', () => {
  expect(read('sty', 'x')).toEqual({
    problem: {
      code: 'unknown-question',
      question: 'sty',
      given: 'x',
      nearest: { id: 'stay', label: 'stay？' },
    },
  });
  const wild = [
    null,
    undefined,
    Symbol('x'),
    () => 1,
    Object.create(null),
    ['x', null],
    10n,
    'x'.repeat(999),
  ];
  for (const raw of wild) {
    for (const id of Object.keys(flow.questions)) expect(read(id, raw)).toHaveProperty('problem');
  }
  expect(read('stay', 'x'.repeat(999))).toMatchObject({ problem: { given: `${'x'.repeat(40)}…` } });
});
