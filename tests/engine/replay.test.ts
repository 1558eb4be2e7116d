import { describe, expect, test } from 'vitest';
import { compileFlow } from '../../src/engine/compile-flow.ts';
import { stateOf } from '../../src/engine/knowledge.ts';
import { replay } from '../../src/engine/replay.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Flow, TreeNode } from '../../src/model/flow.ts';
import {
  as,
  ask,
  buildFlow,
  exit,
  fact,
  has,
  is,
  keep,
  not,
  outcome,
  placeEntry,
  question,
  TODAY,
  when,
} from '../support/build-flow.ts';

const questions = [
  question('home', { type: 'place' }),
  question('stay', { unsure: keep }),
  question('kind', { unsure: keep }),
  question('proof'),
  question('referral'),
  question('sum'),
];

function flowOf(...tree: TreeNode[]): Flow {
  return buildFlow({
    jurisdiction: 'home',
    questions,
    outcomes: [outcome('done'), outcome('other')],
    tree: [...tree, exit()],
    places: {
      facts: { free: { id: 'free', type: 'yes-no', name: '免备案', findOut: '打电话' } },
      entries: [placeEntry('430000', { facts: { free: [{ value: 'yes', sources: [] }] } })],
    },
  });
}

/** What the path asked, what it passed over in brackets, and where it came out or stopped. */
function pathOf(flow: Flow, answers: Answers): string {
  const { asked, knowledge, exit: end, stop } = replay(compileFlow(flow), answers, TODAY);
  const ids = Object.keys(flow.questions);
  const passedOver = ids.filter((_, number) => stateOf(knowledge, number)?.kind === 'passed-over');
  const parts = [...asked.map((number) => ids[number]), ...passedOver.map((id) => `(${id})`)];
  return [...parts, end ?? `${stop?.node.question.id}?`].join(' ');
}

describe('a branch', () => {
  const flow = flowOf(
    ask('stay', { a: [ask('proof')], b: [ask('referral')], unsure: [ask('sum')] }),
    ask('kind'),
  );

  test('is taken by its answer, and the list goes on after it', () => {
    expect(pathOf(flow, { stay: 'a', proof: 'a', kind: 'a' })).toBe('stay proof kind done');
    expect(pathOf(flow, { stay: 'b', referral: 'a' })).toBe('stay referral kind?');
  });

  test('of an answer kept unsure passes over what the others would have asked', () => {
    expect(pathOf(flow, { stay: 'unsure', sum: 'a', kind: 'a' })).toBe(
      'stay sum kind (proof) (referral) done',
    );
  });

  test('that is not written goes on to the next node', () => {
    const short = flowOf(ask('stay', { a: [ask('proof')], unsure: [] }), ask('kind'));
    expect(pathOf(short, { stay: 'b' })).toBe('stay kind?');
  });
});

test('a question met again is not asked again, and branches by the answer it has', () => {
  const flow = flowOf(ask('proof'), ask('proof', { a: [exit('other')] }), ask('sum'));
  expect(pathOf(flow, { proof: 'a' })).toBe('proof other');
  expect(pathOf(flow, { proof: 'b', sum: 'a' })).toBe('proof sum done');
});

test('不清楚 that counts as an option takes that option’s branch and leaves nothing open', () => {
  const flow = buildFlow({
    questions: [question('stay', { unsure: as('a') }), question('proof'), question('sum')],
    tree: [ask('stay', { a: [ask('proof')], b: [ask('sum')] }), exit()],
  });
  expect(pathOf(flow, { stay: 'unsure', proof: 'a' })).toBe('stay proof done');
});

describe('a when', () => {
  test('sees only what was asked before it, whatever else is in the answers', () => {
    const flow = flowOf(when(is('sum', 'a'), [exit('other')]), ask('sum'));
    expect(pathOf(flow, { sum: 'a' })).toBe('sum done');
  });

  test('that is void is not taken, and neither is its opposite', () => {
    expect(pathOf(flowOf(when(not(is('sum', 'a')), [exit('other')])), {})).toBe('done');
  });

  test('that is unknown goes where it says, and passes over what the other ways ask', () => {
    const tree = (unknown: 'then' | 'else' | TreeNode[]) =>
      flowOf(ask('home'), when(fact('free'), [ask('proof')], [ask('referral')], unknown));
    const answers = { home: '610100', proof: 'a', referral: 'a', sum: 'a' };
    expect(pathOf(tree('then'), answers)).toBe('home proof (referral) done');
    expect(pathOf(tree('else'), answers)).toBe('home referral (proof) done');
    expect(pathOf(tree([ask('sum')]), answers)).toBe('home sum (proof) (referral) done');
    expect(pathOf(tree('then'), { ...answers, home: '430900' })).toBe('home proof done');
  });
});

describe('what is passed over', () => {
  test('is what another way asks on its way to the end, and not what answers already rule out', () => {
    const flow = flowOf(
      ask('proof'),
      ask('stay', {
        a: [when(is('proof', 'a'), [ask('referral')], [ask('sum')])],
        b: [],
        unsure: [exit('other')],
      }),
      ask('kind'),
    );
    expect(pathOf(flow, { proof: 'a', stay: 'unsure' })).toBe('proof stay (kind) (referral) other');
    expect(pathOf(flow, { proof: 'b', stay: 'unsure' })).toBe('proof stay (kind) (sum) other');
  });

  test('does not hold what no way asks before this point', () => {
    const later = flowOf(
      ask('stay', { unsure: [] }),
      when(is('sum', 'a'), [exit('other')], [], [exit('other')]),
      ask('sum'),
    );
    expect(pathOf(later, { stay: 'unsure', sum: 'a' })).toBe('stay sum done');
  });

  test('holds what only two open answers together lead to', () => {
    const flow = flowOf(
      ask('stay', { a: [ask('proof')], b: [], unsure: [] }),
      ask('kind', { a: [when(is('proof', 'a'), [ask('sum')], [], [])], b: [], unsure: [] }),
    );
    expect(pathOf(flow, { stay: 'unsure', kind: 'unsure' })).toBe('stay kind (proof) (sum) done');
  });
});

test.each([
  ['an option that there is not', { stay: 'z' }, 'stay?'],
  ['a value of another type', { stay: 1 as unknown as string }, 'stay?'],
  ['a list for a choice', { stay: ['a'] }, 'stay?'],
  ['不清楚 where it is not allowed', { stay: 'a', proof: 'unsure' }, 'stay proof?'],
  ['keys that are no questions', { __proto__: { stay: 'a' }, toString: 'a' } as unknown as Answers, 'stay?'],
])('%s counts as no answer', (_name, answers, path) => {
  expect(pathOf(flowOf(ask('stay'), ask('proof')), answers)).toBe(path);
});

test.each([
  ['too few options', []],
  ['an option twice', ['a', 'a']],
  ['none with others', ['a', 'b']],
])('%s is no answer to a multi question', (_name, papers) => {
  const flow = buildFlow({
    questions: [question('papers', { type: 'multi', atLeast: 1, none: 'b' })],
    items: [],
    tree: [ask('papers'), when(has('papers', 'a'), [exit('done')]), exit()],
  });
  expect(pathOf(flow, { papers })).toBe('papers?');
  expect(pathOf(flow, { papers: ['b'] })).toBe('papers done');
});
