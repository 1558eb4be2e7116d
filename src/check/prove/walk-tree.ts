import { type Path, replay } from '../../engine/replay.ts';
import type { Answers, AnswerValue } from '../../model/answers.ts';
import type { Prepared } from './build-space.ts';
import { type Cell, type Share, shareOf } from './cell.ts';
import type { Cluster, Mask, Selection } from './space.ts';

/** What is met on a walk through all of a tree. */
export interface TreeWalk {
  /** One for each class of answers that reaches the end of a path. */
  readonly cells: readonly Cell[];
  /** One for each class of answers that leads to a question. */
  readonly stops: readonly Cell[];
}

interface Step {
  readonly answers: Answers;
  readonly shares: readonly Share[];
}

/** What it takes to go one way to its next question and to remember it, besides what each question takes. */
const STEP = 50;
const STEP_BY_QUESTION = 8;

/** Walks every way through a flow's tree that its tests can tell apart. */
export function walkTree(prepared: Prepared): TreeWalk {
  const { space } = prepared;
  const [cells, stops]: [Cell[], Cell[]] = [[], []];
  const waiting: Step[] = [{ answers: {}, shares: [] }];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    space.work.spend(STEP + STEP_BY_QUESTION * space.compiled.questions.length);
    const path = replay(space.compiled, step.answers, space.date);
    const cell: Cell = { path, shares: step.shares };
    if (!path.stop) {
      cells.push(cell);
      continue;
    }
    stops.push(cell);
    waiting.push(...nextSteps(prepared, step, path).reverse());
  }
  return { cells, stops };
}

/** One step for each class of answers to the question that the path stopped at. */
function nextSteps({ space, treeLeaves }: Prepared, { answers, shares }: Step, path: Path): Step[] {
  const number = path.stop?.node.question.number ?? -1;
  const cluster = space.clusterOf.get(number);
  if (!cluster) return [];
  const before = shareOf({ shares }, cluster);
  const asked = (before?.asked ?? 0) | space.bitOf(number);
  return space
    .partition(cluster, before?.selection ?? space.all(cluster), treeLeaves, asked)
    .map((selection) => ({
      answers: { ...answers, ...answersOf(space.compiled.questions, cluster, selection, asked) },
      shares: withShare(shares, { cluster, selection, asked }),
    }));
}

/** A cluster that is asked of again keeps its place. */
function withShare(shares: readonly Share[], own: Share): readonly Share[] {
  if (!shareOf({ shares }, own.cluster)) return [...shares, own];
  return shares.map((share) => (share.cluster === own.cluster ? own : share));
}

/** One tuple of a selection, as answers to what was asked. */
function answersOf(
  questions: readonly { readonly id: string }[],
  cluster: Cluster,
  [first = -1]: Selection,
  mask: Mask,
): Answers {
  const values = cluster.tuples[first]?.values ?? [];
  const entries = cluster.questions.flatMap((number, at): (readonly [string, AnswerValue])[] => {
    const [id, value] = [questions[number]?.id, values[at]];
    return (mask & (1 << at)) === 0 || id === undefined || value === undefined ? [] : [[id, value]];
  });
  return Object.fromEntries(entries);
}
