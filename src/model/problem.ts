/** A place in a file, 1-based, as editors count. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A defect in a flow file or an answer, as data. `code` is stable (`unknown-key`, `duplicate-id` …);
 * `message` is one Chinese sentence that says what was found and what to do.
 */
export interface Problem extends Partial<SourcePosition> {
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'note';
}
