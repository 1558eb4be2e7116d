import type { Condition, ValueTest } from '../model/condition.ts';
import type { Derived } from '../model/flow.ts';

/** A test that holds no other one, or a question whose value is computed with. */
export type Leaf =
  | Exclude<Condition, { kind: 'all' | 'any' | 'not' | 'derived' }>
  | { readonly kind: 'value'; readonly question: string };

type DerivedMap = ReadonlyMap<string, Derived>;

/** Every test that a condition rests on, through all derived names. Safe where those run in a circle. */
export function* leavesOf(
  condition: Condition,
  derive: DerivedMap,
  seen = new Set<string>(),
): Generator<Leaf> {
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const part of condition.of) yield* leavesOf(part, derive, seen);
      return;
    case 'not':
      yield* leavesOf(condition.of, derive, seen);
      return;
    case 'derived':
      yield* leavesOfDerived(condition.name, derive, seen);
      yield* leavesOfOperand(condition.test, derive, seen);
      return;
    case 'answer':
    case 'fact':
      yield condition;
      yield* leavesOfOperand(condition.test, derive, seen);
      return;
    default:
      yield condition;
  }
}

function* leavesOfOperand(test: ValueTest, derive: DerivedMap, seen: Set<string>): Generator<Leaf> {
  if ('in' in test) return;
  if ('question' in test.than) yield { kind: 'value', question: test.than.question };
  if ('derived' in test.than) yield* leavesOfDerived(test.than.derived, derive, seen);
}

/** Every test that a derived name rests on. */
function* leavesOfDerived(name: string, derive: DerivedMap, seen = new Set<string>()): Generator<Leaf> {
  const derived = derive.get(name);
  if (!derived || seen.has(name)) return;
  seen.add(name);
  if (derived.kind === 'condition') yield* leavesOf(derived.when, derive, seen);
  if (derived.kind === 'first-match') {
    for (const { when } of derived.rows) if (when) yield* leavesOf(when, derive, seen);
  }
  for (const input of valueInputs(derived)) {
    if (derive.has(input)) yield* leavesOfDerived(input, derive, seen);
    else yield { kind: 'value', question: input };
  }
}

/** The questions and derived names that a computed value takes in. */
export function valueInputs(derived: Derived): readonly string[] {
  switch (derived.kind) {
    case 'months-between':
      return derived.questions;
    case 'lookup':
      return derived.by;
    case 'month-plus':
      return typeof derived.plus === 'number' ? [derived.month] : [derived.month, ...derived.plus.by];
    default:
      return [];
  }
}

/** The derived names that a condition names itself. */
export function* derivedNamesIn(condition: Condition): Generator<string> {
  if (condition.kind === 'all' || condition.kind === 'any') {
    for (const part of condition.of) yield* derivedNamesIn(part);
  }
  if (condition.kind === 'not') yield* derivedNamesIn(condition.of);
  if (condition.kind === 'derived') yield condition.name;
  if ('test' in condition && 'than' in condition.test && 'derived' in condition.test.than) {
    yield condition.test.than.derived;
  }
}
