import type { AskNode, CompiledFlow } from '../../engine/compile-flow.ts';
import { compileName } from '../../engine/derive-value.ts';
import { type Knowledge, stateOf } from '../../engine/knowledge.ts';
import { type Reads, readsOf } from '../../engine/reads.ts';
import type { Condition } from '../../model/condition.ts';
import type { Derived, Text } from '../../model/flow.ts';
import type { Truth } from '../../model/truth.ts';
import { costOfName, costOfTest } from './leaf-cost.ts';
import { placeholdersIn, stringsOf } from './placeholders.ts';

/** A test that cannot be taken apart: whatever else reads the answers reads them through such tests. */
export interface Leaf {
  readonly key: string;
  /** Question numbers, places whose facts are read among them. */
  readonly questions: readonly number[];
  /** Where one of its questions was not asked, the reading does not depend on the others. */
  readonly isStrict: boolean;
  /** What one reading takes, in readings of a plain answer. */
  readonly cost: number;
  readonly condition: Condition | undefined;
  readonly read: (knowledge: Knowledge) => string;
}

/** The leaves that a condition comes down to at an exit, or its value where the exit decides it. */
export interface Reduced {
  readonly truth: Truth | undefined;
  readonly leaves: readonly Leaf[];
}

/** Whether a derived value is computed from values, so that no test of it comes down to its parts' tests. */
export function isValueDerived(derived: Derived | undefined): boolean {
  return derived !== undefined && derived.kind !== 'condition' && derived.kind !== 'first-match';
}

/** What a derived name or a question reads: a question reads itself. */
export function readsOfName(compiled: CompiledFlow, name: string): Reads {
  const test = namedTests.get(name) ?? { kind: 'derived', name, test: { in: [] } };
  namedTests.set(name, test);
  return readsOf(compiled, test);
}

/** One test of each name, so that what it reads is found once. */
const namedTests = new Map<string, Condition>();

/** Whether a leaf reads its questions together. */
export function isWhole(derive: Readonly<Record<string, Derived>>, leaf: Condition): boolean {
  if ('test' in leaf && 'op' in leaf.test && !('literal' in leaf.test.than)) return true;
  return leaf.kind === 'derived' && isValueDerived(derive[leaf.name]);
}

/** One answer compared with another, or the months between two: nothing is told of one without the other. */
function isComparison({ flow, numberOf }: CompiledFlow, leaf: Condition): boolean {
  if (leaf.kind === 'answer') return 'op' in leaf.test && 'question' in leaf.test.than;
  if (leaf.kind !== 'derived' || ('op' in leaf.test && !('literal' in leaf.test.than))) return false;
  const derived = flow.derive[leaf.name];
  return derived?.kind === 'months-between' && derived.questions.every((name) => numberOf(name) >= 0);
}

const NO_LEAVES: readonly Leaf[] = [];

/** Takes a flow's conditions, texts and names apart, each once. */
export class LeafBook {
  readonly #compiled: CompiledFlow;
  readonly #leaves = new Map<string, Leaf>();
  readonly #reduced = new Map<string | undefined, WeakMap<Condition, Reduced>>();

  constructor(compiled: CompiledFlow) {
    this.#compiled = compiled;
  }

  /** A condition where this exit was reached; `undefined` before any is. */
  ofCondition(condition: Condition, exit: string | undefined): Reduced {
    const ofExit = this.#reduced.get(exit) ?? new WeakMap<Condition, Reduced>();
    const known = ofExit.get(condition);
    if (known) return known;
    this.#reduced.set(exit, ofExit);
    const reduced = this.#reduce(condition, exit);
    ofExit.set(condition, reduced);
    return reduced;
  }

