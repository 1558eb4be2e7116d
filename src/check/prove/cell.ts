import type { Knowledge } from '../../engine/knowledge.ts';
import type { Path } from '../../engine/replay.ts';
import type { Answers, AnswerValue } from '../../model/answers.ts';
import type { Leaf } from './leaf-book.ts';
import type { Cluster, Mask, Selection, Space } from './space.ts';

/**
 * All answers that go one way through the tree and agree on every test of it: any choice of one tuple
 * from each selection. What the path did not ask is not among them.
 */
export interface Cell {
  readonly path: Path;
  /** By cluster index; clusters of which nothing was asked are absent. */
  readonly selections: ReadonlyMap<number, Selection>;
  readonly asked: ReadonlyMap<number, Mask>;
}

/** A part of a cell in which some tests have one value each. */
export interface Part {
  readonly cell: Cell;
  readonly knowledge: Knowledge;
}

/** Counts what is done, and notes what is too much. */
export interface Effort {
  readonly budget: number;
  evaluations: number;
  /** Called where a product of classes is beyond the budget. */
  readonly onSample: (combinations: number, tried: number) => void;
}

/** What is known of every person of a cell, as far as one of them shows it. */
export function knowledgeOfCell(space: Space, { path, selections }: Cell): Knowledge {
  const states = [...path.states];
  for (const [index, [first]] of selections) {
    const cluster = space.clusters[index];
    const tuple = cluster?.tuples[first ?? -1];
    for (const [at, number] of (cluster?.questions ?? []).entries()) {
      if (path.states[number]) states[number] = tuple?.states[at];
    }
  }
  return { ...path.knowledge, states, placeStates: states, codes: undefined };
}

/** The answers of one person of a cell, in the order asked. */
export function answersOfCell(space: Space, { path, selections }: Cell): Answers {
  const entries = path.asked.flatMap((number): (readonly [string, AnswerValue])[] => {
    const cluster = space.clusterOf.get(number);
    const [first = -1] = selections.get(cluster?.index ?? -1) ?? [];
    const value = cluster?.tuples[first]?.values[cluster.questions.indexOf(number)];
    const id = space.compiled.questions[number]?.id;
    return value === undefined || id === undefined ? [] : [[id, value]];
  });
  return Object.fromEntries(entries);
}

/** What it takes to make a part of a cell, and to look at it. */
const PART = 2;

/** Splits a cell into parts that these leaves tell apart. */
export function split(space: Space, cell: Cell, leaves: readonly Leaf[], effort: Effort): readonly Part[] {
  const choices: (readonly [Cluster, readonly Selection[]])[] = [];
  for (const [index, selection] of cell.selections) {
    const cluster = space.clusters[index];
    if (!cluster || selection.length < 2) continue;
    const parts = space.partition(cluster, selection, leaves, cell.asked.get(index) ?? 0);
    if (parts.length > 1) choices.push([cluster, parts]);
  }
  const combinations = choices.reduce((count, [, parts]) => count * parts.length, 1);
  const step = Math.ceil(combinations / effort.budget);
  const tried = Math.ceil(combinations / step);
  if (step > 1) effort.onSample(combinations, tried);
  effort.evaluations += tried;
  space.work.spend(tried * (PART + leaves.length / 4 + 2 * space.compiled.questions.length));
  return Array.from({ length: tried }, (_, nth) => partAt(space, cell, choices, nth * step));
}

function partAt(
  space: Space,
  cell: Cell,
  choices: readonly (readonly [Cluster, readonly Selection[]])[],
  nth: number,
): Part {
  if (choices.length === 0) return { cell, knowledge: knowledgeOfCell(space, cell) };
  const selections = new Map(cell.selections);
  let rest = nth;
  for (const [{ index }, parts] of choices) {
    const chosen = parts[rest % parts.length];
    rest = Math.floor(rest / parts.length);
    if (chosen) selections.set(index, chosen);
  }
  const part = { ...cell, selections };
  return { cell: part, knowledge: knowledgeOfCell(space, part) };
}
