import type { Problem } from '../model/problem.ts';
import { brokenFiles } from './wording-values.ts';

/** Flow files are broken: every problem of all of them. */
export class FlowFileError extends Error {
  override readonly name = 'FlowFileError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(brokenFiles(problems.length));
    this.problems = problems;
  }
}
