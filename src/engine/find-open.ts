import type { Condition } from '../model/condition.ts';
import type { Derived } from '../model/flow.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { type Cause, type Knowledge, stateOf } from './knowledge.ts';
import { factReader } from './read-fact.ts';
import { type FactRead, readsOf } from './reads.ts';

/** Something that is not known, and that a condition hangs on: a question's number, or a fact. */
export type OpenPoint =
  | { readonly kind: 'question'; readonly question: number }
  | { readonly kind: 'fact'; readonly fact: string };

interface Found {
  readonly points: Map<string, OpenPoint>;
  /** Conditions of the tree that were looked into already: each may stand behind many others. */
  readonly seen: Set<Cause>;
}

/**
 * What an unknown condition hangs on. Parts that are decided are not looked into; where a question was
 * passed over, the condition hangs on what it was passed over for.
 */
export function findOpen(compiled: CompiledFlow, condition: Condition, knowledge: Knowledge): OpenPoint[] {
  const found: Found = { points: new Map(), seen: new Set() };
  collect(compiled, condition, knowledge, found);
  return [...found.points.values()];
}

function collect(compiled: CompiledFlow, condition: Condition, knowledge: Knowledge, found: Found): void {
  if (compiled.test(condition)(knowledge) !== 'unknown') return;
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const part of condition.of) collect(compiled, part, knowledge, found);
      return;
    case 'not':
      collect(compiled, condition.of, knowledge, found);
      return;
    case 'derived': {
      const inner = innerConditions(compiled, compiled.flow.derive[condition.name], knowledge);
      for (const when of inner) collect(compiled, when, knowledge, found);
      if (inner.length > 0 && 'in' in condition.test) return;
    }
  }
  const { questions, facts } = readsOf(compiled, condition);
  for (const question of questions) addQuestion(compiled, question, knowledge, found);
  for (const fact of facts) addFact(compiled, fact, knowledge, found);
}

/** The conditions within a derived value that it may hang on: no row after the first that is yes. */
function innerConditions(
  { test }: CompiledFlow,
  derived: Derived | undefined,
  knowledge: Knowledge,
): readonly Condition[] {
  if (derived?.kind === 'condition') return [derived.when];
  if (derived?.kind !== 'first-match') return [];
  const conditions = derived.rows.flatMap(({ when }) => when ?? []);
  const decisive = conditions.findIndex((when) => test(when)(knowledge) === 'yes');
  return decisive < 0 ? conditions : conditions.slice(0, decisive);
}

function addQuestion(compiled: CompiledFlow, question: number, knowledge: Knowledge, found: Found): void {
  const state = stateOf(knowledge, question);
  if (state === undefined) return;
  const causes = state.kind === 'passed-over' ? state.causes() : [];
  if (causes.length > 0) {
    for (const cause of causes) {
      if (cause.kind === 'answer') foundQuestion(found, cause.question);
      else if (!found.seen.has(cause)) {
        found.seen.add(cause);
        collect(compiled, cause.condition, cause.knowledge, found);
      }
    }
    return;
  }
  const isOpenPlace = state.kind === 'value' && compiled.atlas.isProvinceOnly(String(state.value));
  const isPlace = compiled.questions[question]?.question.type === 'place';
  if (state.kind !== 'value' || (isPlace && isOpenPlace)) foundQuestion(found, question);
}

function foundQuestion(found: Found, question: number): void {
  found.points.set(`question ${question}`, { kind: 'question', question });
}

/** Where not even the place is known, it is the place that has to be found out. */
function addFact(
  compiled: CompiledFlow,
  { fact, placeQuestion, of, ofProvince }: FactRead,
  knowledge: Knowledge,
  found: Found,
): void {
  const number = placeQuestion === undefined ? -1 : compiled.numberOf(placeQuestion);
  const place = stateOf({ ...knowledge, states: knowledge.placeStates }, number);
  if (place && place.kind !== 'value') {
    addQuestion(compiled, number, knowledge, found);
    return;
  }
  if (ofProvince || isOpen(factReader(compiled, fact, of)(knowledge))) {
    found.points.set(`fact ${fact}`, { kind: 'fact', fact });
  }
}

function isOpen(reading: ReturnType<ReturnType<typeof factReader>>): boolean {
  return reading === 'unverified' || reading === 'hidden';
}
