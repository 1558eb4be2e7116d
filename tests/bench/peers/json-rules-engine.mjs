import { Engine } from 'json-rules-engine';
import { writeCondition } from '../neutral/problem.mjs';

const FORM = {
  always: () => ({ all: [] }),
  eq: (fact, value) => ({ fact, operator: 'equal', value }),
  in: (fact, value) => ({ fact, operator: 'in', value }),
  not: (part) => ({ not: part }),
  and: (parts) => ({ all: parts }),
  or: (parts) => ({ any: parts }),
};

function ruleOf({ id, when }, type) {
  const condition = writeCondition(when, FORM);
  const conditions = 'fact' in condition ? { all: [condition] } : condition;
  return { name: id, conditions, event: { type, params: { id } } };
}

/** One rule for each question and item. Its events come as they complete, so they are put in order. */
export function load(problem) {
  const rules = [
    ...problem.questions.map((question) => ruleOf(question, 'ask')),
    ...problem.items.map((item) => ruleOf(item, 'list')),
  ];
  const engine = new Engine(rules, { allowUndefinedFacts: true });
  const order = new Map(rules.map(({ name }, at) => [name, at]));
  return async (answers) => {
    const { events } = await engine.run(answers);
    const idsOf = (type) =>
      events
        .filter((event) => event.type === type)
        .map(({ params }) => params.id)
        .sort((one, other) => order.get(one) - order.get(other));
    return { visible: idsOf('ask'), items: idsOf('list') };
  };
}
