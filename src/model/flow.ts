import type { InForce } from './calendar-date.ts';
import type { Condition } from './condition.ts';
import type { Actor, DeadlineRule, Duration, HolidayYear } from './deadline.ts';
import type { DatedChange } from './overlay.ts';
import type { Division, PlaceBook } from './place.ts';
import type { Citation, Source } from './source.ts';

/**
 * Text as written: one string, or rows of which the first whose condition is yes is used (the last
 * has none). May hold placeholders `<question>`, `<question.field>`, `<derived>`.
 */
export type Text = string | readonly TextRow[];

/** One row of a text. */
export interface TextRow {
  readonly when?: Condition;
  readonly is: string;
}

/** A node of the decision tree. */
export type TreeNode =
  | {
      readonly kind: 'ask';
      readonly question: string;
      readonly branches?: Readonly<Record<string, readonly TreeNode[]>>;
    }
  | {
      readonly kind: 'when';
      readonly when: Condition;
      readonly then: readonly TreeNode[];
      readonly else: readonly TreeNode[];
      /** Absent where the condition can never be unknown. */
      readonly unknown?: 'then' | 'else' | readonly TreeNode[];
    }
  | { readonly kind: 'exit'; readonly outcome: string };

export type QuestionType = 'choice' | 'multi' | 'yes-no' | 'place' | 'date' | 'month' | 'number';

/** An allowed answer of a choice, multi or yes-no question. */
export interface Option {
  readonly id: string;
  readonly label: Text;
  readonly was?: readonly string[];
}

/** What 不清楚 does: counts as an option, or stays unknown. */
export type Unsure =
  | { readonly as: string | readonly string[]; readonly findOut: string }
  | { readonly keep: true; readonly findOut: string };

/** A question. `options` is empty unless choice, multi or yes-no. */
export interface Question {
  readonly id: string;
  readonly type: QuestionType;
  readonly ask: Text;
  readonly why?: Text;
  readonly options: readonly Option[];
  readonly unsure?: Unsure;
  /** Why a choice has no 不清楚. */
  readonly noUnsure?: string;
  /** Multi: the least number of options, 0 or 1. */
  readonly atLeast?: 0 | 1;
  /** Multi: the option that excludes the rest. */
  readonly none?: string;
  /** Number: limits, both allowed, and unit as printed. */
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly was?: readonly string[];
}

/** A named condition or value computed from answers. */
export type Derived =
  | { readonly kind: 'condition'; readonly when: Condition }
  /** The first row whose condition is yes gives the value; the last row has no condition. */
  | {
      readonly kind: 'first-match';
      readonly rows: readonly { readonly when?: Condition; readonly is: string | number }[];
    }
  /** Whole months strictly between two months or dates. */
  | { readonly kind: 'months-between'; readonly questions: readonly [string, string] }
  | { readonly kind: 'lookup'; readonly table: string; readonly by: readonly string[] }
  /** A month some months after a month or date that was asked. */
  | {
      readonly kind: 'month-plus';
      readonly month: string;
      readonly plus: number | { readonly table: string; readonly by: readonly string[] };
    };

/** A table of a `lookup`: the first row that matches every column gives the value. */
export interface LookupTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** One test per column; `from`/`until` are inclusive and compare as text or numbers. */
    readonly match: readonly (
      | string
      | number
      | { readonly from?: string | number; readonly until?: string | number }
    )[];
    readonly is: string | number;
  }[];
  readonly sources: readonly Citation[];
}

export type Verdict = 'proceed' | 'not-needed' | 'not-eligible' | 'elsewhere' | 'ask-first';

/** Another flow that goes on from here, with the answers that cross. */
export interface HandOver {
  readonly to: string;
  readonly when?: Condition;
  /** Their question -> our question, or a value of our own. */
  readonly with: Readonly<Record<string, { readonly question: string } | { readonly value: string }>>;
}

/** Where a path exits. */
export interface Outcome {
  readonly id: string;
  readonly verdict: Verdict;
  readonly title: Text;
  readonly say?: Text;
  readonly handOver?: HandOver;
  readonly sources: readonly Citation[];
  readonly verify?: boolean;
}

export type ItemKind = 'step' | 'material' | 'not-needed' | 'warning' | 'note';

/** What all lines of a checklist have. `when` is complete: the outcome test that a line is given by default is written into it. */
export interface ItemBase extends InForce {
  readonly id: string;
  /** The heading: a step's title, a material's name, a warning's or note's sentence. */
  readonly title: Text;
  /** A further sentence. For a not-needed item, why it is not needed (`because`). */
  readonly say?: Text;
  readonly when: Condition;
  readonly sources: readonly Citation[];
  /** Rests on grade C alone: marked 待核实. */
  readonly verify?: boolean;
  /** Printed in a group of its own: 请人代办时. */
  readonly inCase?: string;
  readonly optional?: boolean;
  /** The place question it is about (`place:`); absent: the flow's jurisdiction. Its facts are bound to it already. */
  readonly role?: string;
  readonly was?: readonly string[];
}

/** One action within a step. */
export interface SubStep {
  readonly text: Text;
  readonly when?: Condition;
}

export interface Step extends ItemBase {
  readonly kind: 'step';
  readonly do: readonly SubStep[];
  readonly who: Actor;
  readonly takes?: Duration;
  readonly by?: DeadlineRule;
  /** Another flow that tells more. */
  readonly see?: string;
}

export interface Material extends ItemBase {
  readonly kind: 'material';
  /** 原件, 复印件, 原件和复印件, 照片 … as printed. */
  readonly form?: string;
  readonly copies?: number;
  /** Any one of these will do. */
  readonly oneOf?: readonly Text[];
}

export interface PlainItem extends ItemBase {
  readonly kind: 'not-needed' | 'warning' | 'note';
}

export type Item = Step | Material | PlainItem;

/** What all flows share at run time: divisions, places, holidays. Loaded once. */
export interface CommonData {
  readonly divisions: readonly Division[];
  readonly places: PlaceBook;
  readonly holidays: readonly HolidayYear[];
  /** Id -> title of every flow that can be named in `see` or a hand-over. */
  readonly flowTitles: Readonly<Record<string, string>>;
}

/** One procedure, loaded, checked and frozen. Plain JSON but for `common`, which the store attaches. */
export interface Flow {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly forWhom: string;
  readonly reviewed: string;
  readonly reviewBy: string;
  /** The way in for people who do not know their procedure: listed first. */
  readonly entry?: true;
  /** The place question whose place's rules apply; absent where a flow asks no place. */
  readonly jurisdiction?: string;
  readonly tree: readonly TreeNode[];
  /** In tree order. */
  readonly questions: Readonly<Record<string, Question>>;
  readonly derive: Readonly<Record<string, Derived>>;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** File order is the order of doing, kind by kind. */
  readonly items: readonly Item[];
  readonly changes: readonly DatedChange[];
  readonly terms: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, LookupTable>>;
  /** Every source that this flow or an overlay of it cites. */
  readonly sources: Readonly<Record<string, Source>>;
  readonly common: CommonData;
}

/** A flow as stored: all but the shared part. */
export type StoredFlow = Omit<Flow, 'common'>;
