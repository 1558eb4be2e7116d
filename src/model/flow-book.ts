import type { FlowCase } from './case.ts';
import type { CommonData, Flow, ItemKind } from './flow.ts';
import type { FlowPositions } from './problem.ts';

/** A part that several flows may use. */
export interface SharedPart {
  readonly kind: ItemKind;
  readonly id: string;
  /** Its heading, where that is a plain text. */
  readonly title: string;
}

/** Sound flows as they were read from their files: what `check` looks at. */
export interface FlowBook {
  readonly flows: readonly Flow[];
  readonly common: CommonData;
  /** Flow id -> cases. */
  readonly cases: Readonly<Record<string, readonly FlowCase[]>>;
  /** Flow id -> where its parts stand. */
  readonly positions: Readonly<Record<string, FlowPositions>>;
  /** Where stands what flows share: sources, terms, facts, channels. */
  readonly commonPositions: FlowPositions;
  readonly sharedParts: readonly SharedPart[];
}
