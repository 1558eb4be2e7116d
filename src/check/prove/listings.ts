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

/** How an item stands among all whom its condition sees alike. */
export interface Standing {
  /** Any of the bits. */
  readonly ways: number;
  readonly number: number;
  /** The clusters of which the condition tells these people apart; found when it is first asked. */
  clusters: readonly number[] | undefined;
}

/** On which checklists of a flow each item stands; each found once. */
export class Listings {
  readonly #prepared: Prepared;
  readonly #keys: CellKeys;
  /** By item and the number of a cell: several checks ask the same. */
  readonly #standings = new WeakMap<Item, Standing[]>();
  readonly #numbers = new WeakMap<Cell, number>();
  #cells = 0;
  /** By condition and what it sees of a cell; items of some kinds are never only possible. */
  readonly #known = new WeakMap<Condition, Map<number, Standing>>();
  readonly #knownOfFirm = new WeakMap<Condition, Map<number, Standing>>();
  /** Where the exit decides. */
  readonly #decided = new Map<number, Standing>();
  #count = 0;

  constructor(prepared: Prepared, keys: CellKeys) {
    this.#prepared = prepared;
    this.#keys = keys;
  }

  get work(): Work {
    return this.#prepared.space.work;
  }

  /** All the ways in which an item stands somewhere in a cell. */
  in(cell: Cell, item: Item, effort: Effort): number {
    return this.standing(cell, item, effort).ways;
  }

  /** The same, and what else is known of all whom the item's condition sees alike. */
  standing(cell: Cell, item: Item, effort: Effort): Standing {
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
    this.#numbers.set(cell, this.#cells);
    return this.#cells++;
  }

  #standingsOf(item: Item): Standing[] {
    const known = this.#standings.get(item);
    if (known) return known;
    const none: Standing[] = [];
    this.#standings.set(item, none);
    return none;
  }

  #find(cell: Cell, item: Item, effort: Effort): Standing {
    const { truth, leaves } = this.#prepared.book.ofCondition(item.when, cell.path.exit);
    if (truth !== undefined) return this.#whereDecided(standingOf(item, truth));
    const all = standingOf(item, 'unknown') === ABSENT ? this.#knownOfFirm : this.#known;
    const known = all.get(item.when) ?? new Map<number, Standing>();
    all.set(item.when, known);
    const key = this.#keys.keyOf(cell, leaves);
    const standing = known.get(key) ?? this.#make(waysIn(this.partsOf(cell, item, effort)));
    known.set(key, standing);
    return standing;
  }

  #whereDecided(ways: number): Standing {
    const standing = this.#decided.get(ways) ?? this.#make(ways);
    this.#decided.set(ways, standing);
    return standing;
  }

  #make(ways: number): Standing {
    return { ways, number: this.#count++, clusters: undefined };
  }

  /** Whether an item may stand on some checklist of an exit. */
  mayBeListed(item: Item, exit: string): boolean {
    const { truth } = this.#prepared.book.ofCondition(item.when, exit);
    return truth === undefined || standingOf(item, truth) !== ABSENT;
  }

  /** The clusters of which the item's condition tells people of a cell apart. */
  openClustersOf(cell: Cell, item: Item, standing: Standing): readonly number[] {
    standing.clusters ??= this.#findOpenClusters(cell, item);
    return standing.clusters;
  }

  #findOpenClusters(cell: Cell, item: Item): readonly number[] {
    const leaves = this.leavesOf(cell, item);
    const { space } = this.#prepared;
    return cell.shares.flatMap(({ cluster, selection, asked }) => {
      if (selection.length < 2) return [];
      return space.partition(cluster, selection, leaves, asked).length > 1 ? [cluster.index] : [];
    });
  }

  /** The leaves of an item's condition in a cell. */
  leavesOf(cell: Cell, item: Item): readonly Leaf[] {
    return this.#prepared.book.ofCondition(item.when, cell.path.exit).leaves;
  }

  /** A cell in parts in each of which the item stands in one way. */
  partsOf(cell: Cell, item: Item, effort: Effort): readonly ItemPart[] {
    const { space, book } = this.#prepared;
    const { truth, leaves } = book.ofCondition(item.when, cell.path.exit);
    if (truth !== undefined) {
      return [{ cell, knowledge: knowledgeOfCell(cell), standing: standingOf(item, truth) }];
    }
    const test = space.compiled.test(item.when);
    return split(space, cell, leaves, effort).map((part) => ({
      cell: part.cell,
      knowledge: part.knowledge,
      standing: standingOf(item, test(part.knowledge)),
    }));
  }
}

/** A part of a cell, and how an item stands there. */
interface ItemPart extends Part {
  readonly standing: number;
}

function waysIn(parts: readonly ItemPart[]): number {
  return parts.reduce((all, { standing }) => all | standing, 0);
}
