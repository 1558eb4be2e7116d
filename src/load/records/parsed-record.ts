/** One person's answers as an input gives them, before anything is known of the questions. */
export interface ParsedRecord {
  readonly id: string | number | null;
  /** As written. */
  readonly date?: string;
  /** The procedure, and the day of its review, that saved answers were written for. */
  readonly flow?: string;
  readonly reviewed?: string;
  /** Question and answer as written; what is empty was not answered. */
  readonly answers: readonly (readonly [key: string, raw: unknown])[];
}

/** Why a record has no answers in it, as data. */
export type RecordFault =
  | { readonly code: 'too-long' | 'broken-quotes' | 'not-text' | 'wrong-encoding' | 'not-json' }
  | { readonly code: 'not-an-object'; readonly found: 'list' | 'other' }
  | { readonly code: 'no-answers' }
  | { readonly code: 'unknown-key'; readonly key: string; readonly nearest?: string }
  | { readonly code: 'repeated-key'; readonly key: string }
  | { readonly code: 'too-many-answers' | 'wrong-id' | 'unsafe-id' | 'wrong-date' }
  | { readonly code: 'wrong-cells'; readonly cells: number; readonly columns: number };

export type ReadRecord = { readonly record: ParsedRecord } | { readonly fault: RecordFault };

/** What no text of answers may hold: NUL, and what could not be decoded. */
export function refuseText(text: string): RecordFault | undefined {
  if (text.includes('\0')) return { code: 'not-text' };
  return text.includes('\uFFFD') ? { code: 'wrong-encoding' } : undefined;
}
