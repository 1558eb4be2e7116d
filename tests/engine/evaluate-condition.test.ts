import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import type { Truth } from '../../src/model/truth.ts';
import { knowledgeFrom, type TestStates } from '../support/arbitrary-states.ts';
import {
  all,
  any,
  as,
  buildFlow,
  compares,
  fact,
  has,
  is,
  keep,
  not,
  outcomeIs,
  placeEntry,
  question,
} from '../support/build-flow.ts';
import { evaluateCondition } from '../support/evaluate-condition.ts';

const flow = buildFlow({
  jurisdiction: 'home',
  questions: [
    question('yes'),
    question('no'),
    question('unknown', { unsure: keep }),
    question('void'),
    question('papers', { type: 'multi' }),
    question('count', { type: 'number' }),
    question('limit', { type: 'number' }),
    question('paid', { type: 'month' }),
    question('day', { type: 'date' }),
    question('home', { type: 'place' }),
    question('care', { type: 'place', unsure: as('430900') }),
  ],
  places: {
    facts: {
      free: { id: 'free', type: 'yes-no', name: '免备案', findOut: '打电话' },
      wait: {
        id: 'wait',
        type: 'number',
        name: '等待期',
        findOut: '打电话',
        default: { value: 6, sources: [] },
      },
    },
    entries: [
      placeEntry('430000', {
        facts: {
          free: [{ value: 'yes', sources: [] }],
          wait: [
            { value: 3, from: '2025-01-01', until: '2025-12-31', sources: [] },
            { value: 2, from: '2026-01-01', sources: [] },
          ],
        },
      }),
      placeEntry('430900', { facts: { free: [{ value: 'no', until: '2026-06-30', sources: [] }] } }),
    ],
  },
});

function value(condition: Condition, states: TestStates = {}, exit?: string): Truth {
  return evaluateCondition(flow, condition, knowledgeFrom(flow, states, exit));
}

const parts: Readonly<Record<Truth, Condition>> = {
  yes: is('yes', 'a'),
  no: is('no', 'a'),
  unknown: is('unknown', 'a'),
  void: is('void', 'a'),
};
const known: TestStates = { yes: { value: 'a' }, no: { value: 'b' }, unknown: 'unsure' };

describe('the tables of the four values', () => {
  const truths = ['yes', 'no', 'unknown', 'void'] as const;
  const table = (combine: (a: Condition, b: Condition) => Condition) =>
    truths.map((a) => truths.map((b) => value(combine(parts[a], parts[b]), known)).join(' '));

  test('of all, a no wins, then void, then unknown', () => {
    expect(table(all)).toEqual([
      'yes no unknown void',
      'no no no no',
      'unknown no unknown void',
      'void no void void',
    ]);
  });

  test('of any, a yes wins, then unknown, and voids are ignored', () => {
    expect(table(any)).toEqual([
      'yes yes yes yes',
      'yes no unknown no',
      'yes unknown unknown unknown',
      'yes no unknown void',
    ]);
  });

  test('not leaves unknown and void as they are', () => {
    expect(truths.map((truth) => value(not(parts[truth]), known))).toEqual(['no', 'yes', 'unknown', 'void']);
  });
});

test('a test that names unsure is always known once the question was asked', () => {
  const named = is('unknown', 'a', 'unsure');
  expect(value(named, { unknown: 'unsure' })).toBe('yes');
  expect(value(is('unknown', 'unsure'), { unknown: { value: 'a' } })).toBe('no');
  expect(value(named, { unknown: 'passed-over' })).toBe('unknown');
  expect(value(named)).toBe('void');
});

test('a multi holds any of the options named; choosing none of them is an answer', () => {
  expect(value(has('papers', 'a'), { papers: { value: ['b', 'a'] } })).toBe('yes');
  expect(value(has('papers', 'a'), { papers: { value: [] } })).toBe('no');
  expect(value(has('papers', 'a'))).toBe('void');
});

test('numbers, months and dates compare with literals and with other questions', () => {
  const states: TestStates = {
    count: { value: 3 },
    limit: { value: 3 },
    paid: { value: '2026-09' },
    day: { value: '2026-09-30' },
  };
  expect(value(compares('count', { op: 'lt', than: { question: 'limit' } }), states)).toBe('no');
  expect(value(compares('count', { op: 'ge', than: { question: 'limit' } }), states)).toBe('yes');
  expect(value(compares('paid', { op: 'before', than: { literal: '2026-10' } }), states)).toBe('yes');
  expect(value(compares('paid', { op: 'after', than: { literal: '2026-09' } }), states)).toBe('no');
  expect(value(compares('count', { op: 'ge', than: { question: 'limit' } }), { count: { value: 3 } })).toBe(
    'void',
  );
});

test('a month and a date are compared as months', () => {
  const states: TestStates = { paid: { value: '2026-09' }, day: { value: '2026-09-30' } };
  expect(value(compares('day', { op: 'after', than: { question: 'paid' } }), states)).toBe('no');
  expect(value(compares('day', { op: 'le', than: { question: 'paid' } }), states)).toBe('yes');
});

test('a named province holds its cities, and a named city is unknown where only its province is known', () => {
  expect(value(is('home', '430000'), { home: { value: '430900' } })).toBe('yes');
  expect(value(is('home', '430900'), { home: { value: '430000' } })).toBe('unknown');
  expect(value(is('home', '430900'), { home: { value: '610100' } })).toBe('no');
});

test('a fact is the city’s, then the province’s, then the nation’s, in force on the day', () => {
  expect(value(fact('free'), { home: { value: '430900' } })).toBe('yes');
  expect(value(fact('wait', 2), { home: { value: '430900' } })).toBe('yes');
  expect(value(fact('wait', 6), { home: { value: '610100' } })).toBe('yes');
});

test('a fact that nobody has verified is unknown, and that it is unverified is known', () => {
  const states: TestStates = { home: { value: '610100' } };
  expect(value(fact('free'), states)).toBe('unknown');
  expect(value({ kind: 'unverified', fact: 'free' }, states)).toBe('yes');
  expect(value({ kind: 'unverified', fact: 'free' }, { home: { value: '430100' } })).toBe('no');
});

test('before the place is asked, the jurisdiction’s facts are the nation’s, and another place’s are void', () => {
  expect(value(fact('wait', 6))).toBe('yes');
  expect(value(fact('free'))).toBe('unknown');
  expect(value({ kind: 'fact', fact: 'wait', of: 'care', test: { in: [6] } })).toBe('void');
});

test('the outcome is known once an exit is reached', () => {
  expect(value(outcomeIs('done', 'other'), {}, 'done')).toBe('yes');
  expect(value(outcomeIs('other'), {}, 'done')).toBe('no');
});
