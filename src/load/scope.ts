import type { ItemKind, LookupTable, QuestionType, Verdict } from '../model/flow.ts';
import type { Division, FactDeclaration } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import type { ProblemList } from './problem-list.ts';

/** What conditions and texts need to know of a question before it is read in full. */
export interface QuestionName {
  readonly id: string;
  readonly type: QuestionType;
  readonly options: readonly string[];
  /** Shown words -> option, where they are a plain text. */
  readonly labels: ReadonlyMap<string, string>;
  readonly unsure: 'none' | 'as' | 'keep';
}

/** What kind of value a derived name has, and which, where they can be listed. */
export interface DerivedName {
  readonly type: 'condition' | 'value' | 'number' | 'month';
  readonly values?: readonly (string | number)[];
}

/** What all flows share while they are loaded. */
export interface Book {
  readonly divisions: ReadonlyMap<string, Division>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  readonly channelKinds: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, { readonly name: string; readonly members: readonly string[] }>;
  readonly tables: ReadonlyMap<string, LookupTable>;
  /** Every flow's names, for hand-overs and `see`. */
  readonly flows: ReadonlyMap<string, FlowNames>;
  /** Flows whose file is broken: they may be named, and nothing is known of them. */
  readonly unreadable: ReadonlySet<string>;
}

/** The names that a flow declares. */
export interface FlowNames {
  readonly id: string;
  readonly title: string;
  readonly jurisdiction?: string;
  readonly reviewed?: string;
  readonly questions: ReadonlyMap<string, QuestionName>;
  readonly derived: ReadonlyMap<string, DerivedName>;
  readonly outcomes: ReadonlyMap<string, Verdict | undefined>;
  readonly items: ReadonlyMap<string, ReadonlySet<ItemKind>>;
}

/** Everything that may be named at one place, and where problems go. */
export interface Scope {
  readonly names: FlowNames;
  readonly book: Book;
  /** The shared sources and those of the flow. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly problems: ProblemList;
  /** Shared parts stand in no flow: they know neither its jurisdiction nor its outcomes. */
  readonly shared?: boolean;
  /** Whether the exit is known here. The tree and its questions come before it. */
  readonly outcomeKnown: boolean;
  /** The place question whose facts a condition means. */
  readonly role?: string;
  /** The place whose line this is; absent: the nation. */
  readonly place?: string;
}
