import { expect, test } from 'vitest';
import { compileFlow } from '../../src/engine/compile-flow.ts';
import { findOpen } from '../../src/engine/find-open.ts';
import { findReasons } from '../../src/engine/find-reasons.ts';
import { replay } from '../../src/engine/replay.ts';
import type { Condition } from '../../src/model/condition.ts';
import { knowledgeFrom, type TestStates } from '../support/arbitrary-states.ts';
import {
  all,
  any,
  ask,
  buildFlow,
  derived,
  exit,
  fact,
  is,
  keep,
  not,
  question,
  TODAY,
  when,
} from '../support/build-flow.ts';

const flow = buildFlow({
  jurisdiction: 'home',
  questions: [
    question('first', { unsure: keep }),
    question('second', { unsure: keep }),
    question('third', { unsure: keep }),
    question('home', { type: 'place', unsure: keep }),
    question('care', { type: 'place', unsure: keep }),
  ],
  derive: {
    kind: {
      kind: 'first-match',
      rows: [{ when: is('first', 'a'), is: 'x' }, { when: is('second', 'a'), is: 'y' }, { is: 'z' }],
    },
  },
  places: { facts: { free: { id: 'free', type: 'yes-no', name: '免备案', findOut: '打电话' } } },
});
const compiled = compileFlow(flow);
const ids = Object.keys(flow.questions);

const reasons = (condition: Condition, states: TestStates) =>
  findReasons(compiled, condition, knowledgeFrom(flow, states)).map((ground) =>
    ground.kind === 'fact' ? ground.read.fact : ids[ground.question],
  );
const open = (condition: Condition, states: TestStates) =>
  findOpen(compiled, condition, knowledgeFrom(flow, states)).map((point) =>
    point.kind === 'fact' ? point.fact : ids[point.question],
  );

const a = { value: 'a' };
const b = { value: 'b' };

test('a decided condition rests on the answers that decide it, the earlier where either would', () => {
  expect(reasons(all(is('first', 'a'), is('second', 'a')), { first: a, second: a })).toEqual([
    'first',
    'second',
  ]);
  expect(reasons(any(is('first', 'a'), is('second', 'a')), { first: a, second: a })).toEqual(['first']);
  expect(reasons(all(is('first', 'a'), is('second', 'a')), { first: a, second: b })).toEqual(['second']);
  expect(reasons(all(), {})).toEqual([]);
});

test('a first match rests on the rows down to the one that gave the value', () => {
  expect(reasons(derived('kind', 'y'), { first: b, second: a, third: a })).toEqual(['first', 'second']);
  expect(reasons(derived('kind', 'x'), { first: a, second: a })).toEqual(['first']);
});

test('naming 不清楚 makes that answer the reason', () => {
  expect(reasons(is('first', 'b', 'unsure'), { first: 'unsure' })).toEqual(['first']);
});

test('an earlier answer that has become idle is dropped on the next round', () => {
  // With `first` known, `third` is needed; without it the part is void and both are idle.
  const withVoid = any(
    all(is('third', 'a'), not(all(is('care', '430900'), is('first', 'a')))),
    is('second', 'a'),
  );
  expect(reasons(withVoid, { first: b, second: b, third: b })).toEqual(['second']);
});

test('a fact is a reason by itself, verified or not; its place only where the place is tested too', () => {
  const home = { home: { value: '430900' } };
  expect(reasons({ kind: 'unverified', fact: 'free' }, home)).toEqual(['free']);
  expect(reasons(all({ kind: 'unverified', fact: 'free' }, is('home', '430900')), home)).toEqual([
    'home',
    'free',
  ]);
});

test('an unknown condition hangs on what is open in its undecided parts, and nothing else', () => {
  const states: TestStates = { first: 'unsure', second: 'unsure', third: b, home: { value: '430900' } };
  expect(open(all(is('first', 'a'), any(is('second', 'a'), is('third', 'b'))), states)).toEqual(['first']);
  expect(open(derived('kind', 'z'), states)).toEqual(['first', 'second']);
  expect(open(derived('kind', 'x', 'z'), { ...states, second: b })).toEqual([]);
  expect(open(fact('free'), states)).toEqual(['free']);
});

test('where the place is open, a fact hangs on the place; where only its province is known, places do', () => {
  expect(open(fact('free'), { home: 'unsure' })).toEqual(['home']);
  const same: Condition = { kind: 'same', questions: ['home', 'care'], at: 'city' };
  expect(open(same, { home: { value: '430900' }, care: { value: '430000' } })).toEqual(['care']);
  expect(open({ ...same, at: 'pool' }, { home: { value: '430900' }, care: { value: '430100' } })).toEqual([
    'pool-is-province',
  ]);
});

test('what was passed over hangs on what it was passed over for, through conditions of the tree too', () => {
  const passing = buildFlow({
    jurisdiction: 'home',
    questions: Object.values(flow.questions),
    places: { facts: flow.common.places.facts },
    tree: [
      ask('home'),
      ask('first', { a: [when(fact('free'), [ask('second')], [], [])], b: [], unsure: [] }),
      when(fact('free'), [ask('third')], [], 'else'),
      exit(),
    ],
  });
  const hangs = (id: string) => {
    const path = replay(compileFlow(passing), { home: '610100', first: 'unsure' }, TODAY);
    return findOpen(path.compiled, is(id, 'a'), path.knowledge);
  };
  expect(hangs('second')).toEqual([{ kind: 'question', question: 0 }]);
  expect(hangs('third')).toEqual([{ kind: 'fact', fact: 'free' }]);
});
