import type { Flow } from '../../model/flow.ts';
import type { SharedPart } from '../../model/flow-book.ts';
import type { FlowPositions, Problem } from '../../model/problem.ts';

/** What a rule looks at. */
export interface LintInput {
  readonly flow: Flow;
  readonly positions: FlowPositions;
  readonly sharedParts: readonly SharedPart[];
}

/** Something that a rule found: where, and one sentence that says what to do. */
export interface Finding {
  readonly subject: string;
  readonly message: string;
}

/** One rule of the lint. Its sentence for `--list-rules` is in wording.ts. */
export interface Rule<Input = LintInput> {
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly find: (input: Input) => Iterable<Finding>;
}
