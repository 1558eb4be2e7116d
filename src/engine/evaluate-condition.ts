import type { Condition } from '../model/condition.ts';
import type { Flow } from '../model/flow.ts';
import type { Truth } from '../model/truth.ts';
import { compileFlow } from './compile-flow.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * The value of one of a flow's conditions for what is known of a person. Conditions are compiled on
 * first use and kept with the flow.
 */
export function evaluateCondition(flow: Flow, condition: Condition, knowledge: Knowledge): Truth {
  return compileFlow(flow).test(condition)(knowledge);
}
