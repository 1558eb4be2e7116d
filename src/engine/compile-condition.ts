import type { Condition, Operand, ValueTest } from '../model/condition.ts';
import type { Truth } from '../model/truth.ts';
import { factValue } from './fact-value.ts';
import type { Derive, FlowScope, Test } from './flow-scope.ts';
import { factKey, type Knowledge, stateOf } from './knowledge.ts';
import { factReader } from './read-fact.ts';
import { sameCity, sameGroup, samePool, sameProvince } from './same-place.ts';
import { compareSets, testSet, valuesOfState } from './value-set.ts';

/** The fact that a province's whole pool (统筹区) is one. `same … at: pool` reads it. */
export const POOL_FACT = 'pool-is-province';

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>;

/** Turns a condition into a function, so that names are looked up once and not at each evaluation. */
export function compileCondition(scope: FlowScope, condition: Condition): Test {
  switch (condition.kind) {
    case 'all':
      return compileAll(condition.of.map(scope.test));
    case 'any':
      return compileAny(condition.of.map(scope.test));
    case 'not':
      return compileNot(scope.test(condition.of));
    case 'answer':
      return compileAnswer(scope, condition);
    case 'has':
      return compileHas(scope, condition);
    case 'derived':
      return compileDerived(scope, condition);
    case 'same':
      return compileSame(scope, condition);
    case 'fact':
      return compileFact(scope, condition);
    case 'unverified':
      return compileUnverified(scope, condition);
    case 'outcome':
      return ({ exit }) => {
        if (exit === undefined) return 'void';
        return condition.in.includes(exit) ? 'yes' : 'no';
      };
  }
}

/** A no wins, then void, then unknown. */
function compileAll(parts: readonly Test[]): Test {
  return (knowledge) => {
    let result: Truth = 'yes';
    for (const part of parts) {
      const truth = part(knowledge);
      if (truth === 'no') return 'no';
      if (truth === 'void' || (truth === 'unknown' && result === 'yes')) result = truth;
    }
    return result;
  };
}

/** A yes wins, then unknown, then no; void only where every part is. */
function compileAny(parts: readonly Test[]): Test {
  if (parts.length === 0) return () => 'no';
  return (knowledge) => {
    let result: Truth = 'void';
    for (const part of parts) {
      const truth = part(knowledge);
      if (truth === 'yes') return 'yes';
      if (truth === 'unknown' || (truth === 'no' && result === 'void')) result = truth;
    }
    return result;
  };
}

function compileNot(part: Test): Test {
  return (knowledge) => {
    const truth = part(knowledge);
    if (truth === 'yes') return 'no';
    return truth === 'no' ? 'yes' : truth;
  };
}

function compileAnswer(scope: FlowScope, { question, test }: Of<'answer'>): Test {
  const number = scope.numberOf(question);
  if ('op' in test) return compileOrdered(scope, (k) => valuesOfState(stateOf(k, number)), test);
  if (scope.flow.questions[question]?.type === 'place') return compilePlaceAnswer(scope, number, test.in);
  return compileMembership(number, test.in);
}

/** One test for a single answer (is any of) and for a multi (holds any of). `unsure` may be named. */
function compileMembership(number: number, literals: readonly (string | number)[]): Test {
  const namesUnsure = literals.includes('unsure');
  return (knowledge) => {
    const state = stateOf(knowledge, number);
    if (state === undefined) return 'void';
    if (state.kind !== 'value') return namesUnsure && state.kind === 'unsure' ? 'yes' : 'unknown';
    const { value } = state;
    const passes =
      typeof value === 'object' ? value.some((one) => literals.includes(one)) : literals.includes(value);
    return passes ? 'yes' : 'no';
  };
}

