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

/**
 * Where each part of a flow stands, by subject: `question/stay`, `option/stay/long`, `derived/category`,
 * `outcome/file`, `item/identity/when`, `tree/2/then/0` … Only what was read from YAML has positions.
 */
export type FlowPositions = Readonly<Record<string, SourcePosition>>;
