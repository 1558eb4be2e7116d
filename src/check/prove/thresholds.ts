import { addMonthsToMonth, isCalendarDate, isCalendarMonth, monthOf } from '../../engine/calendar.ts';
import type { CompiledFlow } from '../../engine/compile-flow.ts';
import { readsOf } from '../../engine/reads.ts';
import type { Condition, Operand, ValueTest } from '../../model/condition.ts';
import type { Derived, LookupTable } from '../../model/flow.ts';
import { readsOfName } from './leaf-book.ts';

/** The values at which some test of a flow turns. */
export interface Thresholds {
  /** Question id -> literals it is compared with, also through derived values. */
  readonly literals: ReadonlyMap<string, ReadonlySet<string | number>>;
  /** Months that may lie between two answers where some test turns, by question. */
  readonly gaps: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Finds the thresholds of every question that some of these tests read. */
export function findThresholds(compiled: CompiledFlow, tests: readonly Condition[]): Thresholds {
  const finder = new ThresholdFinder(compiled);
  for (const test of tests) finder.addTest(test);
  for (const derived of Object.values(compiled.flow.derive)) finder.addDerived(derived);
  return finder;
}

class ThresholdFinder implements Thresholds {
  readonly literals = new Map<string, Set<string | number>>();
  readonly gaps = new Map<string, Set<number>>();
  readonly #compiled: CompiledFlow;

  constructor(compiled: CompiledFlow) {
    this.#compiled = compiled;
  }

  addTest(leaf: Condition): void {
    if (leaf.kind === 'answer') this.#addValueTest(leaf.question, leaf.test, leaf);
    if (leaf.kind === 'derived') this.#addValueTest(leaf.name, leaf.test, leaf);
    if (leaf.kind === 'fact' && 'op' in leaf.test)
      this.#addOperand(leaf.test.than, this.#factValues(leaf.fact));
  }

  /** A table turns at its cells, whether or not its result is tested. */
  addDerived(derived: Derived): void {
    if (derived.kind === 'lookup') this.#addCells(derived.table, derived.by);
    if (derived.kind === 'month-plus' && typeof derived.plus === 'object')
      this.#addCells(derived.plus.table, derived.plus.by);
  }

  #addValueTest(name: string, test: ValueTest, leaf: Condition): void {
    if ('in' in test) this.#addLiterals(name, test.in);
    else if ('literal' in test.than) this.#addLiterals(name, [test.than.literal]);
    else this.#addGaps(leaf, [0, ...this.#shiftsOf(name), ...this.#shiftsOfOperand(test.than)]);
  }

  #addOperand(than: Operand, values: readonly (string | number)[]): void {
    if ('question' in than) this.#addLiterals(than.question, values);
    if ('derived' in than) this.#addLiterals(than.derived, values);
  }

  /** Turns thresholds of a name into thresholds of the questions it is computed from. */
  #addLiterals(name: string, values: readonly (string | number)[]): void {
    if (this.#compiled.numberOf(name) >= 0) {
      this.literals.set(name, new Set([...(this.literals.get(name) ?? []), ...values]));
      return;
    }
    const derived = this.#compiled.flow.derive[name];
    if (derived?.kind === 'months-between') {
      const counts = values.filter((value) => typeof value === 'number');
      for (const question of derived.questions) {
        this.#addGapsOf(
          question,
          counts.flatMap((count) => [count, count + 1, count + 2]),
        );
      }
    }
    if (derived?.kind === 'month-plus') {
      const months = values.filter((value) => typeof value === 'string' && isTimed(value)).map(String);
      const shifts = this.#shiftsOf(name);
      const starts = months.flatMap((month) => shifts.map((n) => addMonthsToMonth(monthOf(month), -n)));
      this.#addLiterals(derived.month, starts);
    }
  }

  /** The months that a month-plus may add. */
  #shiftsOf(name: string): readonly number[] {
    const derived = this.#compiled.flow.derive[name];
    if (derived?.kind !== 'month-plus') return [];
    if (typeof derived.plus === 'number') return [derived.plus];
    const rows = this.#compiled.flow.tables[derived.plus.table]?.rows ?? [];
    return [...new Set(rows.map(({ is }) => Number(is)))].filter(Number.isFinite);
  }

  #shiftsOfOperand(than: Operand): readonly number[] {
    return 'derived' in than ? this.#shiftsOf(than.derived) : [];
  }

  #addGaps(leaf: Condition, gaps: readonly number[]): void {
    for (const number of readsOf(this.#compiled, leaf).questions) {
      this.#addGapsOf(this.#compiled.questions[number]?.id ?? '', gaps);
    }
  }

  #addGapsOf(name: string, gaps: readonly number[]): void {
    for (const number of readsOfName(this.#compiled, name).questions) {
      const id = this.#compiled.questions[number]?.id ?? '';
      this.gaps.set(id, new Set([...(this.gaps.get(id) ?? []), ...gaps]));
    }
  }

  #addCells(table: string, by: readonly string[]): void {
    const rows = this.#compiled.flow.tables[table]?.rows ?? [];
    for (const [column, name] of by.entries()) {
      this.#addLiterals(
        name,
        rows.flatMap(({ match }) => boundsOf(match[column])),
      );
    }
  }

  #factValues(fact: string): readonly (string | number)[] {
    const { facts, entries } = this.#compiled.flow.common.places;
    const byDefault = facts[fact]?.default;
    const own = Object.values(entries).flatMap((entry) => entry.facts[fact] ?? []);
    return [...(byDefault ? [byDefault] : []), ...own].map(({ value }) => value);
  }
}

type Cell = LookupTable['rows'][number]['match'][number];

function boundsOf(cell: Cell | undefined): readonly (string | number)[] {
  if (cell === undefined) return [];
  if (typeof cell !== 'object') return [cell];
  return [cell.from, cell.until].filter((bound) => bound !== undefined);
}

/** Whether a literal is a date or a month. */
export function isTimed(value: string | number): boolean {
  return typeof value === 'string' && (isCalendarDate(value) || isCalendarMonth(value));
}
