import { writeCondition } from '../neutral/problem.mjs';

/** @param {import('../neutral/problem.mjs').Condition} condition */
export function jsonLogicForm(condition) {
  return writeCondition(condition, {
    always: () => /** @type {unknown} */ (true),
    eq: (question, value) => ({ '==': [{ var: question }, value] }),
    in: (question, values) => ({ in: [{ var: question }, values] }),
    not: (part) => ({ '!': [part] }),
    and: (parts) => ({ and: parts }),
    or: (parts) => ({ or: parts }),
  });
}
