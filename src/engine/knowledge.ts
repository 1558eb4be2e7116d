import type { AnswerValue } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Condition } from '../model/condition.ts';

/**
 * What is known of one question. No state at all is *void*: this path did not ask it.
 * `value` is what counts, `given` what was answered; they differ where 不清楚 counts as an option.
 * `code` numbers the states that one question can have; a state that is only supposed has none.
 */
export type AnswerState =
  | {
      readonly kind: 'value';
      readonly value: AnswerValue;
      readonly given: AnswerValue;
      readonly code?: number;
    }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'passed-over'; readonly causes: () => readonly Cause[] };

/** Why a question was passed over: an answer kept unsure, or a condition of the tree that was unknown. */
export type Cause =
  | { readonly kind: 'answer'; readonly question: number }
  | { readonly kind: 'when'; readonly condition: Condition; readonly knowledge: Knowledge };

/** Question number (its place in tree order) -> state. */
export type States = readonly (AnswerState | undefined)[];

/** All that a condition may look at, at one point of a path. */
export interface Knowledge {
  readonly date: CalendarDate;
  readonly states: States;
  /** The states that say which place a fact is read of; other than `states` only while reasons are sought. */
  readonly placeStates: States;
  /** The state of a question that was not asked, where others of it are not void. Costly, so on demand. */
  readonly passedOver: ((question: number) => AnswerState | undefined) | undefined;
  /** The exit reached. */
  readonly exit: string | undefined;
  /** Keys (`factKey`) of facts taken as unverified while reasons are sought. */
  readonly hiddenFacts: ReadonlySet<string> | undefined;
  /** The same states as numbers (`numbering.ts`), where they are those of a path and not supposed ones. */
  readonly codes: readonly number[] | undefined;
}

/** An answer kept unsure. */
export const KEPT_UNSURE: AnswerState = { kind: 'unsure' };

/** A question of which nothing is known, not even why. */
export const NOT_KNOWN: AnswerState = { kind: 'passed-over', causes: () => [] };

/** The state of a question, `undefined` where it is void. */
export function stateOf(knowledge: Knowledge, question: number): AnswerState | undefined {
  return knowledge.states[question] ?? knowledge.passedOver?.(question);
}

/** Knowledge in which nothing was asked but what `states` says. */
export function knowledgeOf(states: States, date: CalendarDate, exit?: string): Knowledge {
  return {
    date,
    states,
    placeStates: states,
    passedOver: undefined,
    exit,
    hiddenFacts: undefined,
    codes: undefined,
  };
}

/** The name under which a fact of one place question is hidden. */
export function factKey(fact: string, placeQuestion: string | undefined): string {
  return `${fact} ${placeQuestion ?? ''}`;
}
