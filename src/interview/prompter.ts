import type { AnswerValue } from '../model/answers.ts';
import type { PresentedQuestion } from '../model/progress.ts';

/** What a person did with a question. */
export type Reply = { readonly kind: 'answer'; readonly raw: unknown } | { readonly kind: 'back' };

/** A place as it is offered: its 6-digit code and 省+市 together. */
export interface OfferedPlace {
  readonly code: string;
  readonly label: string;
  /** What was typed is this place's own name, not only the beginning of it. */
  readonly exact?: boolean;
}

/** How something typed freely is understood, to be read back before it counts. */
export interface Understood {
  /** As the answer is written: 2026-10-15. */
  readonly written: string;
  /** As it is read back: 2026年10月15日，星期四. */
  readonly said: string;
}

/**
 * Why a question is asked: in turn, because its answer is being changed on the review page, or because
 * a changed answer made it necessary.
 */
export type Occasion = 'in-turn' | 'change' | 'follow-up';

/** What a prompter needs beside the question. */
export interface AskContext {
  /** 第几问, from 1. */
  readonly number: number;
  /** The fewest and the most questions still to come, this one included. */
  readonly remaining: readonly [number, number];
  readonly occasion: Occasion;
  readonly canGoBack: boolean;
  /** The answer given before the person went back; offered as the default. */
  readonly previous?: AnswerValue;
  /** Why the last reply to this question was refused. */
  readonly refused?: string;
  /** Why `raw` would be refused; absent if it would do. */
  check(raw: unknown): string | undefined;
  /** How a date or month is understood; absent for what is none, and for other questions. */
  understand(typed: string): Understood | undefined;
  /** Places that match what has been typed so far, best first. */
  searchPlaces(typed: string): readonly OfferedPlace[];
}

/** One thing to choose from outside a flow, such as a procedure. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Stands after the label, set apart. */
  readonly answer?: string;
  /** Shown while the choice is pointed at. */
  readonly note?: string;
}

/** One answer on the review page. */
export interface ReviewRow {
  readonly question: string;
  readonly ask: string;
  readonly label: string;
}

/** What a person did with the review page. */
export type ReviewReply =
  | { readonly kind: 'done' }
  | { readonly kind: 'change'; readonly question: string }
  | { readonly kind: 'back' };

/** One face of the interview. All but `tell` and `close` throw `InterviewCancelled` when the person leaves. */
export interface Prompter {
  /**
   * The first screen: what this is, that nothing leaves the machine, and whether answers are kept for
   * going on. Waits where it would scroll away.
   */
  open(title: string, forWhom: string, isKept: boolean): Promise<void>;
  ask(question: PresentedQuestion, context: AskContext): Promise<Reply>;
  /** All answers, before they count. */
  review(rows: readonly ReviewRow[], canGoBack: boolean): Promise<ReviewReply>;
  /** `start` is the value pointed at to begin with. */
  choose(ask: string, choices: readonly Choice[], start?: string): Promise<string>;
  /** A line of text; nothing typed is `start`. `check` says why a line would not do. */
  input(ask: string, start: string, check: (typed: string) => string | undefined): Promise<string>;
  /** Yes or no; nothing typed is no. */
  confirm(ask: string): Promise<boolean>;
  tell(sentence: string): void;
  close(): void;
}
