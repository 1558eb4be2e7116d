import type { Verdict } from '../model/flow.ts';
import type { Span } from './style.ts';
import type { SectionId } from './wording.ts';

/** What stands below the first line of an entry. Facts are short and may share a line. */
export type Detail =
  | { readonly kind: 'text' | 'bullet'; readonly spans: readonly Span[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly Span[])[] }
  | { readonly kind: 'link'; readonly url: string };

/** What stands before an entry: a box to tick, a number, a warning sign, a dash, the number of a source. */
export type Marker = 'box' | 'number' | 'warning' | 'dash' | 'source';

/** One entry of a section: a line that may be told apart, and what belongs to it. */
export interface Entry {
  readonly marker: Marker;
  /** For `number` and `source`. */
  readonly number?: number;
  readonly title: readonly Span[];
  readonly details: readonly Detail[];
}

/** Entries under one heading; without a title they stand directly below the section's. */
export interface Group {
  readonly title?: string;
  readonly entries: readonly Entry[];
}

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly groups: readonly Group[];
}

/** A checklist in words, in reading order, and free of any format: what every face of it prints. Its texts are clean. */
export interface Outline {
  readonly title: string;
  readonly dates: string;
  readonly verdict: {
    readonly verdict: Verdict;
    readonly title: readonly Span[];
    readonly details: readonly Detail[];
  };
  /** How far local rules are in this list. */
  readonly localStatus?: string;
  readonly sections: readonly Section[];
  /** The last sentences: what 待核实 means, whom to call. */
  readonly closing: readonly string[];
}
