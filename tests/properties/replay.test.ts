import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance } from '../../src/engine/advance.ts';
import { buildChecklist } from '../../src/engine/build-checklist.ts';
import { compileFlow } from '../../src/engine/compile-flow.ts';
import { stateOf } from '../../src/engine/knowledge.ts';
import { replay } from '../../src/engine/replay.ts';
import type { Answers, AnswerValue } from '../../src/model/answers.ts';
import type { Checklist } from '../../src/model/checklist.ts';
import type { Flow } from '../../src/model/flow.ts';
import {
  arbitraryAnswers,
  arbitraryFlow,
  arbitraryFullAnswers,
  arbitraryValue,
  EVERYTHING,
  type Vocabulary,
} from '../support/arbitrary-flow.ts';
import { TODAY } from '../support/build-flow.ts';

const today = { date: TODAY };
const runs = { numRuns: 200 };

/** What is once yes or no in such a flow stays so when more is known. */
const STEADY: Vocabulary = { namesUnsure: false, places: false, turnsVoid: false };

type Answered = { readonly flow: Flow; readonly answers: Record<string, AnswerValue> };

const answered: fc.Arbitrary<Answered> = arbitraryFlow().chain((flow) =>
  arbitraryAnswers(flow).map((answers) => ({ flow, answers })),
);

const finished = (vocabulary: Vocabulary = EVERYTHING): fc.Arbitrary<Answered> =>
  arbitraryFlow(vocabulary).chain((flow) => arbitraryFullAnswers(flow).map((answers) => ({ flow, answers })));

/** All that the engine says: how far the answers lead, and the checklist if they lead to an exit. */
function said(flow: Flow, answers: Answers): { progress: unknown; checklist: Checklist | undefined } {
  const progress = advance(flow, answers, today);
  const checklist = progress.exit === undefined ? undefined : buildChecklist(flow, answers, today);
  return { progress, checklist };
}

const askedIn = (flow: Flow, answers: Answers) =>
  advance(flow, answers, today).asked.map(({ question }) => question);

test('replaying the answers that were asked, and no others, gives the same again', () => {
  fc.assert(
    fc.property(answered, ({ flow, answers }) => {
      const asked = advance(flow, answers, today).asked.map(({ question, value }) => [question, value]);
      expect(said(flow, Object.fromEntries(asked))).toEqual(said(flow, answers));
    }),
    runs,
  );
});

test('a dormant answer changes nothing, whatever it is', () => {
  const withOthers = answered.chain(({ flow, answers }) =>
    arbitraryFullAnswers(flow).map((others) => ({ flow, answers, others })),
  );
  fc.assert(
    fc.property(withOthers, ({ flow, answers, others }) => {
      const { asked, next } = advance(flow, answers, today);
      const onPath = new Set([...asked.map(({ question }) => question), next?.id]);
      const dormant = Object.entries(others).filter(([id]) => !onPath.has(id));
      const woken = { ...Object.fromEntries(dormant), ...pick(answers, onPath), 'no-question': 'x' };
      expect(said(flow, woken)).toEqual(said(flow, pick(answers, onPath)));
    }),
    runs,
  );
});

function pick(answers: Answers, ids: ReadonlySet<string | undefined>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}

test('the order in which answers are written does not matter, down to the bytes', () => {
  fc.assert(
    fc.property(answered, ({ flow, answers }) => {
      const backwards = Object.fromEntries(Object.entries(answers).reverse());
      expect(JSON.stringify(said(flow, backwards))).toBe(JSON.stringify(said(flow, answers)));
    }),
    runs,
  );
});

test('no answers make the engine throw, and what is no answer is not used', () => {
  const anything = arbitraryFlow().chain((flow) => {
    const ids = [...Object.keys(flow.questions), '__proto__', 'constructor', 'toString'];
    const wild = fc.tuple(
      fc.constantFrom(...ids),
      fc.anything({ withNullPrototype: true, withBigInt: true }),
    );
    return fc.tuple(fc.constant(flow), fc.array(wild).map(fromEntries), arbitraryAnswers(flow));
  });
  fc.assert(
    fc.property(anything, ([flow, wild, answers]) => {
      const mixed = { ...answers, ...wild } as Answers;
      for (const { question, value } of advance(flow, mixed, today).asked) {
        expect(value).toEqual(mixed[question]);
        expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      }
      said(flow, mixed);
    }),
    runs,
  );
});

