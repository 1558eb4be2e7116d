import type {
  Derived,
  Item,
  ItemKind,
  Outcome,
  Question,
  StoredFlow,
  Text,
  TreeNode,
} from '../model/flow.ts';
import type { DatedChange } from '../model/overlay.ts';
import type { Source } from '../model/source.ts';
import { ChangeConflicts } from './change-conflicts.ts';
import { checkLabels, checkSizes, TestCounts } from './check-sizes.ts';
import { defined } from './defined.ts';
import { MOST_TESTS } from './limits.ts';
import { parseChanges } from './parse-changes.ts';
import { parsePlaceQuestion } from './parse-condition.ts';
import { parseDerived, reportCycles } from './parse-derive.ts';
import { checkPeriod, parseItem, testsOutcome } from './parse-item.ts';
import { parseOutcome } from './parse-outcome.ts';
import { parseQuestion } from './parse-question.ts';
import { parseSource } from './parse-sources.ts';
import { parseTree, type TreePositions } from './parse-tree.ts';
import { headerSchema, toHeader } from './plain-schemas.ts';
import type { ProblemList } from './problem-list.ts';
import { provePaths } from './prove-paths.ts';
import { MapReader } from './read-map.ts';
import { readPlain } from './read-plain.ts';
import { readDate, readList, readMap, readString } from './read-value.ts';
import type { Book, Scope } from './scope.ts';
import type { FlowSketch } from './sketch-flow.ts';
import { nodesIn } from './tree-nodes.ts';
import { said } from './wording.ts';
import type { MapNode, YamlNode } from './yaml-node.ts';

/** A flow whose sources, terms and tables are not yet cut down to what it uses. */
export interface LoadedFlow {
  readonly flow: StoredFlow;
  readonly scope: Scope;
  readonly derive: ReadonlyMap<string, Derived>;
}

const HEADER_KEYS = Object.keys(headerSchema.shape);

/** Reads a whole flow; all names are known from its sketch. */
export function loadFlow(sketch: FlowSketch, book: Book, problems: ProblemList): LoadedFlow {
  checkSizes(sketch, problems);
  const map = new MapReader(sketch.node, problems);
  const header = readHeader(sketch.node, map, problems);
  const sources = readSources(map, book, problems);
  const scope: Scope = { names: sketch.names, book, sources, problems, outcomeKnown: true };
  const jurisdiction = map.read('jurisdiction', (node) => parsePlaceQuestion(node, scope));
  const derive = readDerive(map, scope);
  const early: Scope = { ...scope, outcomeKnown: false };
  map.read('questions', readMap);
  const questions = sketch.questions.flatMap((entry) => parseQuestion(entry, early) ?? []);
  reportEarlyTexts(questions, derive, sketch, problems);
  checkLabels(questions, sketch, problems);
  const tree = readTree(map, early, derive);
  const outcomes = [...(map.need('outcomes', readMap)?.entries.values() ?? [])].flatMap(
    (entry) => parseOutcome(entry, scope) ?? [],
  );
  for (const key of ['materials', 'steps', 'not-needed', 'warnings', 'notes']) map.read(key, readMap);
  const items = sketch.items.flatMap(({ section, entry }) => parseItem(section, entry, scope, derive) ?? []);
  const changes = map.read('changes', (node) => readChanges(node, scope, derive, { items, outcomes })) ?? [];
  const terms = readTerms(map, problems);
  map.finish();
  const flow: StoredFlow = {
    ...header,
    ...defined({ jurisdiction }),
    tree,
    questions: byId(inTreeOrder(questions, tree)),
    derive: Object.fromEntries(derive),
    outcomes: byId(outcomes),
    items,
    changes,
    terms,
    tables: Object.fromEntries(book.tables),
    sources: Object.fromEntries(sources),
  };
  return { flow, scope, derive };
}

function readHeader(node: MapNode, map: MapReader, problems: ProblemList) {
  const entries = new Map([...node.entries].filter(([key]) => HEADER_KEYS.includes(key)));
  for (const key of HEADER_KEYS) map.node(key);
  const plain = readPlain(headerSchema, { ...node, entries }, problems);
  const empty = { id: '', title: '', 'for-whom': '', reviewed: '', 'review-by': '' };
  return toHeader(plain ?? empty);
}

function readSources(map: MapReader, book: Book, problems: ProblemList): Map<string, Source> {
  const sources = new Map(book.sources);
  for (const entry of map.read('sources', readMap)?.entries.values() ?? []) {
    if (book.sources.has(entry.key)) problems.add(entry.keyPosition, said.duplicateId(entry.key));
    sources.set(entry.key, parseSource(entry, book.divisions, problems));
  }
  return sources;
}

