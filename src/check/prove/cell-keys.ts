import type { Path } from '../../engine/replay.ts';
import type { Cell } from './cell.ts';
import type { Leaf } from './leaf-book.ts';
import type { Selection, Space } from './space.ts';

/** Eyes that see some questions, and what each of them has seen so far. */
interface Eyes {
  readonly number: number;
  readonly clusters: readonly number[];
  readonly questions: readonly number[];
  readonly seen: Map<string, number>;
}

/** What can be seen of a cell: of each cluster, and of each question that was not asked. */
interface Portrait {
  readonly clusters: readonly (string | undefined)[];
  readonly unasked: readonly string[];
  /** The cell's key for these eyes, by their number. */
  readonly keys: (number | undefined)[];
}

/** Tells cells apart by what some leaves can see of them: two with one key come out alike. */
export class CellKeys {
  readonly #space: Space;
  readonly #ids = new WeakMap<Selection, number>();
  /** Leaves that read the same questions see the same. */
  readonly #eyes = new Map<string, Eyes>();
  readonly #eyesOfLeaves = new WeakMap<readonly Leaf[], Eyes>();
  readonly #portraits = new WeakMap<Cell, Portrait>();
  /** Cells of people in different places share their paths. */
  readonly #unasked = new WeakMap<Path, readonly string[]>();
  #selections = 0;
  #keys = 0;

  constructor(space: Space) {
    this.#space = space;
  }

  /** What these leaves see of a cell. `leaves` is to be the same list each time. */
  keyOf(cell: Cell, leaves: readonly Leaf[]): number {
    const eyes = this.#eyesOf(leaves);
    const portrait = this.#portraitOf(cell);
    const known = portrait.keys[eyes.number];
    if (known !== undefined) return known;
    let sight = cell.path.exit ?? '';
    for (const index of eyes.clusters) sight += ` ${portrait.clusters[index] ?? '-'}`;
    for (const number of eyes.questions) sight += portrait.unasked[number] ?? '';
    const key = eyes.seen.get(sight) ?? this.#keys++;
    eyes.seen.set(sight, key);
    portrait.keys[eyes.number] = key;
    return key;
  }

  #portraitOf(cell: Cell): Portrait {
    const known = this.#portraits.get(cell);
    if (known) return known;
    const clusters: string[] = [];
    for (const { cluster, selection, asked } of cell.shares) {
      clusters[cluster.index] = `${this.#idOf(selection)}/${asked}`;
    }
    const made = { clusters, unasked: this.#unaskedOn(cell.path), keys: [] };
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

  #eyesOf(leaves: readonly Leaf[]): Eyes {
    const known = this.#eyesOfLeaves.get(leaves);
    if (known) return known;
    const questions = [...new Set(leaves.flatMap((leaf) => leaf.questions))].sort((a, b) => a - b);
    const made = this.#eyes.get(questions.join()) ?? this.#makeEyes(questions);
    this.#eyes.set(questions.join(), made);
    this.#eyesOfLeaves.set(leaves, made);
    return made;
  }

  #makeEyes(questions: readonly number[]): Eyes {
    const clusters = new Set(questions.map((one) => this.#space.clusterOf.get(one)?.index ?? -1));
    return { number: this.#eyes.size, clusters: [...clusters], questions, seen: new Map() };
  }

  #idOf(selection: Selection): number {
    const known = this.#ids.get(selection) ?? this.#selections++;
    this.#ids.set(selection, known);
    return known;
  }
}
