import type { Cell } from './cell.ts';
import type { Leaf } from './leaf-book.ts';
import type { Selection, Space } from './space.ts';

/** What a list of leaves reads. */
interface ReadBy {
  readonly clusters: readonly number[];
  readonly questions: readonly number[];
}

/** Tells cells apart by what some leaves can see of them: two with one key come out alike. */
export class CellKeys {
  readonly #space: Space;
  readonly #ids = new WeakMap<Selection, number>();
  readonly #reads = new WeakMap<readonly Leaf[], ReadBy>();
  #count = 0;

  constructor(space: Space) {
    this.#space = space;
  }

  /** What these leaves see of a cell. `leaves` is to be the same list each time. */
  keyOf(cell: Cell, leaves: readonly Leaf[]): string {
    const { clusters, questions } = this.#readBy(leaves);
    const { states, knowledge, exit } = cell.path;
    const parts: (string | number)[] = [exit ?? ''];
    for (const index of clusters) {
      const selection = cell.selections.get(index);
      parts.push(selection ? `${this.#idOf(selection)}/${cell.asked.get(index)}` : '-');
    }
    for (const number of questions) {
      if (!states[number]) parts.push(knowledge.passedOver?.(number) ? 'p' : 'v');
    }
    return parts.join(' ');
  }

  #readBy(leaves: readonly Leaf[]): ReadBy {
    const known = this.#reads.get(leaves);
    if (known) return known;
    const questions = [...new Set(leaves.flatMap((leaf) => leaf.questions))];
    const clusters = new Set(questions.map((one) => this.#space.clusterOf.get(one)?.index ?? -1));
    const made = { questions, clusters: [...clusters] };
    this.#reads.set(leaves, made);
    return made;
  }

  #idOf(selection: Selection): number {
    const known = this.#ids.get(selection) ?? this.#count++;
    this.#ids.set(selection, known);
    return known;
  }
}
