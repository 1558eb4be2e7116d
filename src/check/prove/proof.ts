import type { Answers } from '../../model/answers.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { ItemKind } from '../../model/flow.ts';

/** The way to a node of the tree: list indexes, option ids, `then`, `else`, `unknown`: `[2, 'then', 0]`. */
export type TreePath = readonly (number | string)[];

/** What a finding is about. */
export type Subject =
  | { readonly kind: 'item'; readonly item: ItemKind; readonly id: string }
  | { readonly kind: 'outcome'; readonly id: string }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'tree'; readonly path: TreePath }
  | { readonly kind: 'flow' };

/** A fact that no place is known to have, and that an example supposes. No value: nobody has verified it. */
export interface Supposed {
  readonly fact: string;
  /** The place question whose place it is. */
  readonly question: string;
  readonly value: string | number | undefined;
}

/** Answers that show a finding: a file of answers that one can run. Places are real ones, by code. */
export interface Example {
  readonly date: CalendarDate;
  readonly answers: Answers;
  /** The exit that they reach, if any. */
  readonly exit: string | undefined;
  /** Empty where the answers show the finding as they stand. */
  readonly supposes: readonly Supposed[];
  /** Whether real places lie to one another as the finding needs them to. They mostly do. */
  readonly hasRealPlaces: boolean;
}

/** The overlay under which a finding holds, where the national result does not have it. */
export interface UnderOverlay {
  /** The 6-digit code of the place. */
  readonly place: string;
  /** The place question that the overlay is about. */
  readonly role: string;
}

interface Found {
  readonly subject: Subject;
  readonly under?: UnderOverlay;
}

interface Shown extends Found {
  /** The shortest path that shows it; absent where finding one would take too much work. */
  readonly example?: Example;
}

/** A defect that the proof found. `code` is stable. */
export type Finding =
  /** A path ends without an exit; the subject is the node after which it ends. */
  | (Shown & { readonly code: 'path-without-exit' })
  /** An outcome says nothing to do: no step that is required. */
  | (Shown & { readonly code: 'outcome-without-step' })
  /** A `proceed` outcome with neither a material nor a line that none is needed. */
  | (Shown & { readonly code: 'outcome-without-material' })
  /** A deadline is counted from what this path does not ask. */
  | (Shown & { readonly code: 'deadline-without-start'; readonly countedFrom: string })
  /** A text prints a placeholder that nothing fills: `<stay>`, `<old-place.province>`. */
  | (Shown & { readonly code: 'unfilled-placeholder'; readonly placeholder: string })
  /** The same paper is needed (`possible`: perhaps) and not needed. `with` is the not-needed line's id. */
  | (Shown & {
      readonly code: 'contradiction';
      readonly status: 'required' | 'possible';
      readonly with: string;
    })
  /** A checklist that is too long to read. */
  | (Shown & { readonly code: 'too-long'; readonly counted: 'lines' | 'warnings'; readonly count: number })
  /** No answers come to this outcome. */
  | (Found & { readonly code: 'outcome-never-reached' })
  /** No answers come to this exit of the tree, though perhaps to others of its outcome. */
  | (Found & { readonly code: 'exit-never-reached' })
  /** The tree names the question, and no answers come to it. */
  | (Found & { readonly code: 'question-never-asked' })
  /** No answers list this item. */
  | (Found & { readonly code: 'item-never-listed' })
  /** The item has a condition of its own, and is on every list of the outcomes that it belongs to. */
  | (Found & { readonly code: 'item-always-listed' })
  /** The proof would take too much work: there may be more to find. */
  | (Found & { readonly code: 'proof-unfinished' });

export type FindingCode = Finding['code'];

/** The longest checklist of one measure. */
export interface Longest {
  readonly count: number;
  readonly example: Example | undefined;
}

/** What was too much to look at in full, and how much of it was looked at. */
export interface Sampled {
  readonly subject: Subject;
  readonly combinations: number;
  readonly tried: number;
}

/** Options that nothing in the flow tells apart. */
export interface AlikeOptions {
  readonly question: string;
  readonly options: readonly string[];
}

/** What is proven of a flow. */
export interface Proof {
  readonly flow: string;
  /** Ways through the tree. */
  readonly paths: number;
  /** Classes of answers that the tree tells apart. */
  readonly classes: number;
  /** Units of work that it took. */
  readonly work: number;
  /** Conditions tested. */
  readonly evaluations: number;
  /** One day of each span of days in which the same lines are in force. */
  readonly dates: readonly CalendarDate[];
  /** Overlays checked. */
  readonly overlays: number;
  /** Everything was looked at: `findings` are all there are. */
  readonly proven: boolean;
  readonly sampled: readonly Sampled[];
  readonly findings: readonly Finding[];
  readonly longest: { readonly lines: Longest; readonly warnings: Longest };
  readonly alike: readonly AlikeOptions[];
}

/** More lines than this are too many to read. */
export const MOST_LINES = 35;

/** More warnings than this are not heeded. */
export const MOST_WARNINGS = 8;
