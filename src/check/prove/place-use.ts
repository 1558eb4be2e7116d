import { atlasOf } from '../../engine/atlas.ts';
import { POOL_FACT } from '../../engine/compile-condition.ts';
import type { CompiledFlow } from '../../engine/compile-flow.ts';
import { readsOf } from '../../engine/reads.ts';
import type { Condition, ValueTest } from '../../model/condition.ts';
import type { Flow, Question } from '../../model/flow.ts';
import { isWhole } from './leaf-book.ts';

type FactTypedValue = string | number;

/** A fact that some test reads, of the place that one question answers, and the values told apart. */
export interface FactSlot {
  readonly fact: string;
  readonly question: string;
  /** `undefined`: nobody has verified it. */
  readonly values: readonly (FactTypedValue | undefined)[];
}

/** What the tests of a flow ask of some places. */
export interface PlaceUse {
  /** The place questions, in tree order. */
  readonly questions: readonly Question[];
  readonly slots: readonly FactSlot[];
  /** Whether some test asks for the pool (统筹区) of two places. */
  readonly readsPool: boolean;
  readonly groups: readonly string[];
  /** Codes that tests name. */
  readonly codes: readonly string[];
}

/** Finds what the tests of a flow ask of places: one use for each group of places that are compared. */
export function findPlaceUses(compiled: CompiledFlow, tests: readonly Condition[]): readonly PlaceUse[] {
  const { flow } = compiled;
  const atlas = atlasOf(flow.common.divisions);
  const all = Object.values(flow.questions).filter(({ type }) => type === 'place');
  const slots = findSlots(flow, tests);
  return groupCompared(compiled, all, tests).map((questions) => {
    const isOwn = (id: string): boolean => questions.some((question) => question.id === id);
    const same = tests.filter((test) => test.kind === 'same').filter((test) => test.questions.some(isOwn));
    const groups = same.flatMap(({ at }) => (typeof at === 'object' ? [at.group] : []));
    const codes = tests.flatMap((test) => placeLiterals(questions, test));
    return {
      questions,
      slots: slots.filter(({ question }) => isOwn(question)),
      readsPool: same.some(({ at }) => at === 'pool'),
      groups: [...new Set(groups)],
      codes: [...new Set(codes)].filter((code) => atlas.get(code) !== undefined),
    };
  });
}

/** Places that some test reads together belong together; others may lie anywhere. */
function groupCompared(
  compiled: CompiledFlow,
  all: readonly Question[],
  tests: readonly Condition[],
): readonly (readonly Question[])[] {
  let groups = all.map((question) => new Set([question.id]));
  for (const test of tests) {
    const read = readsOf(compiled, test).questions.map((number) => compiled.questions[number]?.id ?? '');
    if (test.kind === 'derived' && !isWhole(compiled.flow.derive, test)) continue;
    const touching = groups.filter((group) => read.some((id) => group.has(id)));
    if (touching.length < 2) continue;
    const joined = new Set(touching.flatMap((group) => [...group]));
    groups = [...groups.filter((group) => !touching.includes(group)), joined];
  }
  return groups.map((group) => all.filter(({ id }) => group.has(id)));
}

/** The codes that a test of a place question names. */
function placeLiterals(questions: readonly Question[], test: Condition): readonly string[] {
  if (test.kind !== 'answer' || !('in' in test.test)) return [];
  return questions.some(({ id }) => id === test.question) ? test.test.in.map(String) : [];
}

function findSlots(flow: Flow, tests: readonly Condition[]): readonly FactSlot[] {
  const found = new Map<string, { fact: string; question: string; tests: ValueTest[] }>();
  for (const test of tests) {
    if (test.kind !== 'fact' && test.kind !== 'unverified') continue;
    const question = test.of ?? flow.jurisdiction;
    if (question === undefined) continue;
    const key = `${test.fact} ${question}`;
    const slot = found.get(key) ?? { fact: test.fact, question, tests: [] };
    found.set(key, slot);
    if (test.kind === 'fact') slot.tests.push(test.test);
  }
  return [...found.values()].map(({ fact, question, tests: ofSlot }) => ({
    fact,
    question,
    values: [undefined, ...valuesOf(flow, fact, ofSlot)],
  }));
}

/** One value of every class that the tests of a fact tell apart. */
function valuesOf(flow: Flow, fact: string, tests: readonly ValueTest[]): readonly FactTypedValue[] {
  if (flow.common.places.facts[fact]?.type === 'yes-no' || fact === POOL_FACT) return ['yes', 'no'];
  const named = tests.flatMap((test): readonly FactTypedValue[] => {
    if ('in' in test) return test.in;
    return 'literal' in test.than ? [test.than.literal] : realValues(flow, fact);
  });
  const numbers = [...new Set(named.filter((one) => typeof one === 'number'))].sort((a, b) => a - b);
  const texts = [...new Set(named.filter((one) => typeof one === 'string'))];
  const between = numbers.slice(1).map((high, index) => ((numbers[index] ?? high) + high) / 2);
  const beyond = numbers.length > 0 ? [Math.min(...numbers) - 1, Math.max(...numbers) + 1] : [];
  const isText = flow.common.places.facts[fact]?.type === 'text';
  return [...texts, ...(isText ? ['又一种'] : []), ...numbers, ...between, ...beyond];
}

function realValues({ common }: Flow, fact: string): readonly FactTypedValue[] {
  const given = Object.values(common.places.entries).flatMap((entry) => entry.facts[fact] ?? []);
  const byDefault = common.places.facts[fact]?.default;
  return [...given, ...(byDefault ? [byDefault] : [])].map(({ value }) => value);
}
