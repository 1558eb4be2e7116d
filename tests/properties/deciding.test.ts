import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance } from '../../src/engine/advance.ts';
import { buildChecklist } from '../../src/engine/build-checklist.ts';
import { statusOf } from '../../src/engine/build-item.ts';
import { addMonthsToMonth } from '../../src/engine/calendar.ts';
import { compileFlow } from '../../src/engine/compile-flow.ts';
import { decide } from '../../src/engine/decide.ts';
import { Code } from '../../src/engine/numbering.ts';
import { walkQuickly } from '../../src/engine/quick-path.ts';
import { replay } from '../../src/engine/replay.ts';
import { compileSteps } from '../../src/engine/steps.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Decided } from '../../src/model/decided.ts';
import type { Flow } from '../../src/model/flow.ts';
import { arbitraryAnswers, arbitraryFlow, arbitraryFullAnswers } from '../support/arbitrary-flow.ts';
import {
  all,
  ask,
  buildFlow,
  compares,
  exit,
  fact,
  is,
  keep,
  material,
  not,
  outcome,
  question,
  when,
} from '../support/build-flow.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';

const DATES = ['2026-11-22', '2025-06-30', '2027-03-01'];

/** One person on one day, and whether all that was remembered is forgotten before. */
interface Run {
  readonly answers: Answers;
  readonly date: string;
  readonly forgets: boolean;
}

/** Of each person nearly everything was answered, or only something, or what is no answer, or in an odd object. */
function arbitraryRuns(flow: Flow): fc.Arbitrary<Run[]> {
  const full = arbitraryFullAnswers(flow);
  const answers = fc.oneof(
    { arbitrary: full, weight: 6 },
    { arbitrary: arbitraryAnswers(flow), weight: 2 },
    { arbitrary: fc.tuple(full, arbitraryWild(flow)).map(([some, wild]) => withOwn(some, wild)), weight: 2 },
    { arbitrary: fc.tuple(full, fc.constantFrom(...ODD_OBJECTS)).map(([some, odd]) => odd(some)), weight: 2 },
  );
  const forgets = fc.integer({ min: 0, max: 12 }).map((number) => number === 0);
  const run = fc.record({ answers, date: fc.constantFrom(...DATES), forgets });
  return fc.array(run, { minLength: 40, maxLength: 40 });
}

/** Values of any kind, under the names of questions and of what all objects inherit. */
function arbitraryWild(flow: Flow): fc.Arbitrary<(readonly [string, unknown])[]> {
  const names = [...Object.keys(flow.questions), '__proto__', 'constructor', 'toString'];
  const inherited = fc.constantFrom('toString', '__proto__', 'a,b', '0', 'unsure', -0, Number.NaN, '', null);
  const value = fc.oneof(inherited, fc.anything({ withNullPrototype: true, withBigInt: true }));
  return fc.array(fc.tuple(fc.constantFrom(...names), value), { minLength: 1, maxLength: 4 });
}

function withOwn(answers: Answers, own: readonly (readonly [string, unknown])[]): Answers {
  const described = own.map(([name, value]) => [name, { value, enumerable: true, configurable: true }]);
  return Object.defineProperties({ ...answers }, Object.fromEntries(described));
}

const withGetters = (answers: Answers, prototype: object | null): Answers =>
  Object.defineProperties(
    Object.create(prototype),
    Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { get: () => value }])),
  );

/** Objects that hold answers in ways in which nobody would. */
const ODD_OBJECTS: readonly ((answers: Answers) => Answers)[] = [
  (answers) => Object.assign(Object.create(null), answers),
  (answers) => Object.create(answers),
  (answers) => Object.assign(Object.create({ q0: 'a', q1: 'b' }), answers),
  (answers) => new Proxy(answers, {}),
  (answers) => Object.freeze({ ...answers }),
  (answers) => withGetters(answers, Object.prototype),
  (answers) => withGetters(answers, null),
  (answers) => Object.assign([], answers) as unknown as Answers,
];

/** The same from all that the engine has to say. */
function decidedInFull(flow: Flow, answers: Answers, date: string): Decided {
  const { asked, next, exit } = advance(flow, answers, { date });
  const ids = asked.map(({ question }) => question);
  if (exit === undefined) return { asked: ids, ...(next && { next: next.id }), items: [] };
  const { steps, materials, notNeeded, warnings, notes } = buildChecklist(flow, answers, { date });
  const lines = [...steps, ...materials, ...notNeeded, ...warnings, ...notes];
  return { asked: ids, exit, items: lines.map(({ kind, id, status }) => ({ kind, id, status })) };
}

test('whoever was decided on before, a decision is what advance and buildChecklist say on a fresh flow', () => {
  const many = arbitraryFlow().chain((flow) => arbitraryRuns(flow).map((runs) => ({ flow, runs })));
  fc.assert(
    fc.property(many, ({ flow, runs }) => {
      const fresh = structuredClone(flow);
      for (const { answers, date, forgets } of runs) {
        if (forgets) compileFlow(flow).memory.forgetAll();
        expect(decide(flow, answers, { date })).toStrictEqual(decidedInFull(fresh, answers, date));
      }
    }),
    { numRuns: 120 },
  );
});

