import type { Derived, LookupTable } from '../model/flow.ts';
import type { Truth } from '../model/truth.ts';
import { addMonthsToMonth, monthOf, monthsBetween } from './calendar.ts';
import type { Derive, FlowScope } from './flow-scope.ts';
import { stateOf } from './knowledge.ts';
import { compareValues, type ValueSet, valuesOfState } from './value-set.ts';

type Cell = LookupTable['rows'][number]['match'][number];
type Of<Kind extends Derived['kind']> = Extract<Derived, { kind: Kind }>;

/** Turns a derived name's definition into a function that gives the values it may still have. */
export function compileDerived(scope: FlowScope, derived: Derived): Derive {
  switch (derived.kind) {
    case 'condition': {
      const test = scope.test(derived.when);
      return (knowledge) => TRUTH_VALUES[test(knowledge)];
    }
    case 'first-match':
      return compileFirstMatch(scope, derived);
    case 'months-between':
      return combine(
        derived.questions.map((name) => compileName(scope, name)),
        ([from, to]) => monthsBetween(String(from), String(to)),
      );
    case 'lookup':
      return compileLookup(scope, derived.table, derived.by);
    case 'month-plus':
      return compileMonthPlus(scope, derived);
  }
}

/** The value of a question or derived name: they share one name space. */
export function compileName(scope: FlowScope, name: string): Derive {
  const number = scope.numberOf(name);
  if (number < 0) return scope.derive(name);
  return (knowledge) => valuesOfState(stateOf(knowledge, number));
}

const TRUTH_VALUES: Readonly<Record<Truth, ValueSet>> = {
  yes: ['yes'],
  no: ['no'],
  unknown: ['yes', 'no'],
  void: 'void',
};

/**
 * The rows down to the first that is yes; those that are unknown may be it. Void where every row with
 * a test is, so that the last row does not catch people who were never asked.
 */
function compileFirstMatch(scope: FlowScope, { rows }: Of<'first-match'>): Derive {
  const compiled = rows.map((row) => ({ test: row.when && scope.test(row.when), is: row.is }));
  const tests = compiled.flatMap(({ test }) => test ?? []);
  return (knowledge) => {
    const isVoid = tests.length > 0 && tests.every((test) => test(knowledge) === 'void');
    return isVoid ? 'void' : possibleRows(compiled, (row) => row.test?.(knowledge) ?? 'yes');
  };
}

function possibleRows<Row extends { readonly is: string | number }>(
  rows: readonly Row[],
  truthOf: (row: Row) => Truth,
): (string | number)[] {
  const values = new Set<string | number>();
  for (const row of rows) {
    const truth = truthOf(row);
    if (truth === 'yes' || truth === 'unknown') values.add(row.is);
    if (truth === 'yes') break;
  }
  return [...values];
}

function compileLookup(scope: FlowScope, tableId: string, by: readonly string[]): Derive {
  const rows = scope.flow.tables[tableId]?.rows ?? [];
  const columns = by.map((name) => compileName(scope, name));
  return (knowledge) => {
    const values = columns.map((column) => column(knowledge));
    if (values.includes('void')) return 'void';
    const found = possibleRows(rows, ({ match }) => rowTruth(match, values));
    // No row for these values: nobody has said what holds, so it is unknown and not the nearest row.
    return found.length > 0 ? found : 'unknown';
  };
}

/** A table has hundreds of rows, and a row is mostly out at its first cell. */
function rowTruth(match: readonly Cell[], values: readonly ValueSet[]): Truth {
  let truth: Truth = 'yes';
  for (let column = 0; column < match.length; column++) {
    const cell = match[column];
    const set = values[column] ?? 'unknown';
    const own = cell === undefined || typeof set === 'string' ? 'unknown' : fitsAny(set, cell);
    if (own === 'no') return 'no';
    if (own === 'unknown') truth = own;
  }
  return truth;
}

/** Whether all, some or none of these values fit a cell. */
function fitsAny(set: readonly (string | number)[], cell: Cell): Truth {
  let fitting = 0;
  for (const value of set) if (fits(value, cell)) fitting++;
  if (fitting === 0) return 'no';
  return fitting === set.length ? 'yes' : 'unknown';
}

function fits(value: string | number, cell: Cell): boolean {
  if (typeof cell !== 'object') return value === cell;
  const [from, until] = [cell.from ?? value, cell.until ?? value];
  return (compareValues(from, value) ?? 1) <= 0 && (compareValues(value, until) ?? 1) <= 0;
}

function compileMonthPlus(scope: FlowScope, { month, plus }: Of<'month-plus'>): Derive {
  const start = compileName(scope, month);
  const added: Derive = typeof plus === 'number' ? () => [plus] : compileLookup(scope, plus.table, plus.by);
  return combine([start, added], ([from, months]) =>
    addMonthsToMonth(monthOf(String(from)), Math.trunc(Number(months)) || 0),
  );
}

/** Computes over every combination of the values still possible, each result once. */
function combine(
  parts: readonly Derive[],
  compute: (values: readonly (string | number)[]) => string | number,
): Derive {
  return (knowledge) => {
    const sets = parts.map((part) => part(knowledge));
    if (sets.includes('void')) return 'void';
    if (sets.includes('unknown')) return 'unknown';
    const combinations = sets.reduce<(string | number)[][]>(
      (rows, set) => rows.flatMap((row) => (typeof set === 'string' ? [] : set.map((one) => [...row, one]))),
      [[]],
    );
    return [...new Set(combinations.map(compute))];
  };
}
