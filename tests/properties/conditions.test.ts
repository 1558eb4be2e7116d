import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFlow } from '../../src/engine/compile-flow.ts';
import { findReasons, type Ground } from '../../src/engine/find-reasons.ts';
import { type Knowledge, NOT_KNOWN } from '../../src/engine/knowledge.ts';
import { readsOf } from '../../src/engine/reads.ts';
import type { AnswerValue } from '../../src/model/answers.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Flow } from '../../src/model/flow.ts';
import {
  arbitraryConditions,
  arbitraryValue,
  EVERYTHING,
  type Vocabulary,
} from '../support/arbitrary-flow.ts';
import { arbitraryStates, knowledgeFrom, type TestStates } from '../support/arbitrary-states.ts';
import { TODAY } from '../support/build-flow.ts';
import { evaluateCondition } from '../support/evaluate-condition.ts';
import { naiveTruth } from '../support/naive-condition.ts';

interface Situation {
  readonly flow: Flow;
  readonly condition: Condition;
  readonly states: TestStates;
}

const runs = { numRuns: 300 };

function situations(vocabulary: Vocabulary = EVERYTHING): fc.Arbitrary<Situation> {
  return arbitraryConditions(vocabulary).chain(({ flow, condition }) =>
    arbitraryStates(flow).map((states) => ({ flow, condition, states })),
  );
}

const valueIn = ({ flow, condition, states }: Situation) =>
  evaluateCondition(flow, condition, knowledgeFrom(flow, states, 'done'));

test('a compiled condition has the value that the design gives it, read line by line', () => {
  fc.assert(
    fc.property(situations(), (situation) => {
      const { flow, condition, states } = situation;
      expect(valueIn(situation)).toBe(naiveTruth({ flow, states, date: TODAY, exit: 'done' }, condition));
    }),
    { numRuns: 1000 },
  );
});

test('a condition has the same value whichever order its parts are written in', () => {
  fc.assert(
    fc.property(situations(), (situation) => {
      expect(valueIn({ ...situation, condition: backwards(situation.condition) })).toBe(valueIn(situation));
    }),
    runs,
  );
});

function backwards(condition: Condition): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map(backwards).reverse() };
    case 'not':
      return { kind: 'not', of: backwards(condition.of) };
    default:
      return condition;
  }
}

test('finding out what was 不清楚 never turns a yes or a no', () => {
  fc.assert(fc.property(found({ namesUnsure: false, places: true, turnsVoid: false }), neverTurns), runs);
});

test('where every question was asked, that holds for every condition', () => {
  const nothingVoid = found({ namesUnsure: false, places: true, turnsVoid: true }).filter(
    ([{ flow, states }]) => Object.keys(states).length === Object.keys(flow.questions).length,
  );
  fc.assert(fc.property(nothingVoid, neverTurns), runs);
});

type Found = readonly [Situation, readonly (readonly [string, { readonly value: AnswerValue }])[]];

function found(vocabulary: Vocabulary): fc.Arbitrary<Found> {
  return situations(vocabulary).chain((situation) => {
    const open = Object.keys(situation.states).filter((id) => situation.states[id] === 'unsure');
    const answers = open.map((id) => answerTo(situation.flow, id).map((value) => [id, { value }] as const));
    return fc.tuple(fc.constant(situation), fc.tuple(...answers));
  });
}

function neverTurns([situation, answers]: Found): void {
  const before = valueIn(situation);
  fc.pre(before === 'yes' || before === 'no');
  for (const [id, state] of answers) {
    // A fact of a place that is not known is the nation's, and the place may have another.
    if (isPlaceOfFact(situation, id)) continue;
    expect(valueIn({ ...situation, states: { ...situation.states, [id]: state } })).toBe(before);
  }
}

function answerTo(flow: Flow, id: string) {
  const question = flow.questions[id];
  if (!question) throw new RangeError(id);
  return arbitraryValue(question);
}

function isPlaceOfFact({ flow, condition }: Situation, id: string): boolean {
  return readsOf(compileFlow(flow), condition).facts.some(({ placeQuestion }) => placeQuestion === id);
}

test('the reasons are answers that were given, they are enough, and none can be left out', () => {
  fc.assert(
    fc.property(situations(), (situation) => {
      const { flow, condition, states } = situation;
      const before = valueIn(situation);
      fc.pre(before === 'yes' || before === 'no');
      const compiled = compileFlow(flow);
      const knowledge = knowledgeFrom(flow, states, 'done');
      const reasons = findReasons(compiled, condition, knowledge);
      for (const reason of reasons) {
        if (reason.kind === 'question')
          expect([undefined, 'passed-over']).not.toContain(states[`q${reason.question}`]);
      }
      const valueWith = (known: readonly Ground[]) =>
        evaluateCondition(flow, condition, knowOnly(situation, knowledge, known));
      expect(valueWith(reasons)).toBe(before);
      for (const reason of reasons) {
        expect(valueWith(reasons.filter((other) => other !== reason))).not.toBe(before);
      }
    }),
    runs,
  );
});

/** The same knowledge, but of all that the condition reads only these grounds. What is void stays void. */
function knowOnly({ flow, condition }: Situation, knowledge: Knowledge, known: readonly Ground[]): Knowledge {
  const reads = readsOf(compileFlow(flow), condition);
  const isKnown = (question: number) =>
    known.some((one) => one.kind === 'question' && one.question === question);
  const keys = known.flatMap((one) => (one.kind === 'fact' ? one.read.key : []));
  const states = knowledge.states.map((state, question) =>
    state && reads.questions.includes(question) && !isKnown(question) ? NOT_KNOWN : state,
  );
  const hiddenFacts = new Set(reads.facts.flatMap(({ key }) => (keys.includes(key) ? [] : key)));
  return { ...knowledge, states, hiddenFacts };
}
