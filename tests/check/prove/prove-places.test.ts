import { expect, test } from 'vitest';
import type { Proof } from '../../../src/check/prove/proof.ts';
import { proveFlow } from '../../../src/check/prove/prove-flow.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { Item } from '../../../src/model/flow.ts';
import type { FactDeclaration } from '../../../src/model/place.ts';
import {
  all,
  buildFlow,
  type FlowFields,
  fact,
  is,
  keep,
  line,
  material,
  not,
  placeEntry,
  question,
  step,
} from '../../support/build-flow.ts';

const HOME = question('home', { type: 'place' });
const CARE = question('care', { type: 'place' });

const declare = (id: string, fields: Partial<FactDeclaration> = {}): FactDeclaration => ({
  id,
  type: 'yes-no',
  name: id,
  findOut: '问',
  ...fields,
});

/** The proof of a flow that asks two places and then lists a material and these items. */
function proofOf(items: readonly Item[], places: FlowFields['places'] = {}, questions = [HOME, CARE]): Proof {
  const paper = material('id-card');
  return proveFlow(buildFlow({ questions, jurisdiction: 'home', items: [paper, ...items], places }));
}

function codes({ findings }: Proof): readonly string[] {
  return findings.map(({ code, subject }) => `${code} ${'id' in subject ? subject.id : ''}`);
}

const same = (at: Extract<Condition, { kind: 'same' }>['at']): Condition => ({
  kind: 'same',
  questions: ['home', 'care'],
  at,
});

test('one city is one pool, and one pool is one province: what denies it never appears', () => {
  const facts = { 'pool-is-province': declare('pool-is-province') };
  const items = [
    step('go'),
    line('note', 'city-not-pool', { when: all(same('city'), not(same('pool'))) }),
    line('note', 'pool-not-province', { when: all(same('pool'), not(same('province'))) }),
    line('note', 'pool-not-city', { when: all(same('pool'), not(same('city'))) }),
    line('warning', 'perhaps-pool', { when: all(same('pool'), same('province')) }),
  ];
  expect(codes(proofOf(items, { facts }))).toEqual([
    'item-never-listed city-not-pool',
    'item-never-listed pool-not-province',
  ]);
});

test('a pool that no real province has is supposed in words', () => {
  const facts = { 'pool-is-province': declare('pool-is-province') };
  const items = [step('apart', { when: not(same('pool')) }), step('city', { when: same('city') })];
  const pool = (value: string) => [
    placeEntry('430000', { facts: { 'pool-is-province': [{ value, sources: [] }] } }),
  ];
  const supposed = { fact: 'pool-is-province', question: 'home', value: 'yes' };
  expect(proofOf(items, { facts, entries: pool('no') }).findings).toMatchObject([
    { code: 'outcome-without-step', example: { supposes: [supposed] } },
  ]);
  expect(proofOf(items, { facts, entries: pool('yes') }).findings).toMatchObject([
    { code: 'outcome-without-step', example: { answers: { home: '430100', care: '430900' }, supposes: [] } },
  ]);
});

test('two places are in a group, or one of them, or neither', () => {
  const groups = { jjj: { name: '京津冀', members: ['110000', '130000'] } };
  const inGroup = same({ group: 'jjj' });
  const items = [step('in', { when: inGroup }), step('out', { when: not(inGroup) })];
  expect(codes(proofOf(items, { groups }))).toEqual(['outcome-without-step done']);
  // Where only a province is known, and part of it is in the group, it stays unknown.
  expect(codes(proofOf([...items, step('go')], { groups }))).toEqual([]);
});

test('a fact is free to be yes, no or unverified, and each place has its own', () => {
  const facts = { free: declare('free') };
  const ofCare = (value: string): Condition => ({
    kind: 'fact',
    fact: 'free',
    of: 'care',
    test: { in: [value] },
  });
  const items = [
    step('go'),
    line('note', 'apart', { when: all(fact('free', 'yes'), ofCare('no')) }),
    line('note', 'open-and-yes', { when: all({ kind: 'unverified', fact: 'free' }, ofCare('yes')) }),
    line('note', 'both', { when: all(fact('free', 'yes'), fact('free', 'no')) }),
    line('note', 'one-city', { when: all(same('city'), fact('free', 'yes'), ofCare('no')) }),
  ];
  expect(codes(proofOf(items, { facts }))).toEqual(['item-never-listed both', 'item-never-listed one-city']);
});

test('a fact with a national default is never unverified while the default is in force', () => {
  const facts = {
    wait: declare('wait', { type: 'number', default: { value: 3, sources: [], until: '2026-12-31' } }),
  };
  const unverified = line('note', 'unverified', { when: { kind: 'unverified', fact: 'wait' } });
  const proof = proofOf([step('go'), unverified], { facts });
  expect(proof.dates).toEqual(['2026-11-22', '2027-01-01']);
  expect(codes(proof)).toEqual([]);
  const always = { wait: declare('wait', { type: 'number', default: { value: 3, sources: [] } }) };
  expect(codes(proofOf([step('go'), unverified], { facts: always }))).toEqual([
    'item-never-listed unverified',
  ]);
});

test('a number that places set is tried on both sides of each threshold', () => {
  const facts = { wait: declare('wait', { type: 'number' }) };
  const wait = (op: 'lt' | 'gt'): Condition => ({
    kind: 'fact',
    fact: 'wait',
    test: { op, than: { literal: 3 } },
  });
  const items = [
    step('short', { when: wait('lt') }),
    step('long', { when: wait('gt') }),
    step('ask', { when: { kind: 'unverified', fact: 'wait' } }),
  ];
  expect(proofOf(items, { facts }).findings).toMatchObject([
    { code: 'outcome-without-step', example: { supposes: [{ fact: 'wait', question: 'home', value: 3 }] } },
  ]);
});

test('a place answered as 不清楚, or only as its province, leaves its city open', () => {
  const care = question('care', { type: 'place', unsure: keep });
  const items = [step('here', { when: same('city') }), step('there', { when: not(same('city')) })];
  const [finding] = proofOf(items, {}, [HOME, care]).findings;
  expect(finding).toMatchObject({ code: 'outcome-without-step' });
  const unsure = [...items, step('which', { when: same('province') })];
  expect(proofOf(unsure, {}, [HOME, care]).findings).toMatchObject([
    { code: 'outcome-without-step', example: { answers: { care: 'unsure' } } },
  ]);
  const asked = [...unsure, step('ask', { when: is('care', 'unsure') })];
  expect(codes(proofOf(asked, {}, [HOME, care]))).toEqual([]);
});

test('places that are never compared do not multiply', () => {
  const questions = ['a', 'b', 'c', 'd', 'e'].map((id) => question(id, { type: 'place' }));
  const of = (id: string): Condition => ({ kind: 'fact', fact: 'free', of: id, test: { in: ['yes'] } });
  const items = [step('go'), ...questions.map(({ id }) => line('note', `n-${id}`, { when: of(id) }))];
  const proof = proofOf(items, { facts: { free: declare('free') } }, [HOME, ...questions]);
  expect(proof).toMatchObject({ proven: true, findings: [], longest: { lines: { count: 7 } } });
});
