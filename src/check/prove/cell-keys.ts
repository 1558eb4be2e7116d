import type { Path } from '../../engine/replay.ts';
import type { Cell } from './cell.ts';
import type { Leaf } from './leaf-book.ts';
import type { Selection, Space } from './space.ts';

/** What a list of leaves reads. */
interface ReadBy {
  readonly clusters: readonly number[];
  readonly questions: readonly number[];
}

/** What can be seen of a cell: of each cluster, and of each question that was not asked. */
interface Portrait {
  readonly clusters: readonly (string | undefined)[];
  readonly unasked: readonly string[];
}

/** Tells cells apart by what some leaves can see of them: two with one key come out alike. */
export class CellKeys {
  readonly #space: Space;
  readonly #ids = new WeakMap<Selection, number>();
  readonly #reads = new WeakMap<readonly Leaf[], ReadBy>();
  readonly #portraits = new WeakMap<Cell, Portrait>();
  /** Cells of people in different places share their paths. */
  readonly #unasked = new WeakMap<Path, readonly string[]>();
  #count = 0;

  constructor(space: Space) {
    this.#space = space;
  }

  /** What these leaves see of a cell. `leaves` is to be the same list each time. */
  keyOf(cell: Cell, leaves: readonly Leaf[]): string {
    const { clusters, questions } = this.#readBy(leaves);
    const portrait = this.#portraitOf(cell);
    let key = cell.path.exit ?? '';
    for (const index of clusters) key += ` ${portrait.clusters[index] ?? '-'}`;
    for (const number of questions) key += portrait.unasked[number] ?? '';
    return key;
  }

  #portraitOf(cell: Cell): Portrait {
    const known = this.#portraits.get(cell);
    if (known) return known;
    const clusters: string[] = [];
    for (const [index, selection] of cell.selections) {
      clusters[index] = `${this.#idOf(selection)}/${cell.asked.get(index)}`;
    }
    const made = { clusters, unasked: this.#unaskedOn(cell.path) };
    this.#portraits.set(cell, made);
    return made;
  }

  #unaskedOn(path: Path): readonly string[] {
    const known = this.#unasked.get(path);
    if (known) return known;
    const made = Array.from(path.states, (state, number) => {
      if (state) return '';
      return path.knowledge.passedOver?.(number) ? ' p' : ' v';
    });
    this.#unasked.set(path, made);
    return made;
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
