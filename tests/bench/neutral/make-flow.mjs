import { mkdirSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { problem, writeCondition } from './problem.mjs';

/** Ids of a flow are written with hyphens. @param {string} id */
export const flowId = (id) => id.replaceAll('_', '-');

/** @param {import('./problem.mjs').Condition} condition */
function conditionOf(condition) {
  return writeCondition(condition, {
    always: () => /** @type {unknown} */ (undefined),
    eq: (question, value) => ({ [question]: flowId(value) }),
    in: (question, values) => ({ [question]: values.map(flowId) }),
    not: (part) => ({ not: part }),
    and: (parts) => ({ all: parts }),
    or: (parts) => ({ any: parts }),
  });
}

/** @param {{ when: import('./problem.mjs').Condition }} item */
const guard = ({ when }) => (when === true ? {} : { when: conditionOf(when) });

/** @param {import('./problem.mjs').NeutralQuestion} question */
function nodeOf({ id, when }) {
  if (when === true) return id;
  // biome-ignore lint/suspicious/noThenProperty: a word of the flow language
  return { when: conditionOf(when), unknown: 'else', then: [id] };
}

/** The neutral problem as a flow of ours, in the language that all our flows are written in. */
export function neutralFlow() {
  const kinds = /** @type {const} */ (['step', 'material']);
  const [steps, materials] = kinds.map((kind) => problem.items.filter((item) => item.kind === kind));
  return {
    id: 'moving',
    title: '搬家',
    aliases: [],
    'for-whom': '要搬家的人',
    reviewed: '2026-11-22',
    'review-by': '2027-11-22',
    tree: [...problem.questions.map(nodeOf), { exit: 'move' }],
    questions: Object.fromEntries(
      problem.questions.map(({ id, text, options }) => [
        id,
        {
          ask: text,
          'no-unsure': '中立的题目只有这些答案',
          options: Object.fromEntries(options.map((option) => [flowId(option), option])),
        },
      ]),
    ),
    outcomes: { move: { verdict: 'proceed', title: '搬家', say: '搬家', sources: ['yb-2022-22'] } },
    materials: Object.fromEntries(
      (materials ?? []).map((item) => [
        item.id,
        { name: item.text, ...guard(item), sources: ['yb-2022-22'] },
      ]),
    ),
    steps: Object.fromEntries(
      (steps ?? []).map((item) => [item.id, { title: item.text, ...guard(item), sources: ['yb-2022-22'] }]),
    ),
  };
}

/**
 * Writes the flow into a folder of flows.
 * @param {string} folder
 */
export function writeNeutralFlow(folder) {
  mkdirSync(`${folder}/moving`, { recursive: true });
  writeFileSync(`${folder}/moving/flow.yaml`, stringify(neutralFlow(), { lineWidth: 0 }));
}
