/** Why a record could not even be cut out of its input. */
export type SplitFault = 'too-long' | 'broken-quotes';

/** One record as it stands in its input. */
export interface RawRecord {
  /** Without its line end; empty where `fault` says why. */
  readonly text: string;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** Which row it is, from 1, as spreadsheets count: the header and empty rows too. */
  readonly row: number;
  /** The line after its last one. */
  readonly next: number;
  readonly fault?: SplitFault;
}

/** Cuts text into records as it comes. Empty lines are no records. */
export interface RecordSplitter {
  write(text: string): RawRecord[];
  end(): RawRecord[];
}

/** Characters of one record, a hundred times what any of ours needs; a longer one is not kept in memory. */
export const LONGEST_RECORD = 250_000;
