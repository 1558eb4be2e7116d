import type { Problem, SourcePosition } from '../model/problem.ts';

/** What is wrong, without the place: a stable code and one sentence. */
export interface Said {
  readonly code: string;
  readonly message: string;
}

/** Collects every problem of all files; the same one at the same place counts once. */
export class ProblemList {
  readonly #problems = new Map<string, Problem>();

  add(position: SourcePosition, { code, message }: Said): void {
    const { file, line, column } = position;
    const key = JSON.stringify([file, line, column, code, message]);
    this.#problems.set(key, { code, message, severity: 'error', file, line, column });
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
    return [...this.#problems.values()].sort(
      (a, b) =>
        compareText(a.file ?? '', b.file ?? '') ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0),
    );
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
