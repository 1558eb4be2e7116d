import { POOL_FACT } from '../../engine/compile-condition.ts';
import type { Condition, ValueTest } from '../../model/condition.ts';
import type { Derived, Flow } from '../../model/flow.ts';
import { conditionParts, conditionsOf } from './flow-conditions.ts';
import { type PartFields, partsOf } from './flow-parts.ts';
import { textsOf } from './flow-texts.ts';

/** A set of values that some test asks for. */
type TestedValues = readonly (string | number)[];

/** What a flow makes use of, and how. */
export interface FlowUses {
  /** Questions whose whole answer matters: compared, printed, handed over, counted from. */
  readonly wholeAnswers: ReadonlySet<string>;
  /** Question -> the values that tests ask for, a list a test. */
  readonly tests: ReadonlyMap<string, readonly TestedValues[]>;
  readonly derived: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
}

interface Found {
  readonly names: Set<string>;
  readonly tests: Map<string, TestedValues[]>;
  readonly facts: Set<string>;
}

/** Several rules ask for the same. */
const known = new WeakMap<Flow, FlowUses>();

/** Finds every use of a question, derived name or fact. */
export function usesOf(flow: Flow): FlowUses {
  const uses = known.get(flow) ?? findUses(flow);
  known.set(flow, uses);
  return uses;
}

function findUses(flow: Flow): FlowUses {
  const found: Found = { names: new Set(), tests: new Map(), facts: new Set() };
  if (flow.jurisdiction !== undefined) found.names.add(flow.jurisdiction);
  for (const { condition } of conditionsOf(flow)) {
    for (const part of conditionParts(condition)) noteCondition(part, found);
  }
  for (const derived of Object.values(flow.derive)) noteInputs(derived, found);
  for (const { text } of textsOf(flow)) notePlaceholders(text, found);
  for (const { fields } of partsOf(flow)) notePart(fields, found);
  for (const { overlays } of Object.values(flow.common.places.entries)) {
    for (const { role } of overlays[flow.id] ?? []) if (role !== undefined) found.names.add(role);
  }
  return { wholeAnswers: found.names, tests: found.tests, derived: found.names, facts: found.facts };
}

function notePart({ handOver, role, by }: PartFields, { names }: Found): void {
  for (const crossing of Object.values(handOver?.with ?? {})) {
    if ('question' in crossing) names.add(crossing.question);
  }
  if (role !== undefined) names.add(role);
  if (by) names.add(by.countedFrom);
}

function noteCondition(part: Condition, found: Found): void {
  switch (part.kind) {
    case 'answer':
      noteTest(part.question, part.test, found);
      return;
    case 'has':
      addTest(part.question, part.options, found);
      return;
    case 'derived':
      found.names.add(part.name);
      noteOperand(part.test, found);
      return;
    case 'same':
      for (const question of part.questions) found.names.add(question);
      if (part.at === 'pool') found.facts.add(POOL_FACT);
      return;
    case 'fact':
    case 'unverified':
      found.facts.add(part.fact);
      if (part.of !== undefined) found.names.add(part.of);
      if (part.kind === 'fact') noteOperand(part.test, found);
      return;
    default:
  }
}

function noteTest(question: string, test: ValueTest, found: Found): void {
  if ('in' in test) addTest(question, test.in, found);
  else found.names.add(question);
  noteOperand(test, found);
}

function addTest(question: string, values: TestedValues, { tests }: Found): void {
  tests.set(question, [...(tests.get(question) ?? []), values]);
}

function noteOperand(test: ValueTest, { names }: Found): void {
  if ('in' in test) return;
  if ('question' in test.than) names.add(test.than.question);
  if ('derived' in test.than) names.add(test.than.derived);
}

function noteInputs(derived: Derived, { names }: Found): void {
  const inputs: Record<Derived['kind'], () => readonly string[]> = {
    condition: () => [],
    'first-match': () => [],
    'months-between': () => (derived.kind === 'months-between' ? derived.questions : []),
    lookup: () => (derived.kind === 'lookup' ? derived.by : []),
    'month-plus': () => (derived.kind === 'month-plus' ? monthInputs(derived) : []),
  };
  for (const input of inputs[derived.kind]()) names.add(input);
}

function monthInputs({ month, plus }: Extract<Derived, { kind: 'month-plus' }>): readonly string[] {
  return typeof plus === 'number' ? [month] : [month, ...plus.by];
}

function notePlaceholders(text: string, { names, facts }: Found): void {
  for (const [, name = '', field] of text.matchAll(/<([a-z][a-z0-9-]*)(?:\.([a-z][a-z0-9-]*))?>/g)) {
    names.add(name);
    if (field !== undefined) facts.add(field);
  }
}
