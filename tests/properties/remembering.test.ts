import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance } from '../../src/engine/advance.ts';
import { buildChecklist } from '../../src/engine/build-checklist.ts';
import { decide } from '../../src/engine/decide.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Flow, Item, Text } from '../../src/model/flow.ts';
import { arbitraryFlow, arbitraryFullAnswers } from '../support/arbitrary-flow.ts';
import { all, outcomeIs } from '../support/build-flow.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';

const loaded = await loadBuiltInFlows();

/** What one run asks of the engine. */
interface Run {
  readonly answers: Answers;
  readonly date: string;
}

const DATES = ['2026-11-22', '2026-12-20', '2025-06-30', '2027-03-01', '2031-01-01'];
const arbitraryRuns = (flow: Flow, count: number): fc.Arbitrary<Run[]> =>
  fc.array(fc.record({ answers: arbitraryFullAnswers(flow), date: fc.constantFrom(...DATES) }), {
    minLength: count,
    maxLength: count,
  });

/** The bytes of all that the engine says. */
function said(flow: Flow, { answers, date }: Run): string {
  const progress = advance(flow, answers, { date });
  const checklist = progress.exit === undefined ? undefined : buildChecklist(flow, answers, { date });
  return JSON.stringify([progress, checklist, decide(flow, answers, { date })]);
}

/** A flow in whose words everything is named: answers, derived values, places and facts, by case. */
function withWords(flow: Flow): Flow {
  const names = [...Object.keys(flow.questions), ...Object.keys(flow.derive)];
  const places = Object.values(flow.questions).filter(({ type }) => type === 'place');
  const fields = places.flatMap(({ id }) => [`<${id}.province>`, `<${id}.free>`, `<${id}.wait>`]);
  const holders = [...names.map((name) => `<${name}>`), ...fields];
  const textFor = (number: number, when: Item['when']): Text => [
    { when, is: `若 ${holders[number % holders.length]}` },
    { is: `否 ${holders[(number + 1) % holders.length]} 和 ${holders[(number + 2) % holders.length]}` },
  ];
  const items = flow.items.map((item, number): Item => {
    const other = flow.items[(number + 1) % flow.items.length]?.when ?? all();
    const elsewhere: Item['when'] = { kind: 'any', of: [item.when, outcomeIs('other')] };
    const worded = {
      ...item,
      when: number % 2 === 0 ? elsewhere : item.when,
      title: textFor(number, other),
      say: `说明 ${holders[number % holders.length]}`,
    };
    if (worded.kind !== 'step') return worded;
    return { ...worded, do: [{ text: textFor(number + 3, item.when), when: other }] };
  });
  const questions = Object.fromEntries(
    Object.values(flow.questions).map((question, number) => {
      const options = question.options.map((option, at) => ({
        ...option,
        label: at === 0 ? `${option.id} ${holders[number % holders.length]}` : option.label,
      }));
      return [question.id, { ...question, ask: textFor(number, all()), options }];
    }),
  );
  return { ...flow, items, questions, terms: { 说明: '解释', 若: '如果' } };
}

test('what is remembered from other runs is what a fresh flow gives, byte by byte', () => {
  const worded = arbitraryFlow().map(withWords);
  fc.assert(
    fc.property(
      worded.chain((flow) => arbitraryRuns(flow, 25).map((runs) => ({ flow, runs }))),
      ({ flow, runs }) => {
        for (const run of runs) expect(said(flow, run)).toBe(said(structuredClone(flow), run));
      },
    ),
    { numRuns: 60 },
  );
});

test.each(loaded.flows.map(({ id }) => id))('%s remembers nothing but what a fresh flow gives', (id) => {
  const flow = flowOf(loaded, id);
  const places = Object.values(flow.common.divisions).map(({ code }) => code);
  const runs = arbitraryRuns(flow, 6).chain((some) =>
    fc.array(fc.constantFrom(...places), { minLength: 6, maxLength: 6 }).map((codes) =>
      some.map((run, index): Run => {
        const elsewhere = Object.values(flow.questions).flatMap(({ id: question, type }) =>
          type === 'place' && index % 2 === 0 ? [[question, codes[index] ?? '']] : [],
        );
        return { ...run, answers: { ...run.answers, ...Object.fromEntries(elsewhere) } };
      }),
    ),
  );
  fc.assert(
    fc.property(runs, (some) => {
      for (const run of some) {
        const fresh = { ...flow, items: structuredClone(flow.items), tree: structuredClone(flow.tree) };
        expect(said(flow, run)).toBe(said(fresh, run));
      }
    }),
    { numRuns: 12 },
  );
});

test('what is decided is what the checklist says, in its order', () => {
  const answered = arbitraryFlow().chain((flow) =>
    arbitraryFullAnswers(flow).map((answers) => ({ flow, answers })),
  );
  fc.assert(
    fc.property(answered, ({ flow, answers }) => {
      const today = { date: '2026-11-22' };
      const { asked, exit, items } = decide(flow, answers, today);
      const list = buildChecklist(flow, answers, today);
      expect(asked).toEqual(list.answers.map(({ question }) => question));
      expect(exit).toBe(list.outcome.id);
      const { steps, materials, notNeeded, warnings, notes } = list;
      const lines = [...steps, ...materials, ...notNeeded, ...warnings, ...notes];
      expect(items).toEqual(lines.map(({ kind, id, status }) => ({ kind, id, status })));
    }),
    { numRuns: 300 },
  );
});

test('lines are shared between checklists, so nobody can change them', () => {
  fc.assert(
    fc.property(
      arbitraryFlow().chain((flow) => arbitraryFullAnswers(flow).map((answers) => ({ flow, answers }))),
      ({ flow, answers }) => {
        const {
          steps,
          materials,
          warnings,
          answers: given,
          sources,
        } = buildChecklist(flow, answers, {
          date: '2026-11-22',
        });
        for (const part of [...steps, ...materials, ...warnings, ...given, ...sources]) expectFrozen(part);
      },
    ),
    { numRuns: 50 },
  );
});

function expectFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  expect(Object.isFrozen(value)).toBe(true);
  for (const part of Object.values(value)) expectFrozen(part);
}
