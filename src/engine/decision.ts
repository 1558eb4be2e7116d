import type { CompiledNode } from './compile-flow.ts';
import type { Cause } from './knowledge.ts';

/** A point in the tree: a node of a list, and where the walk goes on after the list. */
export interface Frame {
  readonly nodes: readonly CompiledNode[];
  readonly index: number;
  readonly rest: Frame | undefined;
}

/** A point where the path could have gone another way, had something been known. */
export interface Decision {
  readonly cause: Cause;
  readonly at: Frame;
  /** The ways not taken, each with all that follows it. */
  readonly alternatives: readonly Frame[];
  /** How many questions had been asked. */
  readonly asked: number;
}
