import type { FlowCase } from '../model/case.ts';
import type { Flow } from '../model/flow.ts';
import type { FoundFlow } from './find-flow-by-name.ts';
import type { FlowSummary } from './flow-summary.ts';

/** The procedures that there are, from wherever they came. */
export interface FlowStore {
  /** What a list says of each; a way in comes before the procedures that it leads to. */
  list(): readonly FlowSummary[];
  /** By id, title or alias; else those that were probably meant. */
  find(name: string): FoundFlow;
  /** The whole procedure: frozen plain data, which `JSON.stringify` takes as it is. Rejects with `UnknownFlowError`. */
  get(id: string): Promise<Flow>;
  /** Its personas: answers, and what must come of them. Rejects with `UnknownFlowError`. */
  cases(id: string): Promise<readonly FlowCase[]>;
}
