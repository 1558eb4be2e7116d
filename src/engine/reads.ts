import type { Condition, ValueTest } from '../model/condition.ts';
import type { Derived } from '../model/flow.ts';
import { POOL_FACT } from './compile-condition.ts';
import type { FlowScope } from './flow-scope.ts';
import { factKey } from './knowledge.ts';

/** A fact that a condition reads, of the place that a question answers. */
export interface FactRead {
  readonly key: string;
  readonly fact: string;
  /** The place question; absent where the flow asks none. */
  readonly placeQuestion: string | undefined;
  /** The same, where the condition names it: then the fact is void if that place was not asked. */
  readonly of: string | undefined;
  /** `same … at: pool` reads the fact of the place's province. */
  readonly ofProvince: boolean;
}

/** All that a condition may look at, also through derived names. */
export interface Reads {
  /** Question numbers, in tree order. */
  readonly questions: readonly number[];
  readonly facts: readonly FactRead[];
  /** It looks at the exit reached. */
  readonly exit: boolean;
}

type Found = { readonly questions: Set<number>; readonly facts: Map<string, FactRead>; exit: boolean };

const known = new WeakMap<FlowScope, WeakMap<Condition, Reads>>();

/** What a condition reads, found once. */
export function readsOf(scope: FlowScope, condition: Condition): Reads {
  const ofScope = known.get(scope) ?? new WeakMap<Condition, Reads>();
  known.set(scope, ofScope);
  const reads = ofScope.get(condition) ?? findReads((found) => collect(scope, condition, found));
  ofScope.set(condition, reads);
  return reads;
}

/** What a derived name or a question reads: a question reads itself. */
export function readsOfName(scope: FlowScope, name: string): Reads {
  return findReads((found) => collectName(scope, name, found));
}

function findReads(fill: (found: Found) => void): Reads {
  const found: Found = { questions: new Set(), facts: new Map(), exit: false };
  fill(found);
  const { facts, exit } = found;
  return { questions: [...found.questions].sort((a, b) => a - b), facts: [...facts.values()], exit };
}

function collect(scope: FlowScope, condition: Condition, found: Found): void {
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const part of condition.of) collect(scope, part, found);
      return;
    case 'not':
      collect(scope, condition.of, found);
      return;
    case 'answer':
    case 'has':
      collectName(scope, condition.question, found);
      break;
    case 'derived':
      collectName(scope, condition.name, found);
      break;
    case 'same':
      for (const question of condition.questions) collectName(scope, question, found);
      if (condition.at === 'pool')
        addFact(scope, found, { fact: POOL_FACT, of: condition.questions[0], ofProvince: true });
      return;
    case 'fact':
    case 'unverified':
      addFact(scope, found, { fact: condition.fact, of: condition.of, ofProvince: false });
      break;
    case 'outcome':
      found.exit = true;
      return;
  }
  if ('test' in condition) collectOperand(scope, condition.test, found);
}

function addFact(
  { flow }: FlowScope,
  { facts }: Found,
  { fact, of, ofProvince }: Pick<FactRead, 'fact' | 'of' | 'ofProvince'>,
): void {
  const placeQuestion = of ?? flow.jurisdiction;
  const key = factKey(fact, placeQuestion);
  const before = facts.get(key);
  const named = before && before.of === undefined ? undefined : of;
  facts.set(key, { key, fact, placeQuestion, of: named, ofProvince });
}

function collectOperand(scope: FlowScope, test: ValueTest, found: Found): void {
  if (!('op' in test)) return;
  if ('question' in test.than) collectName(scope, test.than.question, found);
  if ('derived' in test.than) collectName(scope, test.than.derived, found);
}

function collectName(scope: FlowScope, name: string, found: Found): void {
  const number = scope.numberOf(name);
  if (number >= 0) found.questions.add(number);
  const derived = number < 0 ? scope.flow.derive[name] : undefined;
  if (derived) collectDerived(scope, derived, found);
}

function collectDerived(scope: FlowScope, derived: Derived, found: Found): void {
  switch (derived.kind) {
    case 'condition':
      collect(scope, derived.when, found);
      return;
    case 'first-match':
      for (const { when } of derived.rows) if (when) collect(scope, when, found);
      return;
    case 'months-between':
      for (const question of derived.questions) collectName(scope, question, found);
      return;
    case 'lookup':
      for (const name of derived.by) collectName(scope, name, found);
      return;
    case 'month-plus': {
      const names = typeof derived.plus === 'number' ? [] : derived.plus.by;
      for (const name of [derived.month, ...names]) collectName(scope, name, found);
    }
  }
}