test('a line is listed as its own condition says at the end of the path, passed over or not', () => {
  const many = arbitraryFlow().chain((flow) => arbitraryRuns(flow).map((runs) => ({ flow, runs })));
  const kinds = ['step', 'material', 'not-needed', 'warning', 'note'];
  let possible = 0;
  fc.assert(
    fc.property(many, ({ flow, runs }) => {
      const fresh = compileFlow(structuredClone(flow));
      const inOrder = kinds.flatMap((kind) => fresh.flow.items.filter((item) => item.kind === kind));
      for (const { answers, date } of runs) {
        const { exit, knowledge } = replay(fresh, answers, date);
        const listed = exit === undefined ? [] : inOrder;
        const statuses = listed.map((item) => [item.id, statusOf({ compiled: fresh, knowledge }, item)]);
        const { items } = decide(flow, answers, { date });
        expect(items.map(({ id, status }) => [id, status])).toEqual(
          statuses.filter(([, status]) => status !== 'absent'),
        );
        possible += items.filter(({ status }) => status === 'possible').length;
      }
    }),
    { numRuns: 120 },
  );
  expect(possible).toBeGreaterThan(300);
});

test('the quick walk goes as the whole one does, unless something is open', () => {
  const many = arbitraryFlow().chain((flow) => arbitraryRuns(flow).map((runs) => ({ flow, runs })));
  const seen = { walked: 0, open: 0 };
  fc.assert(
    fc.property(many, ({ flow, runs }) => {
      const compiled = compileFlow(flow);
      const first = compileSteps(compiled);
      for (const { answers, date } of runs) {
        const whole = replay(compiled, answers, date);
        const quick = walkQuickly(compiled, first, answers, date);
        seen[quick ? 'walked' : 'open'] += 1;
        expect(quick === undefined).toBe(whole.decisions.length > 0);
        if (!quick) continue;
        expect(quick.codes).toEqual(whole.codes);
        expect(quick.asked).toEqual(whole.asked.map((number) => compiled.questions[number]?.id));
        expect(quick.exit?.outcome).toBe(whole.exit);
        expect(quick.next).toBe(whole.stop?.node.question.id);
        expect(quick.knowledge).toEqual(whole.knowledge);
      }
    }),
    { numRuns: 120 },
  );
  expect(seen.walked).toBeGreaterThan(1000);
  expect(seen.open).toBeGreaterThan(300);
});

test('an answer that decides on someone else while it is read changes nothing', () => {
  const two = arbitraryFlow().chain((flow) =>
    fc.tuple(fc.constant(flow), arbitraryFullAnswers(flow), arbitraryFullAnswers(flow)),
  );
  fc.assert(
    fc.property(two, ([flow, answers, others]) => {
      const date = '2026-11-22';
      const expected = decidedInFull(structuredClone(flow), answers, date);
      const read = (id: string) => {
        decide(flow, others, { date });
        return answers[id];
      };
      const nested = Object.defineProperties(
        {},
        Object.fromEntries(Object.keys(answers).map((id) => [id, { get: () => read(id) }])),
      );
      for (let time = 0; time < 12; time++) expect(decide(flow, nested, { date })).toStrictEqual(expected);
    }),
    { numRuns: 60 },
  );
});

const loaded = await loadBuiltInFlows();

test.each(loaded.flows.map(({ id }) => id))('%s decides in every place what its checklists say', (id) => {
  const flow = flowOf(loaded, id);
  const places = fc.constantFrom(...flow.common.divisions.map(({ code }) => code));
  const questions = Object.values(flow.questions).filter(({ type }) => type === 'place');
  const elsewhere = fc.record(Object.fromEntries(questions.map((question) => [question.id, places])));
  const run = fc.record({
    answers: fc.tuple(arbitraryFullAnswers(flow), elsewhere).map(([some, where]) => ({ ...some, ...where })),
    date: fc.constantFrom(...DATES),
  });
  fc.assert(
    fc.property(fc.array(run, { minLength: 20, maxLength: 20 }), (runs) => {
      for (const { answers, date } of runs)
        expect(decide(flow, answers, { date })).toStrictEqual(decidedInFull(flow, answers, date));
    }),
    { numRuns: 12 },
  );
});

test('more values and more days than have a number are decided on like the others', () => {
  const before: Condition = compares('month', { op: 'before', than: { literal: '1350-01' } });
  const flow = buildFlow({
    questions: [question('month', { type: 'month' }), question('stay', { unsure: keep }), question('proof')],
    outcomes: [outcome('done'), outcome('other')],
    tree: [
      ask('month'),
      ask('stay', { b: [ask('proof')], unsure: [] }),
      when(fact('free'), [exit('other')], [], 'else'),
      when(all(before, not(is('proof', 'a'))), [exit('other')], [], 'then'),
      exit(),
    ],
    items: [material('old', { when: before }), material('open', { when: fact('free') })],
    places: {
      facts: {
        free: {
          id: 'free',
          type: 'yes-no',
          name: '免备案',
          findOut: '打电话',
          default: { value: 'yes', from: '1345-06-01', until: '1349-12-31', sources: [] },
        },
      },
    },
  });
  const fresh = structuredClone(flow);
  const { questions, numbering } = compileFlow(flow);
  const months = Array.from({ length: 4300 }, (_, number) => addMonthsToMonth('1000-01', number));
  for (const month of months) questions[0]?.accept(month);
  for (const month of months) numbering.ofDate(`${month}-15`);
  const last = months.filter((_, at) => at > 4100 && at % 9 === 0);
  expect(questions[0]?.accept(last[0])).toMatchObject({ code: Code.None });
  expect(numbering.ofDate(`${last[0]}-15`)).toBe(Code.None);
  for (const stay of ['a', 'b', 'unsure'])
    for (const month of ['1000-01', ...last])
      for (const day of ['1000-01-15', ...last.map((one) => `${one}-15`)]) {
        const answers = { month, stay, proof: 'b' };
        expect(decide(flow, answers, { date: day })).toStrictEqual(decidedInFull(fresh, answers, day));
      }
});