function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  return Object.defineProperties(
    {},
    Object.fromEntries(entries.map(([key, value]) => [key, { value, enumerable: true, configurable: true }])),
  );
}

test('the questions still to come are at least the fewest, at most the most, and all the certain ones', () => {
  const interrupted = finished().chain(({ flow, answers }) =>
    fc.nat({ max: 6 }).map((count) => ({ flow, answers, count })),
  );
  fc.assert(
    fc.property(interrupted, ({ flow, answers, count }) => {
      const all = askedIn(flow, answers);
      const before = all.slice(0, count);
      const { remaining, certain, next } = advance(flow, pick(answers, new Set(before)), today);
      const [fewest, most] = remaining;
      const left = all.length - before.length;
      expect(left).toBeGreaterThanOrEqual(fewest);
      expect(left).toBeLessThanOrEqual(most);
      expect(all.slice(before.length)).toEqual(expect.arrayContaining(certain.map(({ id }) => id)));
      expect(certain[0]?.id).toBe(next?.id);
    }),
    runs,
  );
});

/** Answers, and the same with every 不清楚 replaced by a value. */
const settled = (vocabulary: Vocabulary) =>
  finished(vocabulary).chain(({ flow, answers }) => {
    const values = Object.values(flow.questions).map((question) =>
      arbitraryValue(question).map((value) => [question.id, value] as const),
    );
    return fc.tuple(...values).map((found) => ({ flow, answers, found: Object.fromEntries(found) }));
  });

const isKeptUnsure = ({ questions }: Flow, id: string, answers: Answers) => {
  const unsure = questions[id]?.unsure;
  return unsure !== undefined && 'keep' in unsure && answers[id] === 'unsure';
};

test('a question that is asked once 不清楚 is settled was passed over before, never void', () => {
  fc.assert(
    fc.property(settled(STEADY), ({ flow, answers, found }) => {
      const path = replay(compileFlow(flow), answers, TODAY);
      const known = Object.keys(answers).filter(
        (id) => askedIn(flow, answers).includes(id) && !isKeptUnsure(flow, id, answers),
      );
      const after = askedIn(flow, { ...found, ...pick(answers, new Set(known)) });
      const voids = after.filter(
        (id) => stateOf(path.knowledge, Object.keys(flow.questions).indexOf(id)) === undefined,
      );
      expect(voids).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('where settling 不清楚 leaves the path as it was, lines only go from possible to certain or away', () => {
  fc.assert(
    fc.property(settled(STEADY), ({ flow, answers, found }) => {
      const open = Object.keys(answers).filter((id) => isKeptUnsure(flow, id, answers));
      const after: Answers = { ...answers, ...pick(found, new Set(open)) };
      fc.pre(shape(flow, answers) === shape(flow, after));
      const [first, second] = [statuses(flow, answers), statuses(flow, after)];
      for (const [id, status] of first) {
        if (status === 'required') expect([id, second.get(id)]).toEqual([id, 'required']);
        if (status === 'absent') expect([id, second.get(id)]).toEqual([id, 'absent']);
      }
    }),
    { numRuns: 300, maxSkipsPerRun: 10_000 },
  );
});

/** The questions asked, those passed over, and the exit. */
function shape(flow: Flow, answers: Answers): string {
  const path = replay(compileFlow(flow), answers, TODAY);
  const kinds = Object.keys(flow.questions).map((_, number) => {
    const state = stateOf(path.knowledge, number);
    return state === undefined ? 'void' : state.kind === 'passed-over' ? 'passed over' : 'asked';
  });
  return [...kinds, path.exit].join(' ');
}

/** Kinds that are left out while they are not certain are not looked at: they may come. */
function statuses(flow: Flow, answers: Answers): Map<string, string> {
  const { steps, materials, warnings } = buildChecklist(flow, answers, today);
  const listed = new Map([...steps, ...materials, ...warnings].map(({ id, status }) => [id, status]));
  const shown = flow.items.filter(({ kind }) => kind !== 'note' && kind !== 'not-needed');
  return new Map(shown.map(({ id }) => [id, listed.get(id) ?? 'absent']));
}
