import type { Item } from '../../model/flow.ts';
import type { Truth } from '../../model/truth.ts';
import type { Prepared } from './build-space.ts';
import { type Cell, type Effort, knowledgeOfCell, type Part, split } from './cell.ts';
import type { Leaf } from './leaf-book.ts';

/** How an item stands on the checklists of a cell: any of these bits. */
export const REQUIRED = 1;
export const POSSIBLE = 2;
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
  readonly #known = new WeakMap<Item, WeakMap<Cell, number>>();

  constructor(prepared: Prepared) {
    this.#prepared = prepared;
  }

  /** All the ways in which an item stands somewhere in a cell. */
  in(cell: Cell, item: Item, effort: Effort): number {
    const ofItem = this.#known.get(item) ?? new WeakMap<Cell, number>();
    this.#known.set(item, ofItem);
    const known = ofItem.get(cell);
    if (known !== undefined) return known;
    const whole = cell.within ? ofItem.get(cell.within) : undefined;
    const standing = isOne(whole) ? whole : this.#find(cell, item, effort);
    ofItem.set(cell, standing);
    return standing;
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

  #find(cell: Cell, item: Item, effort: Effort): number {
    const { truth } = this.#prepared.book.ofCondition(item.when, cell.path.exit);
    if (truth !== undefined) return standingOf(item, truth);
    return this.partsOf(cell, item, effort).reduce((all, { standing }) => all | standing, 0);
  }
}

function isOne(standing: number | undefined): standing is number {
  return standing === REQUIRED || standing === POSSIBLE || standing === ABSENT;
}
