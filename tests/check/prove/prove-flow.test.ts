import { expect, test } from 'vitest';
import type { Finding, Proof } from '../../../src/check/prove/proof.ts';
import { proveFlow } from '../../../src/check/prove/prove-flow.ts';
import { buildChecklist } from '../../../src/engine/build-checklist.ts';
import type { Answers } from '../../../src/model/answers.ts';
import {
  all,
  any,
  ask,
  buildFlow,
  changes,
  derived,
  exit,
  type FlowFields,
  fact,
  is,
  keep,
  line,
  material,
  not,
  options,
  outcome,
  outcomeIs,
  placeEntry,
  question,
  step,
  when,
} from '../../support/build-flow.ts';

/** A flow in which nothing is wrong but what a test plants. */
function sound(fields: FlowFields = {}): ReturnType<typeof buildFlow> {
  return buildFlow({ ...fields, items: [step('go'), material('id-card'), ...(fields.items ?? [])] });
}

/** The answers that show a finding. */
function exampleAnswers(finding: Finding): Answers | undefined {
  return 'example' in finding ? finding.example.answers : undefined;
}

/** A finding in few words: what, about what, and who shows it. */
function told(proof: Proof): readonly string[] {
  return proof.findings.map((finding) => {
    const { code, subject, under } = finding;
    const name = subject.kind === 'tree' ? subject.path.join('.') : 'id' in subject ? subject.id : '';
    const answers = exampleAnswers(finding);
    const shown = answers ? ` ${JSON.stringify(answers)}` : '';
    return `${code} ${name}${under ? ` in ${under.place}` : ''}${shown}`;
  });
}

function only(proof: Proof): Finding {
  const [finding, ...others] = proof.findings;
  if (!finding || others.length > 0) throw new Error(`not one finding: ${told(proof).join('; ')}`);
  return finding;
}

const TWO = [question('who'), question('how', { unsure: keep })];

test('a sound flow is proven, with its ways and its longest list', () => {
  const proof = proveFlow(sound({ questions: TWO, tree: [ask('who', { a: [ask('how')] }), exit()] }));
  expect(proof).toMatchObject({ flow: 'toy', paths: 2, proven: true, sampled: [], findings: [] });
  expect(proof.longest.lines).toMatchObject({ count: 2, example: { answers: { who: 'b' } } });
  expect(proof.longest.warnings).toEqual({ count: 0, example: undefined });
});

test('a path without an exit is shown by the fewest answers that take it', () => {
  const tree = [ask('who', { a: [ask('how', { a: [exit()], b: [exit()], unsure: [] })], b: [exit()] })];
  expect(told(proveFlow(sound({ questions: TWO, tree })))).toEqual([
    'path-without-exit 0.a.0 {"who":"a","how":"unsure"}',
  ]);
});

test('an item that no answers list is found, whatever its parts may be alone', () => {
  const never = line('note', 'never', { when: all(is('who', 'a'), not(is('who', 'a'))) });
  expect(told(proveFlow(sound({ questions: TWO, items: [never] })))).toEqual(['item-never-listed never']);
});

test('an item whose own condition is always true is found; one that belongs to one exit is not', () => {
  const always = line('note', 'always', { when: any(is('who', 'a'), is('who', 'b')) });
  const atExit = line('note', 'at-exit', { when: outcomeIs('done') });
  expect(told(proveFlow(sound({ questions: TWO, items: [always, atExit] })))).toEqual([
    'item-always-listed always',
  ]);
});

test('an exit and a question behind a condition that never holds are found', () => {
  const tree = [
    ask('who', { b: [exit()] }),
    when(is('who', 'b'), [ask('how'), exit('other')]),
    when(is('who', 'a'), [exit()]),
    exit(),
  ];
  const outcomes = [outcome('done'), outcome('other')];
  expect(told(proveFlow(sound({ questions: TWO, tree, outcomes })))).toEqual([
    'exit-never-reached 3',
    'outcome-never-reached other',
    'question-never-asked how',
  ]);
});

test('a placeholder is missed on the one path that prints it and did not ask', () => {
  const tree = [ask('who', { a: [ask('how')] }), exit()];
  const said = step('said', { title: '按<how>办' });
  const finding = only(
    proveFlow(
      sound({ questions: [question('who', { unsure: keep }), ...TWO.slice(1)], tree, items: [said] }),
    ),
  );
  expect(finding).toMatchObject({ code: 'unfilled-placeholder', placeholder: '<how>' });
  expect(exampleAnswers(finding)).toEqual({ who: 'b' });
});

