import { compileExpression } from 'filtrex';
import { hostLoop } from '../neutral/host-loop.mjs';
import { writeExpression } from '../neutral/problem.mjs';

const quote = (value) => JSON.stringify(value);
const WORDS = {
  always: '1 == 1',
  eq: (question, value) => `${question} == ${quote(value)}`,
  in: (question, values) => `${question} in (${values.map(quote).join(', ')})`,
  not: 'not ',
  and: 'and',
  or: 'or',
};

export function load(problem) {
  return hostLoop(problem, (when) => compileExpression(writeExpression(when, WORDS)), '');
}
