import type { SourcePosition } from '../model/problem.ts';
import type { ProblemList } from './problem-list.ts';
import { said } from './wording.ts';

interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Finds two changes of one field at the same level that are in force together. */
export class ChangeConflicts {
  readonly #problems: ProblemList;
  readonly #around: Period;
  readonly #seen: Map<string, Period[]>;

  constructor(problems: ProblemList, around: Period = {}, seen = new Map<string, Period[]>()) {
    this.#problems = problems;
    this.#around = around;
    this.#seen = seen;
  }

  /** The same record, for changes that are all in force within one period. */
  within(around: Period): ChangeConflicts {
    return new ChangeConflicts(this.#problems, around, this.#seen);
  }

  add(field: string, kind: string, id: string, own: Period, position: SourcePosition): void {
    const key = JSON.stringify([field, kind, id]);
    const period = { from: own.from ?? this.#around.from, until: own.until ?? this.#around.until };
    const earlier = this.#seen.get(key) ?? [];
    if (earlier.some((other) => overlap(other, period))) {
      this.#problems.add(position, field === 'add' ? said.addedTwice(id) : said.changedTwice(id, field));
    }
    this.#seen.set(key, [...earlier, period]);
  }
}

function overlap(a: Period, b: Period): boolean {
  const aBeforeB = a.until !== undefined && b.from !== undefined && a.until < b.from;
  const bBeforeA = b.until !== undefined && a.from !== undefined && b.until < a.from;
  return !aBeforeB && !bBeforeA;
}
