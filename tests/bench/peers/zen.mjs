import { createRequire } from 'node:module';
import { writeExpression } from '../neutral/problem.mjs';

const { ZenEngine } = createRequire(import.meta.url)('@gorules/zen-engine');

const quote = (value) => JSON.stringify(value);
const WORDS = {
  eq: (question, value) => `$.a_${question} == ${quote(value)}`,
  in: (question, values) => `$.a_${question} in [${values.map(quote).join(', ')}]`,
  not: 'not ',
  and: 'and',
  or: 'or',
};

const node = (id, type, content) => ({
  id,
  name: id,
  type,
  position: { x: 0, y: 0 },
  ...(content && { content }),
});

function modelOf({ questions, items }) {
  const expressions = [
    ...questions.flatMap(({ id, when }) => [
      { id: `v_${id}`, key: `v_${id}`, value: writeExpression(when, WORDS) },
      { id: `a_${id}`, key: `a_${id}`, value: when === true ? id : `$.v_${id} ? ${id} : null` },
    ]),
    ...items.map(({ id, when }) => ({ id, key: id, value: writeExpression(when, WORDS) })),
  ];
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      node('in', 'inputNode'),
      node('ex', 'expressionNode', { expressions, passThrough: false }),
      node('out', 'outputNode'),
    ],
    edges: [
      { id: 'e1', sourceId: 'in', targetId: 'ex', type: 'edge' },
      { id: 'e2', sourceId: 'ex', targetId: 'out', type: 'edge' },
    ],
  };
}

/** The Rust engine, through its own binding. */
export function load(problem) {
  const decision = new ZenEngine().createDecision(modelOf(problem));
  return async (answers) => {
    const { result } = await decision.evaluate(answers);
    return {
      visible: problem.questions.map(({ id }) => id).filter((id) => result[`v_${id}`]),
      items: problem.items.map(({ id }) => id).filter((id) => result[id]),
    };
  };
}
