import type { Problem, SourcePosition } from '../model/problem.ts';
import { MOST_MESSAGE, MOST_PROBLEMS } from './limits.ts';

/** What is wrong, without the place: a stable code and one sentence. */
export interface Said {
  readonly code: string;
  readonly message: string;
}

/** Thrown where there are so many problems that nothing more is looked for. */
export class TooManyProblems extends Error {
  override readonly name = 'TooManyProblems';
}

/** Told last, of what is not told. */
const AND_MORE: Said = { code: 'too-many-problems', message: '后面还有问题，没有再往下读；请先改好前面这些' };

/** Collects every problem of all files, up to a limit; the same one at the same place counts once. */
export class ProblemList {
  readonly #problems = new Map<string, Problem>();
  #last: Problem | undefined;

  /** Throws `TooManyProblems` where it is one too many. */
  add(position: SourcePosition, what: Said): void {
    this.#put(position, what);
    if (this.#problems.size < MOST_PROBLEMS) return;
    this.#last = { ...AND_MORE, severity: 'error', ...position };
    throw new TooManyProblems();
  }

  #put({ file, line, column }: SourcePosition, { code, message }: Said): void {
    const told = message.length > MOST_MESSAGE ? `${message.slice(0, MOST_MESSAGE)}…` : message;
    const key = JSON.stringify([file, line, column, code, told]);
    this.#problems.set(key, { code, message: told, severity: 'error', file, line, column });
  }

  /** Adds a problem where a value was wanted; there is none. */
  refuse(position: SourcePosition, what: Said): undefined {
    this.add(position, what);
    return undefined;
  }

  get count(): number {
    return this.#problems.size;
  }

  /** All problems, file by file, from the top. */
  sorted(): Problem[] {
    const sorted = [...this.#problems.values()].sort(
      (a, b) =>
        compareText(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0),
    );
    return [...sorted, ...(this.#last ? [this.#last] : [])];
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
