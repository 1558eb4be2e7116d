import type { Condition } from '../../model/condition.ts';
import type { Item } from '../../model/flow.ts';
import type { Truth } from '../../model/truth.ts';
import type { Prepared } from './build-space.ts';
import { type Cell, type Effort, knowledgeOfCell, type Part, split } from './cell.ts';
import type { CellKeys } from './cell-keys.ts';
import type { Leaf } from './leaf-book.ts';
import type { Work } from './work.ts';

/** How an item stands on the checklists of a cell: any of these bits. */
export const REQUIRED = 1;
const POSSIBLE = 2;
export const ABSENT = 4;
export const LISTED = REQUIRED | POSSIBLE;

/** How an item stands where its condition has this value. */
export function standingOf({ kind }: Pick<Item, 'kind'>, truth: Truth): number {
  if (truth === 'yes') return REQUIRED;
  return truth === 'unknown' && kind !== 'not-needed' && kind !== 'note' ? POSSIBLE : ABSENT;
}

/** On which checklists of a flow each item stands; each found once. */
export class Listings {
  readonly #prepared: Prepared;
  readonly #keys: CellKeys;
  readonly #known = new WeakMap<Condition, Map<string, number>>();
  /** By item and the number of a cell: several checks ask the same. */
  readonly #standings = new WeakMap<Item, number[]>();
  readonly #numbers = new WeakMap<Cell, number>();
  #count = 0;
  readonly #open = new WeakMap<Condition, Map<string, readonly number[]>>();

  constructor(prepared: Prepared, keys: CellKeys) {
    this.#prepared = prepared;
    this.#keys = keys;
  }

  get work(): Work {
    return this.#prepared.space.work;
  }

  /** All the ways in which an item stands somewhere in a cell. */
  in(cell: Cell, item: Item, effort: Effort): number {
    this.work.spend(1);
    const number = this.#numberOf(cell);
    const standings = this.#standingsOf(item);
    const known = standings[number];
    if (known !== undefined) return known;
    const found = this.#find(cell, item, effort);
    standings[number] = found;
    return found;
  }

  #numberOf(cell: Cell): number {
    const known = this.#numbers.get(cell);
    if (known !== undefined) return known;
    this.#numbers.set(cell, this.#count);
    return this.#count++;
  }

  #standingsOf(item: Item): number[] {
    const known = this.#standings.get(item);
    if (known) return known;
    const none: number[] = [];
    this.#standings.set(item, none);
    return none;
  }

  #find(cell: Cell, item: Item, effort: Effort): number {
    const { truth, leaves } = this.#prepared.book.ofCondition(item.when, cell.path.exit);
    if (truth !== undefined) return standingOf(item, truth);
    const known = this.#known.get(item.when) ?? new Map<string, number>();
    this.#known.set(item.when, known);
    const key = `${item.kind} ${this.#keys.keyOf(cell, leaves)}`;
    const standing =
      known.get(key) ?? this.partsOf(cell, item, effort).reduce((all, part) => all | part.standing, 0);
    known.set(key, standing);
    return standing;
  }

  /** Whether an item may stand on some checklist of an exit. */
  mayBeListed(item: Item, exit: string): boolean {
    const { truth } = this.#prepared.book.ofCondition(item.when, exit);
    return truth === undefined || standingOf(item, truth) !== ABSENT;
  }

  /** What an item's condition sees of a cell. */
  keyOf(cell: Cell, item: Item): string {
    return this.#keys.keyOf(cell, this.leavesOf(cell, item));
  }

  /** The clusters of which the item's condition tells people of a cell apart; `key` is what it sees of the cell. */
  openClustersOf(cell: Cell, item: Item, key: string): readonly number[] {
    const known = this.#open.get(item.when) ?? new Map<string, readonly number[]>();
    this.#open.set(item.when, known);
    const clusters = known.get(key) ?? this.#findOpenClusters(cell, item);
    known.set(key, clusters);
    return clusters;
  }

  #findOpenClusters(cell: Cell, item: Item): readonly number[] {
    const leaves = this.leavesOf(cell, item);
    const { space } = this.#prepared;
    return [...cell.selections].flatMap(([index, selection]) => {
      const cluster = space.clusters[index];
      if (!cluster || selection.length < 2) return [];
      return space.partition(cluster, selection, leaves, cell.asked.get(index) ?? 0).length > 1
        ? [index]
        : [];
    });
  }

  /** The leaves of an item's condition in a cell. */
  leavesOf(cell: Cell, item: Item): readonly Leaf[] {
    return this.#prepared.book.ofCondition(item.when, cell.path.exit).leaves;
  }

  /** A cell in parts in each of which the item stands in one way. */
  partsOf(cell: Cell, item: Item, effort: Effort): readonly (Part & { readonly standing: number })[] {
    const { space, book } = this.#prepared;
    const { truth, leaves } = book.ofCondition(item.when, cell.path.exit);
    if (truth !== undefined) {
      return [{ cell, knowledge: knowledgeOfCell(space, cell), standing: standingOf(item, truth) }];
    }
    const test = space.compiled.test(item.when);
    return split(space, cell, leaves, effort).map((part) => ({
      ...part,
      standing: standingOf(item, test(part.knowledge)),
    }));
  }
}
