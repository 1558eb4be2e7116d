import type { AnswerValue } from './answers.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Actor, Duration, ResolvedDeadline } from './deadline.ts';
import type { ItemKind, QuestionType, Verdict } from './flow.ts';
import type { Grade } from './source.ts';

/** An answer that a line rests on, or a place's fact (then `fact` names it and `value` is the fact's value). */
export interface Reason {
  readonly question?: string;
  readonly fact?: string;
  /** The place whose fact it is. */
  readonly place?: string;
  readonly value: AnswerValue;
  readonly label: string;
}

/** What a possible line hangs on, and how to find out. */
export interface HangsOn {
  readonly question?: string;
  readonly fact?: string;
  /** The question as asked, or the fact's name. */
  readonly label: string;
  readonly findOut: string;
}

/** A source as a line shows it. `grade` already counts a local paper under a national line one lower. */
export interface CitedSource {
  readonly id: string;
  /** 医保发〔2022〕22号 规程第八条. */
  readonly cite: string;
  readonly grade: Grade;
  /** Not in force before this day (自…起施行); only where it is later than the run's date. */
  readonly inForceFrom?: CalendarDate;
}

export type Level = 'nation' | 'province' | 'city';

/** A line of the checklist. */
export interface ChecklistItem {
  readonly kind: ItemKind;
  readonly id: string;
  readonly title: string;
  readonly say?: string;
  readonly status: 'required' | 'possible';
  readonly because: readonly Reason[];
  readonly hangsOn?: readonly HangsOn[];
  readonly level: Level;
  /** The name of the place it comes from, where not the nation. */
  readonly place?: string;
  /** A national line on local papers alone: the places whose papers (据江苏省规定，本地请核对). */
  readonly accordingTo?: readonly string[];
  readonly sources: readonly CitedSource[];
  readonly verify?: boolean;
  readonly inCase?: string;
  readonly optional?: boolean;
  // steps
  readonly do?: readonly { readonly text: string; readonly status: 'required' | 'possible' }[];
  readonly who?: Actor;
  readonly takes?: Duration;
  readonly see?: { readonly flow: string; readonly title?: string };
  readonly deadline?: ResolvedDeadline;
  /** When `takes` would end if the step were done on the run's date. */
  readonly doneBy?: ResolvedDeadline;
  // materials
  readonly form?: string;
  readonly copies?: number;
  readonly oneOf?: readonly string[];
}

/** An answer on the path. `treatedAs` where 不清楚 counted as an option. */
export interface GivenAnswer {
  readonly question: string;
  readonly type: QuestionType;
  readonly ask: string;
  readonly value: AnswerValue;
  readonly label: string;
  readonly treatedAs?: { readonly value: AnswerValue; readonly label: string };
  /** For 不清楚: how to find out. */
  readonly findOut?: string;
}

/** A condition of the tree that stayed unknown. */
export interface Unsettled {
  /** What was not known, in words: the questions or facts it hangs on. */
  readonly test: string;
  readonly findOut: string;
  /** Titles of the outcomes, or the questions, it would have led to otherwise. */
  readonly otherwise: string;
}

/** A source at the foot of the checklist. `mark` is its number in the text, from 1. */
export interface ListedSource extends CitedSource {
  readonly mark: number;
  readonly title: string;
  readonly issuer: string;
  readonly url?: string;
  readonly seen: CalendarDate;
  readonly place?: string;
}

/** The result: one plain data structure that every renderer prints. */
export interface Checklist {
  readonly schema: 1;
  readonly flow: { readonly id: string; readonly title: string; readonly reviewed: CalendarDate };
  readonly date: CalendarDate;
  readonly outcome: {
    readonly id: string;
    readonly verdict: Verdict;
    readonly title: string;
    readonly text?: string;
    readonly because: readonly Reason[];
    readonly level: Level;
    readonly place?: string;
    readonly accordingTo?: readonly string[];
    readonly sources: readonly CitedSource[];
    readonly verify?: boolean;
    readonly handOver?: {
      readonly to: string;
      readonly title?: string;
      readonly answers: Readonly<Record<string, AnswerValue>>;
    };
  };
  readonly answers: readonly GivenAnswer[];
  readonly steps: readonly ChecklistItem[];
  readonly materials: readonly ChecklistItem[];
  readonly notNeeded: readonly ChecklistItem[];
  readonly warnings: readonly ChecklistItem[];
  readonly notes: readonly ChecklistItem[];
  readonly unsettled: readonly Unsettled[];
  readonly terms: readonly { readonly term: string; readonly means: string }[];
  /**
   * The most local level of which anything is known for this person: `none` where no place was asked,
   * `nation` where nothing local is verified (the checklist says so once).
   */
  readonly localStatus: { readonly level: 'none' | Level; readonly place?: string; readonly hotline: string };
  readonly sources: readonly ListedSource[];
}
