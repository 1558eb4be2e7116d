import { compileFlow } from '../../src/engine/compile-flow.ts';
import type { Knowledge } from '../../src/engine/knowledge.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Flow } from '../../src/model/flow.ts';
import type { Truth } from '../../src/model/truth.ts';

/**
 * The value of one of a flow's conditions for what is known of a person. Conditions are compiled on
 * first use and kept with the flow.
 */
export function evaluateCondition(flow: Flow, condition: Condition, knowledge: Knowledge): Truth {
  return compileFlow(flow).test(condition)(knowledge);
}