  /** What decides which row of a text is printed, and whether it can be filled. */
  ofText(text: Text, exit: string | undefined, depth = 0): readonly Leaf[] {
    const rows = typeof text === 'string' ? [] : text;
    const tests = rows.flatMap(({ when }) => (when ? this.ofCondition(when, exit).leaves : []));
    const names = stringsOf(text).flatMap((one) => placeholdersIn(one));
    return [...tests, ...names.flatMap(({ name }) => this.#ofPlaceholder(name, exit, depth))];
  }

  /** What decides the values of a derived name, or of a question. */
  ofName(name: string, exit: string | undefined): readonly Leaf[] {
    const derived = this.#compiled.flow.derive[name];
    if (derived?.kind === 'condition') return this.ofCondition(derived.when, exit).leaves;
    if (derived?.kind === 'first-match')
      return derived.rows.flatMap(({ when }) => (when ? this.ofCondition(when, exit).leaves : []));
    const values = compileName(this.#compiled, name);
    const read = (knowledge: Knowledge): string => {
      const set = values(knowledge);
      if (typeof set === 'string') return set;
      return set.length === 1 ? 'one' : 'many';
    };
    const reads = readsOfName(this.#compiled, name);
    const cost = 1 + costOfName(this.#compiled.flow, name);
    return [this.#leaf(`name ${name}`, reads, undefined, reads.questions.length < 2, read, cost)];
  }

  /** Which branch of a question is taken. */
  ofBranches(path: string, { question: { number }, branches }: AskNode): Leaf {
    const read = (knowledge: Knowledge): string => {
      const state = stateOf(knowledge, number);
      if (state?.kind !== 'value') return state?.kind ?? 'void';
      const key = String(state.value);
      return branches?.has(key) ? `branch ${key}` : 'no branch';
    };
    return this.#leaf(
      `branches ${path}`,
      { questions: [number], facts: [], exit: false },
      undefined,
      true,
      read,
    );
  }

  #ofPlaceholder(name: string, exit: string | undefined, depth: number): readonly Leaf[] {
    const { flow } = this.#compiled;
    if (Object.hasOwn(flow.derive, name)) return this.ofName(name, exit);
    const question = Object.hasOwn(flow.questions, name) ? flow.questions[name] : undefined;
    const labels = question?.options.map(({ label }) => label) ?? [];
    if (!question || depth > 2 || !labels.some((label) => typeof label !== 'string' || label.includes('<')))
      return NO_LEAVES;
    return [this.ofAnswer(name), ...labels.flatMap((label) => this.ofText(label, exit, depth + 1))];
  }

  /** The answer itself. */
  ofAnswer(question: string): Leaf {
    const number = this.#compiled.numberOf(question);
    const read = (knowledge: Knowledge): string => {
      const state = stateOf(knowledge, number);
      return state?.kind === 'value' ? JSON.stringify([state.value, state.given]) : (state?.kind ?? 'void');
    };
    return this.#leaf(
      `answer ${question}`,
      { questions: [number], facts: [], exit: false },
      undefined,
      true,
      read,
    );
  }

  #reduce(condition: Condition, exit: string | undefined): Reduced {
    switch (condition.kind) {
      case 'outcome':
        if (exit === undefined) return { truth: 'void', leaves: NO_LEAVES };
        return { truth: condition.in.includes(exit) ? 'yes' : 'no', leaves: NO_LEAVES };
      case 'all':
      case 'any':
        return this.#reduceParts(condition.of, exit, condition.kind === 'all' ? 'no' : 'yes');
      case 'not': {
        const { truth, leaves } = this.ofCondition(condition.of, exit);
        return { truth: truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : truth, leaves };
      }
      case 'derived':
        return this.#reduceDerived(condition, exit);
    }
    return { truth: undefined, leaves: [this.#ofLeaf(condition)] };
  }

  #reduceParts(parts: readonly Condition[], exit: string | undefined, wins: Truth): Reduced {
    const reduced = parts.map((part) => this.ofCondition(part, exit));
    if (reduced.some(({ truth }) => truth === wins)) return { truth: wins, leaves: NO_LEAVES };
    const other: Truth = wins === 'no' ? 'yes' : 'no';
    const truth = reduced.every((part) => part.truth === other) ? other : undefined;
    return { truth, leaves: [...new Set(reduced.flatMap(({ leaves }) => leaves))] };
  }

  #reduceDerived(condition: Extract<Condition, { kind: 'derived' }>, exit: string | undefined): Reduced {
    const { derive } = this.#compiled.flow;
    if (isWhole(derive, condition)) return { truth: undefined, leaves: [this.#ofLeaf(condition)] };
    const derived = derive[condition.name];
    const { test } = condition;
    if (derived?.kind === 'condition' && 'in' in test && test.in.length === 1 && test.in[0] === 'yes')
      return this.ofCondition(derived.when, exit);
    return { truth: undefined, leaves: this.ofName(condition.name, exit) };
  }

  #ofLeaf(condition: Condition): Leaf {
    const test = this.#compiled.test(condition);
    const isStrict =
      isComparison(this.#compiled, condition) || !isWhole(this.#compiled.flow.derive, condition);
    const reads = readsOf(this.#compiled, condition);
    const cost = costOfTest(this.#compiled.flow, condition);
    return this.#leaf(JSON.stringify(condition), reads, condition, isStrict, test, cost);
  }

  #leaf(
    key: string,
    { questions, facts }: Reads,
    condition: Condition | undefined,
    isStrict: boolean,
    read: (knowledge: Knowledge) => string,
    cost = 1,
  ): Leaf {
    const known = this.#leaves.get(key);
    if (known) return known;
    const places = facts.flatMap(({ placeQuestion }) =>
      placeQuestion === undefined ? [] : this.#compiled.numberOf(placeQuestion),
    );
    const all = [...new Set([...questions, ...places])].filter((number) => number >= 0);
    const leaf = { key, questions: all, isStrict, cost, condition, read };
    this.#leaves.set(key, leaf);
    return leaf;
  }
}
