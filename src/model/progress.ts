import type { AnswerValue } from './answers.ts';
import type { GivenAnswer, Unsettled } from './checklist.ts';
import type { QuestionType } from './flow.ts';

/** A question as it is put to this person: texts chosen and filled in. */
export interface PresentedQuestion {
  readonly id: string;
  readonly type: QuestionType;
  readonly ask: string;
  readonly why?: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** 不清楚 is allowed; `as` names the option it counts as, by id and label. */
  readonly unsure?: {
    readonly findOut: string;
    readonly as?: { readonly value: AnswerValue; readonly label: string };
  };
  readonly atLeast?: 0 | 1;
  readonly none?: string;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  /** Terms that the texts use, explained. */
  readonly terms: readonly { readonly term: string; readonly means: string }[];
}

/** Where a person stands in a flow. */
export interface Progress {
  /** The answers on the path, in the order asked. */
  readonly asked: readonly GivenAnswer[];
  /** The next question; absent at an exit. */
  readonly next?: PresentedQuestion;
  /** The outcome's id, once reached. */
  readonly exit?: string;
  readonly unsettled: readonly Unsettled[];
  /** The fewest and the most questions still to come, `next` included; [0, 0] at an exit. */
  readonly remaining: readonly [number, number];
  /** Questions, `next` first, that are certain to be asked whatever is answered. */
  readonly certain: readonly PresentedQuestion[];
}

/** Why a raw answer is not one: data for a message. */
export interface AnswerProblem {
  readonly code:
    | 'unknown-question'
    | 'unknown-option'
    | 'not-one-of'
    | 'no-unsure'
    | 'ambiguous-place'
    | 'unknown-place'
    | 'invalid-date'
    | 'invalid-month'
    | 'invalid-number'
    | 'out-of-range'
    | 'too-few'
    | 'excludes-rest'
    | 'wrong-type';
  readonly question: string;
  /** What was given, as text, cut to a sane length. */
  readonly given: string;
  /** What would be allowed: options, or the places meant. */
  readonly allowed?: readonly { readonly id: string; readonly label: string }[];
  /** The nearest allowed one. */
  readonly nearest?: { readonly id: string; readonly label: string };
  readonly min?: number;
  readonly max?: number;
}
