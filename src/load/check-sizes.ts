import type { Condition } from '../model/condition.ts';
import type { Derived, Question, Text } from '../model/flow.ts';
import { derivedNamesIn } from './condition-leaves.ts';
import {
  MOST_CHANGES,
  MOST_ITEMS,
  MOST_LABELS_IN_LABELS,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  MOST_TESTS,
  MOST_TREE_NODES,
} from './limits.ts';
import type { ProblemList } from './problem-list.ts';
import type { FlowSketch } from './sketch-flow.ts';
import { said } from './wording.ts';
import type { YamlNode } from './yaml-node.ts';

/** Reports of what a flow has more than anybody can read or prove. */
export function checkSizes({ node, questions, items, names }: FlowSketch, problems: ProblemList): void {
  const refuse = (key: string, most: number) =>
    problems.add(node.entries.get(key)?.keyPosition ?? node.position, said.tooManyParts(most));
  if (questions.length > MOST_QUESTIONS) refuse('questions', MOST_QUESTIONS);
  if (items.length > MOST_ITEMS) refuse('steps', MOST_ITEMS);
  const tree = node.entries.get('tree')?.value;
  if (tree && countNodes(tree) > MOST_TREE_NODES) refuse('tree', MOST_TREE_NODES);
  const changes = node.entries.get('changes')?.value;
  if (changes?.kind === 'list' && changes.items.length > MOST_CHANGES) refuse('changes', MOST_CHANGES);
  for (const { key, keyPosition } of questions) {
    const count = names.questions.get(key)?.options.length ?? 0;
    if (count > MOST_OPTIONS) problems.add(keyPosition, said.tooManyParts(MOST_OPTIONS));
  }
}

/** List entries of a tree, on all its branches. */
function countNodes(node: YamlNode): number {
  if (node.kind === 'scalar') return 0;
  if (node.kind === 'list') return node.items.reduce((sum, item) => sum + 1 + countNodes(item), 0);
  return [...node.entries.values()].reduce((sum, { value }) => sum + countNodes(value), 0);
}

/** Labels that print other answers, whose labels print others: few, or a short file prints a book. */
export function checkLabels(
  questions: readonly Question[],
  { questions: entries, names }: FlowSketch,
  problems: ProblemList,
): void {
  const isLabelled = (name: string) => (names.questions.get(name)?.options.length ?? 0) > 0;
  let count = 0;
  for (const { id, options } of questions) {
    const printed = options.flatMap(({ label }) => stringsOf(label)).flatMap(placeholdersOf);
    const before = count;
    count += printed.filter(isLabelled).length;
    if (count <= MOST_LABELS_IN_LABELS || before > MOST_LABELS_IN_LABELS) continue;
    const position = entries.find(({ key }) => key === id)?.keyPosition;
    if (position) problems.add(position, said.tooManyPlaceholders(MOST_LABELS_IN_LABELS));
  }
}

function placeholdersOf(text: string): string[] {
  return Array.from(text.matchAll(/<([a-z0-9-]+)>/g), ([, name = '']) => name);
}

function stringsOf(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : text.map(({ is }) => is);
}

/** Says of conditions how many tests they come down to, derived names written out. */
export class TestCounts {
  readonly #derive: ReadonlyMap<string, Derived>;
  readonly #known = new Map<string, number>();

  constructor(derive: ReadonlyMap<string, Derived>) {
    this.#derive = derive;
  }

  /** Whether a derived name comes down to too many tests. */
  isTooMany(name: string): boolean {
    return this.#ofName(name) > MOST_TESTS;
  }

  /** Each name once: a chain of names that doubles is not walked twice. Circles are told elsewhere. */
  #ofName(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, 0);
    const derived = this.#derive.get(name);
    const count = derived ? this.#ofDerived(derived) : 0;
    this.#known.set(name, count);
    return count;
  }

  #ofDerived(derived: Derived): number {
    if (derived.kind === 'condition') return this.#ofCondition(derived.when);
    if (derived.kind !== 'first-match') return 1;
    return derived.rows.reduce((sum, { when }) => sum + (when ? this.#ofCondition(when) : 0), 1);
  }

  #ofCondition(condition: Condition): number {
    if (condition.kind === 'all' || condition.kind === 'any') {
      return condition.of.reduce((sum, part) => sum + this.#ofCondition(part), 1);
    }
    if (condition.kind === 'not') return 1 + this.#ofCondition(condition.of);
    return [...derivedNamesIn(condition)].reduce((sum, name) => sum + this.#ofName(name), 1);
  }
}
