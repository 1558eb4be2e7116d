import type { Condition } from '../model/condition.ts';
import type { Flow } from '../model/flow.ts';
import type { Truth } from '../model/truth.ts';
import type { Atlas } from './atlas.ts';
import type { Knowledge } from './knowledge.ts';
import type { Numbering } from './numbering.ts';
import type { Memory } from './remember.ts';
import type { ValueSet } from './value-set.ts';

/** A condition, compiled. */
export type Test = (knowledge: Knowledge) => Truth;

/** A derived value, compiled. */
export type Derive = (knowledge: Knowledge) => ValueSet;

/** What conditions and derived values need of their flow in order to be compiled. */
export interface FlowScope {
  readonly flow: Flow;
  readonly atlas: Atlas;
  readonly numbering: Numbering;
  readonly memory: Memory;
  /** A question's number in tree order; -1 where the flow has none of that name. */
  readonly numberOf: (question: string) => number;
  /** A condition compiled, once. */
  readonly test: (condition: Condition) => Test;
  /** A derived name compiled, once. */
  readonly derive: (name: string) => Derive;
}
