import { LogicEngine } from 'json-logic-engine';
import { hostLoop } from '../neutral/host-loop.mjs';
import { jsonLogicForm } from './json-logic-form.mjs';

/** json-logic-engine with every rule compiled beforehand. */
export function load(problem) {
  const engine = new LogicEngine();
  return hostLoop(problem, (when) => (when === true ? () => true : engine.build(jsonLogicForm(when))));
}
