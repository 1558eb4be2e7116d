import type { ComparisonOperator } from '../model/condition.ts';
import type { Truth } from '../model/truth.ts';
import type { AnswerState } from './knowledge.ts';

/** The values that something may still have; `unknown` where they cannot be listed. */
export type ValueSet = 'void' | 'unknown' | readonly (string | number)[];

/** The values that an answer leaves open. */
export function valuesOfState(state: AnswerState | undefined): ValueSet {
  if (state === undefined) return 'void';
  if (state.kind !== 'value') return 'unknown';
  const { value } = state;
  return typeof value === 'object' ? value : [value];
}

/** A test over all values that are still possible: yes if all pass, no if none does. */
export function testSet(set: ValueSet, passes: (value: string | number) => boolean): Truth {
  if (typeof set === 'string') return set;
  const passing = set.filter(passes).length;
  if (passing === 0) return 'no';
  return passing === set.length ? 'yes' : 'unknown';
}

/** An ordered comparison over all values that are still possible on both sides. */
export function compareSets(left: ValueSet, op: ComparisonOperator, right: ValueSet): Truth {
  if (left === 'void' || right === 'void') return 'void';
  if (left === 'unknown' || right === 'unknown') return 'unknown';
  const results = left.flatMap((a) => right.map((b) => holds(a, op, b)));
  if (results.every((result) => !result)) return 'no';
  return results.every((result) => result) ? 'yes' : 'unknown';
}

/** How two values of one kind compare; `undefined` where they are not of one kind. */
export function compareValues(a: string | number, b: string | number): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' || typeof b === 'number') return undefined;
  // A month and a date are compared as months.
  const length = Math.min(a.length, b.length) === MONTH_LENGTH ? MONTH_LENGTH : undefined;
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

const MONTH_LENGTH = 'YYYY-MM'.length;

/** Whether `a op b`. Values that cannot be compared do not hold. */
function holds(a: string | number, op: ComparisonOperator, b: string | number): boolean {
  const order = compareValues(a, b);
  if (order === undefined) return false;
  switch (op) {
    case 'lt':
    case 'before':
      return order < 0;
    case 'gt':
    case 'after':
      return order > 0;
    case 'le':
      return order <= 0;
    case 'ge':
      return order >= 0;
  }
}
