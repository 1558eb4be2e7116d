import type { Span } from './style.ts';

/** What is drawn before the first line of a paragraph. */
export type Sign = 'box' | 'warning' | 'dot';

/** A paragraph to be set in lines. */
export interface Paragraph {
  /** What it is to a screen reader: H1, H2, H3, P. */
  readonly tag: 'H1' | 'H2' | 'H3' | 'P';
  readonly spans: readonly Span[];
  readonly size: number;
  /** From the left of the block to its lines; signs stand in that room. */
  readonly indent: number;
  readonly sign?: Sign;
  /** Set in the middle. */
  readonly centred?: boolean;
  /** The web address that its text leads to. */
  readonly link?: string;
}

/** Facts that may share a line. */
export interface Facts {
  readonly facts: readonly (readonly Span[])[];
  readonly size: number;
  readonly indent: number;
}

/** Labels side by side, each with a line to write on. */
export interface Blanks {
  readonly labels: readonly string[];
  /** Into how many the row is divided. */
  readonly columns: 1 | 2;
  readonly size: number;
}

export type Part = Paragraph | Facts | Blanks;

/** What stays together on a page as long as one page can hold it. */
export interface Block {
  readonly parts: readonly Part[];
  /** The room above, unless it begins a page. */
  readonly before: number;
  /** Stays on the page of the next block. */
  readonly keepWithNext?: boolean;
  /** A tinted panel with a bar at its left. */
  readonly panel?: 'good' | 'warn';
  /** A line below: strong under headings, light between entries. */
  readonly rule?: 'strong' | 'light';
  /** One entry of a list. */
  readonly entry?: boolean;
  /** Its name among the bookmarks. */
  readonly bookmark?: string;
}