test('a placeholder in a row that this path does not print is not missed', () => {
  const tree = [ask('who', { a: [ask('how')] }), exit()];
  const title = [{ when: is('who', 'a'), is: '按<how>办' }, { is: '照常办' }];
  expect(told(proveFlow(sound({ questions: TWO, tree, items: [step('said', { title })] })))).toEqual([]);
});

test('a question that prints what is asked after it is found', () => {
  const questions = [question('who', { ask: '在<how>是谁？' }), question('how')];
  expect(told(proveFlow(sound({ questions })))).toEqual(['unfilled-placeholder who {}']);
});

test('a paper that is needed and not needed is found under the one place fact that makes it both', () => {
  const questions = [question('home', { type: 'place' })];
  const items = [
    material('form', { when: fact('free', 'no') }),
    line('not-needed', 'form', { when: any(fact('free'), all(fact('free', 'no'), fact('online'))) }),
  ];
  const facts = Object.fromEntries(
    ['free', 'online'].map((id) => [id, { id, type: 'yes-no' as const, name: id, findOut: '问' }]),
  );
  const flow = sound({ questions, items, jurisdiction: 'home', places: { facts } });
  const finding = only(proveFlow(flow));
  expect(finding).toMatchObject({
    code: 'contradiction',
    with: 'form',
    status: 'required',
    example: {
      supposes: [
        { fact: 'free', question: 'home', value: 'no' },
        { fact: 'online', question: 'home', value: 'yes' },
      ],
    },
  });
  const entries = [
    placeEntry('430900', {
      facts: { free: [{ value: 'no', sources: [] }], online: [{ value: 'yes', sources: [] }] },
    }),
  ];
  const real = only(proveFlow(sound({ questions, items, jurisdiction: 'home', places: { facts, entries } })));
  expect(real).toMatchObject({ example: { answers: { home: '430900' }, supposes: [] } });
});

test('a paper that is perhaps needed and surely not is found', () => {
  const items = [
    material('form', { when: is('how', 'a') }),
    line('not-needed', 'form', { when: is('how', 'b', 'unsure') }),
  ];
  const finding = only(proveFlow(sound({ questions: TWO, items })));
  expect(finding).toMatchObject({
    code: 'contradiction',
    status: 'possible',
    example: { answers: { how: 'unsure' } },
  });
});

const MONTH = question('last-paid', { type: 'month', unsure: keep });
const BY = { unit: 'months', count: 3, countedFrom: 'last-paid', countsFirst: false, keeper: 'you' } as const;

test('a deadline is missed on the path that did not ask its start, and not where it was 不清楚', () => {
  const tree = [ask('who', { a: [ask('last-paid')] }), exit()];
  const pay = step('pay', { by: BY });
  const finding = only(proveFlow(sound({ questions: [question('who'), MONTH], tree, items: [pay] })));
  expect(finding).toMatchObject({ code: 'deadline-without-start', countedFrom: 'last-paid' });
  expect(exampleAnswers(finding)).toEqual({ who: 'b' });
});

test('an outcome is without a step for one answer, where steps are there for all others', () => {
  const questions = [question('who', { options: options({ a: '甲', b: '乙', c: '丙' }) }), question('how')];
  const items = [
    material('id-card'),
    step('first', { when: is('who', 'a') }),
    step('second', { when: all(is('who', 'b', 'c'), is('how', 'a')) }),
    step('third', { when: all(is('who', 'b'), is('how', 'b')) }),
  ];
  expect(told(proveFlow(buildFlow({ questions, items })))).toEqual([
    'outcome-without-step done {"who":"c","how":"b"}',
  ]);
});

test('a step that is only possible or optional is nothing that must be done', () => {
  const items = [
    material('id-card'),
    step('perhaps', { when: is('how', 'a', 'b') }),
    step('may', { optional: true }),
  ];
  expect(told(proveFlow(buildFlow({ questions: TWO, items })))).toEqual([
    'outcome-without-step done {"who":"a","how":"unsure"}',
  ]);
});

test('who can go on without a material is told that none is needed', () => {
  const without = buildFlow({ questions: TWO, items: [step('go')] });
  expect(told(proveFlow(without))).toEqual(['outcome-without-material done {"who":"a","how":"a"}']);
  const none = line('not-needed', 'anything');
  expect(told(proveFlow(buildFlow({ questions: TWO, items: [step('go'), none] })))).toEqual([]);
});

