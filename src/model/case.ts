import type { Answers } from './answers.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { SourcePosition } from './problem.ts';

/** Where a word is looked for. `all` is everything printed. */
export type CaseScope = 'steps' | 'materials' | 'not-needed' | 'warnings' | 'notes' | 'outcome' | 'all';

/** One demand on a checklist. */
export type CaseDemand =
  /** An item of this id is listed (or, in must-not, is not). */
  | { readonly kind: 'item'; readonly item: string; readonly status?: 'required' | 'possible' }
  /** These words stand in the item, or in a part of the checklist. */
  | { readonly kind: 'text'; readonly text: string; readonly in: CaseScope | { readonly item: string } };

/** A person, and what their checklist must hold: flows/<id>/cases.yaml. */
export interface FlowCase {
  readonly id: string;
  readonly title: string;
  readonly persona?: string;
  readonly date: CalendarDate;
  readonly answers: Answers;
  readonly outcome: string;
  readonly must: readonly CaseDemand[];
  readonly mustNot: readonly CaseDemand[];
  /** Item id -> exactly the questions and facts of its because. */
  readonly because: Readonly<Record<string, readonly string[]>>;
  /** Item id -> the deadline's latest day or month. */
  readonly dates: Readonly<Record<string, CalendarDate>>;
  readonly position: SourcePosition;
}
