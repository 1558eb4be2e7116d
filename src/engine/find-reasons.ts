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
  let kept = groundsOf(compiled, condition, knowledge);
  if (kept.length === 0) return kept;
  const memory = remembering(knowledge);
  const isUnchanged = comparison(compiled, condition, memory.knowledge);
  let before: number;
  do {
    before = kept.length;
    for (const ground of [...kept].reverse()) {
      memory.forget(ground);
      if (isUnchanged()) kept = kept.filter((one) => one !== ground);
      else memory.recall(ground);
    }
    // Leaving out a later answer can make an earlier one idle where part of the condition is void.
  } while (kept.length < before);
  return kept;
}

/** Knowledge of which single grounds can be forgotten and recalled. What is void stays void. */
interface Memory {
  readonly knowledge: Knowledge;
  readonly forget: (ground: Ground) => void;
  readonly recall: (ground: Ground) => void;
}

function remembering(knowledge: Knowledge): Memory {
  const states = [...knowledge.states];
  const hiddenFacts = new Set<string>();
  return {
    knowledge: { ...knowledge, states, hiddenFacts, codes: undefined },
    forget: (ground) => {
      if (ground.kind === 'fact') hiddenFacts.add(ground.read.key);
      else states[ground.question] = NOT_KNOWN;
    },
    recall: (ground) => {
      if (ground.kind === 'fact') hiddenFacts.delete(ground.read.key);
      else states[ground.question] = knowledge.states[ground.question];
    },
  };
}

/** Tells whether a condition still has the value that it has now and, if unknown, hangs on the same. */
function comparison(compiled: CompiledFlow, condition: Condition, knowledge: Knowledge): () => boolean {
  const test = compiled.test(condition);
  const truth = test(knowledge);
  if (truth !== 'unknown') return () => test(knowledge) === truth;
  const open = openPoints(compiled, condition, knowledge);
  return () => test(knowledge) === truth && openPoints(compiled, condition, knowledge) === open;
}

function openPoints(compiled: CompiledFlow, condition: Condition, knowledge: Knowledge): string {
  const open = findOpen(compiled, condition, knowledge).map((point) =>
    point.kind === 'fact' ? point.fact : String(point.question),
  );
  return open.sort().join(' ');
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
