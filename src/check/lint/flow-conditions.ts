import type { Condition } from '../../model/condition.ts';
import type { Flow, Text } from '../../model/flow.ts';
import { type FlowPart, partsOf } from './flow-parts.ts';
import { treeNodes } from './tree-nodes.ts';

/** A condition at the place where it is written. */
export interface WrittenCondition {
  readonly subject: string;
  readonly condition: Condition;
}

/** Every condition of a flow. */
export function* conditionsOf(flow: Flow): Generator<WrittenCondition> {
  for (const [name, derived] of Object.entries(flow.derive)) {
    if (derived.kind === 'condition') yield { subject: `derived/${name}`, condition: derived.when };
    if (derived.kind === 'first-match') yield* rowConditions(`derived/${name}`, derived.rows);
  }
  for (const { subject, node } of treeNodes(flow.tree)) {
    if (node.kind === 'when') yield { subject: `${subject}/when`, condition: node.when };
  }
  for (const { id } of Object.values(flow.questions)) yield* questionConditions(flow, id);
  for (const part of partsOf(flow)) yield* partConditions(part);
}

function* partConditions({ subject, fields }: FlowPart): Generator<WrittenCondition> {
  const { when, title, say, do: subSteps = [], oneOf = [], handOver } = fields;
  if (when) yield { subject: `${subject}/when`, condition: when };
  yield* textConditions(`${subject}/title`, title);
  yield* textConditions(`${subject}/say`, say);
  for (const [index, subStep] of subSteps.entries()) {
    if (subStep.when) yield { subject: `${subject}/do/${index}/when`, condition: subStep.when };
    yield* textConditions(`${subject}/do/${index}/text`, subStep.text);
  }
  for (const [index, text] of oneOf.entries()) yield* textConditions(`${subject}/oneOf/${index}`, text);
  if (handOver?.when) yield { subject: `${subject}/hand-over/when`, condition: handOver.when };
}

/** The conditions in the texts of one question. */
export function* questionConditions(flow: Flow, id: string): Generator<WrittenCondition> {
  const question = flow.questions[id];
  yield* textConditions(`question/${id}/ask`, question?.ask);
  yield* textConditions(`question/${id}/why`, question?.why);
  for (const option of question?.options ?? []) {
    yield* textConditions(`option/${id}/${option.id}`, option.label);
  }
}

function* textConditions(subject: string, text: Text | undefined): Generator<WrittenCondition> {
  if (typeof text === 'object') yield* rowConditions(subject, text);
}

function* rowConditions(
  subject: string,
  rows: readonly { readonly when?: Condition }[],
): Generator<WrittenCondition> {
  for (const [index, { when }] of rows.entries()) {
    if (when) yield { subject: `${subject}/${index}/when`, condition: when };
  }
}

/** A condition and all within it, not through derived names. */
export function* conditionParts(condition: Condition): Generator<Condition> {
  yield condition;
  if (condition.kind === 'all' || condition.kind === 'any') {
    for (const part of condition.of) yield* conditionParts(part);
  }
  if (condition.kind === 'not') yield* conditionParts(condition.of);
}
