import { knowledgeOf } from '../../engine/knowledge.ts';
import type { Flow, Question } from '../../model/flow.ts';
import { type Prepared, partsOf } from './build-space.ts';
import type { Leaf } from './leaf-book.ts';
import { placeholdersIn } from './placeholders.ts';
import type { AlikeOptions } from './proof.ts';
import { groupBy } from './space.ts';

/** Options that no test, no text and no hand-over of a flow tells apart. */
export function findAlike(prepared: Prepared): readonly AlikeOptions[] {
  const { space, leaves, flow } = prepared;
  const shown = questionsShown(flow);
  return Object.values(space.compiled.flow.questions).flatMap((question): AlikeOptions[] => {
    const number = space.compiled.numberOf(question.id);
    const isAlone = space.clusterOf.get(number)?.questions.length === 1;
    if (!isAlone || shown.has(question.id)) return [];
    const own = leaves.filter(({ questions }) => questions.includes(number));
    const groups = groupBy(optionsOf(question), (id) => readingsOf(prepared, question, id, own));
    return groups
      .filter((options) => options.length > 1)
      .map((options) => ({ question: question.id, options }));
  });
}

function optionsOf({ type, options, none }: Question): readonly string[] {
  return options.map(({ id }) => id).filter((id) => type !== 'multi' || id !== none);
}

function readingsOf(
  { space }: Prepared,
  { id, type }: Question,
  option: string,
  leaves: readonly Leaf[],
): string {
  const value = type === 'multi' ? [option] : option;
  const number = space.compiled.numberOf(id);
  const states = space.compiled.questions.map((one) =>
    one.number === number ? ({ kind: 'value', value, given: value } as const) : undefined,
  );
  return leaves.map((leaf) => leaf.read(knowledgeOf(states, space.date))).join();
}

/** Questions whose answers are printed in a text or handed over. */
function questionsShown(flow: Flow): ReadonlySet<string> {
  const printed = stringsIn(partsOf(flow)).flatMap((text) => placeholdersIn(text).map(({ name }) => name));
  const handed = Object.values(flow.outcomes).flatMap(({ handOver }) =>
    Object.values(handOver?.with ?? {}).flatMap((ours) => ('question' in ours ? [ours.question] : [])),
  );
  return new Set([...printed, ...handed]);
}

function stringsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(stringsIn) : [];
}
