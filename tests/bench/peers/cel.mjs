import { Environment } from '@marcbachmann/cel-js';
import { hostLoop } from '../neutral/host-loop.mjs';
import { writeExpression } from '../neutral/problem.mjs';

const quote = (value) => JSON.stringify(value);
const WORDS = {
  eq: (question, value) => `${question} == ${quote(value)}`,
  in: (question, values) => `${question} in [${values.map(quote).join(', ')}]`,
  not: '!',
  and: '&&',
  or: '||',
};

export function load(problem) {
  const environment = new Environment();
  for (const { id } of problem.questions) environment.registerVariable(id, 'string');
  return hostLoop(problem, (when) => environment.parse(writeExpression(when, WORDS)), '');
}
