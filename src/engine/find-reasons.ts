import type { Condition } from '../model/condition.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { findOpen } from './find-open.ts';
import { type Knowledge, NOT_KNOWN } from './knowledge.ts';
import { factReader } from './read-fact.ts';
import { type FactRead, readsOf } from './reads.ts';

/** Something known that a condition read: an answer, or a fact of a place. */
export type Ground =
  | { readonly kind: 'question'; readonly question: number }
  | { readonly kind: 'fact'; readonly read: FactRead };

/**
 * Why a condition has its value: the answers and facts that it read, less those without which it has
 * the same value. The latest in tree order are left out first. Where it is unknown, what it hangs on
 * must stay the same too. In tree order; none of them can be left out.
 */
export function findReasons(compiled: CompiledFlow, condition: Condition, knowledge: Knowledge): Ground[] {
  const value = (grounds: readonly Ground[]) =>
    fingerprint(compiled, condition, knowOnly(compiled, condition, knowledge, grounds));
  const target = value(groundsOf(compiled, condition, knowledge));
  let kept = groundsOf(compiled, condition, knowledge);
  let before: number;
  do {
    before = kept.length;
    for (const ground of [...kept].reverse()) {
      const without = kept.filter((one) => one !== ground);
      if (value(without) === target) kept = without;
    }
    // Leaving out a later answer can make an earlier one idle where part of the condition is void.
  } while (kept.length < before);
  return kept;
}

function fingerprint(compiled: CompiledFlow, condition: Condition, knowledge: Knowledge): string {
  const truth = compiled.test(condition)(knowledge);
  if (truth !== 'unknown') return truth;
  const open = findOpen(compiled, condition, knowledge).map((point) =>
    point.kind === 'fact' ? point.fact : String(point.question),
  );
  return [truth, ...open.sort()].join(' ');
}

/** All that a condition read and that is known, in tree order, a place before its facts. */
function groundsOf(compiled: CompiledFlow, condition: Condition, knowledge: Knowledge): Ground[] {
  const { questions, facts } = readsOf(compiled, condition);
  const answered = questions.filter((question) => knowledge.states[question] !== undefined);
  const readable = facts.filter(({ fact, of }) => factReader(compiled, fact, of)(knowledge) !== 'void');
  const grounds: Ground[] = [
    ...answered.map((question) => ({ kind: 'question' as const, question })),
    ...readable.map((read) => ({ kind: 'fact' as const, read })),
  ];
  return grounds.sort((a, b) => orderOf(compiled, a) - orderOf(compiled, b));
}

function orderOf({ numberOf }: CompiledFlow, ground: Ground): number {
  if (ground.kind === 'question') return ground.question;
  const { placeQuestion } = ground.read;
  return (placeQuestion === undefined ? -1 : numberOf(placeQuestion)) + AFTER_ITS_PLACE;
}

const AFTER_ITS_PLACE = 0.5;

/** The same knowledge, but of all that the condition reads only these grounds. What is void stays void. */
export function knowOnly(
  compiled: CompiledFlow,
  condition: Condition,
  knowledge: Knowledge,
  grounds: readonly Ground[],
): Knowledge {
  const questions = new Set(grounds.flatMap((one) => (one.kind === 'question' ? one.question : [])));
  const facts = new Set(grounds.flatMap((one) => (one.kind === 'fact' ? one.read.key : [])));
  const reads = readsOf(compiled, condition);
  const forgotten = new Set(reads.questions.filter((question) => !questions.has(question)));
  const states = knowledge.states.map((state, question) =>
    state && forgotten.has(question) ? NOT_KNOWN : state,
  );
  const hiddenFacts = new Set(reads.facts.flatMap(({ key }) => (facts.has(key) ? [] : key)));
  return { ...knowledge, states, hiddenFacts };
}
