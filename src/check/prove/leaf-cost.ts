import type { Condition } from '../../model/condition.ts';
import type { Derived, Flow } from '../../model/flow.ts';

/** Rows of a table that are looked through in the time of a plain reading. */
const ROWS_AT_ONCE = 25;

/** What one reading of a test takes, in readings of a plain answer: a table is looked through row by row. */
export function costOfTest(flow: Flow, test: Condition): number {
  const names = test.kind === 'derived' ? [test.name] : [];
  if ('test' in test && 'op' in test.test && 'derived' in test.test.than) names.push(test.test.than.derived);
  return names.reduce((sum, name) => sum + costOfName(flow, name), 1);
}

/** The same of a derived name's value; a question's own answer costs nothing more. */
export function costOfName({ derive, tables }: Flow, name: string): number {
  const known = new Map<string, number>();
  const visit = (one: string): number => {
    const before = known.get(one);
    if (before !== undefined) return before;
    known.set(one, 0);
    const derived = Object.hasOwn(derive, one) ? derive[one] : undefined;
    const cost = derived ? ownCost(derived, tables) : 0;
    const all = inputsOf(derived).reduce((sum, input) => sum + visit(input), cost);
    known.set(one, all);
    return all;
  };
  return visit(name);
}

function ownCost(derived: Derived, tables: Flow['tables']): number {
  if (derived.kind === 'first-match') return derived.rows.length;
  const plus = derived.kind === 'month-plus' && typeof derived.plus === 'object' ? derived.plus : undefined;
  const table = derived.kind === 'lookup' ? derived.table : plus?.table;
  return 1 + (table === undefined ? 0 : (tables[table]?.rows.length ?? 0) / ROWS_AT_ONCE);
}

function inputsOf(derived: Derived | undefined): readonly string[] {
  switch (derived?.kind) {
    case 'lookup':
      return derived.by;
    case 'months-between':
      return derived.questions;
    case 'month-plus':
      return typeof derived.plus === 'object' ? [derived.month, ...derived.plus.by] : [derived.month];
    default:
      return [];
  }
}
