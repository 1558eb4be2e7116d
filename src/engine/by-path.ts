import { late } from '../model/late.ts';
import type { CompiledNode } from './compile-flow.ts';
import type { FlowScope } from './flow-scope.ts';
import { Code } from './numbering.ts';
import { type Memory, Worth } from './remember.ts';

/** Names the way that a path took through the tree; `undefined` where an answer that led it has no number. */
export type NamePath = (codes: readonly number[]) => string | undefined;

/** Results by the way that a path took, for what depends on all of it. */
export class ByPath<T extends object | string> {
  readonly #memory: Memory;
  readonly #name: NamePath;
  readonly #results = new Map<string, T>();
  readonly #worth = new Worth();
  #isFirst = true;

  constructor(memory: Memory, name: NamePath) {
    this.#memory = memory;
    this.#name = name;
  }

  /** Gives what `make` makes for the path with these codes, made once. */
  of(codes: readonly number[], make: () => T): T {
    // Many runs make one checklist, and have no use for what is remembered.
    const name = this.#isFirst ? undefined : this.#name(codes);
    this.#isFirst = false;
    if (name === undefined) return make();
    const before = this.#results.get(name);
    if (before !== undefined) {
      this.#worth.found += 1;
      return before;
    }
    const made = make();
    if (!this.#worth.isKept()) return made;
    this.#memory.count(this.#forget);
    this.#results.set(name, made);
    return made;
  }

  readonly #forget = () => {
    this.#results.clear();
    this.#worth.forget();
  };
}

/**
 * Two paths took the same way if they asked the same and agree in the answers that lead: those at which the
 * tree branches, and those that its conditions look at.
 */
export function makeNamePath({ numbering }: FlowScope, tree: readonly CompiledNode[]): NamePath {
  const areLeading = late(() => {
    const leading = new Set<number>();
    addLeading(tree, leading);
    return numbering.blank.map((_, slot) => leading.has(slot));
  });
  return (codes) => {
    const leading = areLeading();
    let name = '';
    for (let slot = 0; slot < numbering.exitSlot; slot++) {
      const code = codes[slot] ?? Code.Void;
      if (leading[slot] && code === Code.None) return undefined;
      name += leading[slot] ? `${code} ` : code === Code.Void ? '-' : '+';
    }
    return name;
  };
}

function addLeading(nodes: readonly CompiledNode[], leading: Set<number>): void {
  for (const node of nodes) {
    if (node.kind === 'when') {
      for (const slot of node.slots()) leading.add(slot);
      for (const way of [node.ifYes, node.ifNo, node.ifUnknown]) addLeading(way, leading);
    } else if (node.kind === 'ask' && node.branches) {
      leading.add(node.question.number);
      for (const way of node.branches.values()) addLeading(way, leading);
    }
  }
}