const HOME = question('home', { type: 'place' });

test('an overlay that removes the last step is found, and the place is named', () => {
  const remove = [{ kind: 'step' as const, id: 'go', why: '不用', sources: [] }];
  const entries = [placeEntry('430000', { overlays: { toy: [changes({ remove })] } })];
  const flow = sound({ questions: [HOME], jurisdiction: 'home', places: { entries } });
  const proof = proveFlow(flow);
  expect(told(proof)).toEqual(['outcome-without-step done in 430000 {"home":"430100"}']);
  expect(proof.overlays).toBe(1);
});

test('an overlay is checked with the facts that its place has', () => {
  const remove = [{ kind: 'step' as const, id: 'ask', why: '不用', sources: [] }];
  const facts = { free: { id: 'free', type: 'yes-no' as const, name: '免备案', findOut: '问' } };
  const items = [
    material('id-card'),
    step('ask', { when: fact('free', 'no') }),
    step('go', { when: fact('free') }),
    step('look', { when: { kind: 'unverified', fact: 'free' } }),
  ];
  const withFact = (value: string) =>
    buildFlow({
      questions: [HOME],
      jurisdiction: 'home',
      items,
      places: {
        facts,
        entries: [
          placeEntry('430000', {
            facts: { free: [{ value, sources: [] }] },
            overlays: { toy: [changes({ remove })] },
          }),
        ],
      },
    });
  expect(told(proveFlow(withFact('yes')))).toEqual([]);
  expect(told(proveFlow(withFact('no')))).toEqual(['outcome-without-step done in 430000 {"home":"430100"}']);
});

test('a line of an overlay that nobody in its place gets is found', () => {
  const add = [{ item: line('note', 'local', { when: fact('free', 'no') }) }];
  const facts = { free: { id: 'free', type: 'yes-no' as const, name: '免备案', findOut: '问' } };
  const free = { free: [{ value: 'yes', sources: [] }] };
  const entries = [placeEntry('110000', { facts: free, overlays: { toy: [changes({ add })] } })];
  const flow = sound({ questions: [HOME], jurisdiction: 'home', places: { facts, entries } });
  expect(told(proveFlow(flow))).toEqual(['item-never-listed local in 110000']);
});

test('a change that breaks something from a day on is found on that day', () => {
  const remove = [{ kind: 'step' as const, id: 'go', why: '取消', sources: [] }];
  const proof = proveFlow(
    sound({ questions: TWO, changes: [{ from: '2027-01-01', ...changes({ remove }) }] }),
  );
  expect(proof.dates).toEqual(['2026-11-22', '2027-01-01']);
  expect(only(proof)).toMatchObject({ code: 'outcome-without-step', example: { date: '2027-01-01' } });
});

test('an item that is only in force for a while leaves no gap unseen', () => {
  const items = [
    material('id-card'),
    step('old', { until: '2026-12-31' }),
    step('new', { from: '2027-01-02' }),
  ];
  expect(only(proveFlow(buildFlow({ questions: TWO, items })))).toMatchObject({
    code: 'outcome-without-step',
    example: { date: '2027-01-01' },
  });
});

test('a list that is too long for one person is found, though each line alone is rare', () => {
  const lots = question('lots', {
    type: 'multi',
    options: options(Object.fromEntries('abcdefghij'.split('').map((id) => [id, id]))),
  });
  const warnings = 'abcdefghij'
    .split('')
    .map((id) => line('warning', `w-${id}`, { when: { kind: 'has', question: 'lots', options: [id] } }));
  const proof = proveFlow(sound({ questions: [lots], items: warnings }));
  expect(only(proof)).toMatchObject({ code: 'too-long', counted: 'warnings', count: 10 });
  expect(proof.longest.lines.count).toBe(12);
  expect(proof.longest.warnings.example?.answers).toEqual({ lots: [...'abcdefghij'] });
});

test('lines that exclude one another do not add up', () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    line('note', `n${index}`, { when: is('who', index % 2 ? 'a' : 'b') }),
  );
  const proof = proveFlow(sound({ questions: TWO, items: many }));
  expect(proof.findings).toEqual([]);
  expect(proof.longest.lines.count).toBe(17);
});

