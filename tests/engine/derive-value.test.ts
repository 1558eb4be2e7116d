import { expect, test } from 'vitest';
import { compileFlow } from '../../src/engine/compile-flow.ts';
import { KEPT_UNSURE, knowledgeOf } from '../../src/engine/knowledge.ts';
import type { ValueSet } from '../../src/engine/value-set.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Derived, LookupTable } from '../../src/model/flow.ts';
import { buildFlow, is, question, TODAY } from '../support/build-flow.ts';

const table: LookupTable = {
  id: 'ages',
  title: '退休年龄',
  columns: ['kind', 'born'],
  rows: [
    { match: ['a', { until: '1965-12' }], is: 720 },
    { match: ['a', { from: '1966-01' }], is: 756 },
    { match: ['b', {}], is: 600 },
  ],
  sources: [],
};

const questions = [
  question('kind'),
  question('stay'),
  question('born', { type: 'month' }),
  question('day', { type: 'date' }),
];

function derive(derived: Derived, answers: Answers, ...unsure: string[]): ValueSet {
  const flow = buildFlow({ questions, derive: { it: derived }, tables: { ages: table } });
  const states = questions.map(({ id }) => {
    const value = answers[id];
    if (unsure.includes(id)) return KEPT_UNSURE;
    return value === undefined ? undefined : ({ kind: 'value', value, given: value } as const);
  });
  return compileFlow(flow).derive('it')(knowledgeOf(states, TODAY));
}

const category: Derived = {
  kind: 'first-match',
  rows: [{ when: is('kind', 'a'), is: 'first' }, { when: is('stay', 'a'), is: 'second' }, { is: 'other' }],
};

test('the first row that is yes gives the value, the last row where none is', () => {
  expect(derive(category, { kind: 'a', stay: 'a' })).toEqual(['first']);
  expect(derive(category, { kind: 'b', stay: 'a' })).toEqual(['second']);
  expect(derive(category, { kind: 'b', stay: 'b' })).toEqual(['other']);
});

test('under 不清楚 a first match is the set of values that it may still take', () => {
  expect(derive(category, { stay: 'a' }, 'kind')).toEqual(['first', 'second']);
  expect(derive(category, { stay: 'b' }, 'kind')).toEqual(['first', 'other']);
  expect(derive(category, {}, 'kind', 'stay')).toEqual(['first', 'second', 'other']);
});

test('rows whose questions were not asked are skipped, and the last does not catch who was asked none', () => {
  expect(derive(category, { stay: 'b' })).toEqual(['other']);
  expect(derive(category, {})).toBe('void');
});

test('months between are whole months strictly between, of months and dates alike', () => {
  const gap: Derived = { kind: 'months-between', questions: ['born', 'day'] };
  expect(derive(gap, { born: '2026-09', day: '2026-12-31' })).toEqual([2]);
  expect(derive(gap, { born: '2026-12', day: '2026-09-01' })).toEqual([0]);
  expect(derive(gap, { born: '2026-12' })).toBe('void');
  expect(derive(gap, { born: '2026-12' }, 'day')).toBe('unknown');
});

test('a lookup finds the row that fits every column, its limits included', () => {
  const age: Derived = { kind: 'lookup', table: 'ages', by: ['kind', 'born'] };
  expect(derive(age, { kind: 'a', born: '1965-12' })).toEqual([720]);
  expect(derive(age, { kind: 'a', born: '1966-01' })).toEqual([756]);
  expect(derive(age, { kind: 'b', born: '1990-01' })).toEqual([600]);
  expect(derive(age, { kind: 'a' }, 'born')).toEqual([720, 756]);
  expect(derive(age, { kind: 'a' })).toBe('void');
});

test('where a table has no row that fits, the value is unknown and not the nearest', () => {
  const stay: Derived = { kind: 'lookup', table: 'ages', by: ['stay', 'born'] };
  expect(derive(stay, { stay: 'c', born: '1990-01' })).toBe('unknown');
});

test('a month may lie a looked-up number of months after another', () => {
  const retire: Derived = {
    kind: 'month-plus',
    month: 'born',
    plus: { table: 'ages', by: ['kind', 'born'] },
  };
  expect(derive(retire, { kind: 'a', born: '1966-05' })).toEqual(['2029-05']);
  expect(derive(retire, { born: '1966-05' }, 'kind')).toEqual(['2029-05', '2016-05']);
  expect(derive({ kind: 'month-plus', month: 'day', plus: 2 }, { day: '2026-11-30' })).toEqual(['2027-01']);
});