/** A named province holds its cities; a named city is unknown where only its province was answered. */
function compilePlaceAnswer(scope: FlowScope, number: number, literals: readonly (string | number)[]): Test {
  const { atlas } = scope;
  const isWithin = compileMembership(number, literals);
  const codes = literals.map(String);
  return (knowledge) => {
    const state = stateOf(knowledge, number);
    if (state?.kind !== 'value') return isWithin(knowledge);
    const code = String(state.value);
    if (codes.includes(code) || codes.includes(atlas.provinceOf(code))) return 'yes';
    const open = atlas.isProvinceOnly(code) && codes.some((one) => atlas.provinceOf(one) === code);
    return open ? 'unknown' : 'no';
  };
}

function compileHas(scope: FlowScope, { question, options }: Of<'has'>): Test {
  return compileMembership(scope.numberOf(question), options);
}

function compileDerived(scope: FlowScope, { name, test }: Of<'derived'>): Test {
  const definition = scope.flow.derive[name];
  if (definition?.kind === 'condition' && 'in' in test && test.in.length === 1) {
    if (test.in[0] === 'yes') return lazily(() => scope.test(definition.when));
    if (test.in[0] === 'no') return compileNot(lazily(() => scope.test(definition.when)));
  }
  const derive = scope.derive(name);
  if ('op' in test) return compileOrdered(scope, derive, test);
  return (knowledge) => testSet(derive(knowledge), (value) => test.in.includes(value));
}

function lazily(make: () => Test): Test {
  let made: Test | undefined;
  return (knowledge) => {
    made ??= make();
    return made(knowledge);
  };
}

function compileOrdered(scope: FlowScope, left: Derive, test: Extract<ValueTest, { op: string }>): Test {
  const right = compileOperand(scope, test.than);
  return (knowledge) => compareSets(left(knowledge), test.op, right(knowledge));
}

function compileOperand(scope: FlowScope, operand: Operand): Derive {
  if ('derived' in operand) return scope.derive(operand.derived);
  if ('question' in operand) {
    const number = scope.numberOf(operand.question);
    return (knowledge) => valuesOfState(stateOf(knowledge, number));
  }
  const literal = [operand.literal];
  return () => literal;
}

function compileSame(scope: FlowScope, { questions, at }: Of<'same'>): Test {
  const [first, second] = [scope.numberOf(questions[0]), scope.numberOf(questions[1])];
  const compare = placeComparison(scope, at, factKey(POOL_FACT, questions[0]));
  return (knowledge) => {
    const [a, b] = [stateOf(knowledge, first), stateOf(knowledge, second)];
    if (a === undefined || b === undefined) return 'void';
    if (a.kind !== 'value' || b.kind !== 'value') return 'unknown';
    return compare(String(a.value), String(b.value), knowledge);
  };
}

function placeComparison(
  { flow, atlas }: FlowScope,
  at: Of<'same'>['at'],
  poolKey: string,
): (a: string, b: string, knowledge: Knowledge) => Truth {
  if (at === 'city') return (a, b) => sameCity(atlas, a, b);
  if (at === 'province') return (a, b) => sameProvince(atlas, a, b);
  if (at !== 'pool') {
    const members = flow.common.places.groups[at.group]?.members ?? [];
    return (a, b) => sameGroup(atlas, a, b, members);
  }
  return (a, b, { date, hiddenFacts }) =>
    samePool(atlas, a, b, (province) =>
      hiddenFacts?.has(poolKey) ? undefined : factValue(flow.common, POOL_FACT, province, date)?.value,
    );
}

function compileFact(scope: FlowScope, { fact, of, test }: Of<'fact'>): Test {
  const read = factReader(scope, fact, of);
  const values: Derive = (knowledge) => {
    const reading = read(knowledge);
    if (reading === 'void') return 'void';
    return typeof reading === 'string' ? 'unknown' : [reading.value];
  };
  if ('op' in test) return compileOrdered(scope, values, test);
  return (knowledge) => testSet(values(knowledge), (value) => test.in.includes(value));
}

function compileUnverified(scope: FlowScope, { fact, of }: Of<'unverified'>): Test {
  const read = factReader(scope, fact, of);
  return (knowledge) => {
    const reading = read(knowledge);
    if (reading === 'void') return 'void';
    if (reading === 'hidden') return 'unknown';
    return reading === 'unverified' ? 'yes' : 'no';
  };
}
