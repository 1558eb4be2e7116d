/**
 * What an engine that only knows conditions needs around it: asks the questions in order, takes the answer
 * of each that is asked, then lists the items.
 * @param {import('./problem.mjs').Problem} problem
 * @param {(condition: import('./problem.mjs').Condition) => (state: Record<string, unknown>) => unknown} compile
 * @param {unknown} [unanswered] what an answer is before it is given, for engines that must know every name
 */
export function hostLoop(problem, compile, unanswered) {
  const questions = problem.questions.map(({ id, when }) => ({ id, test: compile(when) }));
  const items = problem.items.map(({ id, when }) => ({ id, test: compile(when) }));
  const empty =
    unanswered === undefined ? {} : Object.fromEntries(questions.map(({ id }) => [id, unanswered]));
  /** @param {Record<string, string>} answers */
  return (answers) => {
    /** @type {Record<string, unknown>} */
    const state = { ...empty };
    /** @type {string[]} */
    const visible = [];
    /** @type {string[]} */
    const listed = [];
    for (const { id, test } of questions) {
      if (test(state) !== true) continue;
      visible.push(id);
      if (answers[id] !== undefined) state[id] = answers[id];
    }
    for (const { id, test } of items) if (test(state) === true) listed.push(id);
    return { visible, items: listed };
  };
}
