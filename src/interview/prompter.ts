import type { AnswerValue } from '../model/answers.ts';
import type { PresentedQuestion } from '../model/progress.ts';

/** What a person did with a question. */
export type Reply = { readonly kind: 'answer'; readonly raw: unknown } | { readonly kind: 'back' };

/** A place as it is offered: its 6-digit code and 省+市 together. */
export interface OfferedPlace {
  readonly code: string;
  readonly label: string;
}

/** What a prompter needs beside the question. */
export interface AskContext {
  /** 第几问, from 1. */
  readonly number: number;
  /** The fewest and the most questions still to come, this one included. */
  readonly remaining: readonly [number, number];
  readonly canGoBack: boolean;
  /** The answer given before the person went back; offered as the default. */
  readonly previous?: AnswerValue;
  /** Why the last reply to this question was refused. */
  readonly refused?: string;
  /** Why `raw` would be refused; absent if it would do. */
  check(raw: unknown): string | undefined;
  /** Places that match what has been typed so far, best first. */
  searchPlaces(typed: string): readonly OfferedPlace[];
}

/** One thing to choose from outside a flow, such as a procedure. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Shown while the choice is pointed at. */
  readonly note?: string;
}

/** One face of the interview. `ask` throws `InterviewCancelled` when the person leaves. */
export interface Prompter {
  /** The first screen: what this is, and that nothing leaves the machine. */
  open(title: string, forWhom: string): void;
  ask(question: PresentedQuestion, context: AskContext): Promise<Reply>;
  choose(ask: string, choices: readonly Choice[]): Promise<string>;
  close(): void;
}
