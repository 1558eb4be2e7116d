import jsonLogic from 'json-logic-js';
import { hostLoop } from '../neutral/host-loop.mjs';
import { jsonLogicForm } from './json-logic-form.mjs';

export function load(problem) {
  return hostLoop(problem, (when) => {
    const rule = jsonLogicForm(when);
    return (state) => jsonLogic.apply(rule, state);
  });
}