test('what is beyond the budget is sampled, and the proof says so', () => {
  const ids = Array.from({ length: 8 }, (_, index) => `q${index}`);
  const rare = line('note', 'rare', { when: all(...ids.map((id) => is(id, 'a'))) });
  const flow = sound({ questions: ids.map((id) => question(id)), items: [rare] });
  expect(proveFlow(flow)).toMatchObject({ proven: true, sampled: [] });
  expect(proveFlow(flow, { budget: 50 })).toMatchObject({
    proven: false,
    sampled: [
      { subject: { kind: 'item', id: 'rare' }, combinations: 256, tried: 43 },
      { subject: { kind: 'flow' }, combinations: 256, tried: 43 },
    ],
  });
});

test('months that lie apart are tried on both sides of every threshold', () => {
  const questions = [question('from', { type: 'month' }), question('to', { type: 'month' })];
  const derive = { gap: { kind: 'months-between', questions: ['from', 'to'] } as const };
  const gap = (op: 'lt' | 'gt', literal: number) =>
    ({ kind: 'derived', name: 'gap', test: { op, than: { literal } } }) as const;
  const items = [
    material('id-card'),
    step('soon', { when: gap('lt', 3) }),
    step('late', { when: gap('gt', 3) }),
    line('note', 'never', { when: all(gap('lt', 3), gap('gt', 3)) }),
  ];
  const proof = proveFlow(buildFlow({ questions, derive, items }));
  expect(proof.findings.map(({ code }) => code)).toEqual(['outcome-without-step', 'item-never-listed']);
  const answers = proof.findings[0] ? exampleAnswers(proof.findings[0]) : undefined;
  expect(
    buildChecklist(buildFlow({ questions, derive, items }), answers ?? {}, { date: '2026-11-22' }).steps,
  ).toEqual([]);
});

test('numbers are tried at, below and above what they are compared with', () => {
  const age = question('age', { type: 'number', min: 0 });
  const test_ = (op: 'lt' | 'gt', literal: number) =>
    ({ kind: 'answer', question: 'age', test: { op, than: { literal } } }) as const;
  const items = [
    material('id-card'),
    step('young', { when: test_('lt', 16) }),
    step('old', { when: test_('gt', 16) }),
  ];
  expect(told(proveFlow(buildFlow({ questions: [age], items })))).toEqual([
    'outcome-without-step done {"age":16}',
  ]);
});

test('places are real in examples, and lie to one another as they must', () => {
  const questions = [HOME, question('care', { type: 'place' })];
  const same = (at: 'city' | 'province') => ({ kind: 'same', questions: ['home', 'care'], at }) as const;
  const items = [
    material('id-card'),
    step('here', { when: same('city') }),
    step('there', { when: not(same('province')) }),
  ];
  const proof = proveFlow(buildFlow({ questions, items, jurisdiction: 'home' }));
  expect(told(proof)).toEqual(['outcome-without-step done {"home":"430100","care":"430900"}']);
});

test('a place that tests name is one of the places tried', () => {
  const items = [
    material('id-card'),
    step('away', { when: not(is('home', '430000')) }),
    step('near', { when: is('home', '430900') }),
  ];
  const proof = proveFlow(buildFlow({ questions: [HOME], items, jurisdiction: 'home' }));
  expect(told(proof)).toEqual(['outcome-without-step done {"home":"430100"}']);
});

test('options that nothing tells apart are told', () => {
  const questions = [question('who', { options: options({ a: '甲', b: '乙', c: '丙' }) }), question('how')];
  const items = [line('note', 'for-a', { when: is('who', 'a') }), line('note', 'how', { title: '<how>' })];
  expect(proveFlow(sound({ questions, items })).alike).toEqual([{ question: 'who', options: ['b', 'c'] }]);
});

test('a derived value printed where its tests were never asked is found', () => {
  const tree = [ask('who', { a: [ask('how')] }), exit()];
  const derive = {
    kind: { kind: 'first-match', rows: [{ when: is('how', 'a'), is: '甲类' }, { is: '乙类' }] } as const,
  };
  const items = [
    step('said', { title: '选<kind>' }),
    line('note', 'tested', { when: derived('kind', '甲类') }),
  ];
  expect(told(proveFlow(sound({ questions: TWO, tree, derive, items })))).toEqual([
    'unfilled-placeholder said {"who":"b"}',
  ]);
});