function readDerive(map: MapReader, scope: Scope): Map<string, Derived> {
  const entries = [...(map.read('derive', readMap)?.entries.values() ?? [])];
  const derive = new Map<string, Derived>();
  for (const entry of entries) {
    const derived = parseDerived(entry, scope);
    if (derived) derive.set(entry.key, derived);
  }
  reportCycles(derive, entries, scope);
  const counts = new TestCounts(derive);
  for (const { key, keyPosition } of entries) {
    if (counts.isTooMany(key)) scope.problems.add(keyPosition, said.tooManyTests(MOST_TESTS));
  }
  return derive;
}

function readTree(map: MapReader, scope: Scope, derive: ReadonlyMap<string, Derived>): TreeNode[] {
  const positions: TreePositions = new Map();
  const before = scope.problems.count;
  const tree = map.need('tree', (node) => parseTree(node, scope, positions)) ?? [];
  reportEarlyTests(tree, derive, scope, positions);
  // A tree that lost nodes to other problems would be said to run out where it does not.
  if (map.has('tree') && scope.problems.count === before) provePaths(tree, derive, scope, positions);
  return tree;
}

/** The tree comes before the exit, so it cannot test it through a derived name either. */
function reportEarlyTests(
  tree: readonly TreeNode[],
  derive: ReadonlyMap<string, Derived>,
  scope: Scope,
  positions: TreePositions,
): void {
  for (const node of nodesIn(tree)) {
    const position = positions.get(node);
    if (position && node.kind === 'when' && testsOutcome(node.when, derive)) {
      scope.problems.add(position, said.outcomeTooEarly());
    }
  }
}

function reportEarlyTexts(
  questions: readonly Question[],
  derive: ReadonlyMap<string, Derived>,
  sketch: FlowSketch,
  problems: ProblemList,
): void {
  for (const { id, ask, why, options } of questions) {
    const texts: (Text | undefined)[] = [ask, why, ...options.map(({ label }) => label)];
    const rows = texts.flatMap((text) => (typeof text === 'object' ? text : []));
    const position = sketch.questions.find(({ key }) => key === id)?.keyPosition;
    if (position && rows.some(({ when }) => when && testsOutcome(when, derive))) {
      problems.add(position, said.outcomeTooEarly());
    }
  }
}

function readChanges(
  node: YamlNode,
  scope: Scope,
  derive: ReadonlyMap<string, Derived>,
  { items, outcomes }: { items: readonly Item[]; outcomes: readonly Outcome[] },
): DatedChange[] {
  const conflicts = new ChangeConflicts(scope.problems);
  const verified = verifiedLines(items, outcomes);
  const existing = kindsById(items);
  return (readList(node, scope.problems)?.items ?? []).flatMap((item) => {
    const written = readMap(item, scope.problems);
    if (!written) return [];
    const map = new MapReader(written, scope.problems);
    const from = map.need('from', readDate);
    const until = map.read('until', readDate);
    checkPeriod(map, defined({ from, until }), scope);
    const period = conflicts.within({ from, until });
    const changes = parseChanges(map, {
      scope,
      derive,
      conflicts: period,
      ownSources: false,
      verified,
      existing,
    });
    map.finish();
    return from === undefined ? [] : [defined({ ...changes, from, until })];
  });
}

function kindsById(items: readonly Item[]): Map<string, Set<ItemKind>> {
  const kinds = new Map<string, Set<ItemKind>>();
  for (const { id, kind } of items) kinds.set(id, new Set([...(kinds.get(id) ?? []), kind]));
  return kinds;
}

/** Which lines say `verify: true`; outcomes under `outcome <id>`. */
export function verifiedLines(items: readonly Item[], outcomes: readonly Outcome[]): Map<string, boolean> {
  return new Map([
    ...items.map(({ id, verify }) => [id, verify === true] as const),
    ...outcomes.map(({ id, verify }) => [`outcome ${id}`, verify === true] as const),
  ]);
}

function readTerms(map: MapReader, problems: ProblemList): Record<string, string> {
  const entries = [...(map.read('terms', readMap)?.entries.values() ?? [])];
  return Object.fromEntries(entries.map(({ key, value }) => [key, readString(value, problems) ?? '']));
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((one) => [one.id, one]));
}

/** Questions as the tree first meets them; those it never asks come last. */
function inTreeOrder(questions: readonly Question[], tree: readonly TreeNode[]): Question[] {
  const asked = [...nodesIn(tree)].flatMap((node) => (node.kind === 'ask' ? [node.question] : []));
  const rank = ({ id }: Question) => (asked.includes(id) ? asked.indexOf(id) : asked.length);
  return questions.toSorted((a, b) => rank(a) - rank(b));
}
