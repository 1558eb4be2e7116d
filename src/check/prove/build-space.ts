import { type CompiledFlow, type CompiledNode, compileFlow } from '../../engine/compile-flow.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Condition } from '../../model/condition.ts';
import type { Flow } from '../../model/flow.ts';
import { buildClusters, MOST_TUPLES, type Thinned, toTuple } from './build-clusters.ts';
import { type Leaf, LeafBook } from './leaf-book.ts';
import { leafConditionsIn } from './leaf-conditions.ts';
import { MOST_SCENARIOS, placeScenarios, type Scenario } from './place-scenarios.ts';
import { findPlaceUses, type PlaceUse } from './place-use.ts';
import { everyNth } from './products.ts';
import { buildSmallWorld, type PlacedScenario, type SmallWorld, type WantedGroup } from './small-world.ts';
import { type Cluster, Space } from './space.ts';
import type { Work } from './work.ts';

/** A flow made ready for its proof. */
export interface Prepared {
  /** The flow as it is. */
  readonly flow: Flow;
  /** The flow in a country of just the places it can tell apart. */
  readonly world: SmallWorld;
  /** The places of a flow, those that are compared together. */
  readonly uses: readonly PlaceUse[];
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
export function prepare(flow: Flow, date: CalendarDate, work: Work): Prepared {
  const tests = leafConditionsIn(partsOf(flow));
  const uses = findPlaceUses(compileFlow(flow), tests);
  const groups = uses.map((use) => wantedGroup(flow, use, date, work));
  const world = buildSmallWorld(flow, groups, work);
  const compiled = compileFlow(world.flow);
  const inWorld = leafConditionsIn(world.rewrite(partsOf(flow)));
  const { clusters, thinned } = buildClusters({ compiled, tests: inWorld, places: world.places, date, work });
  const book = new LeafBook(compiled);
  const treeLeaves = leavesOfTree(book, compiled.tree, []);
  const leaves = [...new Set([...treeLeaves, ...allLeaves(compiled, book, inWorld)])];
  const few = distinct(new Space(compiled, date, clusters, work), leaves);
  const space = new Space(compiled, date, few, work);
  return {
    flow,
    world,
    uses,
    book,
    space,
    scenarioOf: new Map(
      world.places.flatMap(({ places }) =>
        places.flatMap((one) => Object.values(one.answers).map((code) => [code, one] as const)),
      ),
    ),
    treeLeaves,
    leaves,
    thinned: [...thinned, ...groups.flatMap(missedOf)],
  };
}

/** What to make of some places, and how much of it there would be. */
interface CountedGroup extends WantedGroup {
  readonly combinations: number;
}

function wantedGroup(flow: Flow, use: PlaceUse, date: CalendarDate, work: Work): CountedGroup {
  const { telling, thinnedFrom } = tellingScenarios(flow, use, date, work);
  const values = use.slots.map((slot) => slot.values);
  const count = values.reduce((product_, list) => product_ * list.length, 1);
  const step = Math.ceil((count * telling.length) / MOST_TUPLES);
  const profiles = everyNth(values, count, step);
  const scenarios = telling.flatMap((one) => profiles.map((profile) => [one, profile] as const));
  const isThinned = step > 1 || thinnedFrom > 0;
  return { use, scenarios, combinations: isThinned ? Math.max(thinnedFrom, telling.length) * count : 0 };
}

function missedOf({ use, scenarios, combinations }: CountedGroup): readonly Thinned[] {
  const question = use.questions[0]?.id ?? '';
  return combinations > 0 ? [{ question, combinations, tried: scenarios.length }] : [];
}

/** The scenarios that some test of places, facts left aside, tells apart. */
function tellingScenarios(
  flow: Flow,
  use: PlaceUse,
  date: CalendarDate,
  work: Work,
): { readonly telling: readonly Scenario[]; readonly thinnedFrom: number } {
  const { scenarios, combinations } = placeScenarios(flow, use, work);
  const empty = use.slots.map(() => undefined);
  const world = buildSmallWorld(flow, [{ use, scenarios: scenarios.map((one) => [one, empty]) }], work);
  const compiled = compileFlow(world.flow);
  const questions = use.questions.map(({ id }) => compiled.numberOf(id));
  const book = new LeafBook(compiled);
  const leaves = leafConditionsIn(world.rewrite(partsOf(flow)))
    .flatMap((test) => book.ofCondition(test, undefined).leaves)
    .filter((leaf) => leaf.questions.some((one) => questions.includes(one)));
  const thinnedFrom = combinations > MOST_SCENARIOS ? combinations : 0;
  if (leaves.some((leaf) => leaf.questions.some((one) => !questions.includes(one)))) {
    return { telling: scenarios, thinnedFrom };
  }
  const places = world.places[0]?.places ?? [];
  const tuples = places.map(({ answers }) => toTuple(compiled, questions, answers));
  const cluster: Cluster = { index: 0, questions, tuples };
  const space = new Space(compiled, date, [cluster], work);
  const mask = (1 << questions.length) - 1;
  const parts = space.partition(cluster, space.all(cluster), [...new Set(leaves)], mask);
  return { telling: parts.flatMap(([first]) => scenarios[first ?? -1] ?? []), thinnedFrom };
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
