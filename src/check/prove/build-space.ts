import { type CompiledFlow, type CompiledNode, compileFlow } from '../../engine/compile-flow.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Condition } from '../../model/condition.ts';
import type { Flow } from '../../model/flow.ts';
import { buildClusters, MOST_TUPLES, type Thinned } from './build-clusters.ts';
import { type Leaf, LeafBook } from './leaf-book.ts';
import { leafConditionsIn } from './leaf-conditions.ts';
import { placeScenarios, product, type Scenario } from './place-scenarios.ts';
import { findPlaceUse, type PlaceUse } from './place-use.ts';
import { buildSmallWorld, type PlacedScenario, type Profile, type SmallWorld } from './small-world.ts';
import { type Cluster, Space } from './space.ts';

/** A flow made ready for its proof. */
export interface Prepared {
  /** The flow as it is. */
  readonly flow: Flow;
  /** The flow in a country of just the places it can tell apart. */
  readonly world: SmallWorld;
  readonly use: PlaceUse;
  readonly book: LeafBook;
  readonly space: Space;
  /** The code of a place question's answer -> the scenario it belongs to. */
  readonly scenarioOf: ReadonlyMap<string, PlacedScenario>;
  /** Leaves that decide the way through the tree. */
  readonly treeLeaves: readonly Leaf[];
  /** All leaves of the flow and of its overlays. */
  readonly leaves: readonly Leaf[];
  readonly thinned: readonly Thinned[];
}

/** All of a flow that is printed or tested, what places make of it included. */
export function partsOf(flow: Flow): unknown {
  const { tree, questions, derive, outcomes, items, changes, common } = flow;
  const overlays = Object.values(common.places.entries).map((entry) => entry.overlays[flow.id]);
  return { tree, questions, derive, outcomes, items, changes, overlays };
}

/** Finds all answers that a flow can tell apart, one for each class. */
export function prepare(flow: Flow, date: CalendarDate): Prepared {
  const tests = leafConditionsIn(partsOf(flow));
  const use = findPlaceUse(flow, tests);
  const scenarios = tellingScenarios(flow, use, tests, date);
  const profiles = thinOut(
    product(use.slots.map(({ values }) => values)),
    MOST_TUPLES / Math.max(1, scenarios.length),
  );
  const wanted = scenarios.flatMap((one) => profiles.map((profile): [Scenario, Profile] => [one, profile]));
  const world = buildSmallWorld(flow, use, wanted);
  const compiled = compileFlow(world.flow);
  const inWorld = leafConditionsIn(world.rewrite(partsOf(flow)));
  const { clusters, thinned } = buildClusters({ compiled, tests: inWorld, places: world.places, date });
  const book = new LeafBook(compiled);
  const treeLeaves = leavesOfTree(book, compiled.tree, []);
  const leaves = [...new Set([...treeLeaves, ...allLeaves(compiled, book, inWorld)])];
  const few = distinct(new Space(compiled, date, clusters), leaves);
  const space = new Space(compiled, date, few);
  const combinations = use.slots.reduce((count, { values }) => count * values.length, scenarios.length);
  const question = use.questions[0]?.id ?? '';
  const missed = wanted.length < combinations ? [{ question, combinations, tried: wanted.length }] : [];
  return {
    flow,
    world,
    use,
    book,
    space,
    scenarioOf: new Map(world.places.flatMap((one) => Object.values(one.answers).map((code) => [code, one]))),
    treeLeaves,
    leaves,
    thinned: [...thinned, ...missed],
  };
}

/** The scenarios that some test of places, facts left aside, tells apart. */
function tellingScenarios(
  flow: Flow,
  use: PlaceUse,
  tests: readonly Condition[],
  date: CalendarDate,
): readonly Scenario[] {
  const all = placeScenarios(flow, use);
  const empty = use.slots.map(() => undefined);
  const world = buildSmallWorld(
    flow,
    use,
    all.map((scenario) => [scenario, empty]),
  );
  const compiled = compileFlow(world.flow);
  const places = new Set(use.questions.map(({ id }) => compiled.numberOf(id)));
  const book = new LeafBook(compiled);
  const inWorld = leafConditionsIn(world.rewrite(partsOf(flow)));
  const leaves = inWorld
    .flatMap((test) => book.ofCondition(test, undefined).leaves)
    .filter(({ questions }) => questions.some((one) => places.has(one)));
  if (leaves.some(({ questions }) => questions.some((one) => !places.has(one)))) return all;
  const { clusters } = buildClusters({ compiled, tests, places: world.places, date });
  const cluster = clusters.find(({ questions }) => questions.some((one) => places.has(one)));
  if (!cluster || cluster.tuples.length !== all.length) return all;
  const space = new Space(compiled, date, clusters);
  const mask = (1 << cluster.questions.length) - 1;
  const parts = space.partition(cluster, space.all(cluster), [...new Set(leaves)], mask);
  return parts.flatMap(([first]) => all[first ?? -1] ?? []);
}

function leavesOfTree(
  book: LeafBook,
  nodes: readonly CompiledNode[],
  path: readonly (string | number)[],
): Leaf[] {
  return nodes.flatMap((node, index): Leaf[] => {
    const at = [...path, index];
    if (node.kind === 'exit') return [];
    if (node.kind === 'when') {
      const inner = [node.ifYes, node.ifNo, node.ifUnknown].flatMap((list, way) =>
        leavesOfTree(book, list, [...at, way]),
      );
      return [...book.ofCondition(node.when, undefined).leaves, ...inner];
    }
    if (!node.branches) return [];
    const inner = [...node.branches].flatMap(([key, list]) => leavesOfTree(book, list, [...at, key]));
    return [book.ofBranches(at.join(' '), node), ...inner];
  });
}

/** Every leaf of a flow, of its tree or not. */
function allLeaves({ flow }: CompiledFlow, book: LeafBook, tests: readonly Condition[]): readonly Leaf[] {
  const worded = Object.values(flow.questions).filter(({ options }) =>
    options.some(({ label }) => typeof label !== 'string' || label.includes('<')),
  );
  return [
    ...tests.flatMap((test) => book.ofCondition(test, undefined).leaves),
    ...Object.keys(flow.derive).flatMap((name) => book.ofName(name, undefined)),
    ...worded.map(({ id }) => book.ofAnswer(id)),
  ];
}

/** The clusters with one tuple of each class. */
function distinct(space: Space, leaves: readonly Leaf[]): Cluster[] {
  return space.clusters.map((cluster) => {
    const mask = (1 << cluster.questions.length) - 1;
    const parts = space.partition(cluster, space.all(cluster), leaves, mask);
    return { ...cluster, tuples: parts.flatMap(([first]) => cluster.tuples[first ?? -1] ?? []) };
  });
}

function thinOut<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(list.length / Math.max(1, most));
  return step > 1 ? list.filter((_, index) => index % step === 0) : list;
}
