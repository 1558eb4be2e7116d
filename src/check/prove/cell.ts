import type { AnswerState, Knowledge } from '../../engine/knowledge.ts';
import type { Path } from '../../engine/replay.ts';
import type { Answers, AnswerValue } from '../../model/answers.ts';
import type { Leaf } from './leaf-book.ts';
import type { Cluster, Mask, Selection, Space } from './space.ts';

/** What a cell has of one cluster, and which of its questions were asked. */
export interface Share {
  readonly cluster: Cluster;
  readonly selection: Selection;
  readonly asked: Mask;
}

/**
 * All answers that go one way through the tree and agree on every test of it: any choice of one tuple
 * from each share. What the path did not ask is not among them.
 */
export interface Cell {
  readonly path: Path;
  /** In the order asked; clusters of which nothing was asked are absent. */
  readonly shares: readonly Share[];
}

/** What a cell has of a cluster. */
export function shareOf({ shares }: Pick<Cell, 'shares'>, cluster: Cluster | undefined): Share | undefined {
  return shares.find((share) => share.cluster === cluster);
}

/** The part of a cell with these answers to one cluster. */
export function narrowed(cell: Cell, cluster: Cluster, selection: Selection): Cell {
  const shares = cell.shares.map((share) => (share.cluster === cluster ? { ...share, selection } : share));
  return { path: cell.path, shares };
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
export function knowledgeOfCell({ path, shares }: Cell): Knowledge {
  const states = [...path.states];
  for (const share of shares) showShare(path, share, states);
  return { ...path.knowledge, states, placeStates: states, codes: undefined };
}

/** Puts the answers of one person into the states of what was asked. */
function showShare(path: Path, { cluster, selection }: Share, states: (AnswerState | undefined)[]): void {
  const tuple = cluster.tuples[selection[0] ?? -1];
  for (let at = 0; at < cluster.questions.length; at++) {
    const number = cluster.questions[at] ?? -1;
    if (path.states[number]) states[number] = tuple?.states[at];
  }
}

/** The answers of one person of a cell, in the order asked. */
export function answersOfCell(space: Space, { path, shares }: Cell): Answers {
  const entries = path.asked.flatMap((number): (readonly [string, AnswerValue])[] => {
    const cluster = space.clusterOf.get(number);
    const [first = -1] = shareOf({ shares }, cluster)?.selection ?? [];
    const value = cluster?.tuples[first]?.values[cluster.questions.indexOf(number)];
    const id = space.compiled.questions[number]?.id;
    return value === undefined || id === undefined ? [] : [[id, value]];
  });
  return Object.fromEntries(entries);
}

/** What it takes to make a part of a cell, and to look at it. */
const PART = 2;

/** A share of a cell, by its place, that comes apart. */
interface Choice {
  readonly at: number;
  readonly parts: readonly Selection[];
}

/** Splits a cell into parts that these leaves tell apart. */
export function split(space: Space, cell: Cell, leaves: readonly Leaf[], effort: Effort): readonly Part[] {
  const choices: Choice[] = [];
  cell.shares.forEach(({ cluster, selection, asked }, at) => {
    if (selection.length < 2) return;
    const parts = space.partition(cluster, selection, leaves, asked);
    if (parts.length > 1) choices.push({ at, parts });
  });
  const combinations = choices.reduce((count, { parts }) => count * parts.length, 1);
  const step = Math.ceil(combinations / effort.budget);
  const tried = Math.ceil(combinations / step);
  if (step > 1) effort.onSample(combinations, tried);
  effort.evaluations += tried;
  space.work.spend(tried * (PART + leaves.length / 4 + 2 * space.compiled.questions.length));
  const whole = { cell, knowledge: knowledgeOfCell(cell) };
  if (choices.length === 0) return [whole];
  return Array.from({ length: tried }, (_, nth) => partAt(whole, choices, nth * step));
}

/** A part differs from the whole only in the shares that come apart. */
function partAt({ cell, knowledge }: Part, choices: readonly Choice[], nth: number): Part {
  const { path } = cell;
  const shares = [...cell.shares];
  const states = [...knowledge.states];
  let rest = nth;
  for (const { at, parts } of choices) {
    const share = shares[at];
    const selection = parts[rest % parts.length];
    rest = Math.floor(rest / parts.length);
    if (!share || !selection) continue;
    const own = { cluster: share.cluster, selection, asked: share.asked };
    shares[at] = own;
    showShare(path, own, states);
  }
  return { cell: { path, shares }, knowledge: { ...knowledge, states, placeStates: states } };
}
